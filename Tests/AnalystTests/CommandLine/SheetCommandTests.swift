import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// `analyst sheet`: what is written, what is refused, and what is told where.
@Suite struct SheetCommandTests {
    private func sheet(_ files: VillageFiles, _ words: String...) throws -> CommandLineTests.Outcome {
        try CommandLineTests.analyst(files.arguments(["sheet"] + words + ["--lang", "en"]))
    }

    @Test func `a new sheet is written beside others, and the page tells what is known and who tells the rest`() throws
    {
        let files = try VillageFiles()
        try FileManager.default.createDirectory(at: files.folder.file("out"), withIntermediateDirectories: true)
        let outcome = try sheet(files, "new", "noord, voorbeeld", "--from", "@", "-o", "@out")
        #expect(outcome.code == 0, "\(outcome.errors)")
        let text = try files.text("out/wijk-01-noord-voorbeeld.yaml")
        #expect(text.hasPrefix("sheet: wijk-01-noord-voorbeeld\n"))
        #expect(outcome.output.contains("open table: Kerncijfers wijken en buurten (CBS)"))
        #expect(outcome.output.contains("not known; ask: "))
        #expect(outcome.errors.contains("kwb-2020.csv: Kerncijfers wijken en buurten (CBS); year 2020"))
        #expect(outcome.errors.contains("for the names"))
        let analysed = try CommandLineTests.analyst([
            "analyse", files.path("out/wijk-01-noord-voorbeeld.yaml"), "--date", "2024-06-01",
        ])
        #expect(analysed.code == 0)
        let again = try sheet(files, "new", "noord, voorbeeld", "--from", "@", "-o", "@out")
        #expect(again.code == 2)
        #expect(again.errors.contains("analyst sheet update"))
        #expect(try files.text("out/wijk-01-noord-voorbeeld.yaml") == text)
    }

    @Test func `outlines go into a sheet, and those that a file does not have are named`() throws {
        let files = try VillageFiles()
        let before = try files.text("noord.yaml")
        let code = try #require(FactSheet.read(SourceFile(name: "n.yaml", text: before)).parts.first?.code)
        try files.write(
            #"{"features": [{"properties": {"c": "\#(code)"}, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [900, 0], [0, 900]]]}}]}"#,
            to: "b.geojson")
        let words = ["outline", "@noord.yaml", "@b.geojson", "--source", "CBS"]
        let trial = try CommandLineTests.analyst(files.arguments(["sheet"] + words + ["--dry-run", "--lang", "en"]))
        #expect(trial.code == 0 && trial.output.hasPrefix("Outlines found of 1 of "), "\(trial.errors)")
        #expect(try files.text("noord.yaml") == before)
        #expect(try sheet(files, "outline", "@noord.yaml", "@b.geojson", "--source", "CBS").code == 0)
        let after = try files.text("noord.yaml")
        #expect(after.contains("\noutlines:\n  source: CBS\n  lines:\n    \(code): 0 0, 900 0, 0 900\n"), "\(after)")
        #expect(try sheet(files, "check", "@noord.yaml").code == 0)
    }

    @Test func `a table of another kind is named with the reason`() throws {
        let files = try VillageFiles()
        try files.write("naam;waarde\nx;1\n", to: "eigen.csv")
        let outcome = try sheet(files, "new", "WK000101", "--from", "@", "-o", "-")
        #expect(outcome.code == 0)
        #expect(outcome.output.hasPrefix("sheet: "))
        #expect(outcome.errors.contains("Not used: eigen.csv: there is no recipe"))
    }

    @Test(
        arguments: [
            (["new", "nord", "--from", "@"], 3, "Did you mean"),
            (["new", "Voorbeeld", "--from", "@"], 3, "is a municipality"),
            (["new", "WK000101", "BU00010101", "--from", "@"], 3, "would count twice"),
            (["new", "WK000101", "--parts", "BU00010102", "--from", "@"], 3, "would count twice"),
            (
                ["new", "WK000101", "--from", "@", "--boundaries", "2019"], 3,
                "Kerncijfers wijken en buurten 2019 is missing"
            ),
            (["new", "WK000101", "--from", "@rules"], 3, "is missing"), (["new", "--from", "@"], 2, "Name an area"),
            (["new", "WK000101", "--title", " ", "--from", "@"], 2, "--title"),
            (["new", "WK000101", "--from", "@", "-o", "@sheet.yaml"], 2, "is not written over"),
            (["new", "WK000101", "--from", "@", "-o", "@absent/x.yaml"], 5, "cannot be written"),
            (["new", "WK000101", "--from", "@", "-o", "/dev/full"], 5, "there is no room left"),
            (["update", "@noord.yaml", "--from", "@rules"], 3, "is missing"),
            (["update", "-", "--from", "@"], 2, "name a file"),
            (["outline", "-", "@sheet.yaml", "--source", "x"], 2, "name a file"),
            (["outline", "@noord.yaml", "@sheet.yaml", "--source", " "], 2, "--source"),
            (["outline", "@noord.yaml", "@sheet.yaml", "--source", "x"], 3, "this is no sound JSON"),
            (["outline", "@noord.yaml", "@absent.geojson", "--source", "x"], 3, "absent.geojson"),
            (["update", "@rules", "--from", "@"], 3, "it is a folder"),
            (["show", "@kwb-2020.csv"], 3, "error: "), (["check", "@absent.yaml"], 3, "cannot be read"),
            (["check", "@noord.yaml", "@kwb-2020.csv"], 1, "error: "),
        ] as [([String], Int32, String)])
    func `what cannot be done is told, and no file is made or changed`(words: [String], code: Int32, message: String)
        throws
    {
        let files = try VillageFiles()
        let before = try names(in: files)
        let outcome = try CommandLineTests.analyst(files.arguments(["sheet"] + words + ["--lang", "en"]))
        #expect(outcome.code == code, "\(outcome.errors)")
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(try names(in: files) == before)
    }

    private func names(in files: VillageFiles) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: files.path("")).sorted()
    }

    @Test func `an update shows the difference, writes once, and keeps rights and answers`() throws {
        let files = try VillageFiles()
        let before = try files.text("noord.yaml")
        let trial = try sheet(files, "update", "@noord.yaml", "--from", "@", "--dry-run")
        #expect(trial.code == 0, "\(trial.errors)")
        #expect(trial.output.contains("800 (2018) → 900 (2020)"))
        #expect(try files.text("noord.yaml") == before)
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: files.path("noord.yaml"))
        let outcome = try sheet(files, "update", "@noord.yaml", "--from", "@")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Brought up to date"))
        #expect(try manager.attributesOfItem(atPath: files.path("noord.yaml"))[.posixPermissions] as? Int == 0o640)
        let after = try files.text("noord.yaml")
        #expect(after.contains("answers: [{ question: drugsoverlast, perspective: bewoners, value: true }] # ours"))
        let time = try manager.attributesOfItem(atPath: files.path("noord.yaml"))[.modificationDate] as? Date
        let again = try sheet(files, "update", "@noord.yaml", "--from", "@")
        #expect(again.output.contains("Nothing changes."))
        #expect(try manager.attributesOfItem(atPath: files.path("noord.yaml"))[.modificationDate] as? Date == time)
        let analysed = try CommandLineTests.analyst(["analyse", files.path("noord.yaml"), "--date", "2024-06-01"])
        #expect(analysed.code == 0, "\(analysed.errors)")
    }

    @Test func `a page of a sheet has figures with year and source, earlier years, and what is not known`() throws {
        let files = try VillageFiles()
        #expect(try sheet(files, "update", "@noord.yaml", "--from", "@").code == 0)
        let page = try sheet(files, "show", "@noord.yaml", "--date", "2024-06-01")
        #expect(page.code == 0, "\(page.errors)")
        #expect(page.output.contains("Residents: 900; 2020"), "\(page.output)")
        #expect(page.output.contains("2018: 800"))
        #expect(page.output.contains("1 answer"))
        #expect(try sheet(files, "check", "@noord.yaml").code == 0)
    }

    @Test func `a sheet that an analysis would refuse is told with all its places`() throws {
        let files = try VillageFiles()
        let bad = try files.text("noord.yaml").replacing("coverage: 100", with: "coverage: 101")
        try files.write(bad, to: "bad.yaml")
        let outcome = try sheet(files, "check", "@noord.yaml", "@bad.yaml")
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("bad.yaml:"))
        #expect(outcome.output.contains("2 sheets, 1 finding"), "\(outcome.output)")
    }
}
