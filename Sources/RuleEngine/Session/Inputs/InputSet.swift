/// A set of inputs as bits, to gather what many facts wait for.
struct InputSet {
    private var words: [UInt64]

    /// - Parameter count: the number of inputs that there are.
    init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

    mutating func insert(_ input: InputID) {
        let bit = Int(input.rawValue)
        words[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    mutating func formUnion(_ other: InputSet) { for index in words.indices { words[index] |= other.words[index] } }

    /// The inputs in the order of their numbers.
    var inputs: [InputID] {
        var result: [InputID] = []
        result.reserveCapacity(words.reduce(0) { $0 + $1.nonzeroBitCount })
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                result.append(InputID(Int32(index << 6 + rest.trailingZeroBitCount)))
                rest &= rest - 1
            }
        }
        return result
    }
}
