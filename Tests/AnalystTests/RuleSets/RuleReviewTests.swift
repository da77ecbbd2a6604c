import RuleEngine
import Testing

@testable import Analyst

/// `rules/REVIEW.md` lays every rule beside the findings it cites.
@Suite struct RuleReviewTests {
    /// One line of a table of the review.
    private struct Line: Hashable {
        let file: String
        let rule: String
        let findings: String
        let verdict: String
        let number: Int
    }

    /// The lines of all tables that stand below the name of a file, from the top down.
    private static func lines(of text: String) -> [Line] {
        var file: String?
        var result: [Line] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("## ") { file = String(line.dropFirst(3)) }
            guard let file, line.hasPrefix("| "), !line.hasPrefix("| rule |") else { continue }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed() }.map { String($0) }
            guard cells.count >= 6 else { continue }
            result.append(
                Line(file: file, rule: cells[1], findings: cells[2], verdict: cells[3], number: index + 1))
        }
        return result
    }

    private let lines: [Line]
    private let rules: [Rule]

    init() throws {
        lines = Self.lines(of: try Project.text("rules/REVIEW.md"))
        rules = try Project.library.get().ruleBase.rules
    }

    /// Where a rule stands, as the review names files.
    private static func file(of rule: Rule) -> String {
        String(rule.span.file.split(separator: "/").drop { $0 != "rules" }.dropFirst().joined(separator: "/"))
    }

    @Test func `each rule has exactly one line, in the order of the files`() {
        let expected = rules.map { "\(Self.file(of: $0)) \($0.name)" }
        let written = lines.map { "\($0.file) \($0.rule)" }
        let (missing, needless) = (Set(expected).subtracting(written), Set(written).subtracting(expected))
        #expect(missing.sorted() == [], "rules without a line")
        #expect(needless.sorted() == [], "lines without a rule")
        #expect(written == expected, "the order of the files, and of rules in a file")
    }

    @Test func `a line names the findings that its rule cites`() {
        let cited = Dictionary(
            rules.map { ($0.name, $0.sources.map(\.finding).joined(separator: ", ")) }, uniquingKeysWith: { $1 })
        for line in lines {
            #expect(cited[line.rule] == line.findings, "REVIEW.md:\(line.number): \(line.rule)")
        }
    }

    @Test
    func `a finding of a study stands in a rule or at a threshold, or among those that none uses, with the reason`()
        throws
    {
        let ruleBase = try Project.library.get().ruleBase
        let used = Set(
            rules.flatMap { $0.sources.map(\.finding) } + ruleBase.parameters.compactMap { $0.source?.finding })
        let told = Set(
            try Project.text("rules/sources/ONGEBRUIKT.md").split(separator: "`").map(String.init)
                .filter { $0.contains("-") })
        let studies: Set = ["PLV", "NPRZ", "WIZ", "PML", "VCB", "LBM", "LIN", "AAN", "GOV"]
        for finding in ruleBase.publications.flatMap(\.findings).map(\.id) {
            guard let study = finding.split(separator: "-").first, studies.contains(String(study)) else { continue }
            #expect(used.contains(finding) != told.contains(finding), "\(finding)")
        }
    }

    @Test func `each rule is compared, and own judgement exactly where the rule says so`() {
        let strengths = Dictionary(rules.map { ($0.name, $0.strength) }, uniquingKeysWith: { $1 })
        for line in lines {
            #expect(
                ["says", "narrower", "judgement"].contains(line.verdict),
                "REVIEW.md:\(line.number): \(line.verdict)")
            #expect(
                (line.verdict == "judgement") == (strengths[line.rule] == Rule.judgement),
                "REVIEW.md:\(line.number): \(line.rule) is \(line.verdict), its strength \(strengths[line.rule] ?? "")")
        }
    }
}
