import Testing

/// The engine knows no domain word, neither in names nor in messages nor in comments: what it reasons about stands in
/// `rules/`.
@Suite struct DomainWordTests {
    /// Words of the field, whole.
    private static let words: Set<String> = [
        "crime", "crimes", "district", "districts", "dwelling", "dwellings", "household", "households", "housing",
        "instrument", "instruments", "intervention", "interventions", "liveability", "municipal", "municipality",
        "municipalities", "neighborhood", "neighborhoods", "neighbourhood", "neighbourhoods", "poverty", "resident",
        "residents", "wijk", "wijken",
    ]
    /// Dutch builds compounds, so these count inside a word as well.
    private static let parts = [
        "bewoner", "buurt", "gemeente", "interventie", "kernopgave", "leefbaar", "probleem", "woning",
    ]

    @Test func `the engine knows no domain word`() throws {
        let findings = try SourceTree.swiftFiles(under: "Sources/RuleEngine").flatMap { file in
            Self.domainWords(in: file.text).map { "\(file.place($0.line)): \($0.word)" }
        }
        #expect(findings == [])
    }

    @Test(arguments: [
        ("let perBuurt = 1", ["buurt"]),
        ("// the household pattern", ["household"]),
        ("\"woningvoorraad\"", ["woningvoorraad"]),
        ("wijkCode", ["wijk"]),
        ("wat afwijkt, gebeurt", []),
        ("instrumentation of the president", []),
        ("YAMLProblem", []),
    ])
    func `a domain word is found inside names and compounds`(text: String, expected: [String]) {
        #expect(Self.domainWords(in: text).map(\.word) == expected)
    }

    private static func domainWords(in text: String) -> [(word: String, line: Int)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            splitIntoWords(line)
                .filter { word in words.contains(word) || parts.contains { word.contains($0) } }
                .map { ($0, index + 1) }
        }
    }

    /// Words in lower case; `perBuurt` and `per_buurt` are two words each.
    private static func splitIntoWords(_ line: Substring) -> [String] {
        var result: [String] = []
        var word = ""
        var previousIsLower = false
        for character in line {
            if !character.isLetter || (character.isUppercase && previousIsLower) {
                if !word.isEmpty { result.append(word.lowercased()) }
                word = ""
            }
            if character.isLetter { word.append(character) }
            previousIsLower = character.isLowercase
        }
        if !word.isEmpty { result.append(word.lowercased()) }
        return result
    }
}
