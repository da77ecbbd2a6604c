import RuleEngine

/// Questions that people are asked and no rule looks at: names of a context that has a vocabulary of its own, read in none
/// of the contexts that share it.
///
/// A code that another vocabulary names, such as the ground of an instrument, is looked at by way of that.
struct UnusedQuestions {
    let ruleBase: RuleBase

    /// In the order of the vocabularies.
    var diagnostics: [Diagnostic] {
        let record = ruleBase.record
        let vocabularies = Set(record.contexts.map(\.vocabulary)).subtracting([record.vocabulary])
        guard !vocabularies.isEmpty else { return [] }
        var read: [String: Set<String>] = [:]
        let lists = Dictionary(record.contexts.map { ($0.name, $0.vocabulary) }) { first, _ in first }
        for slot in ruleBase.rules.flatMap(\.expressions).flatMap(\.slots) {
            if let context = slot.context, let list = lists[context] { read[list, default: []].insert(slot.name) }
        }
        for vocabulary in ruleBase.vocabularies {
            for attribute in vocabulary.attributes {
                switch attribute.kind {
                case .code(let list) where vocabularies.contains(list):
                    read[list, default: []].formUnion(vocabulary.codes.compactMap { $0.string(attribute.name) })
                case .codes(let list) where vocabularies.contains(list):
                    read[list, default: []].formUnion(vocabulary.codes.flatMap { $0.codes(attribute.name) })
                default: continue
                }
            }
        }
        return ruleBase.vocabularies.filter { vocabularies.contains($0.name) }.flatMap { vocabulary in
            vocabulary.codes.filter { read[vocabulary.name]?.contains($0.code) != true }.map { .unused($0) }
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func unused(_ code: Vocabulary.Term) -> Diagnostic {
        Diagnostic(
            .warning, code: "rule/unused-question",
            message: LocalizedText(
                nl: "geen regel kijkt naar het antwoord op ‘\(code.code)’",
                en: "no rule looks at the answer to ‘\(code.code)’"),
            at: code.span,
            hint: LocalizedText(
                nl: "gebruik ‘\(code.code)’ in een voorwaarde, of haal de vraag weg: antwoorden kost mensen moeite",
                en: "use ‘\(code.code)’ in a condition, or remove the question: answering takes people trouble"))
    }
}
