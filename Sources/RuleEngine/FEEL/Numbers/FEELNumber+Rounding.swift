extension FEELNumber {
    /// What becomes of the digits that do not fit (DMN 1.5, 10.3.4.5).
    package enum RoundingRule: String, CaseIterable, Hashable, Sendable {
        /// Away from zero.
        case up
        /// Towards zero.
        case down
        /// To the nearest; halves away from zero.
        case halfUp
        /// To the nearest; halves towards zero.
        case halfDown
        /// To the nearest; halves to the even neighbour.
        case halfEven
        /// Towards negative infinity.
        case floor
        /// Towards positive infinity.
        case ceiling
    }

    /// The number rounded to a number of digits after the point; a negative scale rounds to tens, hundreds, …
    ///
    /// The result is written with that many digits (`1` to scale 2 is `1.00`) as far as 34 digits allow.
    /// - Returns: `nil` when `scale` lies outside -6111...6176 or the result outside the range of numbers.
    package func rounded(toScale scale: Int, rule: RoundingRule) -> FEELNumber? {
        guard Self.exponents.contains(0 - max(min(scale, 10_000), -10_000)) else { return nil }
        let target = -scale
        guard exponent < target else { return padded(toExponent: target) }
        let quotient = Self.quotient(
            of: coefficient.magnitude, droppingDigits: target - exponent, inexact: false, rule: rule,
            isNegative: isNegative)
        return FEELNumber(rounding: quotient, exponent: target, isNegative: isNegative)
    }

    /// The largest number of that scale that is not above this one.
    package func floor(scale: Int = 0) -> FEELNumber? { rounded(toScale: scale, rule: .floor) }

    /// The smallest number of that scale that is not below this one.
    package func ceiling(scale: Int = 0) -> FEELNumber? { rounded(toScale: scale, rule: .ceiling) }

    /// Rounds `magnitude × 10^exponent` half to even to 34 digits and to the range of exponents, once.
    ///
    /// - Parameters:
    ///   - magnitude: fewer than 39 digits.
    ///   - inexact: something was cut off after the last digit of `magnitude`, which then has at least 35 digits,
    ///     so that at least one of these is there to round with.
    /// - Returns: `nil` on overflow. A result below the smallest exponent is rounded at that exponent.
    init?(rounding magnitude: UInt128, inexact: Bool = false, exponent: Int, isNegative: Bool) {
        var kept = magnitude
        var exponent = exponent
        if kept >= Self.limit || exponent < Self.exponents.lowerBound {
            let excess = max(
                kept.decimalDigitCount - Self.precision, Self.exponents.lowerBound - exponent)
            kept = Self.quotient(
                of: kept, droppingDigits: excess, inexact: inexact, rule: .halfEven,
                isNegative: isNegative)
            exponent += excess
            if kept == Self.limit {
                kept /= 10
                exponent += 1
            }
        }
        if exponent > Self.exponents.upperBound {
            // A large exponent is folded down: 1E+6144 is held as 1000…0E+6111.
            let surplus = exponent - Self.exponents.upperBound
            exponent = Self.exponents.upperBound
            if kept != 0 {
                guard kept.decimalDigitCount + surplus <= Self.precision else { return nil }
                kept *= PowersOfTen.power(surplus)
            }
        }
        let signed = Int128(kept)
        self.init(coefficient: isNegative ? -signed : signed, exponent: exponent)
    }

    /// The same value with zeros appended until the exponent is `target` or the lowest there is, or 34 digits are used.
    func padded(toExponent wanted: Int) -> FEELNumber {
        let target = max(wanted, Self.exponents.lowerBound)
        guard exponent > target else { return self }
        guard !isZero else { return FEELNumber(coefficient: 0, exponent: target) }
        let room = Self.precision - coefficient.magnitude.decimalDigitCount
        let zeros = min(exponent - target, room)
        return FEELNumber(
            coefficient: coefficient * Int128(PowersOfTen.power(zeros)), exponent: exponent - zeros)
    }

    /// The same value without zeros at the end: `1.10` becomes `1.1`, `100` becomes `1E+2`, zero `0`.
    var reduced: FEELNumber {
        guard !isZero else { return .zero }
        var magnitude = coefficient.magnitude
        let zeros = magnitude.removeTrailingZeros(atMost: Self.exponents.upperBound - exponent)
        let signed = Int128(magnitude)
        return FEELNumber(coefficient: isNegative ? -signed : signed, exponent: exponent + zeros)
    }

    /// The same value without zeros at the end of its fraction: `1.10` becomes `1.1`, `100` stays.
    var reducedFraction: FEELNumber {
        let reduced = reduced
        return reduced.exponent > 0 ? reduced.padded(toExponent: 0) : reduced
    }

    /// The first integer that has too many digits for a coefficient.
    private static let limit = PowersOfTen.power(precision)

    /// Divides by a power of ten and rounds.
    private static func quotient(
        of magnitude: UInt128, droppingDigits count: Int, inexact: Bool, rule: RoundingRule,
        isNegative: Bool
    ) -> UInt128 {
        var kept: UInt128 = 0
        // How what is dropped compares with half a unit of what is kept.
        var isExact = magnitude == 0 && !inexact
        var isAboveHalf = false
        var isHalf = false
        if count <= PowersOfTen.maximum {
            let unit = PowersOfTen.power(count)
            let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: unit)
            kept = quotient
            isExact = remainder == 0 && !inexact
            isAboveHalf = remainder > unit / 2 || (remainder == unit / 2 && inexact)
            isHalf = remainder == unit / 2 && !inexact
        }
        if isExact { return kept }
        let awayFromZero =
            switch rule {
            case .up: true
            case .down: false
            case .halfUp: isAboveHalf || isHalf
            case .halfDown: isAboveHalf
            case .halfEven: isAboveHalf || (isHalf && kept % 2 == 1)
            case .floor: isNegative
            case .ceiling: !isNegative
            }
        return awayFromZero ? kept + 1 : kept
    }
}
