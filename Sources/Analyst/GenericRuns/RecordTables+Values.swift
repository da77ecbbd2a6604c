package import RuleEngine

extension RecordTables {
    /// The values of all records, those of their contexts included.
    ///
    /// - Parameter warnings: receives the columns that name no value of the record.
    /// - Throws: `facts/no-id`, `facts/same-id`, `facts/unknown-line`, and what is wrong with a value.
    package func recordSet(_ ruleBase: RuleBase, warnings: inout [Diagnostic]) throws(BadInput) -> RecordSet {
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
                guard let value = try Self.value(records, row, column, slot, reader) else { continue }
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
                for row in table.rows {
                    values.append(try Self.value(table, row, column, slot, reader))
                }
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
                throw records.place(row, reference.column).failure(
                    "facts/unknown-line", .unknownLine(name, reference.table))
            }
            result.append(number)
        }
        return result
    }

    private static func lines(of table: FactGrid) throws(BadInput) -> (ids: [String], numbers: [String: Int]) {
        var ids: [String] = []
        var numbers: [String: Int] = [:]
        for row in table.rows {
            guard let id = table.cell(row, 0) else {
                throw table.place(row, 0).failure("facts/no-id", .noID(table.header[0]))
            }
            guard numbers.updateValue(ids.count, forKey: id) == nil else {
                throw table.place(row, 0).failure("facts/same-id", .sameID(id))
            }
            ids.append(id)
        }
        return (ids, numbers)
    }

    private static func value(
        _ table: FactGrid, _ row: Int, _ column: Int, _ slot: Int, _ reader: FieldReader
    ) throws(BadInput) -> FEELValue? {
        if case .numbers(let interval, _) = reader.ruleBase.record.domains[slot] {
            guard let number = try table.number(row, column) else { return nil }
            if interval.contains(number) { return .number(number) }
        }
        guard let text = table.cell(row, column) else { return nil }
        return try reader.value(
            GivenFact.Value(name: table.header[column], text: text, place: table.place(row, column)), ofSlot: slot)
    }

    private static func unusedColumn(_ column: Int, of table: FactGrid, _ record: RecordSchema) -> Diagnostic {
        let name = table.header[column]
        let near = Suggestion.nearest(to: name, among: record.slots.filter { $0.context == nil }.map(\.name))
        let failure = table.headerPlace(column).failure("facts/unused-column", .unusedColumn(name, near))
        return Diagnostic(
            .warning, code: "facts/unused-column", message: .unusedColumn(name, near),
            at: failure.diagnostics.first?.span)
    }
}

// MARK: - Wordings

extension LocalizedText {
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
            en: "column ‘\(name)’ is not used: the rules do not know that name"
                + (near.map { "; did you mean ‘\($0)’?" } ?? ""))
    }
}
