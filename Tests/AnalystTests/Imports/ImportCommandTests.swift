import ArgumentParser
import Foundation
import Testing

@testable import Analyst
@testable import AnalystTool

struct ImportCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString)")

    private func file(_ name: String, _ text: String) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let url = folder.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    @Test func `a sheet is written for a region`() throws {
        defer { removeFolder() }
        let arguments = [
            "tables", try file("84799NED.csv", smallKeyFigures), try file("namen-2020.csv", smallNames),
            "--rules", Project.root.appending(path: "rules").path, "--region", "WK000101", "-o",
            folder.appending(path: "out").path,
        ]
        var command = try ImportCommand.parseAsRoot(arguments)
        try command.run()
        let text = try String(contentsOf: folder.appending(path: "out/wijk-01-noord.yaml"), encoding: .utf8)
        #expect(text.hasPrefix("sheet: wijk-01-noord\n"))
    }

    @Test func `bad input ends with exit code 3 and writes nothing`() throws {
        defer { removeFolder() }
        let kwb = try file("kwb.csv", "Codering_3;AantalInwoners_5\nWK000101;zeven\n")
        let output = folder.appending(path: "out")
        var command = try ImportCommand.parseAsRoot([
            "tables", kwb, "--year", "2020", "--rules", Project.root.appending(path: "rules").path,
            "--region", "WK000101", "-o", output.path,
        ])
        #expect(throws: ExitCode(3)) { try command.run() }
        #expect(!FileManager.default.fileExists(atPath: output.path))
    }

    @Test func `a region must be named`() {
        #expect(throws: (any Error).self) { try ImportCommand.parseAsRoot(["tables", "kwb.csv", "-o", "out"]) }
    }

    @Test func `a file that is not there, or is no gzip, is reported`() throws {
        defer { removeFolder() }
        _ = try file("broken.csv.gz", "no gzip")
        #expect(failure { try TableFile.find("absent.csv", in: folder).text() } == "import/no-file")
        #expect(failure { try TableFile.find("broken.csv", in: folder).text() } == "import/broken-gzip")
    }

    private func removeFolder() {
        // A test folder that stays behind does no harm.
        try? FileManager.default.removeItem(at: folder)
    }
}
