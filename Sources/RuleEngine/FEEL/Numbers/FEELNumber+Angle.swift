extension FEELNumber {
    /// The angle in radians, above -π and at most π, from the direction of positive `x` to that of the point (x, y).
    ///
    /// Worked out in binary fixed point with 62 bits behind the point, so that it is the same on every machine: the
    /// nearest sixteenth is taken out of the tangent, and the arc tangent of the rest is its Taylor series up to the
    /// eleventh power (Abramowitz and Stegun 1964, formulas 4.4.34 and 4.4.42).
    ///
    /// - Returns: 15 digits behind the point, of which the last may be one off; `nil` for the point (0, 0), which lies in no
    ///   direction.
    package static func angle(y: FEELNumber, x: FEELNumber) -> FEELNumber? {
        guard !y.isZero || !x.isZero else { return nil }
        let isSteep = y.magnitude > x.magnitude
        guard let tangent = isSteep ? ratio(x.magnitude, y.magnitude) : ratio(y.magnitude, x.magnitude) else {
            return nil
        }
        var angle = arcTangent(tangent)
        if isSteep { angle = halfTurn / 2 - angle }
        if x.isNegative { angle = halfTurn - angle }
        let rounded = (angle * 1_000_000_000_000_000 + (unit >> 1)) >> 62
        return FEELNumber(coefficient: y.isNegative ? -rounded : rounded, exponent: -15).reducedFraction
    }

    /// A part of one, as a number of units of 2^-62.
    private static func ratio(_ small: FEELNumber, _ large: FEELNumber) -> Int128? {
        if case .small(let part, let exponent) = small.storage, case .small(let whole, exponent) = large.storage {
            return (Int128(part) << 62) / Int128(whole)
        }
        return small.divided(by: large)?.rounded(toScale: 18, rule: .halfEven).map { quotient in
            (quotient.padded(toExponent: -18).coefficient << 62) / 1_000_000_000_000_000_000
        }
    }

    /// - Parameter tangent: from 0 to 1, in units of 2^-62, like the result.
    private static func arcTangent(_ tangent: Int128) -> Int128 {
        let sixteenth = Int((tangent + (unit >> 5)) >> 58)
        let taken = Int128(sixteenth) << 58
        let rest = ((tangent - taken) << 62) / (unit + ((tangent * taken) >> 62))
        let square = (rest * rest) >> 62
        var sum: Int128 = 0
        for divisor in [11, 9, 7, 5, 3, 1] as [Int128] { sum = unit / divisor - ((sum * square) >> 62) }
        return sixteenths[sixteenth] + ((sum * rest) >> 62)
    }

    private static let unit: Int128 = 1 << 62
    private static let halfTurn: Int128 = 14_488_038_916_154_245_685

    /// The arc tangents of 0, 1/16, … 1.
    private static let sixteenths: [Int128] = [
        0, 287_855_953_345_232_185, 573_486_189_672_913_778, 854_766_549_539_324_179,
        1_129_764_675_555_192_497, 1_396_809_912_678_075_341, 1_654_537_683_908_620_430, 1_901_907_467_368_135_863,
        2_138_197_195_906_305_897, 2_362_979_310_104_584_075, 2_576_084_652_473_018_343, 2_777_560_133_246_350_984,
        2_967_625_066_264_511_049, 3_146_629_716_257_419_296, 3_315_018_258_881_210_269, 3_473_297_232_174_029_200,
        3_622_009_729_038_561_421,
    ]
}
