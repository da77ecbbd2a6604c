extension FEELNumber {
    /// The sum, rounded half to even.
    ///
    /// - Returns: `nil` when the sum lies outside the range of numbers.
    public func adding(_ other: FEELNumber) -> FEELNumber? {
        if case .small(let left, let exponent) = storage,
            case .small(let right, let otherExponent) = other.storage,
            exponent == otherExponent
        {
            let (sum, overflow) = left.addingReportingOverflow(right)
            if !overflow { return FEELNumber(small: sum, exponent: Int(exponent)) }
        }
        return exponent >= other.exponent
            ? Self.sum(coarse: self, fine: other) : Self.sum(coarse: other, fine: self)
    }

    /// The difference, rounded half to even.
    ///
    /// - Returns: `nil` when the difference lies outside the range of numbers.
    public func subtracting(_ other: FEELNumber) -> FEELNumber? { adding(-other) }

    /// The product, rounded once, half to even.
    ///
    /// - Returns: `nil` when the product lies outside the range of numbers.
    public func multiplied(by other: FEELNumber) -> FEELNumber? {
        let exponent = exponent + other.exponent
        if case .small(let left, _) = storage, case .small(let right, _) = other.storage {
            let (product, overflow) = left.multipliedReportingOverflow(by: right)
            if !overflow, Self.exponents.contains(exponent) {
                return FEELNumber(small: product, exponent: exponent)
            }
        }
        let left = coefficient.magnitude
        let right = other.coefficient.magnitude
        let isNegative = isNegative != other.isNegative
        let product = left.multipliedFullWidth(by: right)
        // The product has `digits` or `digits - 1` digits: 35 or more are kept, the rest decides the rounding.
        let digits = left.decimalDigitCount + right.decimalDigitCount
        let surplus = digits - 2 - Self.precision
        guard product.high != 0 || surplus > 2 else {
            return FEELNumber(rounding: product.low, exponent: exponent, isNegative: isNegative)
        }
        let (quotient, remainder) = PowersOfTen.power(surplus).dividingFullWidth(product)
        return FEELNumber(
            rounding: quotient, inexact: remainder != 0, exponent: exponent + surplus,
            isNegative: isNegative)
    }

    /// The quotient, rounded half to even. An exact quotient is written as short as its operands allow.
    ///
    /// - Returns: `nil` for a division by zero or a quotient outside the range of numbers.
    public func divided(by other: FEELNumber) -> FEELNumber? {
        guard !other.isZero else { return nil }
        let ideal = exponent - other.exponent
        let isNegative = isNegative != other.isNegative
        guard !isZero else {
            return FEELNumber(rounding: 0, exponent: ideal, isNegative: false)
        }
        let dividend = coefficient.magnitude
        let divisor = other.coefficient.magnitude
        // Scaled so that the quotient has 35 or 36 digits; the remainder decides the rounding.
        let padding = Self.precision - dividend.decimalDigitCount
        let shift = divisor.decimalDigitCount + 1
        let padded = dividend * PowersOfTen.power(padding)
        var (quotient, remainder) = divisor.dividingFullWidth(
            padded.multipliedFullWidth(by: PowersOfTen.power(shift)))
        var exponent = ideal - padding - shift
        if remainder == 0 { exponent += quotient.removeTrailingZeros(atMost: ideal - exponent) }
        return FEELNumber(
            rounding: quotient, inexact: remainder != 0, exponent: exponent, isNegative: isNegative)
    }

    /// `self - divisor × floor(self / divisor)`: FEEL's modulo, which has the sign of the divisor.
    ///
    /// The floor is taken of the exact quotient. The result is exact unless the signs differ and the divisor
    /// is more than 34 digits away from what remains; then it is rounded.
    /// - Returns: `nil` when the divisor is zero.
    package func modulo(_ divisor: FEELNumber) -> FEELNumber? {
        guard !divisor.isZero else { return nil }
        let exponent = min(exponent, divisor.exponent)
        let signed = Int128(Self.remainder(of: self, by: divisor))
        let remainder = FEELNumber(
            coefficient: divisor.isNegative ? -signed : signed, exponent: exponent)
        let addsUp = isNegative == divisor.isNegative || remainder.isZero
        return addsUp ? remainder : divisor.subtracting(remainder)
    }

    /// - Precondition: the sum lies in the range of numbers; `adding(_:)` is for sums that may not.
    package static func + (left: FEELNumber, right: FEELNumber) -> FEELNumber {
        inRange(left.adding(right))
    }

    /// - Precondition: the difference lies in the range of numbers; `subtracting(_:)` is for others.
    package static func - (left: FEELNumber, right: FEELNumber) -> FEELNumber {
        inRange(left.subtracting(right))
    }

    /// - Precondition: the product lies in the range of numbers; `multiplied(by:)` is for others.
    package static func * (left: FEELNumber, right: FEELNumber) -> FEELNumber {
        inRange(left.multiplied(by: right))
    }

    private static func inRange(_ result: FEELNumber?) -> FEELNumber {
        guard let result else {
            preconditionFailure("an operator on numbers is used where the result may exceed 1E+6145")
        }
        return result
    }

    /// The sum of a number and one of at most its exponent.
    private static func sum(coarse: FEELNumber, fine: FEELNumber) -> FEELNumber? {
        let distance = coarse.exponent - fine.exponent
        if case .small(let left, _) = coarse.storage, case .small(let right, _) = fine.storage,
            distance <= 18
        {
            let sum = Int128(left) * Int128(PowersOfTen.power(distance)) + Int128(right)
            return FEELNumber(
                rounding: sum.magnitude, exponent: fine.exponent, isNegative: sum < 0)
        }
        guard !coarse.isZero else { return fine }
        // The coarse number is written with up to 37 digits. What of the fine one lies below the last of these
        // is cut off: with 37 digits, at least two are left after any cancellation to round with.
        let large = coarse.coefficient.magnitude
        let shift = min(distance, 37 - large.decimalDigitCount)
        let exponent = coarse.exponent - shift
        let aligned = large * PowersOfTen.power(shift)
        if shift == distance {
            let left = coarse.isNegative ? -Int128(aligned) : Int128(aligned)
            let sum = left + fine.coefficient
            return FEELNumber(rounding: sum.magnitude, exponent: exponent, isNegative: sum < 0)
        }
        var small = fine.coefficient.magnitude
        var isCut = small != 0
        if distance - shift <= PowersOfTen.maximum {
            let (quotient, remainder) = small.quotientAndRemainder(
                dividingBy: PowersOfTen.power(distance - shift))
            small = quotient
            isCut = remainder != 0
        } else {
            small = 0
        }
        let magnitude =
            coarse.isNegative == fine.isNegative
            ? aligned + small : aligned - small - (isCut ? 1 : 0)
        return FEELNumber(
            rounding: magnitude, inexact: isCut, exponent: exponent, isNegative: coarse.isNegative)
    }

    /// The remainder of the division of the magnitudes, as a coefficient of the smaller exponent.
    private static func remainder(of dividend: FEELNumber, by divisor: FEELNumber) -> UInt128 {
        let modulus = divisor.coefficient.magnitude
        let large = dividend.coefficient.magnitude
        var distance = dividend.exponent - divisor.exponent
        guard distance >= 0 else {
            let digits = modulus.decimalDigitCount - distance
            guard digits <= PowersOfTen.maximum else { return large }
            return large % (modulus * PowersOfTen.power(-distance))
        }
        var remainder = large % modulus
        while distance > 0, remainder != 0 {
            let step = min(distance, precision)
            let product = remainder.multipliedFullWidth(by: PowersOfTen.power(step))
            remainder = modulus.dividingFullWidth(product).remainder
            distance -= step
        }
        return remainder
    }
}
