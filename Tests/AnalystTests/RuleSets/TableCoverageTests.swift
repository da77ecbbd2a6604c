import RuleEngine
import Testing

@testable import Analyst

/// What is said of a table that has more combinations than can be tried.
@Suite struct TableCoverageTests {
    private func codes(columns: Int, limits: Int) throws -> Set<String> {
        let names = (0..<columns).map { "side\($0)" }
        let measures = names.map { "  - { code: \($0), title: { nl: kant, en: side }, type: number }" }
        let rows = (1...limits).map { limit in
            "            " + (names.map { _ in "<= \(limit)" } + ["1"]).joined(separator: " | ")
        }
        let rules = """
            ruleset: more
            title: { nl: Meer, en: More }
            rules:
              - rule: more
                title: { nl: Meer, en: More }
                source: { ref: almanac, finding: A-1 }
                strength: judgement
                when:
                  - table:
                      policy: first
                      inputs: [\(names.joined(separator: ", "))]
                      outputs: [size]
                      rows: |
            \(rows.joined(separator: "\n"))
                      as: size
                  - size = 1
                then: [{ mark: { code: small } }]
            """
        let sides =
            "vocabulary: measures\ntitle: { nl: Maten, en: Measures }\n"
            + "attributes: { type: { string: true }, range: { string: true, optional: true } }\ncodes:\n"
            + "  - { code: surface, title: { nl: oppervlakte, en: surface }, type: number, range: '[0..1000]' }\n"
            + "  - { code: fenced, title: { nl: omheind, en: fenced }, type: boolean }\n"
            + measures.joined(separator: "\n")
        let library = try GardenCases.library(["measures.yaml": sides, "more.yaml": rules])
        return Set(TableCoverage(ruleBase: library.ruleBase).diagnostics.map(\.code))
    }

    @Test func `a table that is too large to be searched is told, a smaller one is searched`() throws {
        #expect(try codes(columns: 3, limits: 20) == ["table/not-searched"])
        #expect(try !codes(columns: 2, limits: 20).contains("table/not-searched"))
    }
}
