import Analyst
import RuleEngine

/// What is told of the word at a place of a casebook: what a key means, what a code stands for, and where it is declared.
struct CasebookAnswer {
    private let place: CasebookPlace
    private let index: RuleIndex
    private let language: Language

    init(_ place: CasebookPlace, _ index: RuleIndex, _ language: Language) {
        self.place = place
        self.index = index
        self.language = language
    }

    func answer(_ method: String, _ lines: DocumentLines, _ messages: DiagnosticMessages) -> JSONText {
        switch method {
        case "textDocument/hover": return hover(lines)
        case "textDocument/definition":
            return .array(symbol.map { index.declarations(of: $0).map { messages.location($0.span) } } ?? [])
        case "textDocument/references": return .array([])
        default: return .null
        }
    }

    private func hover(_ lines: DocumentLines) -> JSONText {
        if let words {
            return .object([
                ("contents", .object([("kind", .string("markdown")), ("value", .string(words[language]))])),
                ("range", lines.json(place.range)),
            ])
        }
        guard let symbol else { return .null }
        let span = SourceFile(name: "", text: lines.text).span(place.range)
        return Hover(index, RuleMention(symbol, .names, at: span), language).json(lines)
    }

    /// What a key, or one of the words that a key allows, means.
    private var words: LocalizedText? {
        if place.isKey, let key = place.form?[place.word] {
            let rest = key.fallback.map { LocalizedText(nl: " (zonder: \($0.nl))", en: " (left out: \($0.en))") }
            let example = "\n\n`\(key.name): \(key.example)`"
            return LocalizedText(
                nl: "**`\(key.name)`**: \(key.meaning.nl)\(rest?.nl ?? "")\(example)",
                en: "**`\(key.name)`**: \(key.meaning.en)\(rest?.en ?? "")\(example)")
        }
        guard place.valueKey == "kind", let kind = ExerciseKind(rawValue: place.word) else { return nil }
        return LocalizedText(
            nl: "**\(kind.title.nl)**\n\n\(kind.question.nl)", en: "**\(kind.title.en)**\n\n\(kind.question.en)")
    }

    /// The code that the word is.
    private var symbol: RuleSymbol? {
        let record = index.ruleBase.record
        let told = [record.vocabulary] + record.contexts.map(\.vocabulary)
        let found = index.ruleBase.findingVocabularies
        let isTold = ["figures", "question"].contains(place.valueKey)
        return (isTold ? told + found : found + told).first { index.ruleBase.vocabulary($0)?[place.word] != nil }
            .map { .code(vocabulary: $0, code: place.word) }
    }
}
