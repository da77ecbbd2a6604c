/// What comparisons, the tests of `in` and the cells of decision tables ask of a value.
extension Verbalizer {
    /// What a test says of a value: "more than 3".
    struct Predicate {
        let text: String
        /// Has parts that "not" would not reach without brackets.
        private let isCompound: Bool
        /// The opposite, where it is not made with "not".
        private let opposite: String?

        init(_ text: String, isCompound: Bool = false, opposite: String? = nil) {
            self.text = text
            self.isCompound = isCompound
            self.opposite = opposite
        }

        func text(is expected: Bool, _ language: Language) -> String {
            if expected { return text }
            return opposite ?? "\(language.word("niet", "not")) \(isCompound ? "(\(text))" : text)"
        }
    }

    func predicate(
        _ sign: FEELExpression.BinaryOperator, _ operand: FEELExpression, like subject: FEELExpression?
    ) -> Predicate {
        if operand.kind == .null, sign == .equal { return Predicate(word("zonder waarde", "without value")) }
        if operand.kind == .null, sign == .notEqual { return Predicate(word("met een waarde", "with a value")) }
        let relation = relation(operand) ?? subject.flatMap { self.relation($0) } ?? .amount
        let words = relation.words(sign, language) ?? ""
        return Predicate("\(words) \(self.operand(operand, like: subject))")
    }

    /// "at least 1 and less than 10"
    func predicate(_ range: FEELRangeSyntax, like subject: FEELExpression?) -> Predicate {
        if let equality = range.equality, let bound = range.low { return predicate(equality, bound, like: subject) }
        let low = range.low.map { predicate(range.lowIncluded ? .greaterOrEqual : .greater, $0, like: subject).text }
        let high = range.high.map { predicate(range.highIncluded ? .lessOrEqual : .less, $0, like: subject).text }
        let parts = [low, high].compactMap(\.self)
        guard !parts.isEmpty else { return Predicate(word("wat dan ook", "anything")) }
        return Predicate(parts.joined(separator: word(" en ", " and ")), isCompound: parts.count > 1)
    }

    func predicate(_ test: FEELUnaryTest, like subject: FEELExpression?) -> Predicate {
        switch test {
        case .comparison(let sign, let operand): return predicate(sign, operand, like: subject)
        case .expression(let expression):
            if expression.reads("?") {
                let scope = inside(["?": word("de waarde", "the value")])
                let claim =
                    scope.isStatement(expression)
                    ? scope.clause(expression).text : "\(scope.phrase(expression).text(in: .side)): \(yes)"
                return Predicate(word("zo dat geldt: (\(claim))", "such that: (\(claim))"))
            }
            switch expression.kind {
            case .range(let range): return predicate(range, like: subject)
            case .list(let items) where !items.isEmpty: return oneOf(items, like: subject)
            case _ where isConstant(expression): return predicate(.equal, expression, like: subject)
            default:
                let operand = operand(expression, like: subject)
                return Predicate(word("gelijk aan of een deel van \(operand)", "equal to or part of \(operand)"))
            }
        }
    }

    private func oneOf(_ items: [FEELExpression], like subject: FEELExpression?) -> Predicate {
        let words = items.map { operand($0, like: subject) }
        let list = values.list(words, word("of", "or"))
        return Predicate(
            word("een van: \(list)", "one of: \(list)"), opposite: word("geen van: \(list)", "none of: \(list)"))
    }

    func membership(
        _ subject: FEELExpression, _ tests: [FEELUnaryTest], in expression: FEELExpression, is expected: Bool
    ) -> Clause { about(subject, predicates(tests, like: subject), in: expression, is: expected) }

    /// Several values of which one must be met are listed: "one of: 1, 2 or 3".
    private func predicates(_ tests: [FEELUnaryTest], like subject: FEELExpression?) -> [Predicate] {
        let items = tests.compactMap { test -> FEELExpression? in
            guard case .expression(let item) = test, isConstant(item) else { return nil }
            switch item.kind {
            case .range, .list, .context, .function: return nil
            default: return item
            }
        }
        guard items.count == tests.count, items.count > 1 else { return tests.map { predicate($0, like: subject) } }
        return [oneOf(items, like: subject)]
    }

    /// What a cell of a decision table asks of the value that it is about: "more than 5, or equal to 3"; without a
    /// subject: "any value".
    package func words(_ tests: FEELUnaryTests) -> String {
        switch tests {
        case .any: return word("wat dan ook", "anything")
        case .tests(let tests):
            return predicates(tests, like: nil).map(\.text).joined(separator: word(", of ", ", or "))
        case .negated(let tests):
            return predicates(tests, like: nil).map { $0.text(is: false, language) }
                .joined(separator: word(" en ", " and "))
        }
    }
}

extension FEELExpression {
    /// Whether a name stands in the expression that the expression does not bind.
    fileprivate func reads(_ name: String) -> Bool { freeNames.contains { $0.name == name } }
}
