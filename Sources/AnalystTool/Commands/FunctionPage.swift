import RuleEngine

/// `analyst feel --functions NAME`: what one function is for, how it is called and what it gives, with calls that are run.
struct FunctionPage {
    let text: String

    /// - Parameter now: what `now()` gives in the examples.
    init(_ function: Builtin, now: FEELDateTime?, _ language: Language) {
        let evaluator = FEELEvaluator(timeZones: SystemTimeZones(), now: now, extensions: Builtin.extensions)
        let examples = function.examples(by: evaluator)
        var rows: [(title: LocalizedText, text: String)] = [(.function, function.name)]
        let documentation = function.documentation
        rows += [documentation?.summary, documentation?.details].compactMap(\.self).map { (.meaning, $0[language]) }
        rows += function.typedForms.map { (.form, $0) }
        let optional = function.optionalParameters
        if !optional.isEmpty { rows.append((.optional, optional.joined(separator: ", "))) }
        rows.append((.result, function.resultText))
        if let family = Builtin.families.first(where: { $0.functions.contains { $0 === function } }) {
            rows.append((.family, family.title[language]))
        }
        if let place = documentation?.onlyIn { rows.append((.place, place[language])) }
        if let first = examples.first {
            let words = Verbalizer(WrittenNames(), language).answer(first.call, first.outcome.result.set)
            rows.append((.words, words))
        }
        let lines = examples.map { "  " + Self.line($0, language) + "\n" }
        text = TitledRows(rows).text(in: language) + "\n" + LocalizedText.examples[language] + "\n" + lines.joined()
    }

    private static func line(_ example: Builtin.Example, _ language: Language) -> String {
        let reason = example.outcome.notes.first.map { ": " + $0.message[language] } ?? ""
        let (call, value) = (FEELPrinter.text(of: example.call), example.outcome.result.set.description)
        return "\(call) \(LocalizedText.gives[language]) \(value)\(reason)"
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let function = LocalizedText(nl: "functie", en: "function")
    fileprivate static let meaning = LocalizedText(nl: "betekenis", en: "meaning")
    fileprivate static let form = LocalizedText(nl: "aanroep", en: "call")
    fileprivate static let optional = LocalizedText(nl: "mag weg", en: "may be left out")
    fileprivate static let result = LocalizedText(nl: "uitkomst", en: "result")
    fileprivate static let family = LocalizedText(nl: "hoort bij", en: "belongs to")
    fileprivate static let place = LocalizedText(nl: "alleen in", en: "only in")
    fileprivate static let words = LocalizedText(nl: "in woorden", en: "in words")
    fileprivate static let examples = LocalizedText(nl: "voorbeelden", en: "examples")
    fileprivate static let gives = LocalizedText(nl: "geeft", en: "gives")
}
