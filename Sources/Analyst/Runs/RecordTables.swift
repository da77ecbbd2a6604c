import RuleEngine

/// A table of records, with the tables in which its lines look up the values of a context.
///
/// The first column of each table names its lines. A column of the records that is headed as the first column of another
/// table refers to a line of that table, whose values are those of a context of the record.
struct RecordTables {
    struct Reference {
        /// The column of the records that names the line.
        let column: Int
        let context: String
        let table: FactGrid
    }

    let records: FactGrid
    let references: [Reference]

    /// - Parameter contexts: the context of a table by the name of its file, where the user says so.
    /// - Throws: `facts/two-records`, `facts/no-records`, `facts/which-context`.
    init(_ tables: [FactGrid], _ record: RecordSchema, contexts: [String: String]) throws(BadInput) {
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
            guard let column = first.header.indices.dropFirst().first(where: { first.header[$0] == table.header[0] }) else {
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

extension RecordTables {
    /// The values of all records, those of their contexts included.
    ///
    /// - Parameter warnings: receives the columns that name no value of the record.
    /// - Throws: `facts/no-id`, `facts/same-id`, `facts/unknown-line`, and what is wrong with a value.
    func recordSet(_ ruleBase: RuleBase, warnings: inout [Diagnostic]) throws(BadInput) -> RecordSet {
        let record = ruleBase.record
        let reader = FieldReader(ruleBase: ruleBase)
        var set = RecordSet(record, ids: Array(try Self.lines(of: records).ids))
        let looked = Set(references.map(\.column))
        for column in records.header.indices.dropFirst() where !looked.contains(column) {
            guard let slot = record.slots.firstIndex(where: { $0.path == records.header[column] }) else {
                warnings.append(Self.unusedColumn(column, of: records, record))
                continue
            }
            for (place, row) in records.rows.enumerated() {
                guard let value = try Self.value(records, row, column, record.domains[slot], reader) else { continue }
                set.set(slot, of: place, to: value)
            }
        }
        for reference in references {
            let table = reference.table
            let numbers = try Self.lines(of: table).numbers
            let lines = try lines(reference, numbers)
            for column in table.header.indices.dropFirst() {
                guard let slot = record.index(of: .init(context: reference.context, name: table.header[column])) else {
                    warnings.append(Self.unusedColumn(column, of: table, record))
                    continue
                }
                var values: [FEELValue?] = []
                for row in table.rows { values.append(try Self.value(table, row, column, record.domains[slot], reader)) }
                for (place, line) in lines.enumerated() {
                    if let line, let value = values[line] { set.set(slot, of: place, to: value) }
                }
            }
        }
        return set
    }

    /// For each record the line of the other table; `nil` where the record names none.
    private func lines(_ reference: Reference, _ numbers: [String: Int]) throws(BadInput) -> [Int?] {
        var result: [Int?] = []
        result.reserveCapacity(records.rows.count)
        for row in records.rows {
            guard let name = records.cell(row, reference.column) else {
                result.append(nil)
                continue
            }
            guard let number = numbers[name] else {
                throw records.place(row, reference.column).failure("facts/unknown-line", .unknownLine(name, reference.table))
            }
            result.append(number)
        }
        return result
    }

    private static func lines(of table: FactGrid) throws(BadInput) -> (ids: [String], numbers: [String: Int]) {
        var ids: [String] = []
        var numbers: [String: Int] = [:]
        for row in table.rows {
            guard let id = table.cell(row, 0) else { throw table.place(row, 0).failure("facts/no-id", .noID(table.header[0])) }
            guard numbers.updateValue(ids.count, forKey: id) == nil else {
                throw table.place(row, 0).failure("facts/same-id", .sameID(id))
            }
            ids.append(id)
        }
        return (ids, numbers)
    }

    private static func value(
        _ table: FactGrid, _ row: Int, _ column: Int, _ domain: ValueSet, _ reader: FieldReader
    ) throws(BadInput) -> FEELValue? {
        if case .numbers(let interval, _) = domain {
            guard let number = try table.number(row, column) else { return nil }
            if interval.contains(number) { return .number(number) }
        }
        guard let text = table.cell(row, column) else { return nil }
        return try reader.value(
            GivenFact.Value(name: table.header[column], text: text, place: table.place(row, column)), in: domain)
    }

    private static func unusedColumn(_ column: Int, of table: FactGrid, _ record: RecordSchema) -> Diagnostic {
        let name = table.header[column]
        let near = Suggestion.nearest(to: name, among: record.slots.filter { $0.context == nil }.map(\.name))
        let failure = table.headerPlace(column).failure("facts/unused-column", .unusedColumn(name, near))
        return Diagnostic(
            .warning, code: "facts/unused-column", message: .unusedColumn(name, near), at: failure.diagnostics.first?.span)
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
            nl: "twee tabellen hebben dezelfde soort regels: ‘\(first)’ en ‘\(second.name)’; een kolom ‘\(second.header[0])’ "
                + "in de ene verwijst naar regels van de andere",
            en: "two tables have lines of the same kind: ‘\(first)’ and ‘\(second.name)’; a column ‘\(second.header[0])’ "
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
            ? LocalizedText(nl: "deze regels kennen geen waarden van elders", en: "these rules know no values from elsewhere")
            : LocalizedText(nl: "kies: \(choices)", en: "choose: \(choices)")
    }

    fileprivate static func noID(_ header: String) -> LocalizedText {
        LocalizedText(nl: "deze regel heeft geen ‘\(header)’", en: "this line has no ‘\(header)’")
    }

    fileprivate static func sameID(_ id: String) -> LocalizedText {
        LocalizedText(nl: "er is al een regel ‘\(id)’", en: "there is a line ‘\(id)’ already")
    }

    fileprivate static func unknownLine(_ name: String, _ table: FactGrid) -> LocalizedText {
        LocalizedText(nl: "‘\(name)’ staat niet in ‘\(table.name)’", en: "‘\(name)’ does not stand in ‘\(table.name)’")
    }

    fileprivate static func unusedColumn(_ name: String, _ near: String?) -> LocalizedText {
        LocalizedText(
            nl: "kolom ‘\(name)’ wordt niet gebruikt: de regels kennen die naam niet"
                + (near.map { "; bedoelde u ‘\($0)’?" } ?? ""),
            en: "column ‘\(name)’ is not used: the rules do not know that name" + (near.map { "; did you mean ‘\($0)’?" } ?? ""))
    }
}
