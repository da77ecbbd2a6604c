extension FEELNumber {
    /// Reads a numeric literal that stands in a stretch of UTF-8, as `init(_:)` reads a text.
    ///
    /// For tables with many numbers: up to 18 digits without an exponent are read without making a text of them.
    /// - Returns: `nil` for what is no numeric literal.
    package init?(utf8 bytes: [UInt8], in range: Range<Int>) {
        var place = range.lowerBound
        let isNegative = place < range.upperBound && bytes[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        var coefficient: Int64 = 0
        var digits = 0
        /// Where the fraction begins.
        var fraction: Int?
        while place < range.upperBound {
            let digit = bytes[place] &- UInt8(ascii: "0")
            if digit <= 9 {
                coefficient = coefficient &* 10 &+ Int64(digit)
                digits += 1
            } else if bytes[place] == UInt8(ascii: "."), fraction == nil {
                fraction = place + 1
            } else {
                break
            }
            place += 1
        }
        let decimals = fraction.map { place - $0 } ?? 0
        guard place == range.upperBound, (1...18).contains(digits), fraction == nil || decimals > 0 else {
            self.init(String(decoding: bytes[range], as: UTF8.self))
            return
        }
        self.init(small: isNegative ? -coefficient : coefficient, exponent: -decimals)
    }
}
