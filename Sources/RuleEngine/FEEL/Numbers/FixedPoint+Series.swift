extension FixedPoint {
    /// The natural logarithm of a positive number.
    ///
    /// `x = m × 10^k` with m between 0.316 and 3.16, and `ln m = 2 artanh((m - 1) / (m + 1))`. The error is less than
    /// 10^5 units in the last place.
    static func naturalLogarithm(of number: FEELNumber, fractionLimbs: Int) -> FixedPoint {
        let coefficient = number.coefficient.magnitude
        var power = coefficient.decimalDigitCount - 1
        if coefficient * 100 > PowersOfTen.power(power) * 316 { power += 1 }
        let one = PowersOfTen.power(power)
        let ratio = FixedPoint(
            coefficient > one ? coefficient - one : one - coefficient, dividedBy: coefficient + one,
            isNegative: coefficient < one, fractionLimbs: fractionLimbs)
        let tens = logarithmOfTen.truncated(toFractionLimbs: fractionLimbs)
            .multiplied(by: number.exponent + power)
        return areaTangent(of: ratio).multiplied(by: 2) + tens
    }

    /// e to the power of a number, as `value × 10^exponent` with a value between 0.3 and 3.2.
    ///
    /// The power of ten is split off and the rest summed by Taylor's series. The error is less than 10^5 units in
    /// the last place beside that of the argument.
    /// - Precondition: the magnitude of the argument is at most 10^6.
    static func exponential(of argument: FixedPoint) -> (value: FixedPoint, exponent: Int) {
        let limbs = argument.fractionLimbs
        let ten = logarithmOfTen.truncated(toFractionLimbs: limbs)
        let exponent = Int((argument.doubleValue / ten.doubleValue).rounded())
        let rest = argument - ten.multiplied(by: exponent)
        var term = FixedPoint(1, fractionLimbs: limbs)
        var sum = term
        var count = 1
        while !term.isZero {
            term = (term * rest).divided(by: count)
            sum = sum + term
            count += 1
        }
        return (sum, exponent)
    }

    /// The most limbs after the point that the functions above answer for.
    static let greatestFractionLimbs = 40

    /// ln 10 = 3 ln 2 + ln 5/4 = 6 artanh 1/3 + 2 artanh 1/9
    private static let logarithmOfTen: FixedPoint = {
        let limbs = greatestFractionLimbs + 1
        func areaTangent(ofOneOver divisor: UInt128) -> FixedPoint {
            FixedPoint.areaTangent(
                of: FixedPoint(1, dividedBy: divisor, isNegative: false, fractionLimbs: limbs))
        }
        return areaTangent(ofOneOver: 3).multiplied(by: 6) + areaTangent(ofOneOver: 9).multiplied(by: 2)
    }()

    /// artanh z = z + z³/3 + z⁵/5 + …
    private static func areaTangent(of ratio: FixedPoint) -> FixedPoint {
        let square = ratio * ratio
        var power = ratio
        var sum = ratio
        var divisor = 3
        while !power.isZero {
            power = power * square
            sum = sum + power.divided(by: divisor)
            divisor += 2
        }
        return sum
    }
}
