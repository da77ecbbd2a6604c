package import RuleEngine

/// A name or code that does not stand for one region, with the regions that may be meant.
package struct UnclearArea: Error {
    package enum Reason: Sendable {
        /// Several regions have the name.
        case several([AreaSearch.Hit])
        /// None has it; these come near.
        case notFound(near: [AreaSearch.Hit])
        /// A municipality is no area; these are its wijken.
        case municipality([AreaSearch.Hit])
        /// A code that the table with this title does not have.
        case notInTable(String)
        /// The tables have codes only.
        case noNames
    }

    /// As the user wrote it.
    package let text: String
    package let reason: Reason

    init(_ text: String, _ reason: Reason) {
        self.text = HarmlessText.of(text, lineBreaks: .shown)
        self.reason = reason
    }

    /// What is wrong, the regions one per line, and how to choose.
    package func text(in language: Language) -> String {
        let hits: [AreaSearch.Hit]
        switch reason {
        case .several(let found), .notFound(let found), .municipality(let found): hits = found
        case .notInTable, .noNames: hits = []
        }
        var lines = [message[language]]
        lines += Self.rows(hits, language)
        if let advice = advice(hits.first) { lines.append(advice[language]) }
        return lines.joined(separator: "\n")
    }

    /// A table of regions: code, level, name, municipality and residents.
    private static func rows(_ hits: [AreaSearch.Hit], _ language: Language) -> [String] {
        let cells = hits.map { hit in
            [
                hit.region.text, hit.region.level == .wijk ? "wijk" : "buurt", hit.name, hit.municipality,
                hit.residents.map { residents($0)[language] } ?? "",
            ]
        }
        let widths = (0..<5).map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { row in
            let padded = row.indices.dropLast().map { column in
                row[column] + String(repeating: " ", count: widths[column] - row[column].count)
            }
            return "  " + (padded + [row[4]]).joined(separator: "  ").trimmed
        }
    }
}

// MARK: - Wordings

extension UnclearArea {
    private var message: LocalizedText {
        switch reason {
        case .several(let hits):
            LocalizedText(
                nl: "‘\(text)’ komt \(hits.count) keer voor:", en: "‘\(text)’ occurs \(hits.count) times:")
        case .notFound(let near) where near.isEmpty:
            LocalizedText(
                nl: "geen wijk of buurt in de tabel heet ‘\(text)’, en geen naam lijkt erop",
                en: "no wijk or buurt in the table is called ‘\(text)’, and no name comes near")
        case .notFound:
            LocalizedText(
                nl: "geen wijk of buurt in de tabel heet ‘\(text)’. Bedoelde u:",
                en: "no wijk or buurt in the table is called ‘\(text)’. Did you mean:")
        case .municipality(let hits) where hits.isEmpty:
            LocalizedText(nl: "‘\(text)’ is geen wijk of buurt", en: "‘\(text)’ is no wijk or buurt")
        case .municipality:
            LocalizedText(
                nl: "‘\(text)’ is een gemeente; een feitenblad gaat over een wijk of buurt. De wijken:",
                en: "‘\(text)’ is a municipality; a sheet is about a wijk or buurt. Its wijken:")
        case .notInTable(let title):
            LocalizedText(nl: "de code ‘\(text)’ staat niet in \(title)", en: "the code ‘\(text)’ is not in \(title)")
        case .noNames:
            LocalizedText(
                nl: "‘\(text)’ is geen code, en in de tabellen staan geen namen van wijken en buurten",
                en: "‘\(text)’ is no code, and the tables have no names of wijken and buurten")
        }
    }

    private func advice(_ first: AreaSearch.Hit?) -> LocalizedText? {
        switch reason {
        case .several, .municipality, .notFound:
            guard let first else {
                return LocalizedText(
                    nl: "Noem de code, zoals BU06060607, of de naam met de gemeente: \"Naam, Gemeente\".",
                    en: "Give the code, such as BU06060607, or the name with its municipality: \"Name, Municipality\".")
            }
            return LocalizedText(
                nl: "Kies er één met de code: analyst sheet new \(first.region.text)",
                en: "Choose one by its code: analyst sheet new \(first.region.text)")
        case .notInTable:
            return LocalizedText(
                nl:
                    "Kijk of het een code van dat jaar is; met --boundaries kiest u een ander jaar dat in de map staat.",
                en: "See whether it is a code of that year; --boundaries chooses another year that is in the folder.")
        case .noNames:
            return LocalizedText(
                nl: "Noem de code, zoals BU06060607, of zet de tabel met namen van hetzelfde jaar in de map.",
                en: "Give the code, such as BU06060607, or put the table of names of the same year into the folder.")
        }
    }

    private static func residents(_ number: FEELNumber) -> LocalizedText {
        LocalizedText(
            nl: "\(NumberText.text(of: number, in: .nl)) inwoners",
            en: "\(NumberText.text(of: number, in: .en)) residents"
        )
    }
}
