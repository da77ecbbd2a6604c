import Testing

/// What the rules say stands in `rules/` alone: no Swift file under `Sources` knows a code of a vocabulary.
///
/// Codes of one plain word (`leegstand`) are left aside, because they may be ordinary words of a text. Indicators may be
/// named by the importers, which map the columns of published tables to them.
@Suite struct RuleContentTests {
    private static let vocabularies: Set<String> = [
        "challenges", "indicators", "instruments", "interventions", "observations", "problems", "strengths",
    ]
    private static let importers = "Sources/Analyst/Imports/"

    @Test func `no Swift file knows a code of the rules`() throws {
        let codes = try Self.codesByVocabulary()
        let findings = try SourceTree.swiftFiles(under: "Sources").flatMap { Self.codesNamed(in: $0, known: codes) }
        #expect(findings == [])
    }

    @Test(arguments: [
        ("Sources/Analyst/Reports/A.swift", "\"slechte-gezondheid\"", 1),
        ("Sources/Analyst/Reports/A.swift", "\"over slechte-gezondheid in het algemeen\"", 0),
        ("Sources/Analyst/Reports/A.swift", "// slechte-gezondheid", 0),
        ("Sources/Analyst/Reports/A.swift", "\"woz_verhouding\"", 1),
        ("Sources/Analyst/Imports/A.swift", "\"woz_verhouding\"", 0),
        ("Sources/Analyst/Imports/A.swift", "\"slechte-gezondheid\"", 1),
    ])
    func `a code of the rules is found`(path: String, text: String, count: Int) {
        let codes = ["slechte-gezondheid": "problems", "woz_verhouding": "indicators"]
        #expect(Self.codesNamed(in: SwiftSource(path: path, text: text), known: codes).count == count)
    }

    private static func codesNamed(in file: SwiftSource, known: [String: String]) -> [String] {
        file.literals.compactMap { literal in
            guard let vocabulary = known[literal.text] else { return nil }
            if vocabulary == "indicators", file.path.hasPrefix(importers) { return nil }
            return "\(file.place(literal.line)): \(literal.text) of \(vocabulary)"
        }
    }

    /// Reads `vocabulary:` and `- code:` lines only, so that a vocabulary under repair does not hide the finding.
    private static func codesByVocabulary() throws -> [String: String] {
        var result: [String: String] = [:]
        for path in try SourceTree.paths(under: "rules/vocabulary", withExtension: "yaml") {
            var vocabulary = ""
            for line in try SourceTree.text(of: path).split(separator: "\n") {
                if line.hasPrefix("vocabulary: ") { vocabulary = value(of: line) }
                let entry = line.drop { $0 == " " }
                guard vocabularies.contains(vocabulary), entry.hasPrefix("- code: ") else { continue }
                let code = value(of: entry)
                if code.contains("-") || code.contains("_") { result[code] = vocabulary }
            }
        }
        return result
    }

    private static func value(of line: Substring) -> String {
        let value = line.drop { $0 != ":" }.dropFirst().prefix { $0 != "#" }
        return String(value.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" })
    }
}
