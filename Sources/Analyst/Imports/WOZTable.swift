import RuleEngine

/// Mean value of dwellings (WOZ, x 1,000 euro) per region of one year.
package struct WOZTable: Sendable {
    package enum Column: CaseIterable, Sendable { case value }

    package let figures: RegionFigures<Column>
    package let names: RegionNames

    package init(_ text: TableText, names: RegionNames) throws(BadInput) {
        let table = try DelimitedTable(text, header: ["Key", "Gemiddelde WOZ"])
        guard let code = try table.column("Key") else { preconditionFailure("the header has the code column") }
        figures = try RegionFigures(table, codes: [code]) { _ in ["Gemiddelde WOZ"] }
        self.names = names
    }
}
