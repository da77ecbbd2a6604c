package import RuleEngine

/// What a number that somebody typed can mean. A point or a comma before three digits may part thousands or decimals, and
/// which of the two nobody can see: `4.195`, `12,345`.
///
///     NumberReading("12,5", allowed: domain)     // .number(12.5)
///     NumberReading("4.195", allowed: domain)    // .doubtful(…) where 4195 is allowed too
package enum NumberReading: Hashable, Sendable {
    case number(FEELNumber)
    /// With decimals it is the first number, with thousands the second.
    case doubtful(FEELNumber, FEELNumber)
    /// Thousands are parted, so that only this number can be meant.
    case grouped(FEELNumber)
    /// No number.
    case none

    /// - Parameter allowed: what the number may be. A reading with thousands that is not allowed puts nothing in doubt.
    package init(_ text: String, allowed: ValueSet) {
        guard let plain = Self.number(text) else {
            self = Self.grouped(text).map { .grouped($0) } ?? .none
            return
        }
        if let whole = Self.withThousands(text), allowed.contains(.number(whole)) {
            self = .doubtful(plain, whole)
        } else {
            self = .number(plain)
        }
    }

    /// Why the text is not taken for a number as it stands, with how to write what is meant; `nil` where it is.
    package func advice(decimalSign sign: Character) -> LocalizedText? {
        switch self {
        case .number, .none: nil
        case .grouped(let number):
            LocalizedText(nl: "schrijf \(Self.plain(number, sign))", en: "write \(Self.plain(number, sign))")
        case .doubtful(let decimals, let thousands):
            LocalizedText(
                nl: "schrijf \(Self.plain(thousands, sign)) als het teken duizendtallen scheidt, en "
                    + "\(Self.plain(decimals, sign))0 als er decimalen achter staan",
                en: "write \(Self.plain(thousands, sign)) if the sign parts thousands, and "
                    + "\(Self.plain(decimals, sign))0 if decimals follow it")
        }
    }

    /// The number as the text has it, where it has a sign for decimals at most.
    private static func number(_ text: String) -> FEELNumber? {
        text.count { $0 == "," || $0 == "." } > 1 ? nil : FEELNumber(text.replacing(",", with: "."))
    }

    /// The number that a text like `4.195` gives when its only sign parts thousands.
    private static func withThousands(_ text: String) -> FEELNumber? {
        let parts = unsigned(text).split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard parts.count == 2, isLeadingGroup(parts[0]), isGroup(parts[1]) else { return nil }
        return FEELNumber(text.filter { $0 != "," && $0 != "." })
    }

    /// The number of `1.234.567`, `1,234.5` or `1 234`.
    private static func grouped(_ text: String) -> FEELNumber? {
        let body = unsigned(text)
        let isSign: (Character) -> Bool = { $0 == "," || $0 == "." || $0.isWhitespace }
        guard let first = body.first(where: isSign) else { return nil }
        var groups = body.split(separator: first, omittingEmptySubsequences: false)
        var decimals = ""
        if let last = groups.last, let sign = last.firstIndex(where: isSign), last[sign] == "," || last[sign] == "." {
            decimals = "." + last[last.index(after: sign)...]
            groups[groups.count - 1] = last[..<sign]
        }
        guard groups.count > 1, isLeadingGroup(groups[0]), groups.dropFirst().allSatisfy(isGroup) else { return nil }
        return FEELNumber((text.hasPrefix("-") ? "-" : "") + groups.joined() + decimals)
    }

    private static func unsigned(_ text: String) -> Substring {
        text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    }

    private static func isGroup(_ text: Substring) -> Bool { text.count == 3 && text.allSatisfy(isDigit) }

    private static func isLeadingGroup(_ text: Substring) -> Bool {
        (1...3).contains(text.count) && !text.hasPrefix("0") && text.allSatisfy(isDigit)
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    /// Without signs between thousands.
    private static func plain(_ number: FEELNumber, _ sign: Character) -> String {
        String(number.description.map { $0 == "." ? sign : $0 })
    }
}
