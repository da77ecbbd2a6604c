package import RuleEngine

/// The forms in which results of trainees can be had.
package enum TrainingFormat: String, CaseIterable, Sendable {
    case csv, xlsx, ods
    /// Statements of the Experience API (IEEE 9274.1.1), for a learning record store.
    case xapi

    package var fileExtension: String { self == .xapi ? "json" : rawValue }

    package var mediaType: String {
        switch self {
        case .csv: ReportFormat.csv.mediaType
        case .xlsx: ReportFormat.xlsx.mediaType
        case .ods: ReportFormat.ods.mediaType
        case .xapi: ReportFormat.json.mediaType
        }
    }
}

/// The forms in which a case can be had for a learning environment.
package enum CaseFormat: String, CaseIterable, Sendable {
    /// Moodle XML: a text and questions to import.
    case moodle
    /// A package of IMS Question and Test Interoperability 3.
    case qti

    package var fileExtension: String { self == .moodle ? "xml" : "zip" }
}

// MARK: - Wordings

extension TrainingFormat {
    package var title: LocalizedText {
        switch self {
        case .csv: LocalizedText(verbatim: "CSV")
        case .xlsx: LocalizedText(nl: "XLSX (Excel)", en: "XLSX (Excel)")
        case .ods: LocalizedText(nl: "ODS (OpenDocument)", en: "ODS (OpenDocument)")
        case .xapi: LocalizedText(nl: "xAPI (voor een leeromgeving)", en: "xAPI (for a learning environment)")
        }
    }
}
