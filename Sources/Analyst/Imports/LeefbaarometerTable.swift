import RuleEngine

/// Leefbaarometer 2.0 per postcode (four digits): deviation from the national mean, higher is better. Model estimates.
///
/// The total and the dimension "residents" are left out on purpose: they hold shares of origin groups.
package struct LeefbaarometerTable: Sendable {
    package enum Dimension: String, CaseIterable, Sendable {
        case safety = "VEI"
        case housing = "WON"
        case amenities = "VRZ"
        case environment = "FYS"
    }

    /// Years of the table, in order.
    package static let years = [2012, 2014, 2016, 2018]

    private let values: [String: [Int: [Dimension: FEELNumber]]]

    package init(_ text: TableText) throws(BadInput) {
        let table = try DelimitedTable(text, header: ["GBD", "RLBVEI18"])
        let code = try table.column("GBD")
        var values: [String: [Int: [Dimension: FEELNumber]]] = [:]
        for year in Self.years {
            for dimension in Dimension.allCases {
                guard let column = try table.column("RLB\(dimension.rawValue)\(year % 100)") else { continue }
                for row in table.rows {
                    guard let postcode = table.cell(row, code) else { continue }
                    values[postcode, default: [:]][year, default: [:]][dimension] = try table.number(row, column)
                }
            }
        }
        self.values = values
    }

    /// The figure of a postcode; a short row or an empty cell gives no figure.
    package func reading(_ dimension: Dimension, year: Int, postcode: String) -> Reading {
        guard let years = values[postcode] else { return .unknown(.notPublished) }
        return years[year]?[dimension].map(Reading.known) ?? .unknown(.suppressed)
    }
}

/// Leefbaarometer 2.0 classes (1 to 9) per wijk on the boundaries of 2016.
package struct LeefbaarometerClassTable: Sendable {
    package enum Column: CaseIterable, Sendable { case class2016 }

    package let figures: RegionFigures<Column>
    package let names: RegionNames

    package init(_ text: TableText, names: RegionNames) throws(BadInput) {
        let table = try DelimitedTable(text, header: ["CODE", "KL16"])
        guard let code = try table.column("CODE") else { preconditionFailure("the header has the code column") }
        figures = try RegionFigures(table, codes: [code]) { _ in ["KL16"] }
        self.names = names
    }
}
