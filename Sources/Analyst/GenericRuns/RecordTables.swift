package import RuleEngine

/// A table of records, with the tables in which its lines look up the values of a context.
///
/// The first column of each table names its lines. A column of the records that is headed as the first column of another
/// table refers to a line of that table, whose values are those of a context of the record.
package struct RecordTables {
    package struct Reference {
        /// The column of the records that names the line.
        package let column: Int
        package let context: String
        package let table: FactGrid
    }

    package let records: FactGrid
    package let references: [Reference]

    /// - Parameter contexts: the context of a table by the name of its file, where the user says so.
    /// - Throws: `facts/two-records`, `facts/no-records`, `facts/which-context`.
    package init(_ tables: [FactGrid], _ record: RecordSchema, contexts: [String: String]) throws(BadInput) {
        func isReference(_ table: FactGrid) -> Bool {
            contexts[table.name] != nil
                || tables.contains { $0.name != table.name && $0.header.dropFirst().contains(table.header[0]) }
        }
        let own = tables.filter { !isReference($0) }
        guard let first = own.first else {
            throw (tables.first?.headerPlace(0) ?? .cell(TableText(name: "", bytes: []), 0..<0))
                .failure("facts/no-records", .noRecords(record))
        }
        if own.count > 1 { throw own[1].headerPlace(0).failure("facts/two-records", .twoRecords(first.name, own[1])) }
        records = first
        var references: [Reference] = []
        for table in tables where isReference(table) {
            guard let column = first.header.indices.dropFirst().first(where: { first.header[$0] == table.header[0] })
            else {
                throw table.headerPlace(0).failure("facts/no-reference", .noReference(table.header[0], first.name))
            }
            let context = try Self.context(of: table, record, contexts)
            references.append(Reference(column: column, context: context, table: table))
        }
        self.references = references
    }

    /// The context that the user names, or that the table is named after, or the only one.
    private static func context(
        of table: FactGrid, _ record: RecordSchema, _ contexts: [String: String]
    ) throws(BadInput) -> String {
        let known = record.contexts.map(\.name)
        if let name = contexts[table.name] {
            if known.contains(name) { return name }
        } else if let name = [table.header[0], table.name].first(where: known.contains) {
            return name
        } else if known.count == 1 {
            return known[0]
        }
        throw table.headerPlace(0).failure(
            "facts/which-context", .whichContext(table.name), hint: .contextHint(known, table.name))
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func noRecords(_ record: RecordSchema) -> LocalizedText {
        LocalizedText(
            nl: "er is geen tabel met een regel per ‘\(record.title.nl)’: elke tabel wordt door een andere opgezocht",
            en: "there is no table with a line for each ‘\(record.title.en)’: each table is looked up by another")
    }

    fileprivate static func twoRecords(_ first: String, _ second: FactGrid) -> LocalizedText {
        LocalizedText(
            nl:
                "twee tabellen hebben dezelfde soort regels: ‘\(first)’ en ‘\(second.name)’; een kolom ‘\(second.header[0])’ "
                + "in de ene verwijst naar regels van de andere",
            en:
                "two tables have lines of the same kind: ‘\(first)’ and ‘\(second.name)’; a column ‘\(second.header[0])’ "
                + "in the one refers to lines of the other")
    }

    fileprivate static func noReference(_ header: String, _ table: String) -> LocalizedText {
        LocalizedText(
            nl: "de tabel ‘\(table)’ heeft geen kolom ‘\(header)’ die naar deze regels verwijst",
            en: "the table ‘\(table)’ has no column ‘\(header)’ that refers to these lines")
    }

    fileprivate static func whichContext(_ table: String) -> LocalizedText {
        LocalizedText(
            nl: "het is niet duidelijk wat de waarden in ‘\(table)’ zijn voor de regels",
            en: "it is not clear what the values in ‘\(table)’ are to the rules")
    }

    fileprivate static func contextHint(_ contexts: [String], _ table: String) -> LocalizedText {
        let choices = contexts.map { "--context \($0)=\(table).csv" }.joined(separator: ", ")
        return contexts.isEmpty
            ? LocalizedText(
                nl: "deze regels kennen geen waarden van elders", en: "these rules know no values from elsewhere")
            : LocalizedText(nl: "kies: \(choices)", en: "choose: \(choices)")
    }
}
