/// Numbers in the form that readers of a language expect: 1.234,5 in Dutch, 1,234.5 in English.
package enum NumberText {
    /// - Parameter grouping: thousands are set apart; a whole number of at most four digits may be a year, which is not.
    package static func text(of number: FEELNumber, in language: Language, grouping: Bool = true) -> String {
        let plain = number.normalizedDescription
        let sign = plain.hasPrefix("-") ? "\u{2212}" : ""
        let digits = plain.hasPrefix("-") ? plain.dropFirst() : Substring(plain)
        if let mark = digits.firstIndex(where: { $0 == "E" || $0 == "e" }) {
            let coefficient = digits[..<mark].map { $0 == "." && language == .nl ? "," : String($0) }.joined()
            return "\(sign)\(coefficient) × 10\(raised(digits[digits.index(after: mark)...]))"
        }
        let parts = digits.split(separator: ".", maxSplits: 1)
        let (group, point) = language == .nl ? (".", ",") : (",", ".")
        let fraction = parts.count > 1 ? point + parts[1] : ""
        let whole = parts.first ?? "0"
        let isPlain = !grouping && fraction.isEmpty && whole.count <= 4
        return sign + (isPlain ? String(whole) : grouped(whole, by: group)) + fraction
    }

    /// An exponent in raised signs: ³⁰.
    private static func raised(_ exponent: Substring) -> String {
        let signs: [Character: Character] = [
            "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
            "9": "⁹",
        ]
        return String(exponent.compactMap { signs[$0] })
    }

    private static func grouped(_ digits: Substring, by separator: String) -> String {
        guard digits.count > 3 else { return String(digits) }
        var result = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { result += separator }
            result.append(digit)
        }
        return result
    }
}

/// Dates as readers of a language expect them: 31 maart 2020, 31 March 2020.
package enum DateText {
    package static func text(of date: FEELDate, in language: Language) -> String {
        "\(date.day) \(month(of: date, in: language))"
    }

    /// The month of a day: maart 2020, March 2020.
    package static func month(of date: FEELDate, in language: Language) -> String {
        let months =
            switch language {
            case .nl:
                [
                    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
                    "november", "december",
                ]
            case .en:
                [
                    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                    "November", "December",
                ]
            }
        return "\(months[Int(date.month) - 1]) \(date.year)"
    }
}
