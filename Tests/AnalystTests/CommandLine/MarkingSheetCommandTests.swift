import Foundation
import Testing

@testable import Analyst

/// `analyst casebook marking-sheet`: a group is marked in a spreadsheet.
struct MarkingSheetCommandTests {
    private static let answers = "casebook: first\ncase: village\nattempts: 1\nanswers: { problems: [armoede] }\n"

    private func files() throws -> VillageFiles {
        let files = try VillageFiles()
        for name in ["linde.yaml", "berk.yaml"] { try files.write(Self.answers, to: name) }
        return files
    }

    private func run(_ files: VillageFiles, _ more: String...) throws -> CommandLineTests.Outcome {
        let words =
            ["casebook", "marking-sheet", "first", "village", "@linde.yaml", "@berk.yaml", "--casebooks", "@casebooks"]
            + more + VillageFiles.common
        return try CommandLineTests.analyst(files.arguments(words))
    }

    @Test func `L15, L18: a sheet is got, filled in, looked at and taken over`() throws {
        let files = try files()
        let made = try run(files, "-o", "@marks.csv")
        #expect(made.code == 0, "\(made.errors)")
        let rows = try files.text("marks.csv").split(whereSeparator: \.isNewline).map(String.init)
        #expect(rows[0].hasSuffix("pseudonym,exercise,part,for what,answer,points now,at most,new points,reason"))
        let filled = rows.map {
            $0.hasPrefix("berk,problems,") ? String($0.dropLast()) + "40,\"well argued, briefly\"" : $0
        }
        #expect(filled != rows)
        try files.write(filled.joined(separator: "\n"), to: "marks.csv")
        let trial = try run(files, "--from", "@marks.csv", "--dry-run")
        #expect(trial.code == 0 && trial.output.contains("becomes 40 (well argued, briefly)"), "\(trial.errors)")
        #expect(try files.text("berk.yaml") == Self.answers, "nothing is written yet")
        let done = try run(files, "--from", "@marks.csv")
        #expect(done.code == 0 && done.output.contains("1 decision taken over."))
        #expect(try files.text("berk.yaml").contains("points: 40, reason: 'well argued, briefly'"))
        #expect(try files.text("linde.yaml") == Self.answers)
        let mark = try CommandLineTests.analyst(
            files.arguments(
                VillageFiles.words(
                    "casebook", "mark", "first", "village", "@berk.yaml", "--casebooks", "@casebooks")))
        #expect(mark.output.contains("well argued, briefly"))
        let again = try run(files, "--from", "@marks.csv")
        #expect(again.code == 0 && again.output.contains("stays the same") && !again.output.contains("taken over"))
    }

    @Test func `with one bad cell nothing is written, and each is told with its place`() throws {
        let files = try files()
        try files.write(
            "pseudonym,exercise,new points,reason\nlinde,problems,40,fine\nberk,problems,400,fine\n", to: "marks.csv")
        let refused = try run(files, "--from", "@marks.csv")
        #expect(refused.code == 3 && refused.output.isEmpty)
        #expect(refused.errors.contains("marks.csv:3:15"), "\(refused.errors)")
        for name in ["linde.yaml", "berk.yaml"] { #expect(try files.text(name) == Self.answers) }
    }

    @Test(arguments: [[], ["-o", "@marks.pdf"], ["-o", "@marks.csv", "--from", "@marks.csv"]])
    func `what is no use of the command is told`(more: [String]) throws {
        let files = try files()
        let words =
            ["casebook", "marking-sheet", "first", "village", "@linde.yaml", "--casebooks", "@casebooks"] + more
            + VillageFiles.common
        #expect(try CommandLineTests.analyst(files.arguments(words)).code == 2)
        #expect(!FileManager.default.fileExists(atPath: files.path("marks.csv")))
    }

    @Test func `a sheet for Excel and one for LibreOffice are read back`() throws {
        for ending in ["xlsx", "ods"] {
            let files = try files()
            #expect(try run(files, "-o", "@marks.\(ending)").code == 0)
            let empty = try run(files, "--from", "@marks.\(ending)")
            #expect(empty.code == 3 && empty.errors.contains("no new points are filled in"), "\(empty.errors)")
        }
    }
}
