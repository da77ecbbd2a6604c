// Numbers, dates, times and durations as text, and regular expressions.

extension FuzzGenerator {
    private static let literals = [
        "0", "-0", "1.5", ".5", "1e3", "1E6144", "-9.9E-6143", "12345678901234567890123456789012345678",
        "2020-02-29", "-999999999-12-31", "999999999-01-01", "0000-01-01", "2021-02-30",
        "12:30:00", "23:59:59.999999999", "24:00:00", "00:00:00+14:00", "12:00:00@Europe/Paris", "T01:00:00Z",
        "2020-02-29T12:00:00Z", "2017-12-31T11:22:33.123456789-18:00", "999999999-12-31T23:59:59@Etc/UTC",
        "P1D", "-P1DT2H3M4.5S", "P99999999999D", "PT0.000000001S", "P1Y2M", "-P999999999Y11M", "P", "PT", "PT36H",
    ]

    mutating func literal() -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return damagedLiteral(pick(Self.literals, else: "0"))
        case 1:
            let digits = (0..<Int.random(in: 1...50, using: &random)).map { _ in pick(Array("0123456789"), else: "0") }
            return String(digits) + (flip() ? "" : "E" + String(Int.random(in: -7000...7000, using: &random)))
        case 2:
            return pick(["", "-"], else: "") + "\(Int.random(in: 0...1_000_000_000, using: &random))-"
                + pick(["01-01", "12-31", "02-29", "1-1", "13-01", "00-10"], else: "01-01")
        case 3:
            return pick(["", "-"], else: "") + "P" + (flip() ? "\(Int.random(in: 0...Int.max, using: &random))D" : "")
                + (flip()
                    ? "T\(Int.random(in: 0...Int.max, using: &random))" + pick(["H", "M", "S", ".5S"], else: "S") : "")
        case 4:
            return pick(["", "-"], else: "") + "P" + (flip() ? "\(Int.random(in: 0...Int.max, using: &random))Y" : "")
                + (flip() ? "\(Int.random(in: 0...Int.max, using: &random))M" : "")
        default: return pick(Self.literals, else: "0")
        }
    }

    /// Without quotes and backslashes, so that it can stand inside a text of FEEL.
    private mutating func damagedLiteral(_ text: String) -> String {
        damaged(text).filter { !"\"\\".contains($0) && !$0.isNewline }
    }

    private static let patternPieces = [
        "a", "b", "ab", ".", "[ab]", "[^a]", "[a-z]", "[a-z-[b]]", "[\\w-[\\d]]", "\\d", "\\W", "\\s", "\\i", "\\c",
        "\\p{L}", "\\P{Lu}", "\\p{IsBasicLatin}", "\\p{IsNothing}", "(a)", "(a|b)", "(a+)+", "(a*)*", "(?:a|aa)+",
        "(.*)*",
        "*", "+", "?", "{2}", "{0,3}", "{1000000}", "{3,1}", "{99999999999999999999}", "*?", "+?", "^", "$", "|", "(",
        ")",
        "[", "]", "{", "}", "\\", "\\1", "\\9", "\\12", "-", "é", "🐎", "\\n", "()", "(|a)", "(^)*",
    ]

    mutating func pattern() -> FuzzInput {
        let parts = (0..<Int.random(in: 0...6, using: &random)).map { _ in pick(Self.patternPieces, else: "a") }
        let length = chance(oneIn: 100) ? 200 : Int.random(in: 0...12, using: &random)
        let text = (0..<length).map { _ in pick(Array("aaaabé🐎 1\n"), else: "a") }
        let pattern = parts.joined()
        return .pattern(
            chance(oneIn: 4) ? damaged(pattern) : pattern, text: String(text),
            replacement: pick(["", "$0", "$1x", "\\$", "$", "\\", "$99", "[$1$2]"], else: ""),
            flags: pick(["", "", "i", "s", "m", "x", "q", "smix", "z"], else: ""))
    }
}
