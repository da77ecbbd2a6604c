import RuleEngine
import Testing

@testable import Analyst

/// What no rule may look at, and what no text may say.
@Suite struct SafeguardTests {
    private static let forbidden = """
        vocabulary: forbidden-figures
        title: { nl: Verboden, en: Forbidden }
        attributes: { words: { string: true }, extent: { string: true }, why: { text: true } }
        codes:
          - code: owner
            title: { nl: wie de tuin heeft, en: who has the garden }
            words: "owner*; name of tenant"
            extent: everywhere
            why: { nl: Een tuin is geen mens., en: A garden is no person. }
          - code: weeds
            title: { nl: onkruid, en: weeds }
            words: "*weed*"
            extent: rules
            why: { nl: Onkruid bestaat niet., en: There are no weeds. }
        """

    private func check(measure: String, title: String = "maat", when: String = "surface > 1") throws -> [String] {
        let measures = """
            vocabulary: measures
            title: { nl: Maten, en: Measures }
            attributes: { type: { string: true }, range: { string: true, optional: true } }
            codes:
              - { code: surface, title: { nl: oppervlakte, en: surface }, type: number, range: '[0..1000]' }
              - { code: fenced, title: { nl: omheind, en: fenced }, type: boolean }
              - { code: \(measure), title: { nl: \(title), en: measure }, type: number }
            """
        let rules = """
            ruleset: more
            title: { nl: Meer, en: More }
            rules:
              - rule: more
                title: { nl: Meer, en: More }
                source: { ref: almanac, finding: A-1 }
                strength: judgement
                when: ['\(when)']
                then: [{ mark: { code: small } }]
            """
        let library = try GardenCases.library([
            "forbidden.yaml": Self.forbidden, "measures.yaml": measures, "more.yaml": rules,
        ])
        return ForbiddenFigures(library.ruleBase).diagnostics.map { "\($0.severity.rawValue) \($0.span?.file ?? "")" }
    }

    @Test(arguments: [
        ("owners", "maat", "surface > 1", ["error measures.yaml"]),
        ("bowners", "maat", "surface > 1", []),
        ("share_of_owners", "maat", "surface > 1", ["error measures.yaml"]),
        ("colour", "owner of the garden", "surface > 1", ["error measures.yaml"]),
        ("tenant", "name of tenant", "surface > 1", ["error measures.yaml"]),
        ("tenant", "name of a tenant", "surface > 1", []),
        ("seaweed", "maat", "surface > 1", []),
        ("seaweed", "maat", "surface > seaweed", ["error more.yaml"]),
        ("seaweed", "maat", "street.seaweed > 1", ["error more.yaml"]),
        ("seaward", "maat", "surface > seaward", []),
        ("owners", "maat", "owners > 1", ["error measures.yaml", "error more.yaml"]),
    ])
    func `a figure that stands for people is refused, and one that may only be shown is not read`(
        measure: String, title: String, when: String, expected: [String]
    ) throws {
        #expect(try check(measure: measure, title: title, when: when) == expected)
    }

    @Test(arguments: [
        ("table: { policy: F, inputs: [seaweed], outputs: [o], rows: \"> 1 | 2\\n> 2 | 3\", as: t }", 1),
        ("table: { policy: F, inputs: [surface], outputs: [o], rows: \"> seaweed | 2\\n> 2 | 3\", as: t }", 1),
        ("tree: t, where: t.height > seaweed", 1), ("absent: { tree: t, where: t.height > seaweed }", 1),
        ("tree: t, where: t.height > surface", 0),
    ])
    func `no part of a rule hides what it looks at`(condition: String, count: Int) throws {
        let rules = """
            ruleset: more
            title: { nl: Meer, en: More }
            rules:
              - rule: more
                title: { nl: Meer, en: More }
                source: { ref: almanac, finding: A-1 }
                strength: judgement
                when: [{ \(condition) }]
                then: [{ mark: { code: small } }]
            """
        let measures = """
            vocabulary: measures
            title: { nl: Maten, en: Measures }
            attributes: { type: { string: true } }
            codes:
              - { code: surface, title: { nl: oppervlakte, en: surface }, type: number }
              - { code: seaweed, title: { nl: wier, en: weed }, type: number }
            """
        let library = try GardenCases.library([
            "forbidden.yaml": Self.forbidden, "measures.yaml": measures, "more.yaml": rules,
        ])
        #expect(ForbiddenFigures(library.ruleBase).diagnostics.count == count)
    }

    @Test func `a sentence may not show what a rule may not read`() throws {
        let rules = """
            ruleset: more
            title: { nl: Meer, en: More }
            rules:
              - rule: more
                title: { nl: Meer, en: More }
                source: { ref: almanac, finding: A-1 }
                strength: judgement
                when: [surface > 1]
                then: [{ mark: { code: small }, because: { nl: 'Er is {seaweed} wier.', en: 'There is some.' } }]
            """
        let measures = """
            vocabulary: measures
            title: { nl: Maten, en: Measures }
            attributes: { type: { string: true } }
            codes:
              - { code: surface, title: { nl: oppervlakte, en: surface }, type: number }
              - { code: seaweed, title: { nl: wier, en: weed }, type: number }
            """
        let library = try GardenCases.library([
            "forbidden.yaml": Self.forbidden, "measures.yaml": measures, "more.yaml": rules,
        ])
        #expect(ForbiddenFigures(library.ruleBase).diagnostics.map(\.span?.start.line) == [9])
    }

    // MARK: Words

    private static let words = """
        vocabulary: stigmatising-words
        title: { nl: Woorden, en: Words }
        attributes: { dutch: { string: true }, english: { string: true }, better: { text: true } }
        codes:
          - code: weed
            title: { nl: Onkruid, en: Weeds }
            dutch: "onkruid*; slechte tuin*"
            english: "weed*"
            better: { nl: wilde plant, en: wild plant }
        """

    @Test(arguments: [
        ("Veel onkruid hier", "Many plants", "onkruid"), ("Veel ONKRUIDEN hier", "Many plants", "ONKRUIDEN"),
        ("Een slechte tuin.", "A garden", "slechte tuin"), ("Een slechte, kleine tuin", "A garden", ""),
        ("Veel planten", "Many weeds", "weeds"), ("weeds in het Nederlands", "plants", ""), ("kruid", "seaweed", ""),
        ("Een slechte-tuin", "A garden", "slechte-tuin"),
    ])
    func `a word that brands is found in the language in which it does`(nl: String, en: String, found: String) throws {
        let marks = """
            vocabulary: marks
            title: { nl: Merken, en: Marks }
            codes:
              - { code: large, title: { nl: groot, en: large } }
              - { code: larger, title: { nl: groter, en: larger } }
              - { code: small, title: { nl: '\(nl)', en: '\(en)' } }
              - { code: wooded, title: { nl: bosrijk, en: wooded } }
            """
        let library = try GardenCases.library(["words.yaml": Self.words, "marks.yaml": marks])
        let diagnostics = ReaderWords([StigmatisingWords.list(library.ruleBase)], in: library.files).diagnostics
        #expect(diagnostics.count == (found.isEmpty ? 0 : 1))
        #expect(diagnostics.allSatisfy { $0.message.nl.contains("‘\(found)’") && $0.hint?.en == "wild plant" })
        #expect(diagnostics.allSatisfy { $0.span?.file == "marks.yaml" && $0.span?.start.line == 6 })
    }

    @Test func `names within braces are no words of a text`() {
        #expect(
            WordPhrase.Word.all(in: "er zijn {weed.a} en é planten").map(\.text) == [
                "er", "zijn", "en", "é", "planten",
            ])
        #expect(WordPhrase.Word.all(in: "é planten").last?.range == 3..<10)
    }

    // MARK: The project

    @Test func `the project's rules keep to the safeguards`() throws {
        let library = try Project.library.get()
        #expect(library.ruleBase.vocabulary(ForbiddenFigures.vocabulary)?.codes.isEmpty == false)
        #expect(library.ruleBase.vocabulary(StigmatisingWords.vocabulary)?.codes.isEmpty == false)
        #expect(RuleChecks(library: library).diagnostics.map { "\($0.code) \($0.message.nl)" } == [])
    }
}
