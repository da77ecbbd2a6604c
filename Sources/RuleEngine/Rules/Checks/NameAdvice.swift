/// What an author probably meant by a name that nobody declared.
struct NameAdvice {
    /// Where the name stands in the text of the expression, in UTF-8; with what hyphens tie to it when `written` does.
    let range: Range<Int>
    /// `one-two` where the name is `one` and `one_two` is known; FEEL reads a subtraction.
    let written: String?
    private let known: [String]
    /// The name is compared with a text.
    private let isBesideText: Bool

    /// - Parameters:
    ///   - known: the names that can be used at this place.
    ///   - isBesideText: whether the name is compared with what is a text.
    init(_ range: Range<Int>, of text: String, known: [String], isBesideText: Bool = false) {
        let bytes = Array(text.utf8)
        func isPart(_ byte: UInt8) -> Bool { RuleBaseReader.isCode(String(UnicodeScalar(byte))) }
        var start = range.lowerBound
        var end = range.upperBound
        while start > 0, isPart(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, isPart(bytes[end]) { end += 1 }
        let hyphenated = String(decoding: bytes[start..<end], as: UTF8.self)
        let isMeant = hyphenated.contains("-") && known.contains(Self.underscored(hyphenated))
        self.range = isMeant ? start..<end : range
        written = isMeant ? hyphenated : nil
        self.known = known
        self.isBesideText = isBesideText
    }

    private static func underscored(_ name: String) -> String { String(name.map { $0 == "-" ? "_" : $0 }) }

    func hint(for use: FEELNameUse, in scalar: YAMLScalar) -> LocalizedText {
        if let written { return .hyphen(written, meant: Self.underscored(written)) }
        if scalar.style == .doubleQuoted, scalar.text == use.name { return .quotesTaken(use.name) }
        if isBesideText, Self.boolean(meantBy: use.name) != nil { return .write("\"\(use.name)\"") }
        if use.member == nil, let meant = Self.boolean(meantBy: use.name) { return .write(meant) }
        if let near = Suggestion.nearest(to: use.name, among: known), near.count > 1 { return .didYouMean(near) }
        if use.member != nil { return .variableElsewhere(use.name) }
        return scalar.text == use.name ? .wholeText(use.name) : .textOrSpelling(use.name)
    }

    /// What is to stand in its place, where nothing is left to think about.
    func replacement(for use: FEELNameUse) -> String? {
        if let written { return Self.underscored(written) }
        if isBesideText, Self.boolean(meantBy: use.name) != nil { return "\"\(use.name)\"" }
        if use.member == nil, let meant = Self.boolean(meantBy: use.name) { return meant }
        return Suggestion.nearest(to: use.name, among: known).flatMap { $0.count > 1 ? $0 : nil }
    }

    private static func boolean(meantBy word: String) -> String? {
        switch word.lowercased() {
        case "yes", "ja", "waar", "true", "aan", "on": "true"
        case "no", "nee", "onwaar", "false", "uit", "off": "false"
        default: nil
        }
    }

    /// The function of FEEL for a word of Dutch or of a spreadsheet.
    static func function(meantBy word: String) -> String? {
        switch word.lowercased() {
        case "niet", "not": "not"
        case "som", "sum": "sum"
        case "aantal", "tel", "len", "length", "count": "count"
        case "gemiddelde", "average", "avg", "mean": "mean"
        case "minimum", "laagste", "min": "min"
        case "maximum", "hoogste", "max": "max"
        case "afronden", "round": "round half up"
        case "bevat", "contains": "contains"
        case "vandaag", "today": "today"
        default: nil
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func hyphen(_ written: String, meant: String) -> LocalizedText {
        LocalizedText(
            nl: "FEEL leest ‘\(written)’ als een aftrekking; schrijf ‘\(meant)’",
            en: "FEEL reads ‘\(written)’ as a subtraction; write ‘\(meant)’")
    }

    fileprivate static func quotesTaken(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "YAML haalt de dubbele aanhalingstekens weg; bedoelt u een tekst, schrijf dan '\"\(name)\"'",
            en: "YAML takes the double quotes away; if you mean a text, write '\"\(name)\"'")
    }

    fileprivate static func write(_ meant: String) -> LocalizedText {
        LocalizedText(nl: "schrijf ‘\(meant)’", en: "write ‘\(meant)’")
    }

    fileprivate static func didYouMean(_ near: String) -> LocalizedText {
        LocalizedText(nl: "bedoelde u ‘\(near)’?", en: "did you mean ‘\(near)’?")
    }

    fileprivate static func variableElsewhere(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "noem ‘\(name)’ eerst in een patroon hierboven; een naam binnen absent, exists, every of een telling "
                + "geldt daarbuiten niet",
            en: "bind ‘\(name)’ in a pattern above first; a name inside absent, exists, every or an aggregate means "
                + "nothing outside it")
    }

    fileprivate static func wholeText(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "bedoelt u een tekst, schrijf dan '\"\(name)\"'; bedoelt u een naam, controleer dan de spelling",
            en: "if you mean a text, write '\"\(name)\"'; if you mean a name, check the spelling")
    }

    fileprivate static func textOrSpelling(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "controleer de spelling; bedoelt u een tekst, schrijf dan \"\(name)\"",
            en: "check the spelling; if you mean a text, write \"\(name)\"")
    }
}
