import Foundation
import Testing

/// `requests` and `interview` as programs: where letters go, and how they end.
@Suite struct LetterCommandTests {
    private func analyst(_ files: VillageFiles, _ words: String...) throws -> CommandLineTests.Outcome {
        try CommandLineTests.analyst(files.arguments(words + VillageFiles.common))
    }

    @Test func `letters go to the screen, to one file, or each to a file of its own`() throws {
        let files = try VillageFiles()
        let screen = try analyst(files, "interview", "@sheet.yaml")
        #expect(screen.code == 0, "\(screen.errors)")
        #expect(screen.output.hasPrefix("# Interview guide: Residents in The village\n"))
        #expect(screen.output.contains("\n---\n\n# Interview guide: Entrepreneurs in The village\n"))
        let file = try analyst(files, "interview", "@sheet.yaml", "-o", "@guide.md")
        #expect(file.code == 0)
        #expect(file.output.isEmpty)
        #expect(try files.text("guide.md") == screen.output)
        let folder = try analyst(
            files, "interview", "@sheet.yaml", "-o", files.path("guides") + "/", "--format", "text")
        #expect(folder.code == 0, "\(folder.errors)")
        #expect(folder.output == "\(files.path("guides/bewoners.txt"))\n\(files.path("guides/ondernemers.txt"))\n")
        #expect(try files.text("guides/bewoners.txt").hasPrefix("Interview guide: Residents in The village\n====="))
        let requests = try analyst(files, "requests", "@bare.yaml", "-o", "@guides")
        #expect(requests.code == 0)
        #expect(try files.text("guides/cbs.md").hasPrefix("# Request for figures on The village\n"))
    }

    @Test func `one group or one holder is chosen, and what is not there is told with what is`() throws {
        let files = try VillageFiles()
        let group = try analyst(files, "interview", "@sheet.yaml", "--group", "ondernemers", "--limit", "1")
        #expect(group.code == 0)
        #expect(group.output.contains("Open questions to this group: 2. In this guide: 1."))
        #expect(!group.output.contains("Residents"))
        let unknown = try analyst(files, "interview", "@sheet.yaml", "--group", "registratie")
        #expect(unknown.code == 2)
        #expect(unknown.errors.contains("choose from: bewoners, ondernemers"))
        #expect(try analyst(files, "requests", "@bare.yaml", "--holder", "cbs").output.contains("To: CBS"))
        let holder = try analyst(files, "requests", "@bare.yaml", "--holder", "rivm")
        #expect(holder.code == 2)
        #expect(holder.errors.contains("but of:\n  - CBS"))
        let nothing = try analyst(files, "requests", "@sheet.yaml")
        #expect(nothing.code == 0)
        #expect(nothing.output.isEmpty)
        #expect(nothing.errors.contains("there is nothing to ask for"))
    }

    @Test func `rules without sentences for letters are refused`() throws {
        let files = try VillageFiles()
        try FileManager.default.removeItem(atPath: files.path("rules/letter-texts.yaml"))
        let outcome = try analyst(files, "interview", "@sheet.yaml")
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("letter/no-text"))
    }

    @Test(arguments: [["requests", "@bare.yaml"], ["interview", "@sheet.yaml"]])
    func `a file or folder that cannot be written is told, and an input is never written over`(words: [String]) throws {
        let files = try VillageFiles()
        for (target, reason) in [
            ("/dev/full", "there is no room left"), (files.path("absent/letter.md"), "it does not exist"),
        ] {
            let outcome = try CommandLineTests.analyst(
                files.arguments(words + ["-o", target] + VillageFiles.common))
            #expect(outcome.code == 5)
            #expect(outcome.errors == "\(target) cannot be written: \(reason)\n")
            #expect(outcome.output.isEmpty)
        }
        let folder = try CommandLineTests.analyst(
            files.arguments(words + ["-o", files.path("noord.yaml") + "/"] + VillageFiles.common))
        #expect(folder.code == 5, "\(folder.errors)")
        let input = try CommandLineTests.analyst(
            files.arguments(words + ["-o", words[1]] + VillageFiles.common))
        #expect(input.code == 2)
        #expect(input.errors.contains("is a file that this command reads"))
    }
}
