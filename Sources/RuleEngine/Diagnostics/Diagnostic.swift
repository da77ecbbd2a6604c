/// Something to tell the author of a text: what is the matter, where, why, and how to repair it.
///
/// Diagnostics are data; `DiagnosticRenderer` turns them into text with an excerpt of the source.
package struct Diagnostic: Error, Hashable, Sendable {
    /// How much a diagnostic stands in the way.
    package enum Severity: String, Comparable, Hashable, Sendable {
        case note, warning, error

        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// Another place that matters: the first of two equal keys, the other end of a cycle.
    package struct Related: Hashable, Sendable {
        package let span: SourceSpan
        package let message: LocalizedText

        package init(_ message: LocalizedText, at span: SourceSpan) {
            self.span = span
            self.message = message
        }
    }

    package let severity: Severity
    /// Kind of mistake, `family/name`, for example `yaml/duplicate-key`; stable over versions.
    package let code: String
    package let message: LocalizedText
    /// Where; `nil` when the fault belongs to no text (a missing file).
    package let span: SourceSpan?
    package let related: [Related]
    /// How to repair it, with "bedoelde u …" where a near name exists.
    package let hint: LocalizedText?

    package init(
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
