/// A value of a field in 16 bytes, without references: what the match loop of a production system compares.
///
/// Numbers whose coefficient fits in 64 bits stand inline; texts and all other values are numbers of a `ValueTable`.
/// Equal values of a field are equal as compact values, because numbers are kept in one form: whole numbers without an
/// exponent, others without zeros at the end.
struct CompactValue: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
        case null, boolean, number, text
        /// Wide numbers, dates, lists and all else.
        case other
    }

    /// The coefficient, the truth value, or the place in the table.
    let payload: Int64
    let exponent: Int32
    let kind: Kind

    init(kind: Kind, payload: Int64, exponent: Int32 = 0) {
        self.payload = payload
        self.exponent = exponent
        self.kind = kind
    }

    init(_ value: Bool) { self.init(kind: .boolean, payload: value ? 1 : 0) }

    /// A number in its one form.
    init(number coefficient: Int64, exponent: Int32) {
        guard exponent != 0, coefficient != 0 else {
            self.init(kind: .number, payload: coefficient)
            return
        }
        var coefficient = coefficient
        var exponent = exponent
        if (1...18).contains(exponent) {
            let power = Int64(PowersOfTen.power(Int(exponent)))
            let (whole, overflow) = coefficient.multipliedReportingOverflow(by: power)
            if !overflow {
                self.init(kind: .number, payload: whole)
                return
            }
        }
        while exponent != 0, coefficient % 10 == 0 {
            coefficient /= 10
            exponent += 1
        }
        self.init(kind: .number, payload: coefficient, exponent: exponent)
    }

    static let null = CompactValue(kind: .null, payload: 0)
    static let yes = CompactValue(true)
    static let no = CompactValue(false)

    var isTrue: Bool { kind == .boolean && payload == 1 }

    /// A whole number of 64 bits: what the shortest ways of the arithmetic are for.
    var isWhole: Bool { kind == .number && exponent == 0 }

    /// The hash of this value behind that of others: a multiplication and a fold (Fibonacci hashing; Knuth 1973,
    /// *The Art of Computer Programming* 3, section 6.4).
    @inline(__always)
    func hash(after hash: UInt64) -> UInt64 {
        let mixed =
            (hash ^ UInt64(bitPattern: payload) &+ UInt64(kind.rawValue) << 56 &+ UInt64(UInt32(bitPattern: exponent))
                << 32)
            &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ (mixed >> 32)
    }
}
