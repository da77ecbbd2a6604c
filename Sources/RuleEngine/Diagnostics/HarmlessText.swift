/// Shows a text so that none of its characters can change how the text around it is shown.
///
///     HarmlessText.of("red \u{1B}[31m", lineBreaks: .shown)   // red ␛[31m
///
/// Control characters, line separators and the characters that turn the direction of writing (Unicode Technical
/// Report 36; Boucher and Anderson, "Trojan Source", 2021) appear as a visible sign: those of ASCII as U+2400 and on,
/// others as U+FFFD. Tabs stay. Whatever goes to a terminal, a page or a document passes here, as its last step.
package enum HarmlessText {
    /// What becomes of line breaks.
    package enum LineBreaks: Sendable {
        /// They stay: the text has lines. A carriage return stays before a line feed only.
        case kept
        /// They are shown as signs: the text is one line.
        case shown
    }

    /// The text with signs in the place of treacherous characters.
    package static func of(_ text: String, lineBreaks: LineBreaks) -> String {
        // Nearly all texts are harmless, so their bytes are looked at before their characters.
        let hasControl = text.utf8.contains { byte in
            (byte < 0x20 && byte != 0x09 && (byte != 0x0A || lineBreaks == .shown)) || byte == 0x7F
        }
        guard hasControl || hasTreacheryBeyondASCII(text) else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            let isLineEnd = scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n"
            switch lineBreaks {
            case .kept where scalar == "\n" || isLineEnd: result.unicodeScalars.append(scalar)
            // The two characters of a line end are one sign.
            case .shown where isLineEnd:
                result.unicodeScalars.append(scalar.sign)
                index = next
            default: result.unicodeScalars.append(scalar.isTreacherous ? scalar.sign : scalar)
            }
            index = scalars.index(after: index)
        }
        return result
    }

    /// Whether some character beyond ASCII is treacherous, told by the bytes of UTF-8: U+0080 to U+009F, U+2028 to U+202E
    /// and U+2066 to U+2069.
    static func hasTreacheryBeyondASCII(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for index in bytes.indices.dropLast() where bytes[index] >= 0xC2 {
                let next = bytes[index + 1]
                if bytes[index] == 0xC2, next < 0xA0 { return true }
                guard bytes[index] == 0xE2, index + 2 < bytes.count else { continue }
                let last = bytes[index + 2]
                if next == 0x80, (0xA8...0xAE).contains(last) { return true }
                if next == 0x81, (0xA6...0xA9).contains(last) { return true }
            }
            return false
        }
    }
}

extension Unicode.Scalar {
    /// Whether the character is a control character other than a tab, or changes how the text around it is shown.
    package var isTreacherous: Bool {
        switch value {
        case 0x09: false
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The sign of a control character (U+2400 and on), or the replacement character.
    fileprivate var sign: Unicode.Scalar {
        switch value {
        case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        default: "\u{FFFD}"
        }
    }
}
