import RuleEngine
import Testing

@testable import Analyst

/// What becomes of cases, and what a failing one says.
@Suite struct RuleTestRunTests {
    /// A kind with fields, so that values can be asked for.
    private static let beds = [
        "beds.yaml": """
        templates:
          - template: bed
            title: { nl: perk, en: bed }
            per: garden
            key: { code: { vocabulary: kinds } }
            fields:
              depth: { type: number, values: [1, 2, 3], combine: max }
              beside: { list: kinds, combine: union }
        """,
        "digging.yaml": """
        ruleset: digging
        title: { nl: Graven, en: Digging }
        rules:
          - rule: deep
            title: { nl: Diep, en: Deep }
            source: { ref: almanac, finding: A-1 }
            strength: judgement
            when: [surface > 10]
            then: [{ bed: { code: oak, depth: 'if surface > 100 then 3 else 2', beside: '["elm", "oak"]' } }]
        """,
    ]

    @Test(arguments: [
        ("figures: { surface: 200 }", "mark:large: found", true),
        ("figures: { surface: 100 }", "mark:large: found", false),
        ("figures: { surface: 100 }", "mark:large: refuted", true),
        ("", "mark:large: open", true), ("", "mark:large: refuted", false),
        ("figures: { surface: 50..200 }", "mark:large: open", true),
        ("facts: [{ mark: { code: large } }]", "mark:small: refuted", true),
        ("without: [mark:large]", "mark:small: found", true),
        ("complete: mark", "mark:small: refuted", true),
        ("facts: [{ tree: { kind: oak, height: 12 } }]", "mark:wooded: found", true),
        ("without: [tree:oak]", "mark:wooded: refuted", true),
        ("", "bed:oak: open", true),
        ("figures: { surface: 20 }", "bed:oak: { depth: 2 }", true),
        ("figures: { surface: 20 }", "bed:oak: { depth: 3 }", false),
        ("figures: { surface: 20 }", "bed:oak: { depth: 2..3, beside: [oak, elm] }", true),
        ("figures: { surface: 20 }", "bed:oak: { beside: [oak] }", false),
        ("figures: { surface: 50..200 }", "bed:oak: { depth: open }", true),
        ("figures: { surface: 50..200 }", "bed:oak: { depth: 2..3 }", true),
        ("figures: { surface: 50..200 }", "bed:oak: { depth: 1..2 }", false),
        ("figures: { surface: 20 }", "bed:oak: { depth: open }", false),
    ])
    func `a case passes when the session says what it expects`(given: String, expect: String, passes: Bool) throws {
        let run = try GardenCases.run(GardenCases.oneCase(given: given, expect: expect), Self.beds)
        #expect(run.results.map(\.passes) == [passes])
    }

    @Test(arguments: [
        ("figures: { surface: 200 }", "fires: large", true), ("", "fires: large", false),
        ("figures: { surface: 50 }", "not-fires: large", true), ("", "not-fires: large", false),
        ("figures: { surface: 200 }", "not-fires: large", false),
        ("figures: { surface: 200 }, facts: [{ mark: { code: large } }]", "not-fires: large", true),
    ])
    func `a rule must fire, or must surely not`(given: String, demand: String, passes: Bool) throws {
        let run = try GardenCases.run("cases: [{ case: one, given: {\(given)}, \(demand) }]")
        #expect(run.results.map(\.passes) == [passes])
    }

    @Test func `a failing case says where, what was expected, what came and why not`() throws {
        let text = """
            cases:
              - case: too-small
                title: { nl: Te klein, en: Too small }
                given: { figures: { surface: 90, street.surface: 10 } }
                expect:
                  - mark:larger: found
                fires: large
            """
        let run = try GardenCases.run(text)
        #expect(
            RuleTestReport(run: run, language: .en).text == """
                gardens.cases.yaml:2:11: case fails: too-small (Too small)
                  gardens.cases.yaml:6:9
                    expected: mark:larger: found
                    got:      mark:larger: not at issue
                      Rule ‘Larger’ (larger)
                        - surface is 90, more than 20 (2 × surface (the street)) [holds]
                        - surface is 90; condition: more than 100 [fails]
                            surface is 90; needed is 101: a difference of 11
                  gardens.cases.yaml:7:12
                    expected: rule large fires
                    got:      rule large does not fire
                      Rule ‘Large’ (large)
                        - surface is 90; condition: more than 100 [fails]
                            surface is 90; needed is 101: a difference of 11

                1 case: 0 right, 1 wrong

                """)
    }

    @Test func `a finding that should not be there is explained`() throws {
        let run = try GardenCases.run(
            GardenCases.oneCase(given: "figures: { surface: 200 }", expect: "mark:large: refuted"))
        let failure = try #require(run.results.first?.failures.first)
        #expect(failure.found.nl == "mark:large: gevonden")
        #expect(failure.why.contains { $0.contains("surface is 200") })
    }

    @Test func `an open finding says what it waits for`() throws {
        let run = try GardenCases.run(GardenCases.oneCase(expect: "mark:large: found"))
        #expect(run.results.first?.failures.first?.why.last == "  Waits for: surface")
    }

    @Test func `rules that contradict each other make a case fail`() throws {
        let more = [
            "heights.yaml": """
            templates:
              - template: height
                title: { nl: hoogte, en: height }
                per: garden
                key: { code: { vocabulary: kinds } }
                fields: { metres: { type: number } }
            """,
            "growing.yaml": """
            ruleset: growing
            title: { nl: Groei, en: Growth }
            rules:
              - rule: one
                title: { nl: Een, en: One }
                source: { ref: almanac, finding: A-1 }
                strength: judgement
                when: [surface > 10]
                then: [{ height: { code: oak, metres: 1 } }]
              - rule: two
                title: { nl: Twee, en: Two }
                source: { ref: almanac, finding: A-1 }
                strength: judgement
                when: [surface > 20]
                then: [{ height: { code: oak, metres: 2 } }]
            """,
        ]
        let given = { (surface: Int) in
            GardenCases.oneCase(given: "figures: { surface: \(surface) }", expect: "height:oak: found")
        }
        #expect(try GardenCases.run(given(15), more).failures.isEmpty)
        #expect(try GardenCases.run(given(25), more).failures.count == 1)
    }

    @Test func `a filter chooses cases by name and file`() throws {
        let text = "cases: [{ case: one-large, fires: large }, { case: one-small, fires: small }]"
        #expect(
            try GardenCases.run(text, filter: RuleTestFilter("LARGE")).results.map(\.ruleCase.name.value) == [
                "one-large"
            ])
        #expect(try GardenCases.run(text, filter: RuleTestFilter("gardens.cases")).results.count == 2)
        let all = try GardenCases.run(text, filter: RuleTestFilter("large"), countsAll: true)
        #expect(all.results.count == 1)
        #expect(all.coverage.count == 2)
    }
}
