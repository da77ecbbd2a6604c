import Analyst
import RuleEngine

/// Diagnostics as an editor shows them, and the changes that mend them.
struct DiagnosticMessages {
    private let workspace: RuleWorkspace
    private let language: Language
    /// So many are sent of one file; the others are counted.
    private static let limit = 200

    init(_ workspace: RuleWorkspace, _ language: Language) {
        self.workspace = workspace
        self.language = language
    }

    /// All of one file.
    func notice(_ name: String, _ diagnostics: [Diagnostic]) -> JSONText {
        let lines = workspace.lines(name) ?? DocumentLines("")
        var members: [(String, JSONText)] = [("uri", .string(workspace.uri(of: name)))]
        if let version = workspace.open[name]?.version { members.append(("version", .number("\(version)"))) }
        members.append(("diagnostics", .array(diagnostics.prefix(Self.limit).map { json($0, lines) })))
        return ProtocolMessage.notice("textDocument/publishDiagnostics", .object(members))
    }

    private func json(_ diagnostic: Diagnostic, _ lines: DocumentLines) -> JSONText {
        let span = diagnostic.span
        let range = (span?.start.offset ?? 0)..<max(span?.start.offset ?? 0, span?.end.offset ?? 0)
        let hint = diagnostic.hint.map { "\n\($0[language])" } ?? ""
        return .object([
            ("range", lines.json(range)), ("severity", .number("\(diagnostic.severity.number)")),
            ("code", .string(diagnostic.code)), ("source", .string("analyst")),
            ("message", .string(HarmlessText.of(diagnostic.message[language] + hint, lineBreaks: .kept))),
            (
                "relatedInformation",
                .array(
                    diagnostic.related.prefix(10).map { related in
                        .object([
                            ("location", location(related.span)), ("message", .string(related.message[language])),
                        ])
                    })
            ),
        ])
    }

    func location(_ span: SourceSpan) -> JSONText {
        let lines = workspace.lines(span.file) ?? DocumentLines("")
        return .object([
            ("uri", .string(workspace.uri(of: span.file))), ("range", lines.json(span.start.offset..<span.end.offset)),
        ])
    }

    /// The changes that mend what is wrong within a stretch of a file.
    func actions(_ name: String, _ diagnostics: [Diagnostic], within range: Range<Int>) -> JSONText {
        guard let lines = workspace.lines(name) else { return .array([]) }
        let own = diagnostics.filter { diagnostic in
            guard let span = diagnostic.span, span.file == name else { return false }
            return span.start.offset <= range.upperBound && range.lowerBound <= span.end.offset
        }
        return .array(
            own.flatMap { diagnostic in
                diagnostic.repairs.map { repair in
                    .object([
                        ("title", .string(repair.title[language])), ("kind", .string("quickfix")),
                        ("isPreferred", .bool(true)), ("diagnostics", .array([json(diagnostic, lines)])),
                        (
                            "edit",
                            .object([
                                (
                                    "changes",
                                    .object([
                                        (
                                            workspace.uri(of: name),
                                            .array([
                                                .object([
                                                    (
                                                        "range",
                                                        lines.json(
                                                            repair.span.start.offset..<repair.span.end.offset)
                                                    ),
                                                    ("newText", .string(repair.text)),
                                                ])
                                            ])
                                        )
                                    ])
                                )
                            ])
                        ),
                    ])
                }
            })
    }
}

extension Diagnostic {
    /// A text in the place of what is wrong.
    struct Repair {
        let title: LocalizedText
        let span: SourceSpan
        let text: String
    }

    /// The name that was meant, where the hint says one.
    var repairs: [Repair] {
        guard let span, let hint, let start = hint.en.firstRange(of: "did you mean ‘")?.upperBound,
            let end = hint.en[start...].firstIndex(of: "’")
        else { return [] }
        let text = String(hint.en[start..<end])
        return [Repair(title: LocalizedText(nl: "Schrijf ‘\(text)’", en: "Write ‘\(text)’"), span: span, text: text)]
    }
}

extension Diagnostic.Severity {
    /// As the protocol numbers them.
    fileprivate var number: Int {
        switch self {
        case .error: 1
        case .warning: 2
        case .note: 3
        }
    }
}
