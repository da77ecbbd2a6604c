import RuleEngine

/// Numbers by region and column, in the order of the table.
package struct RegionFigures<Column: Hashable & CaseIterable & Sendable>: Sendable {
    /// Regions in the order of the table.
    package let regions: [RegionCode]

    private let rows: [RegionCode: Int]
    private let values: [Column: [FEELNumber?]]

    /// - Parameters:
    ///   - codes: columns that may hold the code of a row; the first filled one counts.
    ///   - names: the names under which each column may appear. Absent columns give unknown figures.
    ///   - synonyms: texts that stand for a code, such as `Nederland`.
    /// - Throws: `table/unknown-region-code`, `table/region-twice`, and what reading numbers throws.
    package init(
        _ table: DelimitedTable, codes: [Int], synonyms: [String: RegionCode] = [:], names: (Column) -> [String]
    ) throws(BadInput) {
        var regions: [RegionCode] = []
        var rows: [RegionCode: Int] = [:]
        var tableRows: [Int] = []
        for row in table.rows {
            let found = codes.lazy.compactMap { column in table.cell(row, column).map { (column, $0) } }.first
            guard let (column, text) = found else { continue }
            guard let region = synonyms[text] ?? RegionCode(text) else {
                if table.isRemark(row) { continue }
                throw table.failure("table/unknown-region-code", unknownCode(text), row: row, column: column)
            }
            if rows[region] != nil {
                throw table.failure("table/region-twice", regionTwice(text), row: row, column: column)
            }
            rows[region] = regions.count
            regions.append(region)
            tableRows.append(row)
        }
        var values: [Column: [FEELNumber?]] = [:]
        for column in Column.allCases {
            guard let place = try table.column(names(column)) else { continue }
            var numbers: [FEELNumber?] = []
            numbers.reserveCapacity(tableRows.count)
            for row in tableRows { numbers.append(try table.number(row, place)) }
            if numbers.contains(where: { $0 != nil }) { values[column] = numbers }
        }
        self.regions = regions
        self.rows = rows
        self.values = values
    }

    package func contains(_ region: RegionCode) -> Bool { rows[region] != nil }

    /// The figure of a region. A column that is empty for every region counts as not published.
    package func reading(_ column: Column, _ region: RegionCode) -> Reading {
        guard let numbers = values[column], let row = rows[region] else { return .unknown(.notPublished) }
        return numbers[row].map(Reading.known) ?? .unknown(.suppressed)
    }
}

// MARK: - Wordings

private func unknownCode(_ text: String) -> LocalizedText {
    LocalizedText(
        nl: "‘\(text)’ is geen code van een land, gemeente, wijk of buurt",
        en: "‘\(text)’ is not the code of a country, municipality, wijk or buurt")
}

private func regionTwice(_ text: String) -> LocalizedText {
    LocalizedText(nl: "de regio ‘\(text)’ staat er twee keer", en: "the region ‘\(text)’ stands here twice")
}
