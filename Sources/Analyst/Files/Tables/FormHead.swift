package import RuleEngine

/// A column of a form for a spreadsheet; in a file it is known by its name in either language.
package protocol FormColumn: CaseIterable, Hashable, Sendable {
    /// In lower case.
    var title: LocalizedText { get }
}

/// Where the names of the columns of a form stand in a file that somebody filled in. They may stand in any order, with others
/// between them.
package struct FormHead<Column: FormColumn> {
    package let table: TableSheet
    private let row: Int
    private let columns: [Column: Int]

    /// - Parameter needed: the columns by which the form is known; `nil` where no table of the file has them all in one of its
    ///   first rows.
    package init?(of document: TableDocument, needing needed: [Column]) {
        for table in document.sheets {
            for row in 0..<min(table.grid.rowCount, Self.searchedRows) {
                var columns: [Column: Int] = [:]
                for column in table.filledColumns(ofRow: row) {
                    let name = table.text(row, column).lowercased()
                    let known = Column.allCases.first { $0.title.nl == name || $0.title.en == name }
                    if let known, columns[known] == nil { columns[known] = column }
                }
                guard needed.allSatisfy({ columns[$0] != nil }) else { continue }
                (self.table, self.row, self.columns) = (table, row, columns)
                return
            }
        }
        return nil
    }

    private static var searchedRows: Int { 20 }

    /// The rows below the names.
    package var rows: Range<Int> { (row + 1)..<max(table.grid.rowCount, row + 1) }

    /// The place of a column; `nil` where the file does not have it.
    package subscript(column: Column) -> Int? { columns[column] }

    /// What stands in a cell; nothing where the file does not have the column.
    package func text(_ column: Column, _ row: Int) -> String { columns[column].map { table.text(row, $0) } ?? "" }

    /// A message on a cell.
    package func failure(
        _ code: String, _ message: LocalizedText, _ column: Column, _ row: Int, hint: LocalizedText?
    ) -> BadInput {
        table.failure(code, message, row: row, column: columns[column], hint: hint)
    }
}
