import RuleEngine
import Testing

@testable import Analyst

/// Words that many readers do not know: they are listed in the rules, and told in the texts of rules.
@Suite struct HardWordTests {
    private static let words = """
        vocabulary: hard-words
        title: { nl: Woorden, en: Words }
        attributes: { dutch: { string: true, optional: true }, english: { string: true, optional: true }, plain: { text: true } }
        codes:
          - code: under
            title: { nl: Volgens, en: Under }
            dutch: conform
            english: in accordance with
            plain: { nl: volgens, en: under }
          - code: help
            title: { nl: Helpen, en: Help }
            dutch: "faciliter*; gefaciliteer*"
            plain: { nl: "helpen, mogelijk maken", en: "help, make possible" }
        """

    private func check(nl: String, en: String) throws -> [Diagnostic] {
        let rules = """
            ruleset: more
            title: { nl: Meer, en: More }
            rules:
              - rule: more
                title: { nl: Meer, en: More }
                source: { ref: almanac, finding: A-1 }
                strength: judgement
                when: [fenced]
                then: [{ mark: { code: small }, because: { nl: '\(nl)', en: '\(en)' } }]
            """
        let library = try GardenCases.library(["words.yaml": Self.words, "more.yaml": rules])
        return RuleChecks(library: library).diagnostics.filter { $0.code == "wording/hard-word" }
    }

    @Test(arguments: [
        ("Conform de wet.", "Under the law.", "Conform", "Volgens"),
        ("Dit mag conform de wet.", "This may be.", "conform", "volgens"),
        ("Wij faciliteren dit.", "We help.", "faciliteren", nil),
        ("Volgens de wet.", "In accordance with the law.", "In accordance with", "Under"),
        ("Volgens de wet.", "Conform to the law.", nil, nil), ("Het conformeren.", "Yes.", nil, nil),
    ])
    func `U23: a hard word is told with a plain one, and mended where there is no choice`(
        nl: String, en: String, word: String?, mended: String?
    ) throws {
        let found = try check(nl: nl, en: en)
        #expect(found.map(\.message.en) == (word.map { ["‘\($0)’ is a hard word"] } ?? []))
        #expect(found.allSatisfy { $0.severity == .warning && $0.hint != nil && $0.span?.file == "more.yaml" })
        #expect(found.first?.fixes.first?.edits.first?.replacement == mended)
    }

    @Test func `the project lists hard words, and its texts use none`() throws {
        let library = try Project.library.get()
        #expect((library.ruleBase.vocabulary(HardWords.vocabulary)?.codes.count ?? 0) >= 30)
        #expect(
            ReaderWords([HardWords.list(library.ruleBase)], in: library.files).diagnostics.map {
                "\($0.message.nl) \($0.span?.file ?? "")"
            } == [])
    }
}
