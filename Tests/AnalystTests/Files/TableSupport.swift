import RuleEngine

@testable import Analyst

/// A table from text, as a file with that content would give it.
func published(
    _ text: String, name: String = "t.csv", shortRows: PublishedTable.ShortRows = .refused, known: Set<String> = []
) throws -> PublishedTable {
    try PublishedTable(TableSheet(tableText(text, name: name)), shortRows: shortRows) { known.contains($0) }
}

/// The figures of a column as text: numbers as they are, reasons between brackets.
func figureTexts(
    _ table: PublishedTable, _ name: String, expecting expectation: NumberNotation.Expectation = .unknown
) throws -> [String] {
    guard let column = try table.column([name]) else { return ["no column \(name)"] }
    return try table.figures(of: column, expecting: expectation).map { figure in
        switch figure {
        case .number(let number): number.description
        case .missing(let reason): "(\(reason.rawValue))"
        }
    }
}

/// The texts of a column.
func texts(_ table: PublishedTable, _ name: String) throws -> [String] {
    let column = try table.column([name])
    return table.rows.map { table.text($0, column) ?? "" }
}
