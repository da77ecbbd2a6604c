// Membership in words: the cells of tables, and `in`.

extension Verbalizer {
    /// "height is 3; condition: from 1 to 2 or more than 8"; `nil` where a test has no plain wording.
    func tested(_ value: FEELExpression, _ tests: [FEELUnaryTest]) -> String? {
        var words: [String] = []
        for test in tests {
            guard let text = text(of: test, on: value) else { return nil }
            words.append(text)
        }
        // One literal reads better with its sign.
        if case .expression? = tests.first, tests.count == 1, isLiteral(tests[0]) {
            words = ["\(word("gelijk aan", "equal to")) \(words[0])"]
        }
        return "\(subject(value)); \(word("voorwaarde", "condition")): \(words.joined(separator: word(" of ", " or ")))"
    }

    private func text(of test: FEELUnaryTest, on value: FEELExpression) -> String? {
        switch test {
        case .comparison(let sign, let bound): return words(for: sign, value).map { "\($0) \(operand(bound, unit: unit(value)))" }
        case .expression(let expression):
            switch expression.kind {
            case .number, .string: return operand(expression, unit: unit(value))
            case .boolean(let answer): return ValueText(language).text(of: .boolean(answer))
            case .range(let range) where range.equality == nil: return text(of: range, unit: unit(value))
            default: return nil
            }
        }
    }

    private func text(of range: FEELRangeSyntax, unit: String?) -> String? {
        let low = range.low.map { operand($0, unit: unit) }
        let high = range.high.map { operand($0, unit: unit) }
        if let low, let high, range.lowIncluded, range.highIncluded {
            return word("van \(low) tot en met \(high)", "from \(low) to \(high)")
        }
        let parts = [
            low.map { "\(range.lowIncluded ? word("minstens", "at least") : word("meer dan", "more than")) \($0)" },
            high.map { "\(range.highIncluded ? word("hoogstens", "at most") : word("minder dan", "less than")) \($0)" },
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: word(" en ", " and "))
    }

    private func isLiteral(_ test: FEELUnaryTest) -> Bool {
        guard case .expression(let expression) = test else { return false }
        return if case .range = expression.kind { false } else { true }
    }
}
