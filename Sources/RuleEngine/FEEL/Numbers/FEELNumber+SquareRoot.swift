extension FEELNumber {
    /// The square root, rounded half to even.
    ///
    /// - Returns: `nil` for a negative number.
    package func squareRoot() -> FEELNumber? {
        guard !isNegative else { return nil }
        let ideal = exponent >> 1
        guard !isZero else { return FEELNumber(rounding: 0, exponent: ideal, isNegative: false) }
        // Scaled to 69 or 70 digits and an even exponent, the integer root has 35; its remainder decides the rounding.
        let magnitude = coefficient.magnitude
        let padding = Self.precision - magnitude.decimalDigitCount
        let shift = (exponent - padding) % 2 == 0 ? 36 : 35
        let padded = magnitude * PowersOfTen.power(padding)
        let radicand = padded.multipliedFullWidth(by: PowersOfTen.power(shift))
        var root = Self.integerRoot(of: radicand)
        let square = root.multipliedFullWidth(by: root)
        let isExact = square.high == radicand.high && square.low == radicand.low
        var exponent = (exponent - padding - shift) / 2
        if isExact { exponent += root.removeTrailingZeros(atMost: ideal - exponent) }
        return FEELNumber(
            rounding: root, inexact: !isExact, exponent: exponent, isNegative: false)
    }

    /// The largest integer whose square is not above the radicand, by Newton's iteration from above.
    ///
    /// - Precondition: the radicand has 69 or 70 digits.
    private static func integerRoot(of radicand: (high: UInt128, low: UInt128)) -> UInt128 {
        let approximation = (Double(radicand.high) * 0x1p128 + Double(radicand.low)).squareRoot()
        var root = UInt128(approximation * (1 + 0x1p-48))
        while true {
            let quotient = root.dividingFullWidth(radicand).quotient
            guard quotient < root else { return root }
            root = (root + quotient) / 2
        }
    }
}
