/// Reads the parts of a date, time or duration from the front of a text.
///
/// A method that does not find its part returns `nil` (or `false`) and may have read some of the text; the callers
/// give up then.
struct TemporalReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text.utf8[...] }

    var isAtEnd: Bool { rest.isEmpty }

    var next: UInt8? { rest.first }

    /// Reads that one character, if it is there.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    /// Reads exactly two digits.
    mutating func takeTwoDigits() -> Int? {
        guard let tens = takeDigit(), let ones = takeDigit() else { return nil }
        return tens * 10 + ones
    }

    /// Reads one digit or more.
    ///
    /// - Returns: the value and the number of digits; `nil` when there is none or the value exceeds 18 digits.
    mutating func takeNumber() -> (value: Int, digits: Int)? {
        var value = 0
        var digits = 0
        while let digit = takeDigit() {
            guard value < 100_000_000_000_000_000 else { return nil }
            value = value * 10 + digit
            digits += 1
        }
        return digits > 0 ? (value, digits) : nil
    }

    /// Reads the digits after a decimal point, in nanoseconds. What is smaller is cut off.
    mutating func takeFraction() -> Int? {
        var nanoseconds = 0
        var unit = 100_000_000
        var digits = 0
        while let digit = takeDigit() {
            nanoseconds += digit * unit
            unit /= 10
            digits += 1
        }
        return digits > 0 ? nanoseconds : nil
    }

    /// Reads everything that is left.
    mutating func takeRest() -> String {
        defer { rest = rest[rest.endIndex...] }
        return String(Substring(rest))
    }

    private mutating func takeDigit() -> Int? {
        guard let digit = rest.first?.decimalDigit else { return nil }
        rest.removeFirst()
        return digit
    }
}

extension Int {
    /// At least `width` digits, with zeros in front; the sign comes before them.
    func padded(to width: Int) -> String {
        let digits = String(magnitude)
        let zeros = String(repeating: "0", count: Swift.max(0, width - digits.utf8.count))
        return (self < 0 ? "-" : "") + zeros + digits
    }

    /// A fraction of a second in nanoseconds as it is written: `.5`, or nothing for zero.
    var fractionText: String {
        guard self != 0 else { return "" }
        var digits = padded(to: 9)[...]
        while digits.last == "0" { digits.removeLast() }
        return "." + digits
    }
}
