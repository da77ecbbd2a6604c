extension FEELNumber {
    /// e to the power of this number, correctly rounded to 34 digits.
    ///
    /// - Returns: `nil` when the result lies outside the range of numbers.
    package func exponential() -> FEELNumber? {
        guard magnitude <= FEELNumber(Self.greatestExponentOfE) else { return isNegative ? .zero : nil }
        return Self.withGrowingPrecision { limbs in
            FixedPoint.exponential(of: FixedPoint(self, fractionLimbs: limbs))
        }
    }

    /// The natural logarithm, correctly rounded to 34 digits.
    ///
    /// - Returns: `nil` for zero and negative numbers.
    package func naturalLogarithm() -> FEELNumber? {
        guard !isZero, !isNegative else { return nil }
        guard self != .one else { return .zero }
        return Self.withGrowingPrecision { limbs in
            (FixedPoint.naturalLogarithm(of: self, fractionLimbs: limbs), 0)
        }
    }

    /// The number raised to a power, correctly rounded to 34 digits.
    ///
    /// Anything to the power 0 is 1, zero included, as in IEEE 754-2008, 9.2.1.
    /// - Returns: `nil` for zero to a negative power, for a negative number to a power that is no integer, and for a
    ///   result outside the range of numbers.
    package func power(_ exponent: FEELNumber) -> FEELNumber? {
        guard !exponent.isZero else { return .one }
        guard !isZero else { return exponent.isNegative ? nil : .zero }
        guard isNegative else { return magnitudePower(exponent) }
        guard exponent.isInteger, let power = magnitude.magnitudePower(exponent) else { return nil }
        return exponent.isOddInteger ? -power : power
    }

    /// - Precondition: the number is positive, the exponent not zero.
    private func magnitudePower(_ exponent: FEELNumber) -> FEELNumber? {
        guard self != .one else { return .one }
        if case .known(let power) = exactPower(exponent) { return power }
        // A result within the range has an exponent far below 10^40, since no logarithm is nearer to 0 than 10^-34.
        guard exponent.adjustedExponent < 40 else {
            return (self > .one) == exponent.isNegative ? .zero : nil
        }
        // An exponent above one magnifies the error of the logarithm, for which these limbs make up.
        let reserve = max(0, exponent.adjustedExponent / 9 + 2)
        let estimate = Self.product(exponent, withLogarithmOf: self, fractionLimbs: 4 + reserve)
        if estimate.doubleValue.magnitude > Double(Self.greatestExponentOfE) {
            return estimate.isNegative ? .zero : nil
        }
        return Self.withGrowingPrecision { limbs in
            let product = Self.product(exponent, withLogarithmOf: self, fractionLimbs: limbs + reserve)
            return FixedPoint.exponential(of: product.truncated(toFractionLimbs: limbs))
        }
    }

    private enum ExactPower {
        /// The power, or `nil` where it lies outside the range.
        case known(FEELNumber?)
        case tooLong
    }

    /// Powers of ten, and integer powers whose digits all fit in 128 bits: multiplied out and rounded once.
    private func exactPower(_ exponent: FEELNumber) -> ExactPower {
        guard exponent.isInteger else { return .tooLong }
        let base = reduced
        // Beyond a million any power of ten is out of range.
        let count = min(exponent.magnitude.integerValue ?? Int.max, 1_000_000)
        if base.coefficient == 1 {
            let scale = exponent.isNegative ? -count : count
            let power = FEELNumber(rounding: 1, exponent: base.exponent * scale, isNegative: false)
            return .known(power?.padded(toExponent: min(0, self.exponent * scale)))
        }
        guard let magnitude = Self.product(of: base.coefficient.magnitude, repeated: count) else {
            return .tooLong
        }
        let power = FEELNumber(
            rounding: magnitude, exponent: base.exponent * count, isNegative: false)
        guard exponent.isNegative else {
            return .known(power?.padded(toExponent: self.exponent * count))
        }
        guard let power, magnitude < PowersOfTen.power(Self.precision) else { return .tooLong }
        return .known(FEELNumber.one.divided(by: power))
    }

    /// - Returns: `nil` when the product has more than 38 digits.
    private static func product(of factor: UInt128, repeated count: Int) -> UInt128? {
        var product: UInt128 = 1
        for _ in 0..<count {
            let (next, overflow) = product.multipliedReportingOverflow(by: factor)
            guard !overflow, next < PowersOfTen.power(PowersOfTen.maximum) else { return nil }
            product = next
        }
        return product
    }

    private static func product(
        _ factor: FEELNumber, withLogarithmOf number: FEELNumber, fractionLimbs: Int
    ) -> FixedPoint {
        FixedPoint(factor, fractionLimbs: fractionLimbs)
            * FixedPoint.naturalLogarithm(of: number, fractionLimbs: fractionLimbs)
    }

    /// Beyond this, e to the power is out of range: 6145 ln 10 is 14,149 and -6177 ln 10 is -14,223.
    private static let greatestExponentOfE = 14_300

    /// Rounds a computed value so that the result is the right rounding of the exact value.
    ///
    /// The computation is repeated with more digits until its error no longer matters (A. Ziv, "Fast Evaluation of
    /// Elementary Mathematical Functions with Correctly Rounded Last Bit", 1991). A value that is still on the edge
    /// between two numbers after a hundred digits is taken to lie on it: such are exact results and halves.
    /// - Parameter compute: a value of so many limbs after the point, with an error below one unit of the third limb
    ///   from the end, and the power of ten that it is to be multiplied by.
    private static func withGrowingPrecision(
        _ compute: (_ fractionLimbs: Int) -> (value: FixedPoint, exponent: Int)
    ) -> FEELNumber? {
        for limbs in [7, 11] {
            let (value, exponent) = compute(limbs)
            let error = FixedPoint(unitOfLimb: 2, fractionLimbs: limbs)
            let low = (value - error).rounded(timesTenTo: exponent)
            let high = (value + error).rounded(timesTenTo: exponent)
            if low == high { return value.rounded(timesTenTo: exponent)?.reducedFraction }
        }
        let (value, exponent) = compute(18)
        return value.roundedToLimb(3).rounded(timesTenTo: exponent)?.reducedFraction
    }

    private var isOddInteger: Bool {
        guard isInteger, exponent <= 0 else { return false }
        let unit = PowersOfTen.power(min(-exponent, Self.precision))
        return coefficient.magnitude / unit % 2 == 1
    }
}
