/// Expressions that are true or false, as statements.
extension Verbalizer {
    /// Whether the expression states something, rather than naming a value.
    func isStatement(_ expression: FEELExpression) -> Bool {
        switch expression.kind {
        case .between, .membership, .instanceOf, .quantified: return true
        case .binary(let sign, _, _): return sign == .and || sign == .or || sign.precedence == .comparison
        case .chain(_, let links): return !links[0].sign.isArithmetic
        case .conditional(_, let then, let otherwise): return isStatement(then) && isStatement(otherwise)
        case .choice: return false
        case .call(let function, let arguments):
            return wording(function, arguments)?.wording.isStatement == true
        case .null, .boolean, .number, .string, .temporal, .name, .negation, .path, .filter, .iteration, .list,
            .context,
            .range, .function:
            return false
        }
    }

    /// - Parameter expected: `false` says the opposite of the expression.
    func clause(_ expression: FEELExpression, is expected: Bool = true) -> Clause {
        switch expression.kind {
        case .boolean(let value):
            return Clause(
                value == expected
                    ? word("dit geldt altijd", "this always holds") : word("dit geldt nooit", "this never holds"))
        case .binary(.and, _, _), .binary(.or, _, _): return joined(expression, is: expected)
        case .chain(_, let links) where !links[0].sign.isArithmetic: return joined(expression, is: expected)
        case .binary(let sign, let left, let right) where sign.precedence == .comparison:
            return compared(expression, sign, left, right, is: expected)
        case .between(let middle, let low, let high):
            let range = FEELRangeSyntax(low: low, high: high, lowIncluded: true, highIncluded: true)
            return about(middle, [predicate(range, like: middle)], in: expression, is: expected)
        case .membership(let subject, let tests): return membership(subject, tests, in: expression, is: expected)
        case .instanceOf(let subject, let type):
            let kind = word("van de soort ", "of the kind ") + name(of: type)
            return about(subject, [Predicate(kind)], in: expression, is: expected)
        case .quantified(let quantifier, let iterators, let condition):
            return quantified(quantifier, iterators, condition, in: expression, is: expected)
        case .conditional(let condition, let then, let otherwise) where isStatement(expression):
            let test = clause(condition).text(in: .colon)
            let (first, second) = (
                clause(then, is: expected).text(in: .colon), clause(otherwise, is: expected).text(in: .colon)
            )
            return Clause(
                word(
                    "als geldt: \(test), dan geldt: \(first), en anders: \(second)",
                    "if it holds that: \(test), then: \(first), and otherwise: \(second)"), .colon)
        case .call(let function, let arguments):
            guard let (wording, arguments) = wording(function, arguments) else {
                return asked(expression, expected ? yes : no, in: expression, is: expected)
            }
            switch wording.form {
            case .negation: return clause(arguments[0], is: !expected)
            case .statement(let text, let opposite, let tellsValues):
                let claim = statement(expected ? text : opposite, arguments, tellsValues: tellsValues)
                return stated(claim, in: expression, is: expected)
            case .value: return asked(expression, expected ? yes : no, in: expression, is: expected)
            }
        default: return asked(expression, expected ? yes : no, in: expression, is: expected)
        }
    }

    // MARK: And, or

    /// "a and b", "a, or b"; the opposite of `a and b` is "not a, or not b".
    private func joined(_ expression: FEELExpression, is expected: Bool) -> Clause {
        let sign: FEELExpression.BinaryOperator
        switch expression.kind {
        case .binary(let written, _, _): sign = written
        case .chain(_, let links): sign = links[0].sign
        default: return clause(expression, is: expected)
        }
        let joint: Clause.Joint = (sign == .and) == expected ? .and : .or
        let parts = operands(of: sign, in: expression).map { clause($0, is: expected).text(in: joint) }
        let comma = parts.contains { $0.contains(",") || $0.contains(";") } || joint == .or ? ", " : " "
        let link = joint == .and ? word("en ", "and ") : word("of ", "or ")
        return Clause(parts.joined(separator: comma + link), joint)
    }

    /// The operands of a row of the same sign, from left to right.
    private func operands(of sign: FEELExpression.BinaryOperator, in expression: FEELExpression) -> [FEELExpression] {
        switch expression.kind {
        case .binary(sign, let left, let right): operands(of: sign, in: left) + operands(of: sign, in: right)
        case .chain(let first, let links) where links[0].sign == sign: [first] + links.map(\.operand)
        default: [expression]
        }
    }

    // MARK: Questions

    var yes: String { word("ja", "yes") }
    var no: String { word("nee", "no") }

    /// "ripe: no (asked: yes)": a value that should be yes or no.
    func asked(_ subject: FEELExpression, _ wanted: String, in expression: FEELExpression, is expected: Bool) -> Clause
    {
        let title = phrase(subject).text(in: .side)
        guard let known = known(subject) else { return Clause("\(title): \(wanted)") }
        let answer = "\(title): \(values.text(of: known))"
        return Clause(
            holds(expression, expected) == true ? answer : "\(answer) (\(word("gevraagd", "asked")): \(wanted))")
    }

    // MARK: Values

    /// What is known of a part; nothing of a part that reads what the expression binds itself, or whose value says no
    /// more than its words.
    func known(_ expression: FEELExpression) -> ValueSet? {
        guard !expression.freeNames.contains(where: { bound[$0.name] != nil }) else { return nil }
        guard let set = value(expression) else { return nil }
        if case .exactly(.function) = set { return nil }
        return set
    }

    /// Whether an expression is surely as expected; `nil` where no values are told.
    func holds(_ expression: FEELExpression, _ expected: Bool) -> Bool? {
        known(expression).map { $0.exactValue == .boolean(expected) }
    }

    /// A claim as it is where it holds or no values are told; else as a condition.
    func stated(_ claim: String, in expression: FEELExpression, is expected: Bool) -> Clause {
        Clause(holds(expression, expected) == false ? "\(word("voorwaarde", "condition")): \(claim)" : claim)
    }

    // MARK: Quantifiers

    private func quantified(
        _ quantifier: FEELExpression.Quantifier, _ iterators: [FEELIterator], _ condition: FEELExpression,
        in expression: FEELExpression, is expected: Bool
    ) -> Clause {
        let (words, scope) = domains(iterators)
        func list(_ each: String) -> String { values.list(words.map { "\(each) \($0)" }) }
        let start =
            switch (quantifier, expected) {
            case (.some, true):
                word("voor minstens één \(values.list(words))", "for at least one \(values.list(words))")
            case (.some, false): word("voor geen enkele \(values.list(words))", "for no \(values.list(words))")
            case (.every, true): word("voor \(list("elke"))", "for \(list("each"))")
            case (.every, false): word("niet voor \(list("elke"))", "not for \(list("each"))")
            }
        let claim = "\(start) \(word("geldt", "it holds that")): \(scope.clause(condition).text(in: .colon))"
        return Clause(stated(claim, in: expression, is: expected).text, .colon)
    }

    /// "x of list" for each iterator, and what sees their names.
    func domains(_ iterators: [FEELIterator]) -> (words: [String], inside: Verbalizer) {
        var scope = plain
        var words: [String] = []
        for iterator in iterators {
            switch iterator.domain {
            case .list(let list):
                words.append("\(iterator.name) \(word("uit", "of")) \(scope.phrase(list).text(in: .middle))")
            case .range(let first, let last):
                let (from, to) = (scope.phrase(first).text(in: .middle), scope.phrase(last).text(in: .middle))
                words.append("\(iterator.name) \(word("van \(from) tot en met \(to)", "from \(from) to \(to)"))")
            }
            scope = scope.inside([iterator.name])
        }
        return (words, scope)
    }
}
