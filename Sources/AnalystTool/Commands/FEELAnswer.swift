import Analyst
import RuleEngine

/// What there is to say about one expression: the sentence, the value, the type, what went wrong, how it was read.
struct FEELAnswer {
    /// The value as FEEL writes it; `nil` when the text is not FEEL.
    let value: String?
    /// Problems, advice and notes, each with its place in the text; empty when there are none.
    let messages: String
    /// The same, with what can be told without a value, which then stands for the note on the same place.
    private let explainedMessages: String
    private let rows: TitledRows
    private let language: Language

    init(to text: String, now: FEELDateTime?, language: Language) {
        self.language = language
        let source = SourceFile(name: LocalizedText.sourceName[language], text: text)
        let renderer = DiagnosticRenderer(language: language, sources: [source])
        let parsed = FEELParser.parse(text)
        guard let expression = parsed.expression else {
            value = nil
            messages = renderer.render(parsed.problems.map { Diagnostic($0, .error, in: source) })
            explainedMessages = messages
            rows = TitledRows()
            return
        }
        let evaluator = FEELEvaluator(timeZones: SystemTimeZones(), now: now)
        let outcome = evaluator.evaluate(expression, in: FEELDictionaryScope())
        let value = outcome.result.set.description
        self.value = value
        messages = renderer.render(
            parsed.advice.map { Diagnostic($0, .warning, in: source) }
                + outcome.notes.map { Diagnostic($0, in: source) })
        let typing = FEELTypeChecker().typing(of: expression, in: FEELDictionaryTypeScope())
        explainedMessages = renderer.render(
            parsed.advice.map { Diagnostic($0, .warning, in: source) }
                + typing.findings.map { Diagnostic($0, in: source) }
                + outcome.notes.filter { note in !typing.findings.contains { $0.range == note.range } }
                .map { Diagnostic($0, in: source) })
        var names: [String] = []
        for use in expression.freeNames where !names.contains(use.name) { names.append(use.name) }
        let sentence = Verbalizer(WrittenNames(), language).answer(expression, outcome.result.set)
        rows = TitledRows([
            (.sentence, sentence), (.value, value),
            (.type, outcome.result.set.exactValue.map(Self.type) ?? "Any"),
            (.staticType, typing.type.description),
            (.normalForm, FEELPrinter.text(of: expression)),
            (.names, names.isEmpty ? "-" : names.joined(separator: ", ")),
        ])
    }

    /// All of it, a row each; the messages behind an empty line.
    var explanation: String {
        rows.text(in: language) + (explainedMessages.isEmpty ? "" : "\n" + explainedMessages + "\n")
    }

    /// The type of a value, with the types of its parts.
    static func type(of value: FEELValue) -> String {
        switch value {
        case .list(let members): "list<\(commonType(members))>"
        case .context(let context):
            "context<" + context.entries.map { "\($0.key): \(type(of: $0.value))" }.joined(separator: ", ") + ">"
        case .range(let range): "range<\(commonType([range.low, range.high].compactMap(\.self)))>"
        default: value.kind.typeName
        }
    }

    private static func commonType(_ values: [FEELValue]) -> String {
        let types = Set(values.map(type))
        return types.count == 1 ? types.first ?? "Any" : "Any"
    }
}

extension Diagnostic {
    fileprivate init(_ problem: FEELSyntaxProblem, _ severity: Severity, in source: SourceFile) {
        self.init(
            severity, code: problem.code, message: problem.message, at: source.span(problem.range), hint: problem.hint)
    }

    fileprivate init(_ finding: FEELTypeFinding, in source: SourceFile) {
        self.init(
            finding.severity, code: finding.code, message: finding.message, at: source.span(finding.range),
            hint: finding.hint)
    }

    fileprivate init(_ note: FEELNote, in source: SourceFile) {
        // `wrongArgument` is `wrong-argument` in a code.
        let name = note.kind.rawValue.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
        self.init(.note, code: "feel/" + name, message: note.message, at: source.span(note.range))
    }
}

extension LocalizedText {
    fileprivate static let sourceName = LocalizedText(nl: "expressie", en: "expression")
    fileprivate static let sentence = LocalizedText(nl: "in woorden", en: "in words")
    fileprivate static let value = LocalizedText(nl: "waarde", en: "value")
    fileprivate static let type = LocalizedText(nl: "soort", en: "type")
    /// What the value can be whatever the names stand for.
    fileprivate static let staticType = LocalizedText(nl: "kan zijn", en: "can be")
    fileprivate static let normalForm = LocalizedText(nl: "gelezen als", en: "read as")
    fileprivate static let names = LocalizedText(nl: "namen", en: "names")
}
