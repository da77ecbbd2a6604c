/// Something to tell the author of a text: what is the matter, where, why, and how to repair it.
///
///     for diagnostic in reading.diagnostics where diagnostic.severity == .error {
///         print(diagnostic.code, diagnostic.message[.en])
///     }
///
/// Diagnostics are data; `DiagnosticRenderer` turns them into text with an excerpt of the source.
public struct Diagnostic: Error, Hashable, Sendable {
    /// How much a diagnostic stands in the way.
    public enum Severity: String, Comparable, Hashable, Sendable {
        /// Good to know; `warning`: probably not what was meant; `error`: what is marked does not count.
        case note, warning, error

        /// A note is less than a warning, a warning less than an error.
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
        /// The other place.
        public let span: SourceSpan
        /// What is to be seen there.
        public let message: LocalizedText

        /// A remark on another place.
        public init(_ message: LocalizedText, at span: SourceSpan) {
            self.span = span
            self.message = message
        }
    }

    /// How much it stands in the way.
    public let severity: Severity
    /// Kind of mistake, `family/name`, for example `yaml/duplicate-key`; stable over versions.
    public let code: String
    /// What is the matter, as a sentence.
    public let message: LocalizedText
    /// Where; `nil` when the fault belongs to no text (a missing file).
    public let span: SourceSpan?
    /// Other places that matter, in the order in which they are to be read.
    public let related: [Related]
    /// How to repair it, with "bedoelde u …" where a near name exists.
    public let hint: LocalizedText?
    /// Ways to mend it that leave nothing to think about, the likeliest first.
    package let fixes: [TextFix]
    /// The name that is not there, where that is what is the matter.
    package let missing: MissingName?

    package init(
        _ severity: Severity = .error,
        code: String,
        message: LocalizedText,
        at span: SourceSpan?,
        related: [Related] = [],
        hint: LocalizedText? = nil,
        fixes: [TextFix] = [],
        missing: MissingName? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.span = span
        self.related = related
        self.hint = hint
        self.fixes = fixes
        self.missing = missing
    }
}
