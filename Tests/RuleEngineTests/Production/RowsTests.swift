import Testing

@testable import RuleEngine

/// The rows of the match loop: values that are written without asking whether a copy looks on, once they are owned.
@Suite struct RowsTests {
    @Test func `a copy that is owned before it is written leaves the first as it was`() {
        var rows = Rows<Int32>()
        for number in 0..<10 { rows.append(Int32(number)) }
        var copy = rows
        copy.own()
        copy[3] = 33
        copy.append(10)
        #expect(rows.indices.map { rows[$0] } == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
        #expect(copy.indices.map { copy[$0] } == [0, 1, 2, 33, 4, 5, 6, 7, 8, 9, 10])
    }

    @Test func `rows that no copy looks at stay where they are when they are owned`() {
        var rows = Rows<Int32>(repeating: 7, count: 5)
        rows.own()
        rows[4] = 8
        #expect(rows.indices.map { rows[$0] } == [7, 7, 7, 7, 8])
    }

    @Test func `a copy that grows leaves the first as it was`() {
        let rows = Rows<UInt64>(repeating: 1, count: 4)
        var copy = rows
        copy.own()
        for _ in 0..<100 { copy.append(2) }
        #expect(rows.count == 4)
        #expect(copy.count == 104 && copy[3] == 1 && copy[103] == 2)
    }

    @Test func `the last row is taken until none is left`() {
        var rows = Rows<Int32>()
        #expect(rows.popLast() == nil)
        rows.append(1)
        rows.append(2)
        #expect(rows.popLast() == 2)
        #expect(rows.popLast() == 1)
        #expect(rows.popLast() == nil)
    }

    @Test func `what is cut off is gone, and its place is used again`() {
        var rows = Rows<Int32>(repeating: 5, count: 3)
        rows.cut(to: 1)
        rows.append(6)
        #expect(rows.indices.map { rows[$0] } == [5, 6])
        #expect(rows.bytes == 8)
    }
}
