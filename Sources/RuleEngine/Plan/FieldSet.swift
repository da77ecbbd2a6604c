/// Some fields of a template. From the 65th on fields share their bits, so that a set may hold more than was put in, never
/// less: who asks whether a change matters hears yes too often at most.
struct FieldSet: Hashable, Sendable {
    private var bits: UInt64 = 0

    static let all = FieldSet(bits: .max)

    init() {}

    private init(bits: UInt64) { self.bits = bits }

    var isEmpty: Bool { bits == 0 }

    mutating func insert(_ field: Int) { bits |= 1 << UInt64(field & 63) }

    /// `true` for a field that was put in, and for those that share its bit.
    @inline(__always)
    func contains(_ field: Int) -> Bool { bits & 1 << UInt64(field & 63) != 0 }

    mutating func formUnion(_ other: FieldSet) { bits |= other.bits }

    @inline(__always)
    func meets(_ other: FieldSet) -> Bool { bits & other.bits != 0 }

    /// Whether what reads these fields sees a change.
    ///
    /// - Parameter changed: the fields in which a fact differs from an old one; `nil` when there was no old one.
    @inline(__always)
    func notices(_ changed: FieldSet?) -> Bool { changed.map { meets($0) } ?? true }
}
