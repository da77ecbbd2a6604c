package import RuleEngine

/// What was asked of an analysis beside its day: all that shapes the report and stands neither in the sheet nor in the rules.
package struct AnalysisOptions: Hashable, Sendable {
    package let language: Language
    /// The form of the report, by its name in the command.
    package let format: String
    /// Text and Markdown tell what they only name otherwise.
    package let details: Bool
    /// Figures that were published after the day are used.
    package let laterFigures: Bool
    /// Rules that are wrong are left out instead of refused.
    package let allowErrors: Bool

    /// The group of readers that it is made for, by its code; `nil` for all there is.
    package let version: String?
    /// The parts that were asked for, by their codes; none for all of the version.
    package let parts: [String]
    /// Who answers for the report; `nil`: it names nobody.
    package let author: String?

    package init(
        language: Language, format: String, details: Bool, laterFigures: Bool, allowErrors: Bool,
        version: String? = nil, parts: [String] = [], author: String? = nil
    ) {
        self.language = language
        self.format = format
        self.details = details
        self.laterFigures = laterFigures
        self.allowErrors = allowErrors
        self.version = version
        self.parts = parts
        self.author = author
    }
}
