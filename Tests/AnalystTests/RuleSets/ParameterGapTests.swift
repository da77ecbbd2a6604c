import RuleEngine
import Testing

@testable import Analyst

/// `rules check` tells of parameters without a value on days on which rules need them.
@Suite struct ParameterGapTests {
    /// - Parameters:
    ///   - values: those of the parameter, by date.
    ///   - rule: further lines of the rule that reads it.
    ///   - record: further lines of the record.
    private static func warnings(values: String, rule: String = "", record: String = "") throws -> [Diagnostic] {
        let rules = """
            ruleset: more
            title: { nl: Meer, en: More }
            parameters:
              lim: { title: { nl: Grens, en: Limit }, values: { \(values) }, judgement: { nl: zo, en: so } }
            rules:
              - rule: more
                title: { nl: Meer, en: More }
                source: { ref: almanac, finding: A-1 }
                strength: judgement\(rule)
                when: ['surface > lim']
                then: [{ mark: { code: small } }]
            """
        var files = ["more.yaml": rules]
        if !record.isEmpty {
            files["record.yaml"] = (GardenFiles.files["record.yaml"] ?? "") + "\n" + record + "\n"
        }
        let library = try GardenCases.library(files)
        return RuleChecks(library: library).diagnostics.filter { $0.code == "rule/parameter-gap" }
            .filter { $0.span?.file == "more.yaml" }
    }

    @Test(arguments: [
        ("2020-01-01: 5", "", "", true),
        ("2020-01-01: 5", "\n    valid: { from: 2020-01-01 }", "", false),
        ("2020-01-01: 5", "\n    valid: { from: 2019-12-31 }", "", true),
        ("2020-01-01: 5", "", "from: 2020-01-01", false),
        ("2020-01-01: 5", "", "from: 2019-12-31", true),
        ("2019-01-01: 4, 2020-01-01: 5", "", "from: 2019-12-31", false),
        ("2020-01-01: 5", "\n    valid: { from: 2020-01-01 }", "from: 2010-01-01", false),
    ])
    func `a gap is told, and none where the rule or all rules begin in time`(
        values: String, rule: String, record: String, isTold: Bool
    ) throws {
        let found = try Self.warnings(values: values, rule: rule, record: record)
        #expect(found.count == (isTold ? 1 : 0))
        #expect(found.allSatisfy { $0.severity == .warning && $0.span?.start.line == 4 && $0.hint != nil })
    }

    @Test func `the rules of the project have none`() throws {
        let found = RuleChecks(library: try Project.library.get()).diagnostics
        #expect(found.filter { $0.code == "rule/parameter-gap" }.isEmpty)
    }
}
