extension FEELNumber {
    /// Reads a numeric literal that stands in a stretch of UTF-8, as `init(_:)` reads a text.
    ///
    /// For tables with many numbers: up to 18 digits without an exponent are read without making a text of them.
    /// - Returns: `nil` for what is no numeric literal.
    package init?(utf8 bytes: [UInt8], in range: Range<Int>) {
        var index = range.lowerBound
        let isNegative = index < range.upperBound && bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        var coefficient: Int64 = 0
        var digits = 0
        /// Where the fraction begins.
        var fraction: Int?
        while index < range.upperBound {
            let digit = bytes[index] &- UInt8(ascii: "0")
            if digit <= 9 {
                coefficient = coefficient &* 10 &+ Int64(digit)
                digits += 1
            } else if bytes[index] == UInt8(ascii: "."), fraction == nil {
                fraction = index + 1
            } else {
                break
            }
            index += 1
        }
        let decimals = fraction.map { index - $0 } ?? 0
        guard index == range.upperBound, (1...18).contains(digits), fraction == nil || decimals > 0 else {
            self.init(String(decoding: bytes[range], as: UTF8.self))
            return
        }
        self.init(small: isNegative ? -coefficient : coefficient, exponent: -decimals)
    }
}
