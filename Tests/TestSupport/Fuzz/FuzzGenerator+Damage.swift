// Texts put together from pieces without regard to grammar, and sound texts with damage.

extension FuzzGenerator {
    private static let pieces = [
        "a", "x", "1", "2.5", ".", "..", ",", ":", "(", ")", "[", "]", "{", "}", "+", "-", "*", "/", "**", "=", "!=",
        "<",
        "<=", ">", ">=", "->", "@", "'", "\"", "\"s\"", "\\", "==", "&&", "||", "!", "≤", "“", "%", "€", "#", "//",
        "/*",
        "*/", "\n", " ", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between", "and",
        "or",
        "not", "instance", "of", "function", "external", "list<", "context<", "date and time", "string length", "en",
        "als", "dan", "anders", "elseif", "null", "true", "?", "item", "partial", "\\u12", "\u{0}", "🐎", "e\u{301}",
        "\u{FEFF}", "\u{2028}", "\u{85}", "\r", "\t", "1E", "E6144", ".5", "0x1F", "\\uD83D", "\\uDC0E", "\\U01F40E",
    ]

    mutating func soup() -> String {
        (0..<Int.random(in: 0..<24, using: &random)).reduce(into: "") { text, _ in
            text += pick(Self.pieces, else: "") + (flip() ? " " : "")
        }
    }

    /// The text after one to four accidents; bytes that are no UTF-8 any more are replaced.
    mutating func damaged(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) { damage(&bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func damage(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let stretch = place..<min(bytes.count, place + Int.random(in: 1...12, using: &random))
        switch Int.random(in: 0..<9, using: &random) {
        case 0: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case 1: bytes.insert(contentsOf: pick(Self.pieces, else: "").utf8, at: place)
        case 2: bytes.removeSubrange(stretch)
        case 3: bytes.insert(contentsOf: Array(bytes[stretch]), at: place)
        case 4:
            guard bytes.indices.contains(place) else { return }
            bytes[place] = bytes[place] ^ (1 << UInt8.random(in: 0...7, using: &random))
        case 5: bytes.removeSubrange(place...)
        case 6:
            let other = Array(pick(corpus.expressions, else: "1").utf8)
            let from = Int.random(in: 0...other.count, using: &random)
            bytes.replaceSubrange(stretch, with: other[from...])
        case 7:
            let piece = Array(bytes[stretch])
            let count = Int.random(in: 2...300, using: &random)
            bytes.insert(contentsOf: repeatElement(piece, count: count).joined(), at: place)
        default:
            bytes.insert(
                contentsOf: pick(["\n  ", "\n- ", ": ", "{", "[", "\"", "&a ", "*a", "!", "|\n", "= "], else: " ").utf8,
                at: place)
        }
    }
}
