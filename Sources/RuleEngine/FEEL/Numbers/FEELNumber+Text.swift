extension FEELNumber: LosslessStringConvertible {
    /// Reads a numeric literal: `12`, `-3.50`, `.5`, `1.2E3`.
    ///
    /// More than 34 digits are rounded half to even.
    /// - Returns: `nil` for any other text (`1.`, `1e`, ` 1`), and for a number outside the range.
    public init?(_ text: String) {
        var bytes = text.utf8[...]
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }

        var digits = DigitReader()
        let whole = digits.readDigits(from: &bytes)
        var fraction = 0
        if bytes.first == UInt8(ascii: ".") {
            bytes.removeFirst()
            fraction = digits.readDigits(from: &bytes)
            guard fraction > 0 else { return nil }
        }
        guard whole + fraction > 0 else { return nil }

        var exponent = 0
        if let mark = bytes.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
            bytes.removeFirst()
            guard let written = Self.readExponent(from: &bytes) else { return nil }
            exponent = written
        }
        guard bytes.isEmpty else { return nil }
        self.init(
            rounding: digits.magnitude, inexact: digits.isCut,
            exponent: exponent - fraction + digits.skipped, isNegative: isNegative)
    }

    /// The number as FEEL's `string()` writes it, with the zeros that were computed: `1.10`, `1200`, `-0.5`.
    ///
    /// An exponent appears only where the point is more than 34 digits away from the first digit: `1E+40`.
    /// Reading the text gives an equal number.
    public var description: String {
        let magnitude = coefficient.magnitude
        let sign = isNegative ? "-" : ""
        let digits = String(magnitude)
        guard exponent != 0 else { return sign + digits }
        let point = digits.utf8.count + exponent
        guard (1 - Self.precision...Self.precision).contains(point) else {
            return sign + Self.scientific(digits, exponent: point - 1)
        }
        if exponent > 0 {
            return magnitude == 0 ? "0" : sign + digits + String(repeating: "0", count: exponent)
        }
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }

    /// The number without zeros at the end of its fraction; equal numbers give equal texts.
    package var normalizedDescription: String { reduced.description }

    private static func scientific(_ digits: String, exponent: Int) -> String {
        let fraction = digits.dropFirst()
        let mantissa = digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
        return mantissa + (exponent < 0 ? "E-" : "E+") + String(exponent.magnitude)
    }

    /// Reads `12`, `+12` or `-12`; anything beyond a million counts as a million.
    private static func readExponent(from bytes: inout Substring.UTF8View) -> Int? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        var value = 0
        var count = 0
        while let digit = bytes.first?.decimalDigit {
            value = min(value * 10 + digit, 1_000_000)
            count += 1
            bytes.removeFirst()
        }
        guard count > 0 else { return nil }
        return isNegative ? -value : value
    }
}

/// Collects the first 37 significant digits of a text, and remembers whether more followed.
private struct DigitReader {
    private(set) var magnitude: UInt128 = 0
    /// The number of digits after the 37th.
    private(set) var skipped = 0
    /// One of the skipped digits is not zero.
    private(set) var isCut = false

    private static let limit = PowersOfTen.power(36)

    /// - Returns: the number of digits read.
    mutating func readDigits(from bytes: inout Substring.UTF8View) -> Int {
        var count = 0
        while let digit = bytes.first?.decimalDigit {
            if magnitude < Self.limit {
                magnitude = magnitude * 10 + UInt128(digit)
            } else {
                skipped += 1
                isCut = isCut || digit != 0
            }
            count += 1
            bytes.removeFirst()
        }
        return count
    }
}

extension UInt8 {
    /// The value of an ASCII digit.
    var decimalDigit: Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) ? Int(self - UInt8(ascii: "0")) : nil
    }
}
