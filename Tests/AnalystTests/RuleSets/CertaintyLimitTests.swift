import RuleEngine
import Testing

@testable import Analyst

/// `rules check` tells of conclusions that are surer than one kind of sign allows.
@Suite struct CertaintyLimitTests {
    private static let files = [
        "limits.yaml": """
        vocabulary: certainty-limits
        title: { nl: Hoe zeker, en: How sure }
        attributes:
          field: { string: true }
          most: { number: true }
          kinds: { string: true, optional: true }
          groups: { string: true, optional: true }
          why: { text: true }
        codes:
          - code: guesses
            title: { nl: alleen schattingen, en: only guesses }
            field: sure
            most: 2
            kinds: "guess; hunch"
            why: { nl: Tel eerst., en: Count first. }
          - code: one-street
            title: { nl: één straat, en: one street }
            field: sure
            most: 2
            groups: streets
            why: { nl: Vraag er nog een., en: Ask another one. }
        """,
        "measures.yaml": """
        vocabulary: measures
        title: { nl: Maten, en: Measures }
        attributes: { type: { string: true }, kind: { string: true, optional: true } }
        codes:
          - { code: surface, title: { nl: oppervlakte, en: surface }, type: number, kind: count }
          - { code: shade, title: { nl: schaduw, en: shade }, type: number, kind: guess }
          - { code: damp, title: { nl: vocht, en: damp }, type: number, kind: hunch }
          - { code: fenced, title: { nl: omheind, en: fenced }, type: boolean }
        """,
        "streets.yaml": """
        vocabulary: streets
        title: { nl: Straten, en: Streets }
        codes:
          - { code: street, title: { nl: straat, en: street } }
          - { code: lane, title: { nl: laan, en: lane } }
        """,
        "record.yaml": """
        record: garden
        title: { nl: tuin, en: garden }
        names: { vocabulary: measures }
        contexts:
          street: { title: { nl: de straat, en: the street }, vocabulary: measures }
          lane: { title: { nl: de laan, en: the lane }, vocabulary: measures }
          town: { title: { nl: de stad, en: the town }, vocabulary: measures }
        """,
        "claims.yaml": """
        templates:
          - template: claim
            title: { nl: uitspraak, en: claim }
            per: garden
            key: { code: { vocabulary: marks } }
            fields: { sure: { type: number, values: [1, 2, 3], combine: max } }
        """,
    ]

    private func check(when: String, sure: String) throws -> [Diagnostic] {
        let rules = """
            ruleset: more
            title: { nl: Meer, en: More }
            rules:
              - rule: more
                title: { nl: Meer, en: More }
                source: { ref: almanac, finding: A-1 }
                strength: judgement
                when: [\(when)]
                then: [{ claim: { code: small, sure: \(sure) } }]
            """
        let library = try GardenCases.library(Self.files.merging(["more.yaml": rules]) { $1 })
        return RuleChecks(library: library).diagnostics.filter { $0.code == "claim/too-sure" }
    }

    @Test(arguments: [
        ("shade > 1", "3"), ("shade > town.shade", "3"), ("shade > 1, damp > 2", "3"),
        ("shade > 1", "if shade > 2 then 3 else 2"), ("street.fenced", "3"), ("street.fenced, street.surface > 1", "3"),
        ("shade > 1, { absent: { claim: c, code: large } }", "3"),
        ("{ table: { policy: F, inputs: [shade], outputs: [s], rows: \"> 2 | 3\\n> 1 | 2\", as: t } }", "t"),
        (
            "{ table: { policy: F, inputs: [shade], outputs: [s, r], rows: \"> 2 | 3 | 1\\n> 1 | 2 | 1\", as: t } }",
            "t.s"
        ),
    ])
    func `a conclusion from one kind of sign alone may not be firm`(when: String, sure: String) throws {
        let found = try check(when: when, sure: sure)
        #expect(found.count == 1)
        #expect(
            found.allSatisfy {
                $0.severity == .warning && $0.span?.file == "more.yaml" && $0.span?.start.line == 9
                    && $0.message.en.contains("rule ‘more’ is surer than its sign allows, 3 instead of at most 2")
                    && $0.message.nl.contains("regel ‘more’ is zekerder dan haar teken toelaat") && $0.hint != nil
            })
    }

    @Test(arguments: [
        ("shade > 1", "2"), ("surface > 1", "3"), ("shade > 1, surface > 1", "3"), ("shade > 1, street.fenced", "3"),
        ("street.fenced, lane.fenced", "3"), ("town.fenced", "3"), ("shade > 1, { tree: t, kind: oak }", "3"),
        ("shade > 1", "if shade > 2 then 2 else 1"),
        (
            "{ table: { policy: F, inputs: [shade], outputs: [s, r], rows: \"> 2 | 3 | 1\\n> 1 | 2 | 1\", as: t } }",
            "t.r"
        ),
    ])
    func `a second kind of sign or a lower certainty is allowed`(when: String, sure: String) throws {
        #expect(try check(when: when, sure: sure) == [])
    }

    @Test func `a value that stands in a sentence alone is no second sign`() throws {
        let rules = """
            ruleset: more
            title: { nl: Meer, en: More }
            rules:
              - rule: more
                title: { nl: Meer, en: More }
                source: { ref: almanac, finding: A-1 }
                strength: judgement
                when: [shade > 1]
                then: [{ claim: { code: small, sure: 3 }, because: { nl: 'Van {surface}.', en: 'Of {surface}.' } }]
            """
        let library = try GardenCases.library(Self.files.merging(["more.yaml": rules]) { $1 })
        #expect(CertaintyLimits(ruleBase: library.ruleBase).diagnostics.count == 1)
    }

    @Test func `the rules of the project keep to their limits`() throws {
        let library = try Project.library.get()
        #expect(library.ruleBase.vocabulary(CertaintyLimits.vocabulary)?.codes.count == 2)
        #expect(CertaintyLimits(ruleBase: library.ruleBase).diagnostics.map(\.message.en) == [])
    }
}
