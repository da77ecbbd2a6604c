package import RuleEngine

/// What a table that was read is used for in a sheet; the years of one file together.
package struct TableUse: Sendable {
    private let table: EditionTable
    private let years: [Int]
    private let isBase: Bool
    /// How many indicators of the area it tells, of whatever year.
    private let figures: Int

    /// The tables in the order of their files.
    package static func all(
        of files: [EditionTable], in sheet: ImportedSheet, _ tables: TableCollection
    ) -> [TableUse] {
        var groups: [[EditionTable]] = []
        for table in files {
            if let place = groups.firstIndex(where: {
                $0[0].file == table.file && $0[0].recipe.name == table.recipe.name && $0[0].evidence == table.evidence
            }) {
                groups[place].append(table)
            } else {
                groups.append([table])
            }
        }
        return groups.map { group in
            let refs = Set(group.map(\.source.ref))
            let told = sheet.figures.count { figure in
                ([figure.newest] + figure.earlier).contains {
                    $0.result.number != nil && refs.contains($0.recipe.source.ref)
                }
            }
            return TableUse(
                table: group[0], years: group.map(\.edition.year).sorted(),
                isBase: refs.contains(tables.base.source.ref), figures: told)
        }
    }

    /// "Used: kwb.csv: Kerncijfers wijken en buurten (CBS); year 2020 (stands in the table); …"
    package var line: LocalizedText {
        let evidence = table.evidence.words
        let isUsed = isBase || figures > 0 || table.recipe.figures.isEmpty
        let head = LocalizedText(nl: isUsed ? "Gebruikt" : "Gelezen", en: isUsed ? "Used" : "Read")
        let title = "\(table.recipe.plainTitle) (\(table.recipe.publisher))"
        let list = years.map(String.init).joined(separator: ", ")
        let many = years.count > 1
        return LocalizedText(
            nl:
                "\(head.nl): \(table.file): \(title); \(many ? "jaren" : "jaar") \(list) (\(evidence.nl)); \(purpose.nl)",
            en:
                "\(head.en): \(table.file): \(title); \(many ? "years" : "year") \(list) (\(evidence.en)); \(purpose.en)"
        )
    }
}

// MARK: - Wordings

extension TableUse {
    private var purpose: LocalizedText {
        let count = LocalizedText(
            nl: "\(figures) \(figures == 1 ? "cijfer" : "cijfers")",
            en: "\(figures) \(figures == 1 ? "figure" : "figures")")
        if isBase {
            return LocalizedText(
                nl: "voor de gebieden, de inwoners en \(count.nl)", en: "for the areas, the residents and \(count.en)")
        }
        if table.recipe.figures.isEmpty { return LocalizedText(nl: "voor de namen", en: "for the names") }
        if figures == 0 {
            return LocalizedText(nl: "geen cijfers van dit gebied", en: "no figures of this area")
        }
        return LocalizedText(nl: "voor \(count.nl)", en: "for \(count.en)")
    }
}
