/// One known value as plain bits: a number of up to 63 bits, true, false or null.
///
/// Cells lie side by side in arrays and are compared without touching memory elsewhere, without counting references.
/// What does not fit is marked, and looked up as a `ValueSet` by whoever meets it.
struct Cell: BitwiseCopyable, Sendable {
    enum Kind: UInt8, BitwiseCopyable, Sendable {
        case number, `true`, `false`, null
        /// Known, but nothing of the above.
        case other
        /// Not known: all that the record allows.
        case unknown
        /// Known in part.
        case partly
        /// How many facts of a list are there; the coefficient is the number of the list.
        case count
    }

    /// The number is `coefficient × 10^exponent`.
    let coefficient: Int64
    let exponent: Int32
    let kind: Kind

    static let unknown = Cell(.unknown)

    init(_ set: ValueSet) {
        guard case .exactly(let value) = set else {
            self.init(.partly)
            return
        }
        switch value {
        case .number(let number): self.init(number)
        case .boolean(let value): self.init(value ? .true : .false)
        case .null: self.init(.null)
        default: self.init(.other)
        }
    }

    init(_ number: FEELNumber) {
        if case .small(let coefficient, let exponent) = number.storage {
            self.init(coefficient: coefficient, exponent: exponent)
        } else {
            self.init(.other)
        }
    }

    init(coefficient: Int64, exponent: Int32) {
        self.coefficient = coefficient
        self.exponent = exponent
        kind = .number
    }

    /// How many facts of a list of a `DirectProgram` are there.
    init(countOf list: Int) {
        coefficient = Int64(list)
        exponent = 0
        kind = .count
    }

    /// A whole number.
    init(_ number: Int) { self.init(coefficient: Int64(number), exponent: 0) }

    private init(_ kind: Kind) {
        coefficient = 0
        exponent = 0
        self.kind = kind
    }

    /// The number as FEEL has it; only of a cell of that kind.
    var number: FEELNumber { FEELNumber(small: coefficient, exponent: Int(exponent)) }

    /// The product of two numbers; `nil` where it does not fit.
    func multiplied(by other: Cell) -> Cell? {
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
        let exponent = exponent + other.exponent
        guard !overflow, exponent >= -300, exponent <= 300 else { return nil }
        return Cell(coefficient: product, exponent: exponent)
    }

    /// Both say the same number, written alike, or both nothing at all.
    func isSameNumber(as other: Cell) -> Bool {
        kind == other.kind && (kind == .number || kind == .unknown) && coefficient == other.coefficient
            && exponent == other.exponent
    }

    /// Negative, zero or positive: this number comes before, with, or after the other.
    @inline(__always)
    func order(relativeTo other: Cell) -> Int {
        if exponent == other.exponent { return Self.order(coefficient, other.coefficient) }
        return distantOrder(relativeTo: other)
    }

    private func distantOrder(relativeTo other: Cell) -> Int {
        let distance = Int(exponent) - Int(other.exponent)
        if abs(distance) <= 9 {
            let unit = Self.powers[abs(distance)]
            let (scaled, overflow) = (distance > 0 ? coefficient : other.coefficient)
                .multipliedReportingOverflow(by: unit)
            if !overflow {
                return distance > 0 ? Self.order(scaled, other.coefficient) : Self.order(coefficient, scaled)
            }
        }
        let (left, right) = (number, other.number)
        return left < right ? -1 : left == right ? 0 : 1
    }

    @inline(__always)
    private static func order(_ left: Int64, _ right: Int64) -> Int {
        left < right ? -1 : left == right ? 0 : 1
    }

    private static let powers: [Int64] = [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    ]
}
