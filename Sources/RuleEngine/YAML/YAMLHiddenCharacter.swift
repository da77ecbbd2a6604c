/// A character that no editor shows as what it does: it begins a line for libyaml, or turns the direction of writing.
///
/// Behind such a character a comment can hold a condition, and a text can read otherwise than it is: "Trojan Source"
/// (Boucher and Anderson, 2021). YAML 1.2 (section 5.4) ends a line at CR and LF alone; libyaml follows YAML 1.1, which
/// ends one at U+0085, U+2028 and U+2029 too. Within double quotes all of them can be written as an escape.
struct YAMLHiddenCharacter {
    private let scalar: Unicode.Scalar
    /// The UTF-8 offset where it stands first.
    private let offset: Int
    /// How often it stands in the text.
    private var count = 1

    /// The hidden characters of a text, each once, in the order in which they come first.
    static func all(in text: String) -> [YAMLHiddenCharacter] {
        guard HarmlessText.hasTreacheryBeyondASCII(text) else { return [] }
        var found: [YAMLHiddenCharacter] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            if beginsLine(scalar) || turnsDirection(scalar) {
                if let index = found.firstIndex(where: { $0.scalar == scalar }) {
                    found[index].count += 1
                } else {
                    found.append(YAMLHiddenCharacter(scalar: scalar, offset: offset))
                }
            }
            offset += UTF8.width(scalar)
        }
        return found
    }

    private static func beginsLine(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
    }

    private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        ("\u{202A}"..."\u{202E}").contains(scalar) || ("\u{2066}"..."\u{2069}").contains(scalar)
    }

    func diagnostic(in file: SourceFile) -> Diagnostic {
        let beginsLine = Self.beginsLine(scalar)
        return Diagnostic(
            code: beginsLine ? "yaml/hidden-line-break" : "yaml/writing-direction",
            message: beginsLine ? hiddenLineBreak : turnedDirection,
            at: file.span(offset..<offset + UTF8.width(scalar)),
            hint: beginsLine ? hiddenLineBreakHint : turnedDirectionHint)
    }

    /// "U+2028"
    private var name: String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}

// MARK: - Wordings

extension YAMLHiddenCharacter {
    private var times: LocalizedText {
        count == 1
            ? LocalizedText(verbatim: "")
            : LocalizedText(nl: "; in dit bestand \(count) keer", en: "; \(count) times in this file")
    }

    private var hiddenLineBreak: LocalizedText {
        LocalizedText(
            nl: "hier staat een onzichtbaar teken (\(name)) dat een nieuwe regel begint zonder dat u die ziet"
                + times.nl,
            en: "an invisible character (\(name)) begins a new line here that you do not see\(times.en)")
    }

    private var hiddenLineBreakHint: LocalizedText {
        LocalizedText(
            nl: "haal het teken weg, of vervang het door een gewone regelovergang",
            en: "remove the character, or replace it by an ordinary line break")
    }

    private var turnedDirection: LocalizedText {
        LocalizedText(
            nl:
                "hier staat een onzichtbaar teken (\(name)) dat de schrijfrichting verandert: wat er staat, is niet wat "
                + "u ziet" + times.nl,
            en: "an invisible character (\(name)) changes the direction of writing here: the text is not what you see"
                + times.en)
    }

    private var turnedDirectionHint: LocalizedText {
        LocalizedText(
            nl: "haal het teken weg; hoort het in een tekst, schrijf die dan tussen dubbele aanhalingstekens met "
                + "\\\(name.replacingPrefix)",
            en: "remove the character; if it belongs in a text, write that in double quotes with "
                + "\\\(name.replacingPrefix)")
    }
}

extension String {
    /// `u202E` of `U+202E`, as an escape of YAML writes it.
    fileprivate var replacingPrefix: String { "u" + dropFirst(2) }
}
