import RuleEngine
import Testing

@testable import Analyst

/// Findings that exclude each other: as they are declared, in rules, and in the areas of the project.
@Suite struct ExclusiveFindingTests {
    private func check(one: String, other: String, then: String = "{ mark: { code: small } }") throws -> [Diagnostic] {
        let exclusions = """
            vocabulary: exclusions
            title: { nl: Niet samen, en: Not together }
            attributes: { one: { string: true }, other: { string: true }, why: { text: true } }
            codes:
              - code: sizes
                title: { nl: maten, en: sizes }
                one: '\(one)'
                other: '\(other)'
                why: { nl: Groot is niet klein., en: Large is not small. }
            """
        let rules = """
            ruleset: more
            title: { nl: Meer, en: More }
            rules:
              - rule: more
                title: { nl: Meer, en: More }
                source: { ref: almanac, finding: A-1 }
                strength: judgement
                when: [fenced]
                then: [\(then)]
            """
        let library = try GardenCases.library(["exclusions.yaml": exclusions, "more.yaml": rules])
        return RuleChecks(library: library).diagnostics
    }

    @Test(arguments: [
        (
            "mark:large", "mark:small", "{ mark: { code: large } }, { mark: { code: small } }", "exclusion/both",
            "more.yaml", 4
        ),
        ("mark:large", "mark:smal", "{ mark: { code: small } }", "exclusion/unknown", "exclusions.yaml", 5),
        ("mark:large", "small", "{ mark: { code: small } }", "exclusion/unknown", "exclusions.yaml", 5),
        ("mark:large", "tree:oak", "{ mark: { code: small } }", "exclusion/unknown", "exclusions.yaml", 5),
        ("mark:large,small", "mark:small", "{ mark: { code: small } }", "exclusion/unknown", "exclusions.yaml", 5),
        ("mark:large", "mark:large", "{ mark: { code: large } }", "exclusion/same", "exclusions.yaml", 5),
    ])
    func `a pair is told that names no finding, one finding twice, or that one rule concludes`(
        one: String, other: String, then: String, code: String, file: String, line: Int
    ) throws {
        let found = try check(one: one, other: other, then: then)
        #expect(found.map(\.code) == [code])
        #expect(found.allSatisfy { $0.severity == .warning && $0.span?.file == file && $0.span?.start.line == line })
        #expect(found.allSatisfy { $0.hint != nil && !$0.message.nl.isEmpty && $0.message.nl != $0.message.en })
    }

    @Test func `the nearest finding is proposed`() throws {
        #expect(try check(one: "mark:large", other: "mark:smal").map(\.hint?.en) == ["did you mean ‘mark:small’?"])
    }

    @Test(arguments: [
        "{ mark: { code: small } }", "{ mark: { code: small } }, { mark: { code: wooded } }",
    ])
    func `a rule that concludes one of a pair is no contradiction`(then: String) throws {
        #expect(try check(one: "mark:large", other: "mark:small", then: then) == [])
    }

    @Test(
        arguments: (Project.sheets("areas") + Project.sheets("amsterdam")).flatMap { path in
            ["2020-03-31", "2026-11-01"].map { (path, $0) }
        })
    func `no area has two findings that exclude each other`(path: String, date: String) throws {
        let area = try Project.area(path, date: date)
        let pairs = ExclusiveFindings(area.ruleBase).pairs
        #expect(pairs.count >= 20)
        for pair in pairs {
            let states = [pair.one, pair.other].map { area.session.state(of: $0) }
            #expect(states != [.found, .found], "\(path) \(date): \(pair.one) and \(pair.other)")
        }
    }
}
