import Analyst
import Foundation
import RuleEngine
import Testing

/// `analyst rules check`: what was read, the cause first, and forms for programs.
@Suite struct RulesCheckCommandTests {
    /// The streets with a change in one file, in a folder called `rules`.
    private func rules(_ file: String = "", _ edit: (String) -> String = { $0 }) throws -> (TemporaryFolder, String) {
        let folder = try TemporaryFolder()
        let place = folder.file("rules")
        try FileManager.default.copyItem(at: Streets.folder, to: place)
        if !file.isEmpty {
            let path = place.appending(path: file)
            try edit(String(contentsOf: path, encoding: .utf8)).write(to: path, atomically: true, encoding: .utf8)
        }
        return (folder, place.resolvingSymlinksInPath().path)
    }

    private func check(_ words: String...) throws -> CommandLineTests.Outcome {
        try CommandLineTests.analyst(["rules", "check"] + words + ["--lang", "en"])
    }

    @Test func `U25: it says which folder and how many files it read`() throws {
        let (folder, rules) = try rules()
        let outcome = try check(rules)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(
            outcome.output.hasPrefix("Read: \(rules) (8 files, 2 rules, 1 file of cases)\n0 errors, "),
            "\(outcome.output)")
        let within = try StreamFault.shell(
            "cd '\(rules)'; '\(try CommandLineTests.program().path)' rules check --lang en", [])
        // The folder has no subfolder of templates, so that the usual rules are read; which, is said.
        #expect(within.output.hasPrefix("Read: "))
        withExtendedLifetime(folder) {}
    }

    @Test func `U3: a quote that is missing in a shared file is one message, with what follows counted`() throws {
        let (folder, rules) = try rules("remarks.yaml") {
            $0.replacing("code: busy\n    title: { nl: Drukke", with: "code: busy\n    title: { nl: \"Drukke")
        }
        let outcome = try check(rules)
        #expect(outcome.code == 1)
        let errors = outcome.errors.components(separatedBy: ": error: ").count - 1
        #expect(errors == 1, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("rules/remarks.yaml:"), "\(outcome.errors)")
        #expect(
            outcome.errors.contains("messages that follow from this: names that are declared here (busy"),
            "\(outcome.errors)")
        #expect(outcome.output.contains("1 error, 0 warnings; "), "\(outcome.output)")
        withExtendedLifetime(folder) {}
    }

    @Test func `a name that is misspelt where it is declared is told there`() throws {
        let (folder, rules) = try rules("templates.yaml") { $0.replacing("      degree:", with: "      degre:") }
        let more = """
            ruleset: more
            title: { nl: Meer, en: More }
            rules:
            """
            + (1...3).map { number in
                """

                  - rule: more-\(number)
                    title: { nl: Meer, en: More }
                    source: [{ ref: street-survey, finding: SU-01 }]
                    strength: Q
                    when: [width > \(number)]
                    then: [{ remark: { code: unsafe, degree: \(number) } }]
                """
            }.joined()
        try more.write(toFile: rules + "/more.yaml", atomically: true, encoding: .utf8)
        let outcome = try check(rules)
        #expect(
            outcome.errors.contains("rules/templates.yaml:15:7: error: ‘degre’ stands only here"), "\(outcome.errors)")
        #expect(outcome.errors.contains("and the same in"), "\(outcome.errors)")
        withExtendedLifetime(folder) {}
    }

    @Test func `a file, a folder within the rules, cases and a production set are checked`() throws {
        let (folder, rules) = try rules("streets.cases.yaml") {
            $0.replacing("fires: busy-street", with: "fires: bussy-street")
        }
        let cases = try check(rules + "/streets.cases.yaml", "--rules", rules)
        #expect(cases.code == 1)
        #expect(cases.errors.contains("did you mean ‘busy-street’?"), "\(cases.errors)")
        #expect(cases.output.contains("shown is rules/streets.cases.yaml (1 file of cases)"), "\(cases.output)")
        let file = try check(rules + "/streets.yaml", "--rules", rules)
        #expect(file.code == 0 && file.output.contains("(1 file, 2 rules)"), "\(file.errors)\(file.output)")
        let garden = try GardenFiles()
        let set = try garden.write(GardenFiles.countdown, to: "countdown.yaml")
        let production = try check(set)
        #expect(production.code == 0, "\(production.errors)")
        #expect(production.output.contains("1 production system"), "\(production.output)")
        let nothing = try check(rules + "/none", "--rules", rules)
        #expect(nothing.code == 3 && nothing.errors.contains("is no file or folder of rules"), "\(nothing.errors)")
        withExtendedLifetime((folder, garden)) {}
    }

    @Test func `JSON, SARIF and lines for GitHub say the same`() throws {
        let (folder, rules) = try rules("streets.yaml") {
            $0.replacing("traffic >= busy_from\n", with: "trafic >= busy_from\n")
        }
        let json = try check(rules, "--format", "json")
        let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(object["kind"] as? String == "analyst/check" && object["errors"] as? Int == 1)
        let found = try #require((object["diagnostics"] as? [[String: Any]])?.first)
        #expect(found["code"] as? String == "rule/unknown-name")
        let fix = try #require((found["fixes"] as? [[String: Any]])?.first?["edits"] as? [[String: Any]])
        #expect(fix.first?["text"] as? String == "traffic")
        let sarif = try check(rules, "--format", "sarif")
        let log = try #require(JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(log["version"] as? String == "2.1.0" && result["ruleId"] as? String == "rule/unknown-name")
        #expect(result["level"] as? String == "error" && result["locations"] != nil && result["fixes"] != nil)
        let github = try check(rules, "--format", "github")
        #expect(
            github.output.hasPrefix(
                "::error file=rules/streets.yaml,line=9,endLine=9,col=9,endColumn=15,title=rule/unknown-name::name ‘trafic’ "
            ),
            "\(github.output)")
        #expect(json.code == 1 && sarif.code == 1 && github.code == 1)
        withExtendedLifetime(folder) {}
    }

    @Test func `with --watch a change is checked when it is made`() throws {
        let (folder, rules) = try rules()
        let process = Process()
        process.executableURL = try CommandLineTests.program()
        process.arguments = ["rules", "check", rules, "--rules", rules, "--watch", "--lang", "en"]
        process.standardInput = FileHandle.nullDevice
        let output = folder.file("out")
        try Data().write(to: output)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer { process.terminate() }
        func waits(for text: String) throws -> Bool {
            for _ in 0..<600 {
                if try String(contentsOf: output, encoding: .utf8).contains(text) { return true }
                Thread.sleep(forTimeInterval: 0.1)
            }
            return false
        }
        #expect(try waits(for: "0 errors"))
        let file = rules + "/streets.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8).replacing(
            "traffic >= busy", with: "trafic >= busy")
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try waits(for: "1 error"))
    }

    @Test func `F15: a file that is not there is no folder`() throws {
        let missing = try CommandLineTests.analyst(
            ["rules", "check", Streets.folder.appending(path: "nope.yaml").path, "--lang", "en"])
        #expect(missing.code != 0 && missing.errors.contains("there is no file"), "\(missing.errors)")
        let folder = try CommandLineTests.analyst(
            ["rules", "check", Streets.folder.appending(path: "nope").path, "--lang", "en"])
        #expect(folder.code != 0 && folder.errors.contains("there is no folder of rules"), "\(folder.errors)")
    }

    @Test(arguments: [
        ("PROBLEM:ARMOEDE", "‘problem:armoede’"), ("problem:armode", "‘problem:armoede’"),
        ("problm:armoede", "‘problem:armoede’"),
    ])
    func `U19: a finding that is meant exists`(text: String, meant: String) throws {
        let sheet = Project.root.appending(path: "sheets/areas/arnhem-oost.yaml").path
        let outcome = try CommandLineTests.analyst(["why", sheet, text, "--lang", "en"])
        #expect(outcome.errors.contains("Did you mean \(meant)?"), "\(outcome.errors)")
    }

    @Test func `explain shows the page of a code, and names a near one`() throws {
        let page = try CommandLineTests.analyst(["explain", "table/gap", "--lang", "en"])
        #expect(page.code == 0 && page.output.hasPrefix("table/gap\n========="))
        let near = try CommandLineTests.analyst(["explain", "table/gaps", "--lang", "en"])
        #expect(near.code == 3 && near.errors.contains("did you mean ‘table/gap’?"), "\(near.errors)")
        let all = try CommandLineTests.analyst(["explain"])
        #expect(all.output.split(separator: "\n").count == CodePage.all.count)
        let schema = try CommandLineTests.analyst(["rules", "schema", "vocabulary"])
        #expect(schema.output == RuleSchema(kind: "vocabulary")?.text)
    }
}
