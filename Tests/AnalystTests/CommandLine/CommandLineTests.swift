import Foundation
import Testing

/// The program itself: exit codes, what goes where, and that nothing is half written.
@Suite struct CommandLineTests {
    static let sheet = "sheets/amsterdam/transvaalbuurt.yaml"

    struct Outcome {
        let code: Int32
        let output: String
        let errors: String
    }

    /// Runs the program that was built beside the tests, in the folder of the project.
    static func analyst(_ arguments: [String]) throws -> Outcome {
        try run(program(), arguments)
    }

    /// The program that was built beside the tests.
    static func program() throws -> URL {
        let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let beside = [products, Project.root.appending(path: ".build/debug")].map { $0.appending(path: "analyst") }
        return try #require(beside.first { FileManager.default.isExecutableFile(atPath: $0.path) })
    }

    /// Runs a program in the folder of the project.
    static func run(_ program: URL, _ arguments: [String]) throws -> Outcome {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = Project.root
        process.standardInput = FileHandle.nullDevice
        let folder = try TemporaryFolder()
        let (output, errors) = (folder.file("out"), folder.file("err"))
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }

    @Test func `C8 JSON on standard output parses, and messages go elsewhere`() throws {
        let outcome = try Self.analyst(["analyse", Self.sheet, "--format", "json", "--date", "2026-11-01"])
        #expect(outcome.code == 0)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) }
    }

    @Test func `a bad sheet ends with code 3 and a place, and leaves the old report as it was`() throws {
        let folder = try TemporaryFolder()
        let report = folder.file("report.html")
        try "the old report".write(to: report, atomically: true, encoding: .utf8)
        let bad = folder.file("bad.yaml")
        try "sheet: x\nfigures: {}\n".write(to: bad, atomically: true, encoding: .utf8)
        let outcome = try Self.analyst(["analyse", bad.path, "--format", "html", "-o", report.path])
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("bad.yaml:1:1"))
        #expect(outcome.output.isEmpty)
        #expect(try String(contentsOf: report, encoding: .utf8) == "the old report")
    }

    @Test func `rules with a fault are refused by an analysis, unless it is told to go on with the sound ones`() throws
    {
        let folder = try TemporaryFolder()
        let rules = folder.file("rules")
        try FileManager.default.copyItem(at: Project.root.appending(path: "rules"), to: rules)
        let broken = rules.appending(path: "werk/kapot.yaml")
        try """
        ruleset: kapot
        title: { nl: Kapot, en: Broken }
        rules:
          - rule: kapot
            title: { nl: Kapot, en: Broken }
            source: [{ ref: nprz, finding: NPRZ-06 }]
            strength: judgement
            when: [bijstnd > 3]
            then:
              - problem: { code: armoede, severity: 2 }
        """.write(to: broken, atomically: true, encoding: .utf8)
        let check = try Self.analyst(["rules", "check", rules.path])
        #expect(check.code == 1)
        #expect(check.errors.contains("kapot.yaml:8:12"))
        #expect(check.errors.contains("bedoelde u ‘bijstand’"))
        let refused = try Self.analyst(["analyse", Self.sheet, "--rules", rules.path, "--date", "2026-11-01"])
        #expect(refused.code == 3)
        #expect(refused.output.isEmpty)
        let allowed = try Self.analyst([
            "analyse", Self.sheet, "--rules", rules.path, "--date", "2026-11-01", "--allow-errors",
        ])
        #expect(allowed.code == 0)
        #expect(!allowed.output.isEmpty)
    }

    @Test func `C11 a finding that does not exist is answered with the nearest that does`() throws {
        let outcome = try Self.analyst(["why", Self.sheet, "problem:armoed", "--date", "2026-11-01"])
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("problem:armoede"))
    }

    @Test func `C4 C5 text has no escape codes`() throws {
        let outcome = try Self.analyst(["why", Self.sheet, "problem:armoede", "--date", "2026-11-01"])
        #expect(outcome.code == 0)
        #expect(!outcome.output.contains("\u{1B}"))
    }
}

/// A folder that goes away with its owner.
final class TemporaryFolder {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "analyst-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)  // What stays behind is in the system's temporary folder.
    }

    func file(_ name: String) -> URL { url.appending(path: name) }
}
