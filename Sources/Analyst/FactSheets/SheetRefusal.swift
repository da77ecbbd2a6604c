package import RuleEngine

/// What is said of a file that is sent where a fact sheet is asked, and that is no text at all.
package enum SheetRefusal {
    /// - Returns: `nil` where the bytes are a text, which may be a fact sheet.
    package static func reason(_ bytes: [UInt8]) -> LocalizedText? {
        let format = FileFormat(bytes)
        switch format {
        case .zip, .gzip:
            let kind = kind(ofArchive: bytes)
            return LocalizedText(
                nl: "Dit is \(kind.nl), geen feitenblad. \(advice.nl)",
                en: "This is \(kind.en), no fact sheet. \(advice.en)")
        case .other(let other) where other != .unknown:
            return LocalizedText(
                nl: "Dit is \(other.kind.nl), geen feitenblad. \(advice.nl)",
                en: "This is \(other.kind.en), no fact sheet. \(advice.en)")
        case .other, .delimited, .json:
            return String(validating: bytes, as: UTF8.self) == nil ? noText : nil
        }
    }

    private static func kind(ofArchive bytes: [UInt8]) -> LocalizedText {
        let packed = LocalizedText(nl: "een ingepakt bestand", en: "a packed file")
        do {
            let archive = try ZipArchive(name: "", bytes: bytes)
            if OfficeWorkbook.isWorkbook(archive) || OpenDocumentSheets.isWorkbook(archive, limit: 1 << 20) {
                return LocalizedText(nl: "een rekenblad", en: "a spreadsheet")
            }
            return OtherFormat.of(archive)?.kind ?? packed
        } catch {
            return packed
        }
    }

    // MARK: - Wordings

    private static let advice = LocalizedText(
        nl: """
            Een feitenblad is een tekst in YAML, die ‘analyst sheet new’ van tabellen maakt. Heeft u al een dossier, stuur uw \
            tabellen dan daar, bij ‘Cijfers overnemen uit tabellen’.
            """,
        en: """
            A fact sheet is a text in YAML, which ‘analyst sheet new’ makes of tables. If you have a dossier already, send your \
            tables there, under ‘Take over figures from tables’.
            """)

    private static let noText = LocalizedText(
        nl: "Dit bestand is geen tekst in UTF-8. Bewaar het als UTF-8 en stuur het opnieuw.",
        en: "This file is no text in UTF-8. Save it as UTF-8 and send it again.")
}
