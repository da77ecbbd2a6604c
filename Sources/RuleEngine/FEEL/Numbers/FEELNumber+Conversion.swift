extension FEELNumber {
    /// Has no fraction: `3`, `3.00`, `1E+40`.
    public var isInteger: Bool {
        if exponent >= 0 || isZero { return true }
        guard -exponent < Self.precision else { return false }
        return coefficient.magnitude % PowersOfTen.power(-exponent) == 0
    }

    /// The number as an integer, or `nil` when it has a fraction or does not fit in 64 bits.
    public var integerValue: Int? {
        if case .small(let value, 0) = storage { return Int(value) }
        guard isInteger, !isZero else { return isZero ? 0 : nil }
        if exponent < 0 { return Int(exactly: coefficient / Int128(PowersOfTen.power(-exponent))) }
        guard exponent <= 18, case .small(let value, _) = storage else { return nil }
        return Int(exactly: Int128(value) * Int128(PowersOfTen.power(exponent)))
    }

    /// The nearest binary floating-point number; infinite beyond its range.
    public var doubleValue: Double {
        // Up to 2^53 and 10^22 both operands are exact, so that one operation rounds once (Clinger 1990).
        if case .small(let value, let exponent) = storage, value.magnitude <= 1 << 53,
            (-22...22).contains(exponent)
        {
            let power = Double(PowersOfTen.power(Int(exponent.magnitude)))
            return exponent < 0 ? Double(value) / power : Double(value) * power
        }
        // The standard library reads this notation with correct rounding, so the text always has a value.
        return Double("\(coefficient)e\(exponent)") ?? 0
    }

    /// The number that a binary floating-point number stands for exactly.
    ///
    /// - Returns: `nil` when it has more than 34 digits, as `0.1` has, or is not finite.
    public init?(exactly value: Double) {
        guard value.isFinite else { return nil }
        guard value != 0 else {
            self = .zero
            return
        }
        // value = significand × 2^twos, the significand being odd.
        let fractionBits = value.significandWidth
        var significand = UInt128(
            Double(sign: .plus, exponent: fractionBits, significand: value.significand))
        var twos = Int(value.exponent) - fractionBits
        var exponent = 0
        while twos > 0, significand % 5 == 0 {
            significand /= 5
            twos -= 1
            exponent += 1
        }
        let factor: UInt128 = twos < 0 ? 5 : 2
        // 2^-n = 5^n × 10^-n
        if twos < 0 { exponent += twos }
        for _ in 0..<twos.magnitude {
            guard significand < PowersOfTen.power(Self.precision) else { return nil }
            significand *= factor
        }
        guard significand < PowersOfTen.power(Self.precision) else { return nil }
        self.init(rounding: significand, exponent: exponent, isNegative: value < 0)
    }

    /// The shortest decimal that reads back as `value`, rounded half to even to a number of significant digits.
    ///
    /// - Returns: `nil` when `value` is not finite or `digits` is less than one.
    package init?(approximating value: Double, digits: Int = 15) {
        guard value.isFinite, digits > 0, let shortest = FEELNumber(value.description) else {
            return nil
        }
        guard !shortest.isZero else {
            self = .zero
            return
        }
        let scale = digits - 1 - shortest.adjustedExponent
        guard let rounded = shortest.rounded(toScale: scale, rule: .halfEven) else { return nil }
        self = rounded.reducedFraction
    }
}
