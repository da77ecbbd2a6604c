import RuleEngine
import Testing

@testable import Analyst

/// What a file of cases says, and what is wrong with it.
@Suite struct RuleCaseReaderTests {
    @Test(arguments: [
        ("figures: { surface: 3 }", "surface", "3"),
        ("figures: { street.surface: 3.5 }", "street.surface", "3.5"),
        ("figures: { street: { surface: 3 } }", "street.surface", "3"),
        ("figures: { surface: 10..20 }", "surface", "[10..20]"),
        ("figures: { surface: [10..20] }", "surface", "[10..20]"),
        ("figures: { fenced: true }", "fenced", "true"),
        ("voices: { street.fenced: false }", "street.fenced", "false"),
    ])
    func `a value is read as the record holds it`(given: String, path: String, expected: String) throws {
        let inputs = try #require(
            try GardenCases.read(GardenCases.oneCase(given: given, expect: "mark:large: open"), GardenCases.library())
                .first
        ).inputs
        #expect(inputs.values.count == 1)
        #expect(inputs.values.first?.key.path == path)
        #expect(inputs.values.first?.value.description == expected)
    }

    @Test func `a value that is said to be unknown is not given`() throws {
        let text = GardenCases.oneCase(given: "figures: { surface: unknown }", expect: "mark:large: open")
        #expect(try GardenCases.read(text, GardenCases.library()).first?.inputs.values.isEmpty == true)
    }

    @Test func `facts come from outside or stand in place of what rules conclude`() throws {
        let text = GardenCases.oneCase(
            given:
                "facts: [{ tree: [{ kind: oak, height: 12 }, { kind: elm, height: unknown }], mark: { code: small } }], "
                + "without: [mark:large, tree:elm], complete: tree",
            expect: "mark:large: refuted")
        let inputs = try #require(try GardenCases.read(text, GardenCases.library()).first).inputs
        #expect(inputs.facts.map(\.finding.description) == ["tree:oak", "tree:elm", "mark:small"])
        #expect(inputs.facts.map(\.fields.count) == [1, 0, 0])
        #expect(inputs.overrules.map(\.finding.description) == ["mark:large"])
        #expect(inputs.completeness["tree"] == .complete)
    }

    @Test func `a case takes over what its file and an earlier case give`() throws {
        let text = """
            date: 2020-05-01
            given: { figures: { street.surface: 100 }, facts: [{ tree: { kind: oak, height: 5 } }] }
            cases:
              - case: first
                given: { figures: { surface: 300 }, without: [mark:small] }
                expect: [mark:large: found]
              - case: second
                like: first
                date: 2021-05-01
                given: { figures: { surface: 50 }, facts: [{ tree: { kind: oak, height: 12 } }, { mark: { code: small } }] }
                expect: [mark:large: refuted]
            """
        let cases = try GardenCases.read(text, GardenCases.library())
        #expect(cases.map { FEELValue.date($0.inputs.date).text } == ["2020-05-01", "2021-05-01"])
        let values = cases.map {
            $0.inputs.values.sorted { $0.key.path < $1.key.path }.map { "\($0.key.path) \($0.value)" }
        }
        #expect(values == [["street.surface 100", "surface 300"], ["street.surface 100", "surface 50"]])
        #expect(cases[1].inputs.facts.map(\.finding.description) == ["tree:oak", "mark:small"])
        #expect(cases[1].inputs.facts.first?.fields["height"]?.description == "12")
        #expect(cases.map(\.inputs.overrules.count) == [1, 0])
    }

    @Test(arguments: [
        ("figures: { surfce: 3 }", "mark:large: found", "case/unknown-value", "surface"),
        (
            "figures: { surface: 1001 }", "mark:large: found", "facts/value",
            "a number from 0 to 1000, a range such as 60..80, or unknown"
        ),
        ("figures: { surface: 0..1001 }", "mark:large: found", "case/outside", ""),
        ("figures: { surface: [1, 2] }", "mark:large: found", "case/bad-value", ""),
        ("figures: { fenced: perhaps }", "mark:large: found", "facts/value", "false, true, unknown"),
        ("facts: [{ tre: { kind: oak } }]", "mark:large: found", "case/unknown-kind", "tree"),
        ("facts: [{ tree: { kind: oka } }]", "mark:large: found", "facts/value", "oak"),
        ("facts: [{ tree: { kind: oak, heigth: 3 } }]", "mark:large: found", "facts/unknown-field", ""),
        ("facts: [{ tree: { height: 3 } }]", "mark:large: found", "facts/no-key", ""),
        ("facts: [tree]", "mark:large: found", "case/fact-shape", ""),
        ("facts: [{ tree: { kind: oak } }, { tree: { kind: oak } }]", "mark:large: found", "case/duplicate-fact", ""),
        ("without: [mark:larg]", "mark:large: found", "case/unknown-code", "large"),
        ("complete: [trees]", "mark:large: found", "case/unknown-kind", "tree"),
        ("figure: { surface: 3 }", "mark:large: found", "yaml/unknown-key", "figures"),
        ("", "mark:larg: found", "case/unknown-code", "large"),
        ("", "marc:large: found", "case/unknown-finding", "mark"),
        ("", "'mark:large,small': found", "case/finding-key", ""),
        ("", "mark:large: foun", "yaml/unknown-value", "found"),
        ("", "mark:large: { state: found, colour: red }", "case/unknown-field", ""),
        ("", "large", "case/expectation", ""),
    ])
    func `what the rules do not know is told with what was probably meant`(
        given: String, expect: String, code: String, near: String
    ) throws {
        let found = try GardenCases.diagnostics(GardenCases.oneCase(given: given, expect: expect))
        #expect(found.map(\.code) == [code])
        let told = found.first.map { "\($0.message.en) \($0.hint?.en ?? "")" } ?? ""
        #expect(told.contains(near))
        #expect(found.first?.span?.file == "gardens.cases.yaml")
    }

    @Test(arguments: [
        ("cases: [{ case: a, fires: larg }]", "case/unknown-rule"),
        ("cases: [{ case: a, not-fires: [large, smal] }]", "case/unknown-rule"),
        ("cases: [{ case: a }]", "case/nothing-expected"),
        ("cases: [{ case: a, fires: large }, { case: a, fires: large }]", "case/duplicate-case"),
        ("cases: [{ case: a, like: b, fires: large }, { case: b, fires: large }]", "case/unknown-case"),
        ("cases: [{ case: a, date: yesterday, fires: large }]", "case/bad-date"),
        ("cases: [{ fires: large }]", "yaml/missing-key"),
        ("case: [{ case: a, fires: large }]", "yaml/missing-key"),
    ])
    func `a case that cannot be meant so is refused`(text: String, code: String) throws {
        #expect(try GardenCases.diagnostics(text).first?.code == code)
    }

    @Test(arguments: [
        "cases: [{ case: a, fires: large }, { case: b, like: a, not-fires: [large] }]",
        "cases: [{ case: a, expect: { mark:large: open } }]", "cases: []",
    ])
    func `a sound file has no diagnostics`(text: String) throws {
        #expect(try GardenCases.diagnostics(text) == [])
    }
}
