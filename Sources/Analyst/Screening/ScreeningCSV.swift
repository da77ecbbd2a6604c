package import RuleEngine

/// A screening as CSV (RFC 4180), with a header and one row to an area.
///
/// Lists within a cell are parted by spaces. A problem is written `code:severity`, with `a-b` for a severity between two.
package struct ScreeningCSV {
    package let screening: Screening
    package let language: Language

    package init(screening: Screening, language: Language) {
        self.screening = screening
        self.language = language
    }

    package static let columns = [
        "code", "name", "municipality", "rank", "band", "rank_low", "rank_high", "domains_known", "residents",
        "domains", "domain_count", "severity", "score_low", "score_high", "problems", "open_problems", "flags",
        "not_known", "reason",
        "source",
    ]

    package var text: String {
        var text = Self.columns.joined(separator: ",") + "\n"
        let source = screening.sources.map(\.licenceLine).joined(separator: "; ")
        for row in screening.rowsByPlace {
            text += (cells(row) + [source]).map { SpreadsheetText.quoted($0) }.joined(separator: ",")
            text += "\n"
        }
        return text
    }

    private func cells(_ row: Screening.Row) -> [String] {
        let area = row.area
        func number(_ value: Int?) -> String { value.map { String($0) } ?? "" }
        func problems(_ isFound: Bool) -> String {
            area.problems.filter { $0.isFound == isFound }.map { "\($0.code):\($0.severity.text)" }
                .joined(separator: " ")
        }
        return [
            area.region.text, SpreadsheetText.harmless(area.name), SpreadsheetText.harmless(area.municipality),
            number(row.place?.rank),
            area.band, number(row.place?.low),
            number(row.place?.high), String(area.knownDomains.count), area.residents?.description ?? "",
            area.domains.joined(separator: " "), String(area.domains.count), area.severity?.low.description ?? "",
            area.score?.low.description ?? "", area.score?.high.description ?? "", problems(true), problems(false),
            area.flags.joined(separator: " "), area.missing.joined(separator: " "),
            screening.reasons(area).map { $0[language] }.joined(separator: "; "),
        ]
    }
}

extension Screening {
    /// Why an area has no place, in words.
    package func reasons(_ area: ScreenedArea) -> [LocalizedText] {
        Labels(ruleBase: ruleBase).titles(area.reasons, in: VocabularyName.screeningReasons)
    }
}

extension Labels {
    package func titles(_ codes: [String], in vocabulary: String) -> [LocalizedText] {
        codes.map { title($0, in: vocabulary) }
    }
}

extension SheetSource {
    /// `CBS 84799NED, CC BY 4.0, bron: CBS`: whom to name where the figures are shown.
    package var licenceLine: String {
        [[publisher, table].compactMap(\.self).joined(separator: " "), licence].joined(separator: ", ")
    }
}
