/// The values of many records, a column for each value: what a country is analysed from in one pass.
///
/// A column holds whole numbers with one decimal exponent for all, so that comparing two cells compares two integers.
/// A cell without a number is not known: it can be all that the record allows.
///
///     let record = network.ruleBase.record
///     var columns = RecordColumns(record, count: 14_000)
///     if let speed = record.index(of: .init(name: "speed")) { columns.set(speed, of: 17, to: 70) }
public struct RecordColumns: Sendable {
    /// The number of records.
    public let count: Int
    let record: RecordSchema
    private(set) var columns: [Column]

    /// One value of all records.
    struct Column: Sendable {
        /// `number / 10^exponent` of each record; zero where it is not known.
        var coefficients: [Int64]
        /// A bit per record: its number is known.
        var known: [UInt64]
        var exponent: Int32 = 0
        var isEmpty = true
        /// The largest magnitude of a coefficient.
        var greatest: UInt64 = 0

        func isKnown(_ row: Int) -> Bool { known[row >> 6] >> UInt64(row & 63) & 1 == 1 }
    }

    /// Columns in which nothing is known yet.
    public init(_ record: RecordSchema, count: Int) {
        self.count = count
        self.record = record
        let empty = Column(
            coefficients: Array(repeating: 0, count: (count + 63) / 64 * 64),
            known: Array(repeating: 0, count: (count + 63) / 64))
        columns = Array(repeating: empty, count: record.slots.count)
    }

    /// Gives a value of one record.
    ///
    /// - Parameters:
    ///   - slot: the number of the value in the schema of the record.
    ///   - row: the record, from 0 up to `count`.
    /// - Returns: `false` when the column cannot hold the number beside those that it has; it then stays unknown.
    @discardableResult
    public mutating func set(_ slot: Int, of row: Int, to number: FEELNumber) -> Bool {
        guard case .small(let coefficient, let exponent) = number.storage else { return false }
        return columns[slot].set(row, coefficient, exponent)
    }

    /// What is known of a value of one record.
    public func value(_ slot: Int, of row: Int) -> ValueSet {
        let column = columns[slot]
        guard column.isKnown(row) else { return record.domains[slot] }
        return .exactly(.number(FEELNumber(small: column.coefficients[row], exponent: Int(column.exponent))))
    }

    /// One record as the values of a session.
    public func values(of row: Int) -> [RecordSchema.Slot: ValueSet] {
        var result: [RecordSchema.Slot: ValueSet] = [:]
        for (index, slot) in record.slots.enumerated() {
            let set = value(index, of: row)
            if set.isExact { result[slot] = set }
        }
        return result
    }
}

extension RecordColumns.Column {
    fileprivate mutating func set(_ row: Int, _ coefficient: Int64, _ exponent: Int32) -> Bool {
        if isEmpty {
            self.exponent = exponent
            isEmpty = false
        }
        // A number with more decimals than the column has so far makes all others longer.
        if exponent < self.exponent {
            guard let unit = Self.power(Int(self.exponent) - Int(exponent)), greatest <= UInt64(Int64.max / unit)
            else { return false }
            for position in coefficients.indices { coefficients[position] *= unit }
            greatest *= UInt64(unit)
            self.exponent = exponent
        }
        guard let unit = Self.power(Int(exponent) - Int(self.exponent)) else { return false }
        let (value, overflow) = coefficient.multipliedReportingOverflow(by: unit)
        guard !overflow, value != .min else { return false }
        coefficients[row] = value
        greatest = max(greatest, value.magnitude)
        known[row >> 6] |= 1 << UInt64(row & 63)
        return true
    }

    /// A power of ten; `nil` beyond 18 digits.
    static func power(_ digits: Int) -> Int64? {
        guard (0...18).contains(digits) else { return nil }
        return (0..<digits).reduce(1) { power, _ in power * 10 }
    }
}
