extension FEELValue {
    /// Another number for most other values.
    var fingerprint: UInt64 {
        switch self {
        // Equal numbers that are not written alike, as 1.1 and 1.10, are told apart: what is made of them is neither.
        case .number(let number):
            UInt64(truncatingIfNeeded: number.coefficient) &* 16 &+ UInt64(truncatingIfNeeded: number.exponent)
                &* 1_000_003 &+ 1
        case .boolean(let value): value ? 2 : 4
        case .string(let text): text.utf8.reduce(6) { $0 &* 31 &+ UInt64($1) }
        case .list(let values): values.reduce(15) { $0 &* 7 &+ $1.fingerprint }
        case .date, .time, .dateTime, .daysDuration, .monthsDuration: text.utf8.reduce(10) { $0 &* 31 &+ UInt64($1) }
        case .null, .context, .range, .function: 8
        }
    }

    /// Without parts.
    fileprivate var isPlain: Bool {
        switch self {
        case .list, .context, .range, .function: false
        case .null, .boolean, .number, .string, .date, .time, .dateTime, .daysDuration, .monthsDuration: true
        }
    }
}

extension ValueSet {
    /// Another number for most other sets; equal sets whose numbers are not written alike have other fingerprints.
    var fingerprint: UInt64 {
        switch self {
        case .exactly(let value): value.fingerprint
        case .oneOf(let values): values.reduce(3) { $0 &* 7 &+ $1.fingerprint }
        case .numbers(let interval, let orNull):
            [interval.low, interval.high].reduce(orNull ? 5 : 9) {
                $0 &* 7 &+ ($1.map { FEELValue.number($0).fingerprint } ?? 0)
            }
        case .list(let list):
            list.members.reduce(list.distinct ? 11 : 13) { $0 &* 7 &+ $1.value.fingerprint &+ ($1.certain ? 1 : 0) }
        case .context, .anything: 7
        }
    }

    /// Quickly compared.
    var isSmall: Bool {
        switch self {
        case .exactly(.list(let values)): values.count <= 8 && values.allSatisfy(\.isPlain)
        case .exactly(let value): value.isPlain
        case .list(let list): list.members.count <= 8 && list.members.allSatisfy(\.value.isPlain)
        case .context: false
        case .numbers, .anything: true
        case .oneOf(let values): values.count <= 8 && values.allSatisfy(\.isPlain)
        }
    }

    private var isPlain: Bool { if case .exactly(let value) = self { value.isPlain } else { false } }
}
