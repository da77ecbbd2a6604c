package import RuleEngine

/// What a crosswalk is used for in the sheet of an area, told to whoever stated it.
package enum CrosswalkUse {
    /// For each table of another year and each region: what it was made of, and how much of its residents that covers.
    package static func lines(for regions: [RegionCode], in tables: TableCollection) -> [LocalizedText] {
        guard let crosswalk = tables.crosswalk else { return [] }
        var lines: [LocalizedText] = []
        for table in tables.tables {
            for region in regions {
                let origins = tables.origins(of: region, in: table)
                guard !origins.isEmpty else { continue }
                let sum = origins.reduce(FEELNumber.zero) { $0 + $1.share }
                let line = LocalizedText.used(
                    crosswalk.name, tables.names[region] ?? region.text, region, table.source.title, origins, sum)
                lines.append(sum < SheetInputs.leastCoverage ? line.followed(by: .tooLittle) : line)
            }
        }
        return lines.isEmpty ? [.unused(crosswalk.name)] : lines
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate func followed(by other: LocalizedText) -> LocalizedText {
        LocalizedText(nl: nl + other.nl, en: en + other.en)
    }

    fileprivate static func used(
        _ file: String, _ name: String, _ region: RegionCode, _ title: String, _ origins: [Crosswalk.Origin],
        _ sum: FEELNumber
    ) -> LocalizedText {
        func text(_ language: Language) -> String {
            let parts = origins.map { "\($0.region.text) \(NumberText.text(of: $0.share, in: language)) %" }
            let whole = NumberText.text(of: sum, in: language)
            switch language {
            case .nl:
                return "\(file): \(name) (\(region.text)) in \(title) uit \(parts.joined(separator: ", ")); samen "
                    + "\(whole) % van de inwoners"
            case .en:
                return "\(file): \(name) (\(region.text)) in \(title) from \(parts.joined(separator: ", ")); together "
                    + "\(whole) % of the residents"
            }
        }
        return LocalizedText(nl: text(.nl), en: text(.en))
    }

    fileprivate static let tooLittle = LocalizedText(
        nl: ": te weinig, dus cijfers van dat jaar zijn niet bekend",
        en: ": too little, so figures of that year are not known")

    fileprivate static func unused(_ file: String) -> LocalizedText {
        LocalizedText(
            nl: "\(file) is niet gebruikt: er is geen tabel van een jaar en een gebied waar het bestand iets over zegt",
            en: "\(file) is not used: there is no table of a year and a region that the file says something of")
    }
}
