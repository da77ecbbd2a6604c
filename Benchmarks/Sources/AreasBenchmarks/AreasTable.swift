import Foundation
import RuleEngine

/// The facts of an Areas set as columns: each area with the values of its municipality beside its own.
struct AreasTable {
    private(set) var columns: RecordColumns
    private let names: [String]

    /// - Parameter limit: the first areas of the table; all when `nil`.
    init(_ folder: URL, _ record: RecordSchema, first limit: Int? = nil) throws {
        var areas = try Self.rows(folder.appending(path: "areas.csv"))
        if let limit { areas.rows.removeLast(max(0, areas.rows.count - limit)) }
        let municipalities = try Self.rows(folder.appending(path: "munis.csv"))
        var columns = RecordColumns(record, count: areas.rows.count)
        var numbers: [Substring: FEELNumber?] = [:]
        func number(_ text: Substring) -> FEELNumber? {
            if let known = numbers[text] { return known }
            let number = FEELNumber(String(text))
            numbers[text] = number
            return number
        }
        let own = areas.header.map { record.index(of: .init(name: String($0))) }
        let theirs = municipalities.header.map { record.index(of: .init(context: "municipality", name: String($0))) }
        let byName = Dictionary(municipalities.rows.map { ($0[0], $0) }, uniquingKeysWith: { first, _ in first })
        for (row, cells) in areas.rows.enumerated() {
            for (slot, cell) in zip(own, cells) {
                if let slot, let number = number(cell) { _ = columns.set(slot, of: row, to: number) }
            }
            for (slot, cell) in zip(theirs, byName[cells[1]] ?? []) {
                if let slot, let number = number(cell) { _ = columns.set(slot, of: row, to: number) }
            }
        }
        self.columns = columns
        names = areas.rows.map { String($0[0]) }
    }

    private static func rows(_ file: URL) throws -> (header: [Substring], rows: [[Substring]]) {
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        return (lines.first ?? [], Array(lines.dropFirst()))
    }

    /// The sum modulo 2^64 of FNV-1a over `A00042 S017` of each conclusion, as a hexadecimal number.
    func checksum(_ facts: [ColumnarSession.Conclusion], _ run: ColumnarSession) -> String {
        var codes: [Int32: [UInt8]] = [:]
        var sum: UInt64 = 0
        for fact in facts {
            let code = codes[fact.fact] ?? Array(" \(run.finding(fact.fact).key[0])".utf8)
            codes[fact.fact] = code
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in names[Int(fact.record)].utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            for byte in code { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            sum &+= hash
        }
        return String(sum, radix: 16)
    }
}
