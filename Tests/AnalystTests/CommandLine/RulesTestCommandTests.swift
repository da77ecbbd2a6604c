import Foundation
import Testing

/// `analyst rules test` and `analyst rules findings` on the command line.
@Suite struct RulesTestCommandTests {
    private static let right = "cases: [{ case: one, given: { figures: { surface: 400 } }, fires: large }]"
    private static let wrong = "cases: [{ case: one, given: { figures: { surface: 4 } }, fires: large }]"

    private func run(_ files: GardenFiles, _ arguments: String...) throws -> CommandLineTests.Outcome {
        try CommandLineTests.analyst(["rules", "test"] + arguments + ["--lang", "en"])
    }

    @Test(arguments: [(right, 0), (wrong, 1), ("cases: [{ case: one, fires: larg }]", 3), ("cases: []", 0)])
    func `P4 the exit code says whether all cases hold`(text: String, code: Int) throws {
        let files = try GardenFiles()
        try files.write(text, to: "rules/gardens.cases.yaml")
        let outcome = try run(files, files.rules)
        #expect(Int(outcome.code) == code)
        #expect(outcome.errors.contains("did you mean ‘large’") == (code == 3))
        #expect(outcome.output.isEmpty == (code == 3))
    }

    @Test func `P4 a case file or a file of rules chooses its cases`() throws {
        let files = try GardenFiles()
        try files.write(Self.right, to: "rules/gardens.cases.yaml")
        let other = try files.write(Self.wrong, to: "rules/trees.cases.yaml")
        #expect(try run(files, files.rules).output.contains("2 cases: 1 right, 1 wrong"))
        #expect(try run(files, files.rules, "--filter", "gardens").output.contains("1 case: 1 right, 0 wrong"))
        #expect(try run(files, other, "--rules", files.rules).code == 1)
        #expect(try run(files, files.rules + "/gardens.yaml", "--rules", files.rules).code == 0)
        #expect(try run(files, files.rules + "/kinds.yaml", "--rules", files.rules).output.contains("0 cases"))
        #expect(try run(files, files.rules + "/absent.cases.yaml", "--rules", files.rules).code == 3)
    }

    @Test func `a case file is never read as a rule file`() throws {
        let files = try GardenFiles()
        let cases = try files.write(Self.right, to: "rules/gardens.cases.yaml")
        #expect(try CommandLineTests.analyst(["rules", "check", files.rules]).code == 0)
        let outcome = try CommandLineTests.analyst(["run", cases, "--lang", "en"])
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("file/cases"))
    }

    @Test func `what lacks is told when asked, and counts only when it must`() throws {
        let files = try GardenFiles()
        try files.write(Self.right, to: "rules/gardens.cases.yaml")
        #expect(!(try run(files, files.rules).output.contains("rule wooded")))
        let told = try run(files, files.rules, "--coverage")
        #expect(told.code == 0)
        #expect(told.output.contains("rules/trees.yaml\n  4:11 rule wooded: no case in which it fires"))
        #expect(try run(files, files.rules, "--strict").code == 1)
        #expect(try run(files, files.rules, "--strict", "--filter", "nothing").code == 0)
    }

    @Test func `JSON tells cases and coverage`() throws {
        let files = try GardenFiles()
        try files.write(Self.wrong, to: "rules/gardens.cases.yaml")
        let outcome = try run(files, files.rules, "--coverage", "--format", "json")
        #expect(outcome.code == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let cases = try #require(object["cases"] as? [[String: Any]])
        #expect(cases.first?["passed"] as? Bool == false)
        let failures = try #require(cases.first?["failures"] as? [[String: Any]])
        #expect(failures.first?["got"] as? String == "rule large does not fire")
        let rules = try #require((object["coverage"] as? [String: Any])?["rules"] as? [[String: Any]])
        #expect(rules.map { $0["rule"] as? String } == ["large", "larger", "small", "wooded"])
        #expect(rules.first?["nearlyFires"] as? String == "one")
        #expect(rules.first?["fires"] is NSNull)
    }

    @Test func `the table of findings is text, Markdown or JSON`() throws {
        let files = try GardenFiles()
        let call = { (format: String) in
            try CommandLineTests.analyst(["rules", "findings", files.rules, "--format", format, "--lang", "en"])
        }
        #expect(try call("text").output.contains("  A-1: rule large, larger, small, wooded"))
        #expect(try call("md").output.contains("| almanac | A-1 | So it is. | read |"))
        let json = try call("json")
        #expect(json.code == 0)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.output.utf8)) }
    }
}
