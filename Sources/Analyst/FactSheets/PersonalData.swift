package import RuleEngine

/// Looks in the free words of a sheet for what may be data of a person: a phone number, an e-mail address, a postcode with a
/// house number, nine digits as in a citizen service number. A sheet tells of an area; no name of a person belongs in it.
package enum PersonalData {
    /// What a text seems to hold.
    package enum Kind: CaseIterable, Hashable, Sendable { case phone, email, address, citizenNumber }

    /// Warnings with the place of each text that seems to hold such data. They never repeat the text.
    package static func warnings(in file: SourceFile) -> [Diagnostic] {
        guard let root = YAMLParser.parseSingle(file).root else { return [] }
        var result: [Diagnostic] = []
        for entry in root.mapping ?? [] where sections.contains(entry.name.value) {
            visit(entry.value, isFree: false, into: &result)
        }
        return result
    }

    /// The parts of a sheet in which people write.
    private static let sections: Set = ["answers", "efforts", "memberships", "overrules", "voices"]
    /// The keys behind which they write what they like.
    private static let freeKeys: Set = ["aim", "holder", "method", "name", "note", "reason", "result"]

    private static func visit(_ node: YAMLNode, isFree: Bool, into result: inout [Diagnostic]) {
        for part in node.sequence ?? [] { visit(part, isFree: isFree, into: &result) }
        for entry in node.mapping ?? [] {
            visit(entry.value, isFree: isFree || freeKeys.contains(entry.name.value), into: &result)
        }
        guard isFree, let scalar = node.scalar else { return }
        let kinds = kinds(in: scalar.text)
        result += Kind.allCases.filter { kinds.contains($0) }.map { .personalData($0, at: scalar.span) }
    }

    /// What a text seems to hold.
    package static func kinds(in text: String) -> Set<Kind> {
        var kinds: Set<Kind> = []
        let words = text.split(whereSeparator: \.isWhitespace)
        if words.contains(where: isEmail) { kinds.insert(.email) }
        for run in numberRuns(in: text) {
            let parts = run.split(separator: " ").map(String.init)
            let isPhone = parts.indices.contains { first in
                (first..<min(first + mostParts, parts.count)).contains { last in
                    Self.isPhone(parts[first...last].joined(separator: " "))
                }
            }
            if isPhone {
                kinds.insert(.phone)
            } else if parts.contains(where: isCitizenNumber) {
                kinds.insert(.citizenNumber)
            }
        }
        if holdsAddress(words) { kinds.insert(.address) }
        return kinds
    }

    /// "a.person@example.org"
    private static func isEmail(_ word: Substring) -> Bool {
        let parts = word.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let name = parts[0].last, name.isLetter || name.isNumber else { return false }
        let host = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return host.count >= 2 && host[0].first?.isLetter == true && host[1].first?.isLetter == true
    }

    /// Digits with what stands between them in a phone number, the longest stretches: "06-1234 5678".
    private static func numberRuns(in text: String) -> [String] {
        var runs: [String] = []
        var run = ""
        func finish() {
            let trimmed = run.drop { !$0.isNumber && $0 != "+" }
            if trimmed.contains(where: \.isNumber) { runs.append(String(trimmed)) }
            run = ""
        }
        for character in text {
            if character.isASCII, character.isNumber || "+-.()/ ".contains(character) {
                run.append(character)
            } else {
                finish()
            }
        }
        finish()
        return runs
    }

    /// So many pieces a phone number is written in at most.
    private static let mostParts = 6

    /// Nine digits in a row, with no more than a bracket or point around them.
    private static func isCitizenNumber(_ part: String) -> Bool {
        let core = part.drop { !$0.isNumber }.reversed().drop { !$0.isNumber }
        return core.count == 9 && core.allSatisfy(\.isNumber)
    }

    /// Ten digits from a zero on, or a number from `+` or `00` on.
    private static func isPhone(_ run: String) -> Bool {
        let digits = run.filter(\.isNumber)
        if run.hasPrefix("+") { return (10...14).contains(digits.count) }
        if digits.hasPrefix("00") { return (12...15).contains(digits.count) }
        return digits.hasPrefix("0") && digits.count == 10
    }

    /// A postcode, `1234 AB` or `1234ab`, with a house number before or behind it.
    private static func holdsAddress(_ words: [Substring]) -> Bool {
        let words = words.map { $0.filter { $0.isLetter || $0.isNumber } }
        return words.indices.contains { index in
            let length =
                isPostcode(words[index])
                ? 1 : index + 1 < words.count && isPostcode(words[index], words[index + 1]) ? 2 : 0
            guard length > 0 else { return false }
            let neighbours = [index - 1, index + length].filter { words.indices.contains($0) }
            return neighbours.contains { isHouseNumber(words[$0]) }
        }
    }

    private static func isPostcode(_ digits: String, _ letters: String) -> Bool {
        digits.count == 4 && digits.allSatisfy { $0.isASCII && $0.isNumber } && !digits.hasPrefix("0")
            && letters.count == 2 && letters.allSatisfy { $0.isASCII && $0.isUppercase }
    }

    private static func isPostcode(_ word: String) -> Bool {
        word.count == 6 && isPostcode(String(word.prefix(4)), word.suffix(2).uppercased())
    }

    /// "12", "12a"
    private static func isHouseNumber(_ word: String) -> Bool {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        return (1...4).contains(digits.count) && word.count - digits.count <= 2
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func personalData(_ kind: PersonalData.Kind, at span: SourceSpan) -> Diagnostic {
        let (nl, en) =
            switch kind {
            case .phone: ("een telefoonnummer", "a phone number")
            case .email: ("een e-mailadres", "an e-mail address")
            case .address: ("een postcode met een huisnummer", "a postcode with a house number")
            case .citizenNumber: ("een burgerservicenummer", "a citizen service number")
            }
        return Diagnostic(
            .warning, code: "sheet/personal-data",
            message: LocalizedText(
                nl: "hier lijkt \(nl) te staan; een feitenblad gaat over het gebied, nooit over een persoon",
                en: "here seems to stand \(en); a fact sheet is about the area, never about a person"),
            at: span,
            hint: LocalizedText(
                nl: "haal het weg; schrijf wat u hoorde zonder namen, nummers en adressen",
                en: "remove it; write what you heard without names, numbers and addresses"))
    }
}
