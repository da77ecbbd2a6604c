import Foundation
import Testing

/// Every command against what cannot be read: a message and an exit code, never a stop and never silence.
@Suite struct InputFaultTests {
    /// What stands where a file should.
    enum Fault: String, CaseIterable, Sendable {
        case absent, folder, danglingLink, linkLoop, noUTF8, huge, hiddenLine

        func put(at place: URL) throws {
            let manager = FileManager.default
            switch self {
            case .absent: break
            case .folder: try manager.createDirectory(at: place, withIntermediateDirectories: false)
            case .danglingLink: try manager.createSymbolicLink(atPath: place.path, withDestinationPath: "nowhere")
            case .linkLoop: try manager.createSymbolicLink(atPath: place.path, withDestinationPath: place.path)
            case .noUTF8: try Data([0x61, 0x3A, 0x20, 0xFF, 0xFE]).write(to: place)
            case .huge:
                try Data().write(to: place)
                // A file of 3 GB that takes no room on the device.
                let file = try FileHandle(forWritingTo: place)
                try file.truncate(atOffset: 3 << 30)
                try file.close()
            case .hiddenLine: try Data("# seen\u{2028}sheet: x\n".utf8).write(to: place)
            }
        }
    }

    /// Every command that reads a file of text, with `@bad.yaml` in its place.
    static let readers: [[String]] = [
        VillageFiles.words("analyse", "@bad.yaml"),
        ["replay", "@bad.yaml", "--lang", "en"],
        VillageFiles.words("why", "@bad.yaml", "problem:armoede"),
        VillageFiles.words("why-not", "@bad.yaml", "problem:armoede"),
        VillageFiles.words("what-if", "@bad.yaml", "--set", "bijstand=5"),
        VillageFiles.words("compare", "@sheet.yaml", "@bad.yaml"),
        VillageFiles.words("questions", "@bad.yaml"),
        VillageFiles.words("ask", "@bad.yaml"),
        VillageFiles.words("requests", "@bad.yaml"),
        VillageFiles.words("interview", "@bad.yaml"),
        ["sheet", "update", "@bad.yaml", "--from", "@", "--lang", "en"],
        ["sheet", "show", "@bad.yaml", "--lang", "en"],
        ["run", "@rules", "--facts", "@bad.yaml", "--lang", "en"],
        ["run", "@bad.yaml", "--facts", "@facts.yaml", "--lang", "en"],
        ["rules", "findings", "@bad.yaml", "--lang", "en"],
        ["rules", "network", "@bad.yaml", "--lang", "en"],
        VillageFiles.words(
            "casebook", "mark", "first", "village", "@bad.yaml", "--casebooks", "@casebooks"),
    ]

    @Test(arguments: readers, Fault.allCases)
    func `a file that cannot be read ends with code 3 and a message`(words: [String], fault: Fault) throws {
        let files = try VillageFiles()
        try fault.put(at: files.folder.file("bad.yaml"))
        let outcome = try CommandLineTests.analyst(files.arguments(words))
        #expect(outcome.code == 3, "\(outcome.errors)")
        #expect(outcome.errors.contains("error: "))
        #expect(outcome.output.isEmpty)
    }

    /// Every command that reads tables.
    static let tableReaders: [[String]] = [
        ["import", "tables", "@bad.csv", "--year", "2020", "--region", "WK000101", "-o", "@out", "--lang", "en"],
        ["import", "tables", "@kwb-2020.csv", "@bad.csv", "--region", "WK000101", "-o", "@out", "--lang", "en"],
        ["import", "tables", "@bad.csv", "@kwb-2020.csv", "--region", "WK000101", "-o", "@out", "--lang", "en"],
        ["sheet", "new", "WK000101", "--from", "@bad.csv", "-o", "@out", "--lang", "en"],
        ["sheet", "update", "@noord.yaml", "--from", "@bad.csv", "--lang", "en"],
        VillageFiles.words("screen", "@bad.csv", "-o", "@out"),
        ["run", "@rules", "--facts", "@bad.csv", "--lang", "en"],
    ]

    @Test(arguments: tableReaders, [Fault.absent, .folder, .danglingLink, .linkLoop, .huge])
    func `a table that cannot be read ends with code 3 and a message, and nothing is written`(
        words: [String], fault: Fault
    ) throws {
        let files = try VillageFiles()
        try fault.put(at: files.folder.file("bad.csv"))
        let outcome = try CommandLineTests.analyst(files.arguments(words))
        #expect(outcome.code == 3, "\(outcome.errors)")
        #expect(outcome.errors.contains("error: "))
        #expect(!FileManager.default.fileExists(atPath: files.path("out")))
    }

    @Test(arguments: [
        (VillageFiles.words("analyse", "-"), "sheet.yaml"),
        (["replay", "-", "--lang", "en"], "receipt.json"),
        (VillageFiles.words("why", "-", "problem:armoede"), "sheet.yaml"),
        (VillageFiles.words("compare", "@sheet.yaml", "-"), "sheet.yaml"),
        (["run", "@rules", "--facts", "-", "--lang", "en"], "facts.yaml"),
        (["import", "tables", "-", "--year", "2020", "--region", "WK000101", "-o", "@out"], "kwb-2020.csv"),
        (
            VillageFiles.words(
                "casebook", "mark", "first", "village", "-", "--casebooks", "@casebooks"),
            "answers.yaml"
        ),
    ])
    func `standard input and a pipe are read like a file`(words: [String], name: String) throws {
        let files = try VillageFiles()
        let usual = try CommandLineTests.analyst(files.arguments(words.map { $0 == "-" ? "@\(name)" : $0 }))
        #expect(usual.code == 0, "\(usual.errors)")
        let read = try StreamFault.shell("cat '\(files.path(name))' | \"$@\"", files.arguments(words))
        #expect(read.code == 0, "\(read.errors)")
        #expect(read.output.isEmpty == usual.output.isEmpty)
        let command = words.map { $0 == "-" ? "/dev/stdin" : $0 }
        let piped = try StreamFault.shell("cat '\(files.path(name))' | \"$@\"", files.arguments(command))
        #expect(piped.code == 0, "\(piped.errors)")
    }

    @Test func `rules are read from standard input, and answers are not written there`() throws {
        let files = try GardenFiles()
        let set = try files.write(GardenFiles.countdown, to: "countdown.yaml")
        let facts = try files.write("start: [{ number: 3 }]\n", to: "start.yaml")
        let read = try StreamFault.shell("cat '\(set)' | \"$@\"", ["run", "-", "--facts", facts])
        #expect(read.code == 0, "\(read.errors)")
        #expect(read.output == (try CommandLineTests.analyst(["run", set, "--facts", facts])).output)
        #expect(try CommandLineTests.analyst(["ask", "-", "--rules", files.rules]).code == 2)
    }

    @Test func `all that is wrong with a folder of rules is told, and page one says what was left out`() throws {
        let files = try VillageFiles()
        try Fault.noUTF8.put(at: files.folder.file("rules/latin.yaml"))
        try Fault.danglingLink.put(at: files.folder.file("rules/gone.yaml"))
        try Fault.danglingLink.put(at: files.folder.file("rules/.#lock.yaml"))
        try files.write("vocabulary: more\n", to: "rules/more.yml")
        try files.write("Read me.\n", to: "rules/README.md")
        try FileManager.default.createDirectory(
            at: files.folder.file("rules/.git"), withIntermediateDirectories: false)
        try files.write("not: rules\n", to: "rules/.git/config.yaml")
        try FileManager.default.createDirectory(
            at: files.folder.file("rules/map.yaml"), withIntermediateDirectories: false)
        let elsewhere = try TemporaryFolder()
        try Data("not: rules\n".utf8).write(to: elsewhere.file("a.yaml"))
        try FileManager.default.createSymbolicLink(
            at: files.folder.file("rules/linked"), withDestinationURL: elsewhere.file(""))
        let check = try CommandLineTests.analyst(files.arguments(["rules", "check", "@rules", "--lang", "en"]))
        #expect(check.code == 1)
        for message in [
            "rules/latin.yaml:1:4: error: a character that is not UTF-8", "rules/gone.yaml cannot be read",
            "rules/more.yml is not read: the name of a rule file ends in .yaml", "rules/linked is a link to a folder",
            "rules/.#lock.yaml is skipped", "rules/map.yaml is a folder, no rule file",
            "1 file is no rule file and is skipped: rules/README.md",
        ] {
            #expect(check.errors.contains(message), "\(message)\n\(check.errors)")
        }
        #expect(!check.errors.contains(".git"))
        let words = VillageFiles.words("analyse", "@sheet.yaml")
        #expect(try CommandLineTests.analyst(files.arguments(words)).code == 3)
        let allowed = try CommandLineTests.analyst(files.arguments(words + ["--allow-errors", "--format", "json"]))
        #expect(allowed.code == 0)
        let notice = "This analysis is not complete: part of the rules is left out. "
        #expect(allowed.output.contains(notice + "rules/gone.yaml, not read: "))
        #expect(allowed.errors.contains(notice))
    }

    @Test func `a broken rule is named on page one with the number of rules that are missed`() throws {
        let files = try VillageFiles()
        let broken = try files.text("rules/rules.yaml").replacing("bijstand > 10", with: "bijstnd > 10")
        try files.write(broken, to: "rules/rules.yaml")
        let outcome = try CommandLineTests.analyst(
            files.arguments(VillageFiles.words("analyse", "@sheet.yaml", "--allow-errors", "--format", "json")))
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("part of the rules is left out. rules/rules.yaml, 1 rule: "))
        let whole = try VillageFiles()
        let sound = try CommandLineTests.analyst(
            whole.arguments(VillageFiles.words("analyse", "@sheet.yaml", "--allow-errors", "--format", "json")))
        #expect(!sound.output.contains("is left out"))
        #expect(sound.errors.isEmpty)
    }

    @Test func `a file is checked with the rules around it, and what is no rule file is named for what it is`() throws {
        let files = try VillageFiles()
        func check(_ name: String) throws -> CommandLineTests.Outcome {
            try CommandLineTests.analyst(
                files.arguments(["rules", "check", "@\(name)", "--rules", "@rules", "--lang", "en"]))
        }
        let sound = try check("rules/rules.yaml")
        #expect(sound.code == 0, "\(sound.errors)")
        #expect(sound.output.hasPrefix("Read: ") && sound.output.contains("(1 file, 6 rules)\n0 errors, "))
        let set = try files.write(GardenFiles.countdown, to: "countdown.yaml")
        #expect(try CommandLineTests.analyst(["rules", "check", set]).code == 0)
        for (name, kind) in [
            ("casebooks/first/casebook.yaml", "a casebook"), ("sheet.yaml", "a fact sheet"),
            ("casebooks/first/cases/village.yaml", "a case of a casebook"),
        ] {
            let outcome = try check(name)
            #expect(outcome.code == 3)
            #expect(outcome.errors.contains(kind), "\(outcome.errors)")
        }
    }

    @Test func `the program finds its rules when it is found through the path`() throws {
        let program = try CommandLineTests.program()
        let outcome = try StreamFault.shell(
            "cd /; PATH='\(program.deletingLastPathComponent().path)':$PATH analyst rules check --lang en", [])
        #expect(outcome.output.contains("0 errors"), "\(outcome.errors)")
    }
}
