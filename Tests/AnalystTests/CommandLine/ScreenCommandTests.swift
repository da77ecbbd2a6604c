import Foundation
import Testing

@testable import Analyst

/// `analyst screen` as a user runs it.
@Suite struct ScreenCommandTests {
    private let country = SmallCountry(buurten: [
        .init(name: "Noord", welfare: 90, health: "60.0"), .init(name: "Zuid"),
    ])

    @Test(arguments: ["csv", "json"])
    func `the result and its conditions of use are written`(format: String) throws {
        let folder = try TemporaryFolder()
        let (kwb, rivm, result) = (
            folder.file("kwb-2020.csv"), folder.file("rivm.csv"), folder.file("result.\(format)")
        )
        try Data(country.keyFigures.bytes).write(to: kwb)
        try Data(country.healthFigures.bytes).write(to: rivm)
        let outcome = try CommandLineTests.analyst([
            "screen", kwb.path, rivm.path, "--level", "buurt", "--format", format, "-o", result.path, "--date",
            "2026-11-01",
        ])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(try String(contentsOf: result, encoding: .utf8).contains("BU00010101"))
        #expect(try String(contentsOf: folder.file("LEESMIJ.md"), encoding: .utf8).contains("Verboden gebruik"))
    }

    @Test func `a device gets the result, the conditions of use go to standard error, and a full one is told`() throws {
        let folder = try TemporaryFolder()
        let kwb = folder.file("kwb-2020.csv")
        try Data(country.keyFigures.bytes).write(to: kwb)
        let words = ["screen", kwb.path, "--date", "2026-11-01", "--lang", "en", "-o"]
        let outcome = try CommandLineTests.analyst(words + ["/dev/full"])
        #expect(outcome.code == 5)
        #expect(outcome.errors.contains("Forbidden use"))
        #expect(outcome.errors.hasSuffix("/dev/full cannot be written: there is no room left\n"))
        #expect(!FileManager.default.fileExists(atPath: "/dev/LEESMIJ.md"))
    }

    @Test func `a table that is not known ends with code 3, and nothing is written`() throws {
        let folder = try TemporaryFolder()
        let other = folder.file("other.csv")
        try Data("a;b\n1;2\n".utf8).write(to: other)
        let outcome = try CommandLineTests.analyst(["screen", other.path, "-o", folder.file("result.csv").path])
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("import/unknown-table"))
        #expect(!FileManager.default.fileExists(atPath: folder.file("result.csv").path))
        #expect(!FileManager.default.fileExists(atPath: folder.file("LEESMIJ.md").path))
    }

    @Test(arguments: [
        ["screen", "kwb-2020.csv"], ["screen", "kwb-2020.csv", "-o", "a.csv", "--level", "gemeente"],
        ["screen", "kwb-2020.csv", "-o", "a.html", "--format", "html"], ["screen", "kwb-2020.csv", "-o", "LEESMIJ.md"],
    ])
    func `a command that is not as it should be ends with code 2`(arguments: [String]) throws {
        #expect(try CommandLineTests.analyst(arguments).code == 2)
    }
}
