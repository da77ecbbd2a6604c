import RuleEngine

/// Income per municipality and wijk: a tailor-made table of Statistics Netherlands with a title, a header over several
/// rows, a row of units, and a last line that names the source.
package struct IncomeTable: Sendable {
    package enum Column: CaseIterable, Sendable {
        /// Mean personal income per resident, x 1,000 euro.
        case perResident
        /// Share of households in the 40 % of the country with the lowest disposable income.
        case lowest
        /// Share of households in the 20 % with the highest.
        case highest

        fileprivate var names: [String] {
            switch self {
            case .perResident: ["Gemiddeld persoonlijk inkomen per inwoner"]
            case .lowest: ["40% huishoudens met laagste besteedbaar inkomen"]
            case .highest: ["20% huishoudens met hoogste besteedbaar inkomen"]
            }
        }
    }

    package let figures: RegionFigures<Column>
    package let names: RegionNames

    /// - Parameter names: names of the regions in the year of the table's boundaries.
    package init(_ text: TableText, names: RegionNames) throws(BadInput) {
        let table = try DelimitedTable(text, header: ["Gemeentecode", "Wijkcode", "Regionaam"])
        let codes = [try table.column("Gemeentecode"), try table.column("Wijkcode")].compactMap(\.self)
        figures = try RegionFigures(table, codes: codes, synonyms: ["Nederland": .netherlands]) { $0.names }
        self.names = names
    }
}
