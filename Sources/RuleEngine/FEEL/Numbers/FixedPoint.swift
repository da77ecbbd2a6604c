/// A number with a fixed number of decimals, as many as wanted: the scratch paper for functions of which 34 digits
/// must be right.
///
/// Its magnitude is an integer in base 10^9, its value that integer divided by 10^(9 × `fractionLimbs`). Products and
/// quotients are cut off after the last limb, so each is at most one unit in its last place too near to zero.
struct FixedPoint {
    private(set) var isNegative: Bool
    /// Digits in base 10^9, the lowest first, no zero at the high end.
    private(set) var limbs: [UInt32]
    let fractionLimbs: Int

    private static let base: UInt64 = 1_000_000_000
    private static let digitsPerLimb = 9

    private init(limbs: [UInt32], isNegative: Bool, fractionLimbs: Int) {
        self.limbs = limbs
        while self.limbs.last == 0 { self.limbs.removeLast() }
        self.isNegative = isNegative
        self.fractionLimbs = fractionLimbs
    }

    /// `coefficient × 10^exponent`; what lies below the last limb is cut off.
    init(_ coefficient: UInt128, exponent: Int = 0, isNegative: Bool = false, fractionLimbs: Int) {
        var shift = exponent + fractionLimbs * Self.digitsPerLimb
        var rest = coefficient
        if shift < 0 {
            rest = -shift <= PowersOfTen.maximum ? rest / PowersOfTen.power(-shift) : 0
            shift = 0
        }
        var limbs = [UInt32](repeating: 0, count: shift / Self.digitsPerLimb)
        while rest > 0 {
            limbs.append(UInt32(rest % UInt128(Self.base)))
            rest /= UInt128(Self.base)
        }
        self.init(limbs: limbs, isNegative: isNegative, fractionLimbs: fractionLimbs)
        self = multiplied(by: Int(PowersOfTen.power(shift % Self.digitsPerLimb)))
    }

    init(_ number: FEELNumber, fractionLimbs: Int) {
        self.init(
            number.coefficient.magnitude, exponent: number.exponent, isNegative: number.isNegative,
            fractionLimbs: fractionLimbs)
    }

    /// A quotient below one.
    ///
    /// - Precondition: `dividend < divisor`
    init(_ dividend: UInt128, dividedBy divisor: UInt128, isNegative: Bool, fractionLimbs: Int) {
        var limbs = [UInt32](repeating: 0, count: fractionLimbs)
        var remainder = dividend
        for index in limbs.indices.reversed() {
            let next = divisor.dividingFullWidth(
                remainder.multipliedFullWidth(by: UInt128(Self.base)))
            limbs[index] = UInt32(next.quotient)
            remainder = next.remainder
        }
        self.init(limbs: limbs, isNegative: isNegative, fractionLimbs: fractionLimbs)
    }

    /// One unit of the limb at that place, counted from the lowest.
    init(unitOfLimb index: Int, fractionLimbs: Int) {
        self.init(
            limbs: [UInt32](repeating: 0, count: index) + [1], isNegative: false,
            fractionLimbs: fractionLimbs)
    }

    var isZero: Bool { limbs.isEmpty }

    /// Good to some 16 digits, less for values below 10^-9.
    var doubleValue: Double {
        var value = 0.0
        for index in stride(from: limbs.count - 1, through: max(0, fractionLimbs - 3), by: -1) {
            value = value * Double(Self.base) + Double(limbs[index])
        }
        for _ in 0..<min(fractionLimbs, 3) { value /= Double(Self.base) }
        return isNegative ? -value : value
    }
}

// MARK: - Arithmetic

extension FixedPoint {
    static prefix func - (number: FixedPoint) -> FixedPoint {
        FixedPoint(
            limbs: number.limbs, isNegative: !number.isNegative, fractionLimbs: number.fractionLimbs)
    }

    static func - (left: FixedPoint, right: FixedPoint) -> FixedPoint { left + -right }

    static func + (left: FixedPoint, right: FixedPoint) -> FixedPoint {
        if left.isNegative == right.isNegative {
            return left.with(sum(left.limbs, right.limbs), isNegative: left.isNegative)
        }
        return isSmaller(left.limbs, right.limbs)
            ? left.with(difference(right.limbs, left.limbs), isNegative: right.isNegative)
            : left.with(difference(left.limbs, right.limbs), isNegative: left.isNegative)
    }

    static func * (left: FixedPoint, right: FixedPoint) -> FixedPoint {
        var product = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
        for (offset, limb) in left.limbs.enumerated() {
            var carry: UInt64 = 0
            for (index, other) in right.limbs.enumerated() {
                let value = UInt64(limb) * UInt64(other) + UInt64(product[offset + index]) + carry
                product[offset + index] = UInt32(value % base)
                carry = value / base
            }
            product[offset + right.limbs.count] = UInt32(carry)
        }
        return left.with(
            Array(product.dropFirst(left.fractionLimbs)),
            isNegative: left.isNegative != right.isNegative)
    }

    /// - Precondition: the magnitude of `factor` is at most 10^9.
    func multiplied(by factor: Int) -> FixedPoint {
        var product: [UInt32] = []
        product.reserveCapacity(limbs.count + 1)
        var carry: UInt64 = 0
        for limb in limbs {
            let value = UInt64(limb) * UInt64(factor.magnitude) + carry
            product.append(UInt32(value % Self.base))
            carry = value / Self.base
        }
        product.append(UInt32(carry))
        return with(product, isNegative: isNegative != (factor < 0))
    }

    /// - Precondition: `divisor` lies in 1...10^9.
    func divided(by divisor: Int) -> FixedPoint {
        var quotient = limbs
        var remainder: UInt64 = 0
        for index in limbs.indices.reversed() {
            let value = remainder * Self.base + UInt64(limbs[index])
            quotient[index] = UInt32(value / UInt64(divisor))
            remainder = value % UInt64(divisor)
        }
        return with(quotient, isNegative: isNegative)
    }

    /// The same value with fewer limbs after the point.
    func truncated(toFractionLimbs count: Int) -> FixedPoint {
        FixedPoint(
            limbs: Array(limbs.dropFirst(fractionLimbs - count)), isNegative: isNegative,
            fractionLimbs: count)
    }

    /// The nearest number of which the lowest limbs are zero.
    func roundedToLimb(_ index: Int) -> FixedPoint {
        let half = FixedPoint(unitOfLimb: index, fractionLimbs: fractionLimbs).divided(by: 2)
        var rounded = isNegative ? self - half : self + half
        for lower in 0..<min(index, rounded.limbs.count) { rounded.limbs[lower] = 0 }
        return rounded.with(rounded.limbs, isNegative: isNegative)
    }

    private func with(_ limbs: [UInt32], isNegative: Bool) -> FixedPoint {
        FixedPoint(limbs: limbs, isNegative: isNegative, fractionLimbs: fractionLimbs)
    }

    private static func isSmaller(_ left: [UInt32], _ right: [UInt32]) -> Bool {
        left.count == right.count
            ? left.reversed().lexicographicallyPrecedes(right.reversed()) : left.count < right.count
    }

    private static func sum(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var sum: [UInt32] = []
        var carry: UInt64 = 0
        for index in 0..<max(left.count, right.count) {
            let value = limb(index, of: left) + limb(index, of: right) + carry
            sum.append(UInt32(value % base))
            carry = value / base
        }
        sum.append(UInt32(carry))
        return sum
    }

    /// - Precondition: `left` is not the smaller one.
    private static func difference(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var difference: [UInt32] = []
        var borrow: UInt64 = 0
        for index in left.indices {
            let value = limb(index, of: left) + base - limb(index, of: right) - borrow
            difference.append(UInt32(value % base))
            borrow = value < base ? 1 : 0
        }
        return difference
    }

    private static func limb(_ index: Int, of limbs: [UInt32]) -> UInt64 {
        index < limbs.count ? UInt64(limbs[index]) : 0
    }
}

// MARK: - Result

extension FixedPoint {
    /// The value times a power of ten, rounded half to even to 34 digits.
    ///
    /// - Returns: `nil` outside the range of numbers.
    func rounded(timesTenTo exponent: Int) -> FEELNumber? {
        var magnitude: UInt128 = 0
        var index = limbs.count
        while index > 0, magnitude < PowersOfTen.power(29) {
            index -= 1
            magnitude = magnitude * UInt128(Self.base) + UInt128(limbs[index])
        }
        var scale = (index - fractionLimbs) * Self.digitsPerLimb
        var isCut = false
        let missing = FEELNumber.precision + 2 - magnitude.decimalDigitCount
        if index > 0, missing > 0 {
            // Between 30 and 35 digits are there; the next limb supplies the rest.
            index -= 1
            let unit = PowersOfTen.power(Self.digitsPerLimb - missing)
            magnitude = magnitude * PowersOfTen.power(missing) + UInt128(limbs[index]) / unit
            isCut = UInt128(limbs[index]) % unit != 0
            scale -= missing
        }
        isCut = isCut || limbs[..<index].contains { $0 != 0 }
        return FEELNumber(
            rounding: magnitude, inexact: isCut, exponent: scale + exponent, isNegative: isNegative)
    }
}
