import Foundation
import Testing

/// `analyst rules where`, `impact`, `mutate` and `coverage` on the command line.
@Suite struct RulesAuthoringCommandTests {
    private static let cases = "cases: [{ case: one, given: { figures: { surface: 400 } }, fires: large }]"

    private func run(_ command: String, _ arguments: String...) throws -> CommandLineTests.Outcome {
        try CommandLineTests.analyst(["rules", command] + arguments + ["--lang", "en"])
    }

    @Test func `P6: a name that is there is told, one that is not ends with code 1`() throws {
        let files = try GardenFiles()
        try files.write(Self.cases, to: "rules/gardens.cases.yaml")
        let found = try run("where", "mark:large", "--rules", files.rules)
        #expect(found.code == 0)
        #expect(found.output.contains("rules/gardens.yaml:9:28  rule large concludes"))
        let lost = try run("where", "largr", "--rules", files.rules)
        #expect(lost.code == 1)
        #expect(lost.errors.contains("did you mean ‘large’?") || lost.errors.contains("did you mean ‘larger’?"))
    }

    @Test func `P3: rules are compared with another folder`() throws {
        let (old, new) = (try GardenFiles(), try GardenFiles())
        let text = GardenFiles.files["gardens.yaml"]?.replacingOccurrences(of: "surface > 100]", with: "surface > 90]")
        try new.write(text ?? "", to: "rules/gardens.yaml")
        try FileManager.default.createDirectory(at: new.folder.file("sheets"), withIntermediateDirectories: true)
        let outcome = try run("impact", "--against", old.rules, "--rules", new.rules, "--date", "2026-11-01")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("rules/gardens.yaml:8  rule large (Large): changed"))
        #expect(outcome.output.contains("+ when: [surface > 90]"))
    }

    @Test(arguments: ["no-such-version", "-x", "a:b"])
    func `a version that git does not know is refused with the reason`(revision: String) throws {
        let files = try GardenFiles()
        let outcome = try run("impact", "--against=\(revision)", "--rules", files.rules, "--date", "2026-11-01")
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("‘\(revision)’ is no folder"))
    }

    @Test func `rules are compared with a version of git`() throws {
        let files = try GardenFiles()
        try FileManager.default.createDirectory(at: files.folder.file("sheets"), withIntermediateDirectories: true)
        let git = ["/usr/bin/git", "/bin/git"].first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let git else { return }
        func call(_ arguments: [String]) throws {
            let process = Process()
            process.executableURL = URL(filePath: git)
            process.arguments = ["-C", files.folder.file("rules").path] + arguments
            process.standardOutput = nil
            process.standardError = nil
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        try call(["init", "-q"])
        try call(["add", "."])
        try call(["-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "-m", "first"])
        let text = GardenFiles.files["gardens.yaml"]?.replacingOccurrences(of: "surface > 100]", with: "surface > 90]")
        try files.write(text ?? "", to: "rules/gardens.yaml")
        let outcome = try run("impact", "--against", "HEAD", "--rules", files.rules, "--date", "2026-11-01")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("- when: [surface > 100]"))
        #expect(outcome.output.contains("2 changes"))
    }

    @Test func `the score of mutants decides the exit code where it must`() throws {
        let files = try GardenFiles()
        try files.write(Self.cases, to: "rules/gardens.cases.yaml")
        let outcome = try run("mutate", "--rules", files.rules)
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("Score: "))
        #expect(try run("mutate", "--rules", files.rules, "--at-least", "99").code == 1)
        #expect(try run("mutate", "--rules", files.rules, "--operations", "absence").output.contains("of 1 changes"))
        #expect(try run("mutate", "--rules", files.rules, "--operations", "nonsense").code == 2)
    }

    @Test func `coverage is a page over the source, and never written over a rule`() throws {
        let files = try GardenFiles()
        try files.write(Self.cases, to: "rules/gardens.cases.yaml")
        let page = files.folder.file("page.html").path
        #expect(try run("coverage", "--rules", files.rules, "--format", "html", "-o", page).code == 0)
        #expect(try String(contentsOfFile: page, encoding: .utf8).contains("when: [surface &gt; 100]"))
        let outcome = try run("coverage", "--rules", files.rules, "-o", files.rules + "/gardens.yaml")
        #expect(outcome.code == 2)
    }

    @Test func `P4: the name of a rule chooses its cases, and a wrong one gets the name that is meant`() throws {
        let files = try GardenFiles()
        try files.write(Self.cases, to: "rules/gardens.cases.yaml")
        #expect(try run("test", "large", "--rules", files.rules).output.contains("1 case: 1 right"))
        #expect(try run("test", "wooded", "--rules", files.rules).output.contains("0 cases"))
        let outcome = try run("test", "woodd", "--rules", files.rules)
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("did you mean ‘wooded’?"))
    }
}
