import RuleEngine
import Testing

@testable import Analyst

/// What ends within a year is told in time, by the day on which the rules are checked.
@Suite struct ExpiringCodesTests {
    @Test(arguments: [
        ("until: 2026-12-31", "2026-11-30", true), ("until: 2026-12-31", "2025-12-31", false),
        ("until: 2026-12-31", "2026-01-01", true), ("until: 2026-12-31", "2026-12-31", true),
        ("until: 2026-12-31", "2027-01-01", false), ("from: 2026-12-31", "2026-11-30", false),
    ])
    func `a code that ends within a year is told of`(validity: String, day: String, isTold: Bool) throws {
        let marks = """
            vocabulary: marks
            title: { nl: Merken, en: Marks }
            codes:
              - { code: large, title: { nl: groot, en: large } }
              - { code: larger, title: { nl: groter, en: larger } }
              - { code: small, title: { nl: klein, en: small }, valid: { \(validity) } }
              - { code: wooded, title: { nl: bosrijk, en: wooded } }
            """
        let library = try GardenCases.library(["marks.yaml": marks])
        let date = try #require(FEELDate(day))
        let found = RuleChecks(library: library, on: date).diagnostics.filter { $0.code == "rule/expires" }
        #expect(found.count == (isTold ? 1 : 0))
        #expect(found.allSatisfy { $0.severity == .warning && $0.span?.start.line == 6 && $0.hint != nil })
    }

    @Test func `without a day nothing is told of what ends`() throws {
        let found = RuleChecks(library: try Project.library.get()).diagnostics
        #expect(found.filter { $0.code == "rule/expires" }.isEmpty)
    }
}
