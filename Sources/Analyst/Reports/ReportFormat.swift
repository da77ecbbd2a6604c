/// The forms in which an analysis can be had; the only list of them.
package enum ReportFormat: String, CaseIterable, Sendable {
    /// Plain lines for a terminal, 80 columns.
    case text
    /// One page that stands on its own.
    case html
    /// Data for other programs.
    case json
    /// Markdown, to edit further.
    case md
    /// OpenDocument text (ISO/IEC 26300), to edit in an office program.
    case odt
    /// Office Open XML text (ISO/IEC 29500), to edit in an office program.
    case docx
    /// For paper, and for those who may not edit; made by another program.
    case pdf
    /// Office Open XML workbook: the figures and findings as tables.
    case xlsx
    /// OpenDocument workbook.
    case ods
    /// The figures as one table.
    case csv

    /// It is no text, so that a terminal cannot show it.
    package var isBinary: Bool {
        switch self {
        case .text, .html, .json, .md, .csv: false
        case .odt, .docx, .pdf, .xlsx, .ods: true
        }
    }

    /// How names of such files end.
    package var fileExtension: String { self == .text ? "txt" : rawValue }

    /// As the IANA registers it, for downloads.
    package var mediaType: String {
        switch self {
        case .text: "text/plain; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .json: "application/json"
        case .md: "text/markdown; charset=utf-8"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .pdf: "application/pdf"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .csv: "text/csv; charset=utf-8"
        }
    }
}
