import RuleEngine
import Testing

@testable import Analyst

/// Which findings rules rest on, and which are left aside.
@Suite struct FindingTableTests {
    /// The almanac with a second finding, written as it is given.
    private func table(_ finding: String, publication: String = "", rules: String = "") throws -> FindingTable {
        let almanac = """
            source: almanac
            title: Almanac
            read: { nl: niets, en: nothing }
            \(publication)
            findings:
              - { id: A-1, statement: { nl: Zo is het., en: So it is. }, certainty: read }
              - { id: A-2, statement: { nl: En ook zo., en: So it is too. }, certainty: read \(finding) }
            """
        return FindingTable(
            try GardenCases.library(["almanac.yaml": almanac, "more.yaml": rules].filter { !$0.value.isEmpty }).ruleBase
        )
    }

    private static let reason = ", unused: { nl: te vaag, en: too vague }"
    private static let rule = """
        ruleset: more
        title: { nl: Meer, en: More }
        rules:
          - rule: fenced
            title: { nl: Omheind, en: Fenced }
            source: { ref: almanac, finding: A-2 }
            strength: judgement
            when: [fenced]
            then: [{ mark: { code: small } }]
        """

    @Test(arguments: [
        ("", "", "", "finding/unused"),
        (reason, "", "", ""),
        ("", "unused: { nl: te vaag, en: too vague }", "", ""),
        ("", "", rule, ""),
        (reason, "", rule, "finding/needless-reason"),
        ("", "unused: { nl: te vaag, en: too vague }", rule, ""),
    ])
    func `a finding is used, or excused, or reported`(finding: String, publication: String, rules: String, code: String)
        throws
    {
        let found = try table(finding, publication: publication, rules: rules).diagnostics
        #expect(found.map(\.code) == (code.isEmpty ? [] : [code]))
        #expect(found.allSatisfy { $0.span?.file == "almanac.yaml" && $0.span?.start.line == 7 })
    }

    @Test(arguments: [("A-2", []), ("A-3", ["finding/unknown"])])
    func `a code may name a finding that exists`(finding: String, codes: [String]) throws {
        let kinds = """
            vocabulary: kinds
            title: { nl: Bomen, en: Trees }
            attributes: { source: { string: true } }
            codes:
              - { code: oak, title: { nl: eik, en: oak }, source: \(finding) }
            """
        let almanac = """
            source: almanac
            title: Almanac
            read: { nl: niets, en: nothing }
            unused: { nl: te vaag, en: too vague }
            findings:
              - { id: A-1, statement: { nl: Zo is het., en: So it is. }, certainty: read }
              - { id: A-2, statement: { nl: En ook zo., en: So it is too. }, certainty: read }
            """
        let table = FindingTable(try GardenCases.library(["kinds.yaml": kinds, "almanac.yaml": almanac]).ruleBase)
        #expect(table.diagnostics.map(\.code) == codes)
        #expect(table.rows.map(\.codes) == (finding == "A-2" ? [[], ["kinds:oak"]] : [[], []]))
    }

    @Test func `the table names the rules of a finding, or the reason`() throws {
        #expect(
            try table(Self.reason).text(in: .en) == """
                almanac: Almanac
                  A-1: rule large, larger, small, wooded
                  A-2: no rule: too vague

                2 findings: 1 in use, 1 with a reason why not, 0 without a reason.

                """)
        #expect(
            try table("").markdown(in: .nl).contains("| almanac | A-2 | En ook zo. | read | geen regel en geen reden |")
        )
    }

    @Test func `each finding of the project is used or has a reason`() throws {
        let table = FindingTable(try Project.library.get().ruleBase)
        #expect(table.rows.count >= 150)
        #expect(table.rows.filter { !$0.isAccounted }.map(\.finding.id) == [])
    }
}
