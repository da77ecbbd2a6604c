/// Something to tell the author of a text: what is the matter, where, why, and how to repair it.
///
/// Diagnostics are data; `DiagnosticRenderer` turns them into text with an excerpt of the source.
public struct Diagnostic: Error, Hashable, Sendable {
    /// How much a diagnostic stands in the way.
    public enum Severity: String, Comparable, Hashable, Sendable {
        case note, warning, error

        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// Another place that matters: the first of two equal keys, the other end of a cycle.
    public struct Related: Hashable, Sendable {
        public let span: SourceSpan
        public let message: LocalizedText

        public init(_ message: LocalizedText, at span: SourceSpan) {
            self.span = span
            self.message = message
        }
    }

    public let severity: Severity
    /// Kind of mistake, `family/name`, for example `yaml/duplicate-key`; stable over versions.
    public let code: String
    public let message: LocalizedText
    /// Where; `nil` when the fault belongs to no text (a missing file).
    public let span: SourceSpan?
    public let related: [Related]
    /// How to repair it, with "bedoelde u …" where a near name exists.
    public let hint: LocalizedText?

    public init(
        _ severity: Severity = .error,
        code: String,
        message: LocalizedText,
        at span: SourceSpan?,
        related: [Related] = [],
        hint: LocalizedText? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.span = span
        self.related = related
        self.hint = hint
    }
}
