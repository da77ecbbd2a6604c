package import RuleEngine

/// What somebody asks of a report.
package struct ReportRequest: Sendable {
    package let format: ReportFormat
    package let language: Language
    /// All in its place. Without it HTML has the main text with annexes behind it, text and Markdown the main text alone.
    package var details: Bool
    /// For a group of readers; `nil`: all there is.
    package var version: ReportPlan.Version?
    /// The parts that are wanted, by their codes; none: all of the version.
    package var parts: [String]

    /// Who answers for it, as the last page tells; `nil`: it names nobody.
    package var author: String?

    package init(
        _ format: ReportFormat, _ language: Language, details: Bool = true, version: ReportPlan.Version? = nil,
        parts: [String] = [], author: String? = nil
    ) {
        self.format = format
        self.language = language
        self.details = details
        self.version = version
        self.parts = parts
        self.author = author
    }

    /// Less than all is asked for.
    package var isSelective: Bool { version != nil || !parts.isEmpty }

    /// Codes, names of rules and check sums are left out.
    package var isPlain: Bool { version?.isPlain ?? false }
}
