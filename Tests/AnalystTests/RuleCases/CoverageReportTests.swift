import RuleEngine
import Testing

@testable import Analyst

/// What cases leave untried, as a list to work from.
@Suite struct CoverageReportTests {
    private static let text = """
        cases:
          - case: large
            given: { figures: { surface: 400, street.surface: 100 } }
            fires: [large, larger]
            not-fires: small
          - case: not-large
            like: large
            given: { figures: { surface: 50 } }
            fires: small
            not-fires: [large, larger]
        """

    private func report(_ filter: String? = nil) throws -> CoverageReport {
        let filter = RuleTestFilter(filter)
        return CoverageReport(
            run: try GardenCases.run(Self.text, filter: filter, countsAll: true), filter: filter, language: .en)
    }

    @Test func `what lacks is told by file and place`() throws {
        #expect(
            try report().text == """
                gardens.yaml
                  10:11 rule larger: no case in which it nearly fires
                trees.yaml
                  4:11 rule wooded: no case in which it fires; no case in which it nearly fires

                """)
    }

    @Test func `the summary counts rules, rows and parameters`() throws {
        #expect(
            try report().summary
                == "Coverage: of 4 rules 3 fire and 2 nearly fire; 0 of 0 rows and 0 of 0 parameters have cases on both sides."
        )
    }

    @Test(arguments: [("trees", false), ("gardens", false), ("nothing", true), ("large", false), ("small", true)])
    func `a filter chooses rules by name and file`(filter: String, isComplete: Bool) throws {
        let report = try report(filter)
        #expect(report.isComplete == isComplete)
        #expect(report.text.isEmpty == isComplete)
    }
}
