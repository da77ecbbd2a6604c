/// Expressions that name a value, as phrases. Values that parts have met are not told here: they stand beside the whole.
extension Verbalizer {
    func phrase(_ expression: FEELExpression) -> Phrase {
        switch expression.kind {
        case .null: return Phrase(word("geen waarde", "no value"), .word)
        case .boolean(let value): return Phrase(value ? yes : no, .word)
        case .number(let number): return Phrase(values.text(of: .number(number)), .word)
        case .string(let text): return Phrase(Self.quoted(text), .word)
        case .temporal(let text): return temporal(text)
        case .name(let name): return Phrase(title(of: name), .word)
        case .negation(let operand):
            if case .number(let number) = operand.kind, !number.isNegative {
                return Phrase("\u{2212}" + values.text(of: .number(number)), .word)
            }
            return Phrase("\u{2212}" + phrase(operand).text(in: .middle), .product)
        case .binary(let sign, let left, let right) where sign.precedence > .comparison:
            return computation(sign, (phrase(left), left.isText), (phrase(right), right.isText))
        case .chain(let first, let links) where links[0].sign.isArithmetic:
            return links.reduce((phrase(first), first.isText)) { sum, link in
                let isText = link.operand.isText
                return (computation(link.sign, sum, (phrase(link.operand), isText)), sum.1 || isText)
            }.0
        case .path(let base, let member): return path(base, member)
        case .filter(let list, let condition): return filter(list, condition)
        case .call(let function, let arguments) where !isStatement(expression): return call(function, arguments)
        case .conditional(let condition, let then, let otherwise) where !isStatement(expression):
            let test = plain.clause(condition)
            let (first, second) = (phrase(then).text(in: .side), phrase(otherwise).text(in: .side))
            let isSimple = test.joint == nil && !test.text.contains(",")
            return Phrase(
                word("als geldt: ", "if it holds that: ") + (isSimple ? test.text : "(\(test.text))")
                    + word(", dan \(first), anders \(second)", ", then \(first), otherwise \(second)"),
                .loose)
        case .iteration(let iterators, let result):
            let (words, scope) = domains(iterators)
            let each = values.list(words.map { "\(word("elke", "each")) \($0)" })
            let soFar = scope.inside(["partial": word("de uitkomsten tot dan toe", "the results so far")])
            return Phrase("\(word("voor", "for")) \(each): \(soFar.phrase(result).text(in: .side))", .loose)
        case .list(let items): return list(items)
        case .context(let entries): return context(entries)
        case .range(let range): return self.range(range)
        case .function(let parameters, let body, let isExternal): return function(parameters, body, isExternal)
        case .choice(let branches, let otherwise):
            let parts = branches.map { branch in
                let test = plain.clause(branch.condition).text
                let result = phrase(branch.result).text(in: .side)
                return word("als geldt: (\(test)), dan \(result)", "if it holds that: (\(test)), then \(result)")
            }
            let last = word("anders ", "otherwise ") + phrase(otherwise).text(in: .side)
            return Phrase((parts + [last]).joined(separator: ", "), .loose)
        case .binary, .chain, .between, .membership, .instanceOf, .quantified, .call, .conditional:
            return Phrase(plain.clause(expression).text, .loose)
        }
    }

    private func title(of name: String) -> String {
        bound[name] ?? names.title(of: name, member: nil, in: language)
            ?? (name == "?" ? word("de waarde", "the value") : name)
    }

    private func temporal(_ text: String) -> Phrase {
        if let value = FEELValue(temporal: text) { return Phrase(values.text(of: value), .word) }
        let fault = word("geen geldige datum, tijd of duur", "no valid date, time or duration")
        return Phrase("\(Self.quoted(text)), \(fault)", .loose)
    }

    // MARK: Arithmetic

    private func computation(
        _ sign: FEELExpression.BinaryOperator, _ left: (phrase: Phrase, isText: Bool),
        _ right: (phrase: Phrase, isText: Bool)
    ) -> Phrase {
        let (first, second) = (left.phrase, right.phrase)
        switch sign {
        case .power:
            let (base, exponent) = (first.text(in: .middle), second.text(in: .middle))
            return Phrase(word("\(base) tot de macht \(exponent)", "\(base) to the power \(exponent)"), .power)
        case .add where left.isText || right.isText:
            return Phrase(
                "\(first.text(in: .middle)) \(word("gevolgd door", "followed by")) \(second.text(in: .middle))", .loose)
        case .add: return Phrase("\(first.text(in: .summand)) + \(second.text(in: .summand))", .sum)
        case .subtract: return Phrase("\(first.text(in: .summand)) \u{2212} \(second.text(in: .factor))", .sum)
        case .multiply: return Phrase("\(first.text(in: .factor)) × \(second.text(in: .factor))", .product)
        case .divide: return Phrase("\(first.text(in: .factor)) ÷ \(second.text(in: .middle))", .product)
        case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            preconditionFailure("a comparison is a statement, not a computation")
        }
    }

    // MARK: Paths and filters

    private func path(_ base: FEELExpression, _ member: String) -> Phrase {
        if case .name(let group) = base.kind, bound[group] == nil,
            let title = names.title(of: group, member: member, in: language)
        {
            return Phrase(title, .word)
        }
        let whole = phrase(base).text(in: .end)
        return Phrase("\(title(ofMember: member)) \(word("van", "of")) \(whole)", .tail)
    }

    private func filter(_ list: FEELExpression, _ condition: FEELExpression) -> Phrase {
        let scope = inside(["item": word("het lid", "the member")])
        if let place = condition.wholeNumber {
            let whole = phrase(list).text(in: .end)
            return Phrase(word("lid \(place.text(.nl)) van \(whole)", "member \(place.text(.en)) of \(whole)"), .tail)
        }
        if scope.isStatement(condition) {
            let whole = phrase(list).text(in: .middle)
            let claim = scope.clause(condition).text
            return Phrase(
                word(
                    "de leden van \(whole) waarvoor geldt: (\(claim))", "the members of \(whole) for which: (\(claim))"),
                .tail)
        }
        let choice = scope.phrase(condition).text
        switch condition.kind {
        case .binary, .negation:
            let whole = phrase(list).text(in: .end)
            return Phrase(word("lid (\(choice)) van \(whole)", "member (\(choice)) of \(whole)"), .tail)
        default:
            // A name may hold a position as well as a truth value of each member.
            let whole = phrase(list).text(in: .middle)
            return Phrase(
                word("de leden van \(whole) volgens (\(choice))", "the members of \(whole) according to (\(choice))"),
                .tail)
        }
    }

    // MARK: Collections

    private func list(_ items: [FEELExpression]) -> Phrase {
        switch items.count {
        case 0: return Phrase(word("een lege lijst", "an empty list"), .word)
        case 1:
            let only = phrase(items[0]).text(in: .end)
            return Phrase(word("de lijst met alleen \(only)", "the list of only \(only)"), .tail)
        default:
            let words = values.list(items.map { phrase($0).text(in: .middle) })
            return Phrase(word("de lijst \(words)", "the list \(words)"), .loose)
        }
    }

    private func context(_ entries: [FEELContextEntry]) -> Phrase {
        var scope = self
        var words: [String] = []
        for entry in entries {
            let value =
                scope.isStatement(entry.value) ? scope.words(entry.value) : scope.phrase(entry.value).text(in: .side)
            words.append("\(entry.key.isEmpty ? Self.quoted("") : entry.key): \(value)")
            scope = scope.inside([entry.key])
        }
        return Phrase(values.context(words), .word)
    }

    private func range(_ range: FEELRangeSyntax) -> Phrase {
        if let equality = range.equality, let bound = range.low {
            let only = phrase(bound).text(in: .end)
            return equality == .equal
                ? Phrase(word("het bereik met alleen \(only)", "the range of only \(only)"), .tail)
                : Phrase(word("alles behalve \(only)", "all but \(only)"), .tail)
        }
        return Phrase(
            values.range(
                from: range.low.map { phrase($0).text(in: .middle) }, included: range.lowIncluded,
                to: range.high.map { phrase($0).text(in: .middle) }, included: range.highIncluded), .tail)
    }

    private func function(_ parameters: [FEELParameter], _ body: FEELExpression, _ isExternal: Bool) -> Phrase {
        let inputs = parameters.map { parameter in
            parameter.type.map { "\(parameter.name) (\(name(of: $0)))" } ?? parameter.name
        }
        let what =
            inputs.isEmpty
            ? word("een functie zonder invoer", "a function without input")
            : word("een functie van \(values.list(inputs))", "a function of \(values.list(inputs))")
        let scope = inside(parameters.map(\.name))
        let result = isStatement(body) ? scope.words(body) : scope.phrase(body).text(in: .side)
        return Phrase("\(what)\(isExternal ? word(" buiten FEEL", " outside FEEL") : ""): \(result)", .loose)
    }
}

extension FEELExpression {
    /// Surely a text, so that `+` joins.
    fileprivate var isText: Bool { if case .string = kind { true } else { false } }

    /// A position in a list, as it is said.
    fileprivate struct Position {
        let number: FEELNumber
        let isFromEnd: Bool

        func text(_ language: Language) -> String {
            let digits = NumberText.text(of: number, in: language, grouping: false)
            return isFromEnd ? language.word("\(digits) van achteren", "\(digits) from the end") : digits
        }
    }

    fileprivate var wholeNumber: Position? {
        switch kind {
        case .number(let number): return Position(number: number, isFromEnd: false)
        case .negation(let operand):
            guard case .number(let number) = operand.kind else { return nil }
            return Position(number: number, isFromEnd: true)
        default: return nil
        }
    }
}
