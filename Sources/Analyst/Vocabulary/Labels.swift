package import RuleEngine

/// Names of attributes, grades and reasons, as the vocabularies give them.
package struct Labels: Sendable {
    package let ruleBase: RuleBase

    package init(ruleBase: RuleBase) {
        self.ruleBase = ruleBase
    }

    /// The name of an attribute or field; `nil` when it is not meant for readers.
    package func name(of attribute: String) -> LocalizedText? {
        ruleBase.vocabulary(VocabularyName.attributeNames)?[attribute]?.title
    }

    /// The field in the key of a fact whose code has the unit of this field; `nil` where the field has no unit.
    package func unitGiver(of attribute: String) -> String? {
        ruleBase.vocabulary(VocabularyName.attributeNames)?[attribute]?.string("unit_of")
    }

    /// The title of a code of a vocabulary, else the code.
    package func title(_ code: String, in vocabulary: String) -> LocalizedText {
        ruleBase.vocabulary(vocabulary)?[code]?.title ?? LocalizedText(verbatim: code)
    }

    /// " (aantal)", " (number)": a unit behind a title, in the language; nothing without a unit.
    package func unit(_ unit: String?, _ language: Language) -> String {
        guard let unit else { return "" }
        return " (\(ValueText(language, units: Naming(ruleBase).units).title(ofUnit: unit)))"
    }

    /// The value of an attribute in words: by the vocabulary of its values where there is one.
    ///
    /// - Parameter isPart: the words stand in a sentence that says itself that not all is known.
    package func text(
        of set: ValueSet, attribute: String, unit: String? = nil, isPart: Bool = false, in language: Language
    ) -> String {
        let vocabulary = ruleBase.vocabulary(VocabularyName.attributeNames)?[attribute]?.string("values")
            .flatMap { ruleBase.vocabulary($0) }
        let values = ValueText(language, units: Naming(ruleBase).units)
        let shown = vocabulary.map { translated(set, $0, attribute, language) } ?? set
        return isPart ? values.part(of: shown, unit: unit) : values.text(of: shown, unit: unit)
    }

    /// Codes and grades replaced by their titles.
    private func translated(
        _ set: ValueSet, _ vocabulary: Vocabulary, _ attribute: String, _ language: Language
    ) -> ValueSet {
        func value(_ value: FEELValue) -> FEELValue {
            switch value {
            case .list(let values): return .list(values.map { self.value($0, vocabulary, attribute, language) })
            default: return self.value(value, vocabulary, attribute, language)
            }
        }
        switch set {
        case .exactly(let one): return .exactly(value(one))
        case .oneOf(let many): return .oneOf(many.map(value))
        case .list(let list):
            return .list(
                UncertainList(
                    members: list.members.map {
                        UncertainList.Member(
                            translated($0.value, vocabulary, attribute, language), certain: $0.certain)
                    }, open: list.open, distinct: list.distinct, unordered: list.unordered))
        case .numbers, .context, .anything: return set
        }
    }

    private func value(
        _ value: FEELValue, _ vocabulary: Vocabulary, _ attribute: String, _ language: Language
    ) -> FEELValue {
        let code = vocabulary[value.text] ?? vocabulary["\(attribute)-\(value.text)"]
        return code.map { .string($0.title[language]) } ?? value
    }
}
