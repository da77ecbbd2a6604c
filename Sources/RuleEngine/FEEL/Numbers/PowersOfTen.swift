/// The powers of ten that fit in 128 bits.
enum PowersOfTen {
    /// The largest power that `power(_:)` answers for.
    static let maximum = 38

    private static let table: [UInt128] = {
        var powers: [UInt128] = [1]
        for _ in 1...maximum { powers.append(powers[powers.count - 1] * 10) }
        return powers
    }()

    /// - Precondition: `exponent` lies in `0...maximum`.
    static func power(_ exponent: Int) -> UInt128 { table[exponent] }
}

extension UInt128 {
    /// The number of decimal digits; zero has one.
    var decimalDigitCount: Int {
        guard self != 0 else { return 1 }
        // 1233 / 4096 is just above the logarithm of 2 to base 10 for all widths up to 128.
        let estimate = ((UInt128.bitWidth - leadingZeroBitCount) * 1233) >> 12
        guard estimate <= PowersOfTen.maximum else { return estimate }
        return self < PowersOfTen.power(estimate) ? estimate : estimate + 1
    }

    /// Takes at most `limit` zeros off the end.
    ///
    /// - Returns: the number of zeros taken off. Zero itself has none.
    mutating func removeTrailingZeros(atMost limit: Int) -> Int {
        guard self != 0 else { return 0 }
        var removed = 0
        var step = 16
        while step > 0 {
            if removed + step <= limit {
                let (quotient, remainder) = quotientAndRemainder(
                    dividingBy: PowersOfTen.power(step))
                if remainder == 0 {
                    self = quotient
                    removed += step
                    continue
                }
            }
            step /= 2
        }
        return removed
    }
}
