/// The strata that are to be run, the lowest first.
struct StratumSet: Sendable {
    private var words: [UInt64]

    init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

    mutating func insert(_ stratum: Int) { words[stratum >> 6] |= 1 << UInt64(stratum & 63) }

    /// Puts in all below a number.
    mutating func insertAll(_ count: Int) {
        for place in 0..<count >> 6 { words[place] = .max }
        if count & 63 != 0 { words[count >> 6] |= 1 << UInt64(count & 63) - 1 }
    }

    mutating func removeAll() { for place in words.indices { words[place] = 0 } }

    mutating func remove(_ stratum: Int) { words[stratum >> 6] &= ~(1 << UInt64(stratum & 63)) }

    /// The lowest.
    ///
    /// - Parameter start: nothing below it is in the set.
    func first(from start: Int) -> Int? {
        var place = start >> 6
        while place < words.count {
            if words[place] != 0 { return place << 6 + words[place].trailingZeroBitCount }
            place += 1
        }
        return nil
    }

    /// Takes out the lowest.
    ///
    /// - Parameter start: nothing below it is in the set.
    mutating func removeFirst(from start: Int) -> Int? {
        var place = start >> 6
        while place < words.count {
            if words[place] != 0 {
                let bit = words[place].trailingZeroBitCount
                words[place] &= words[place] - 1
                return place << 6 + bit
            }
            place += 1
        }
        return nil
    }
}
