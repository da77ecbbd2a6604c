import RuleEngine

/// Kerncijfers wijken en buurten of one year, in the layout of the open data interface (one code per column name) or
/// of the R export (the path to the column as its name).
package struct KWBTable: Sendable {
    package let figures: RegionFigures<KWBColumn>
    /// Most common postcode (four digits) per buurt.
    package let postcodes: [RegionCode: String]
    package let names: RegionNames

    /// - Parameter names: the names that the publisher keeps in a table of their own; without it those of the table.
    package init(_ text: TableText, names: RegionNames? = nil) throws(BadInput) {
        let isExport = text.firstLine.contains("Regioaanduiding")
        let codeName = isExport ? Self.exportCode : "Codering"
        let table = try DelimitedTable(text, header: [codeName, KWBColumn.residents.names[isExport ? 1 : 0]])
        guard let code = try table.column(codeName) else { preconditionFailure("the header has the code column") }
        figures = try RegionFigures(table, codes: [code]) { $0.names }
        let postcode = try table.column("MeestVoorkomendePostcode", "Postcode.Meest.voorkomende.postcode..code.")
        let name = try table.column("Wijken.en.buurten", "WijkenEnBuurten")
        let municipality = try table.column("Gemeentenaam")
        var postcodes: [RegionCode: String] = [:]
        var ownNames: [RegionCode: String] = [:]
        for row in table.rows {
            guard let region = table.cell(row, code).flatMap(RegionCode.init) else { continue }
            if let text = table.cell(row, postcode), text != "." { postcodes[region] = text }
            // Some editions have the code in the column of names; municipalities have theirs in one more column.
            if let text = table.cell(row, name), text != region.text { ownNames[region] = text }
            if region.level <= .municipality, let text = table.cell(row, municipality) { ownNames[region] = text }
        }
        self.postcodes = postcodes
        self.names = names ?? RegionNames(ownNames)
    }

    private static let exportCode = "Regioaanduiding.Codering..code."
}

extension TableText {
    fileprivate var firstLine: String {
        text(0..<(bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count))
    }
}
