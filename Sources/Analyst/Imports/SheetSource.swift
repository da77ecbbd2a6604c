package import RuleEngine

/// A published table as a sheet names it.
package struct SheetSource: Hashable, Sendable {
    /// Name inside the sheet.
    package let ref: String
    package let title: String
    package let publisher: String
    /// Number of the table with the publisher.
    package let table: String?
    package let licence: String
    /// Year of the boundaries of its regions; `nil` for postcodes.
    package let regions: Int?
    /// Year of the figures.
    package let year: Int
    package let publication: Publication
    /// What a reader should know about the figures.
    package let note: LocalizedText?

    /// `CBS StatLine 84799NED`: where the boundary of an area of these regions comes from.
    package var definitionLine: String {
        table.map { "\(publisher) StatLine \($0)" } ?? "\(publisher), \(title)"
    }

    /// When the figures came out.
    package enum Publication: Hashable, Sendable {
        /// The date of the edition, ISO 8601.
        case on(String)
        /// Not known; at the latest on this date, by our own estimate.
        case by(String)
    }
}

// MARK: - Wordings

extension SheetSource.Publication {
    /// Said beside an estimated date.
    package static let estimateNote = LocalizedText(
        nl: "De datum van publicatie is niet bekend; dit is onze schatting van de laatste dag.",
        en: "The date of publication is not known; this is our estimate of the latest day.")
}
