package import RuleEngine

/// What a class of cost may come to in a year, in thousands of euros: a range, as the vocabulary of classes has it.
package struct CostClass: Sendable {
    package let code: String
    package let title: LocalizedText
    package let low: Int
    package let high: Int

    /// The classes of the rules, from cheap to dear.
    package static func all(_ ruleBase: RuleBase) -> [CostClass] {
        (ruleBase.vocabulary(VocabularyName.costClasses)?.codes ?? []).compactMap { term in
            guard case .number(let low)? = term.value("low"), case .number(let high)? = term.value("high"),
                let low = low.integerValue, let high = high.integerValue
            else { return nil }
            return CostClass(code: term.code, title: term.title, low: low, high: high)
        }
    }
}

extension [CostClass] {
    /// The class of a code; the dearest where there is none of that code, so that a budget is kept.
    package func of(_ code: String?) -> CostClass? { first { $0.code == code } ?? last }
}
