package import RuleEngine

/// Many subjects with the values of each, as columns.
package struct RecordSet: Sendable {
    /// The names of the subjects in the order of the file; equal to nobody else's.
    package let ids: [String]
    package private(set) var columns: RecordColumns
    /// Values that a column does not hold: truth values, choices, numbers with many digits.
    private var others: [Int: [RecordSchema.Slot: ValueSet]] = [:]
    private let record: RecordSchema

    package init(_ record: RecordSchema, ids: [String]) {
        self.record = record
        self.ids = ids
        columns = RecordColumns(record, count: ids.count)
    }

    /// All values stand in the columns.
    package var fitsColumns: Bool { others.isEmpty }

    package func row(of id: String) -> Int? { ids.firstIndex(of: id) }

    package mutating func set(_ slot: Int, of row: Int, to value: FEELValue) {
        if case .number(let number) = value, columns.set(slot, of: row, to: number) { return }
        others[row, default: [:]][record.slots[slot]] = .exactly(value)
    }

    /// What is known of one subject.
    package func values(of row: Int) -> [RecordSchema.Slot: ValueSet] {
        columns.values(of: row).merging(others[row] ?? [:]) { _, other in other }
    }
}
