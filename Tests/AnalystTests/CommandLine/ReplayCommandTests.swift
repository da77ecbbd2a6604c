import Foundation
import TestSupport
import Testing

@testable import Analyst

/// `analyse --receipt` and `replay` as programs: what they write, what they say and how they end.
@Suite struct ReplayCommandTests {
    /// The village with a receipt of its sheet.
    private func village(_ options: String...) throws -> VillageFiles {
        let files = try VillageFiles()
        let words = VillageFiles.words("analyse", "@sheet.yaml", "--receipt", "@receipt.json") + options
        let outcome = try CommandLineTests.analyst(files.arguments(words))
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.errors.isEmpty)
        return files
    }

    private func replay(_ files: VillageFiles, _ options: String..., language: String = "en") throws
        -> CommandLineTests.Outcome
    {
        try CommandLineTests.analyst(
            files.arguments(["replay", "@receipt.json", "--lang", language] + options))
    }

    @Test func `a receipt fits the schema, names files as they were given, and holds the digest of the report`() throws
    {
        let files = try VillageFiles()
        let words = VillageFiles.words(
            "analyse", "@sheet.yaml", "--format", "html", "-o", "@report", "--receipt", "@receipt.json")
        #expect(try CommandLineTests.analyst(files.arguments(words)).code == 0)
        let text = try files.text("receipt.json")
        let schema = try JSONSchema(
            Data(contentsOf: Project.root.appending(path: "docs/schema/receipt.schema.json")))
        #expect(try schema.errors(in: Data(text.utf8)) == [])
        let receipt = try Receipt.read(TextFile.read(argument: files.path("receipt.json")))
        #expect(receipt.sheets.map(\.digest.file) == [files.path("sheet.yaml")])
        #expect(receipt.rules.folder == files.path("rules"))
        #expect(receipt.report == FileDigest.sha256(of: Array(try files.text("report").utf8)))
        #expect(
            receipt.sheets.map(\.digest.sha256) == [FileDigest.sha256(of: Array(try files.text("sheet.yaml").utf8))])
        #expect(try files.text("report").contains(receipt.rules.sha256))
        let second = words.map { $0 == "@receipt.json" ? "@second.json" : $0 }
        #expect(try CommandLineTests.analyst(files.arguments(second)).code == 0)
        #expect(try files.text("second.json") == text)
    }

    @Test func `no path of the machine gets into a receipt that was given none`() throws {
        let folder = try TemporaryFolder()
        let place = folder.file("receipt.json")
        let words = ["analyse", CommandLineTests.sheet, "--date", "2026-11-01", "--receipt", place.path]
        #expect(try CommandLineTests.analyst(words).code == 0)
        let text = try String(contentsOf: place, encoding: .utf8)
        #expect(text.contains("\"file\": \"\(CommandLineTests.sheet)\""))
        #expect(!text.contains(Project.root.path))
        #expect(!text.contains("\"folder\""))
        let outcome = try CommandLineTests.analyst(["replay", place.path, "--lang", "en"])
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.hasSuffix("Report: the same, byte for byte\n"))
    }

    @Test func `an analysis that is the same is told so in either language`() throws {
        let files = try village()
        let outcome = try replay(files)
        #expect(outcome.code == 0)
        #expect(
            outcome.output == """
                Program: the same (\(ProgramVersion.text))
                Rules: the same (12 files)
                Fact sheets: the same (1)
                Findings: the same (6)
                Report: the same, byte for byte

                """)
        let dutch = try replay(files, language: "nl")
        #expect(dutch.code == 0)
        #expect(dutch.output.hasSuffix("Bevindingen: gelijk (6)\nRapport: gelijk, byte voor byte\n"))
    }

    @Test func `a changed sheet and a changed rule are named, with what they change`() throws {
        let files = try village()
        try files.write(VillageRules.sheetText(bijstand: "9"), to: "sheet.yaml")
        let sheet = try replay(files)
        #expect(sheet.code == 1)
        #expect(sheet.output.contains("Fact sheets: 1 differs\n  - \(files.path("sheet.yaml")): changed\n"))
        #expect(sheet.output.contains("problem:armoede: was found, is not found\nReport: different\n"))
        try files.write(VillageRules.sheetText(bijstand: "12"), to: "sheet.yaml")
        try files.write(
            files.text("rules/rules.yaml").replacing("bijstand > 10", with: "bijstand > 13"), to: "rules/rules.yaml")
        let rules = try replay(files, language: "nl")
        #expect(rules.code == 1)
        #expect(
            rules.output.contains("Regels: 1 bestand verschilt\n  - rules.yaml: veranderd\nFeitenbladen: gelijk (1)\n"))
        #expect(rules.output.contains("problem:armoede: was gevonden, is niet gevonden\nRapport: anders\n"))
    }

    @Test func `a comment changes the file and the report that names its digest, and no finding`() throws {
        let files = try village()
        try files.write(files.text("rules/rules.yaml") + "# A remark.\n", to: "rules/rules.yaml")
        let outcome = try replay(files)
        #expect(outcome.code == 1)
        #expect(outcome.output.contains("  - rules.yaml: changed\n"))
        #expect(outcome.output.contains("Findings: the same (6)\nReport: different\n"))
    }

    @Test func `files that have moved are found where the user says`() throws {
        let files = try village()
        let manager = FileManager.default
        try manager.moveItem(atPath: files.path("rules"), toPath: files.path("regels"))
        try manager.moveItem(atPath: files.path("sheet.yaml"), toPath: files.path("blad.yaml"))
        let lost = try replay(files)
        #expect(lost.code == 3)
        #expect(lost.errors.contains("there is no folder of rules"))
        let outcome = try replay(files, "--rules", "@regels", "--sheet", "@blad.yaml")
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        #expect(try replay(files, "--rules", "@regels", "--sheet", "@blad.yaml", "--sheet", "@blad.yaml").code == 2)
    }

    @Test func `what cannot be read any more is named before the replay ends`() throws {
        let files = try village()
        try files.write("ruleset: [\n", to: "rules/rules.yaml")
        let broken = try replay(files)
        #expect(broken.code == 3)
        #expect(broken.output.contains("  - rules.yaml: changed\n"))
        #expect(broken.errors.contains("rules/rules.yaml:"))
        let sheet = try village()
        try FileManager.default.removeItem(atPath: sheet.path("sheet.yaml"))
        let missing = try replay(sheet)
        #expect(missing.code == 3)
        #expect(missing.output.contains("  - \(sheet.path("sheet.yaml")): is gone or cannot be read\n"))
        #expect(missing.errors.contains("sheet.yaml cannot be read: it does not exist"))
    }

    @Test(arguments: ["en", "nl"])
    func `a receipt that is cut, newer or changed by hand is refused with its place`(language: String) throws {
        let files = try village()
        let sound = try files.text("receipt.json")
        for (text, words) in [
            (String(sound.prefix(sound.count / 2)), ["receipt.json:"]),
            (sound.replacing("\"version\": 1", with: "\"version\": 2"), ["receipt.json:3:14", "receipt/version"]),
            (sound.replacing("\"sha256\": \"", with: "\"sha256\": \"0"), ["receipt.json:", "receipt/hash"]),
            (try files.text("sheet.yaml"), ["receipt/other-kind"]),
        ] {
            try files.write(text, to: "receipt.json")
            let outcome = try replay(files, language: language)
            #expect(outcome.code == 3)
            #expect(outcome.output.isEmpty)
            for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
            #expect(outcome.errors.contains(language == "en" ? "error: " : "fout: "))
        }
    }

    @Test func `the receipt is another file than the report and than all that is read`() throws {
        let files = try VillageFiles()
        for name in ["@out", "@rules/../out"] {
            let outcome = try CommandLineTests.analyst(
                files.arguments(["analyse", "@sheet.yaml", "-o", "@out", "--receipt", name] + VillageFiles.common))
            #expect(outcome.code == 2, "\(name)")
            #expect(outcome.errors.contains("are the same file"))
        }
        #expect(!FileManager.default.fileExists(atPath: files.path("out")))
    }

    @Test func `a report that is shown stays away where its receipt cannot be written`() throws {
        let files = try VillageFiles()
        let outcome = try CommandLineTests.analyst(
            files.arguments(VillageFiles.words("analyse", "@sheet.yaml", "--receipt", "/dev/full")))
        #expect(outcome.code == 5)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors == "/dev/full cannot be written: there is no room left\n")
    }
}
