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
                diagnostic.fixes.map { fix in
                    .object([
                        ("title", .string(fix.title[language])), ("kind", .string("quickfix")),
                        ("isPreferred", .bool(fix == diagnostic.fixes.first)),
                        ("diagnostics", .array([json(diagnostic, lines)])),
                        ("edit", .object([("changes", changes(fix))])),
                    ])
                }
            })
    }

    /// The edits of a fix by file, in the order of the files.
    private func changes(_ fix: TextFix) -> JSONText {
        let byFile = Dictionary(grouping: fix.edits, by: \.span.file).sorted { $0.key < $1.key }
        return .object(
            byFile.map { file, edits in
                let lines = workspace.lines(file) ?? DocumentLines("")
                return (
                    workspace.uri(of: file),
                    .array(
                        edits.map { edit in
                            .object([
                                ("range", lines.json(edit.span.start.offset..<edit.span.end.offset)),
                                ("newText", .string(edit.replacement)),
                            ])
                        })
                )
            })
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
