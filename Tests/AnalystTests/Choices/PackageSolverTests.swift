import Foundation
import TestSupport
import Testing

@testable import Analyst

/// The choice of a package against a solver for mixed-integer programmes, where Python with SciPy is at hand
/// (`ANALYST_PYTHON` names the program; `make solver` installs one).
@Suite struct PackageSolverTests {
    private static let python = ProcessInfo.processInfo.environment["ANALYST_PYTHON"] ?? "python3"

    @Test func `a solver finds the same value for larger random choices`() throws {
        var random = SeededGenerator(seed: 500)
        let lines = (0..<(FullRuns.isAsked ? 500 : 60)).map { _ -> String in
            let problem = PackageProblem.random(items: Int.random(in: 5...26, using: &random), &random)
            return Self.json(problem, problem.best()?.value ?? 0)
        }
        let (status, output) = try Self.run(lines.joined(separator: "\n") + "\n")
        if status == 3 || status == 127 {
            print("The choice of a package was not compared with a solver: SciPy is not installed (make solver).")
            return
        }
        #expect(status == 0, "\(output)")
    }

    private static func json(_ problem: PackageProblem, _ value: Int) -> String {
        let items = problem.items.map { "{\"covers\": \($0.covers), \"worth\": \($0.worth), \"uses\": \($0.uses)}" }
        return
            "{\"elements\": \(problem.elements), \"limits\": \(problem.limits), \"items\": [\(items.joined(separator: ", "))], "
            + "\"bonds\": \(problem.bonds.map { [$0.first, $0.second, $0.worth] }), "
            + "\"clashes\": \(problem.clashes.map { [$0.first, $0.second] }), \"value\": \(value)}"
    }

    private static func run(_ input: String) throws -> (status: Int32, output: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "package-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // a folder in the temporary one, nothing is lost
        let file = folder.appending(path: "problems.json")
        try Data(input.utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, Project.root.appending(path: "Tests/Validation/package_milp.py").path]
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
