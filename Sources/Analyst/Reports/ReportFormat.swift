/// The forms in which an analysis can be had.
package enum ReportFormat: String, CaseIterable, Sendable {
    /// Plain lines for a terminal, 80 columns.
    case text
    /// One page that stands on its own.
    case html
    /// Data for other programs.
    case json
    /// Markdown, to edit further.
    case md
}
