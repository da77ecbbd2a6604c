/// What the matches of one rule are ordered by: the numbers of their facts, newest first, and again in the order of the
/// conditions. Facts of gates are not among them.
struct MatchKeys: Sendable {
    /// The number of facts of a match.
    let levels: Int
    private var tags = Rows<Int32>()

    init(levels: Int) { self.levels = levels }

    /// Bytes in use.
    var bytes: Int { tags.bytes }

    /// To be called before a change, see `Rows`.
    mutating func own() { tags.own() }

    /// Makes place for one row more.
    mutating func addRow() {
        for _ in 0..<levels * 2 { tags.append(0) }
    }

    /// Notes the number of the fact at a level.
    @inline(__always)
    mutating func set(_ row: Int32, level: Int, _ tag: Int32) { tags[Int(row) * levels * 2 + levels + level] = tag }

    /// Orders the numbers of a row, newest first. Insertion: a match has few facts.
    @inline(__always)
    mutating func sort(_ row: Int32) {
        let start = Int(row) * levels * 2
        for level in 0..<levels {
            let tag = tags[start + levels + level]
            var index = start + level
            while index > start, tags[index - 1] < tag {
                tags[index] = tags[index - 1]
                index -= 1
            }
            tags[index] = tag
        }
    }

    /// The number of the fact that is the newest but `index` ones.
    @inline(__always)
    func newest(_ row: Int32, _ index: Int) -> Int32 { tags[Int(row) * levels * 2 + index] }

    /// The number of the fact at a level.
    @inline(__always)
    func tag(_ row: Int32, level: Int) -> Int32 { tags[Int(row) * levels * 2 + levels + level] }

    /// The two newest numbers as one: the higher wins, and only equal ones need a look at the others.
    @inline(__always)
    func head(_ row: Int32) -> UInt64 {
        guard levels > 0 else { return 0 }
        let first = UInt64(UInt32(bitPattern: newest(row, 0))) << 32
        return levels > 1 ? first | UInt64(UInt32(bitPattern: newest(row, 1))) : first
    }

    /// The order of two rows with equal heads.
    func tail(_ left: Int32, goesBefore right: Int32) -> Bool {
        let one = Int(left) * levels * 2
        let other = Int(right) * levels * 2
        var index = 2
        while index < levels {
            if tags[one + index] != tags[other + index] { return tags[one + index] > tags[other + index] }
            index += 1
        }
        for index in levels..<levels * 2 where tags[one + index] != tags[other + index] {
            return tags[one + index] < tags[other + index]
        }
        return false
    }
}
