import RuleEngine
import Testing

@testable import Analyst

/// What cases try of conditions, and the page of it.
@Suite struct ConditionCoverageTests {
    private static let text = """
        cases:
          - case: large
            given: { figures: { surface: 400, street.surface: 100 } }
            fires: [large, larger]
            not-fires: small
          - case: not-large
            like: large
            given: { figures: { surface: 50 } }
            not-fires: [large, larger]
        """

    private func report(_ text: String = text) throws -> CoverageReport {
        CoverageReport(
            run: try GardenCases.run(text, countsAll: true, tellsConditions: true), filter: RuleTestFilter("gardens"),
            language: .en,
            tellsConditions: true)
    }

    @Test func `a condition that never fails by itself is told with its place`() throws {
        #expect(try report().text.contains("14:42 condition 2 of larger: no case in which it fails") == true)
        #expect(try !report().text.contains("condition 1 of larger"))
        #expect(try report("cases: []").text.contains("8:12 condition 1 of large: no case in which it holds; no case"))
    }

    @Test func `the summary counts both ways`() throws {
        #expect(try report("cases: []").conditionSummary == "Conditions: 0 of 8 ways tried (0.0 %).")
        #expect(try report().conditionSummary.contains(" of 8 ways tried"))
    }

    @Test func `the page shows each line of the files, and what lacks beside it`() throws {
        let library = try GardenCases.library()
        let page = CoveragePage(try report(), files: library.files).html
        #expect(page.contains("<code>    when: [surface &gt; 100]</code>"))
        #expect(page.contains("condition 2 of larger: no case in which it fails"))
        #expect(!page.contains("<script"))
    }

    @Test func `what many cases try in parts is what they try in a row`() throws {
        let library = try GardenCases.library()
        let cases = (0..<250).map { number in
            "  - { case: c\(number), given: { figures: { surface: \(number) } }, expect: [{ mark:large: \(number > 100 ? "found" : "refuted") }] }"
        }
        let read = try GardenCases.read("cases:\n" + cases.joined(separator: "\n"), library)
        let rules = CompiledRules(library)
        let run = RuleTestRun(read, rules, tellsConditions: true, language: .en)
        var runner = RuleCaseRunner(rules, language: .en, tellsConditions: true)
        let results = read.map { runner.run($0) }
        #expect(run.failures.isEmpty)
        #expect(run.results.map(\.ruleCase.name.value) == results.map(\.ruleCase.name.value))
        for (one, two) in zip(run.coverage.rules, runner.coverage.rules) {
            #expect(one.fires == two.fires)
            #expect(one.nearlyFires == two.nearlyFires)
            #expect(one.conditions.map(\.holds) == two.conditions.map(\.holds))
            #expect(one.conditions.map(\.fails) == two.conditions.map(\.fails))
        }
    }

    @Test func `P4: one rule's cases are those that ask for it or for its finding`() throws {
        let library = try GardenCases.library()
        let text = """
            cases:
              - { case: by-rule, given: { figures: { surface: 400 } }, fires: large }
              - { case: by-finding, given: { figures: { surface: 400 } }, expect: [{ mark:large: found }] }
              - { case: other, given: { figures: { surface: 4 } }, expect: [{ mark:small: found }] }
            """
        let cases = try GardenCases.read(text, library)
        let filter = try #require(RuleTestFilter(casesOf: "large", in: library.ruleBase))
        #expect(cases.filter(filter.contains).map(\.name.value) == ["by-rule", "by-finding"])
        #expect(RuleTestFilter(casesOf: "larg", in: library.ruleBase) == nil)
    }
}
