/// Comparisons: a subject, what it is, and what is asked of it.
extension Verbalizer {
    /// A constant on the left changes sides: one says what is compared, then with what.
    func compared(
        _ expression: FEELExpression, _ sign: FEELExpression.BinaryOperator, _ left: FEELExpression,
        _ right: FEELExpression, is expected: Bool
    ) -> Clause {
        if isConstant(left), !isConstant(right) {
            return compared(expression, sign.mirrored, right: left, left: right, is: expected)
        }
        return compared(expression, sign, right: right, left: left, is: expected)
    }

    private func compared(
        _ expression: FEELExpression, _ sign: FEELExpression.BinaryOperator, right: FEELExpression,
        left: FEELExpression, is expected: Bool
    ) -> Clause {
        if case .boolean(let value) = right.kind, sign == .equal || sign == .notEqual {
            let answer = value ? yes : no
            // What is not equal to true may have no value, so that it is not "no".
            let isPlain = expected == (sign == .equal)
            return asked(left, isPlain ? answer : "\(word("niet", "not")) \(answer)", in: expression, is: expected)
        }
        if right.kind == .null, sign == .equal || sign == .notEqual {
            return presence(of: left, (sign == .notEqual) == expected, in: expression, is: expected)
        }
        if sign == .equal, expected, isConstant(right), !isConstant(left), holds(expression, true) == true,
            let known = known(left)
        {
            return Clause("\(phrase(left).text(in: .side)) is \(text(of: known, like: left))")
        }
        return about(left, [predicate(sign, right, like: left)], in: expression, is: expected)
    }

    /// "x has a value", "x is 5; condition: no value"
    private func presence(
        of subject: FEELExpression, _ wanted: Bool, in expression: FEELExpression, is expected: Bool
    ) -> Clause {
        let title = phrase(subject).text(in: .side)
        let none = word("\(title) heeft geen waarde", "\(title) has no value")
        guard let known = known(subject), let holds = holds(expression, expected) else {
            return Clause(wanted ? word("\(title) heeft een waarde", "\(title) has a value") : none)
        }
        let value = "\(title) is \(values.text(of: known, unit: unit(subject)))"
        let met = known == .exactly(.null) ? none : value
        let asked = wanted ? word("een waarde", "a value") : word("geen waarde", "no value")
        return Clause(holds ? met : "\(met); \(word("voorwaarde", "condition")): \(asked)")
    }

    /// "x is 5, more than 3", or "x is 2; condition: more than 3".
    func about(
        _ subject: FEELExpression, _ predicates: [Predicate], in expression: FEELExpression, is expected: Bool
    ) -> Clause {
        let asked = predicates.map { $0.text(is: expected, language) }
            .joined(separator: expected ? word(", of ", ", or ") : word(" en ", " and "))
        let title = phrase(subject).text(in: .side)
        if !isConstant(subject), let known = known(subject), let holds = holds(expression, expected) {
            let value = text(of: known, like: subject)
            return Clause("\(title) is \(value)\(holds ? "," : "; \(word("voorwaarde", "condition")):") \(asked)")
        }
        return stated("\(title) is \(asked)", in: expression, is: expected)
    }

    // MARK: Operands

    /// The other side of a comparison: what it is worth, with what it is made of.
    func operand(_ expression: FEELExpression, like subject: FEELExpression?) -> String {
        let unit = subject.flatMap { self.unit($0) }
        if case .string(let code) = expression.kind, let title = title(ofCode: code, like: subject) {
            return Self.quoted(title)
        }
        if case .number(let number) = expression.kind { return values.text(of: .number(number), unit: unit) }
        let phrase = phrase(expression)
        guard !isConstant(expression), let known = known(expression) else { return phrase.text(in: .side) }
        let value = values.text(of: known, unit: unit ?? self.unit(expression))
        return value == phrase.text ? value : "\(value) (\(phrase.text))"
    }

    /// A value of a subject in its unit; a code by its title.
    private func text(of set: ValueSet, like subject: FEELExpression) -> String {
        if case .exactly(.string(let code)) = set, let title = title(ofCode: code, like: subject) {
            return Self.quoted(title)
        }
        return values.text(of: set, unit: unit(subject))
    }

    private func title(ofCode code: String, like subject: FEELExpression?) -> String? {
        switch subject?.kind {
        case .name(let name) where bound[name] == nil:
            names.title(ofCode: code, of: name, member: nil, in: language)
        case .path(let base, let member):
            if case .name(let name) = base.kind, bound[name] == nil {
                names.title(ofCode: code, of: name, member: member, in: language)
            } else {
                nil
            }
        default: nil
        }
    }

    /// What an expression is compared as, where that shows.
    func relation(_ expression: FEELExpression) -> Relation? {
        switch expression.kind {
        case .number: return .amount
        case .string: return .text
        case .temporal(let text): return FEELValue(temporal: text).flatMap(Relation.init)
        case .call(let function, _):
            switch function.kind {
            case .name("date"), .name("time"), .name("date and time"), .name("today"), .name("now"): return .moment
            case .name("duration"), .name("years and months duration"): return .length
            default: break
            }
        default: break
        }
        guard case .exactly(let value) = known(expression) else { return nil }
        return Relation(value)
    }
}
