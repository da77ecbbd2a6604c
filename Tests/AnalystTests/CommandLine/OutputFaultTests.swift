import Foundation
import Testing

/// Every command against every fault of what it writes to: nothing stops the program but an exit code of its own.
@Suite struct OutputFaultTests {
    /// Every command that writes to standard output, with its exit code when nothing is wrong.
    static let commands: [(words: [String], code: Int32)] = [
        (VillageFiles.words("analyse", "@sheet.yaml"), 0),
        (VillageFiles.words("analyse", "@sheet.yaml", "@sheet.yaml", "--format", "html"), 0),
        (VillageFiles.words("analyse", "@sheet.yaml", "--format", "md"), 0),
        (VillageFiles.words("analyse", "@sheet.yaml", "--format", "json"), 0),
        (["replay", "@receipt.json", "--lang", "en"], 0),
        (VillageFiles.words("why", "@sheet.yaml", "problem:armoede"), 0),
        (VillageFiles.words("why-not", "@sheet.yaml", "problem:verval"), 0),
        (VillageFiles.words("what-if", "@sheet.yaml", "--set", "bijstand=5"), 0),
        (VillageFiles.words("compare", "@sheet.yaml", "@sheet.yaml"), 0),
        (VillageFiles.words("questions", "@sheet.yaml"), 0),
        (VillageFiles.words("ask", "@sheet.yaml"), 0),
        (VillageFiles.words("requests", "@bare.yaml"), 0), (VillageFiles.words("interview", "@sheet.yaml"), 0),
        (["import", "tables", "@kwb-2020.csv", "@namen-2020.csv", "--region", "WK000101", "-o", "@sheets"], 0),
        (["sheet", "new", "WK000101", "--from", "@", "-o", "-", "--lang", "en"], 0),
        (["sheet", "update", "@noord.yaml", "--from", "@", "--dry-run", "--lang", "en"], 0),
        (["sheet", "show", "@noord.yaml", "--date", "2024-06-01", "--lang", "en"], 0),
        (["sheet", "check", "@noord.yaml", "--lang", "en"], 0),
        (["run", "@rules", "--facts", "@facts.yaml", "--date", "2024-06-01", "--lang", "en"], 0),
        (["rules", "check", "@rules", "--lang", "en"], 0),
        (["rules", "findings", "@rules", "--lang", "en"], 0),
        (["rules", "network", "@rules", "--lang", "en"], 0),
        (["rules", "test", "@rules", "--lang", "en"], 0),
        (["casebook", "list", "--casebooks", "@casebooks", "--lang", "en"], 0),
        (
            VillageFiles.words(
                "casebook", "mark", "first", "village", "@answers.yaml", "--casebooks", "@casebooks"),
            0
        ),
        (
            VillageFiles.words(
                "casebook", "exercise", "first", "village", "--casebooks", "@casebooks", "--answers", "@own.yaml"), 4
        ),
        (VillageFiles.words("casebook", "show", "first", "village", "--casebooks", "@casebooks", "--answers"), 0),
        (VillageFiles.words("casebook", "check", "first", "--casebooks", "@casebooks"), 1),
        (["feel", "1 + 1"], 0), (["feel", "1 + 1", "--explain", "--lang", "en"], 0),
        (["feel", "--functions"], 0), (["feel", "--functions", "sort", "--lang", "en"], 0),
        (["--help"], 0), (["rules", "check", "--help"], 0),
    ]

    @Test(arguments: commands)
    func `without a fault a command ends as it should`(words: [String], code: Int32) throws {
        let files = try VillageFiles()
        let outcome = try CommandLineTests.analyst(files.arguments(words))
        #expect(outcome.code == code, "\(outcome.errors)")
        #expect(!outcome.output.isEmpty)
    }

    @Test(arguments: commands, StreamFault.allCases)
    func `what cannot be written is told in one line, and a reader that left in none`(
        command: (words: [String], code: Int32), fault: StreamFault
    ) throws {
        let files = try VillageFiles()
        let usual = try CommandLineTests.analyst(files.arguments(command.words)).errors
        let outcome = try fault.run(files.arguments(command.words))
        #expect(outcome.output.isEmpty)
        if fault.isSilent {
            #expect(outcome.code == command.code, "\(outcome.errors)")
            #expect(outcome.errors == usual)
        } else {
            #expect(outcome.code == 5, "\(outcome.errors)")
            let more = outcome.errors.dropFirst(outcome.errors.hasPrefix(usual) ? usual.count : 0)
            #expect(more.split(separator: "\n").count == 1, "\(outcome.errors)")
        }
    }

    @Test(arguments: [("2>/dev/full", 5), ("2>&-", 0), ("2> >(true)", 0), ("2>/dev/null", 0)] as [(String, Int32)])
    func `messages that cannot be written stop no program, and are missed only where there was room for them`(
        redirection: String, code: Int32
    ) throws {
        let files = try VillageFiles()
        let outcome = try StreamFault.shell(
            "\"$@\" \(redirection)", files.arguments(["rules", "check", "@rules", "--lang", "en"]))
        #expect(outcome.code == code)
        #expect(outcome.errors.isEmpty)
    }

    @Test func `a closed output is never taken for a file that is read`() throws {
        let files = try VillageFiles()
        let before = try files.text("sheet.yaml")
        let outcome = try StreamFault.shell(
            "\"$@\" <&- >&- 2>&-", files.arguments(VillageFiles.words("ask", "@sheet.yaml")))
        #expect(outcome.code == 5)
        #expect(try files.text("sheet.yaml") == before)
    }

    /// Every command that writes a file, with what it is given in the place of the file.
    static let writers: [[String]] = [
        VillageFiles.words("analyse", "@sheet.yaml", "-o", "FILE"),
        VillageFiles.words("analyse", "@sheet.yaml", "--format", "html", "-o", "FILE"),
        VillageFiles.words("analyse", "@sheet.yaml", "--receipt", "FILE"),
    ]

    @Test(arguments: writers)
    func `a file that cannot be written is told, with a code of its own`(words: [String]) throws {
        let files = try VillageFiles()
        for (file, reason) in [
            ("/dev/full", "there is no room left"), (files.path("absent/report"), "it does not exist"),
            (files.path("rules"), "it is a folder"),
        ] {
            let outcome = try CommandLineTests.analyst(files.arguments(words.map { $0 == "FILE" ? file : $0 }))
            #expect(outcome.code == 5)
            #expect(outcome.errors == "\(file) cannot be written: \(reason)\n")
            #expect(outcome.output.isEmpty)
        }
    }

    @Test(arguments: writers)
    func `the output is none of the inputs, by path, link or second name`(words: [String]) throws {
        let files = try VillageFiles()
        let before = try files.text("sheet.yaml")
        let manager = FileManager.default
        try manager.createSymbolicLink(
            at: files.folder.file("link"), withDestinationURL: files.folder.file("sheet.yaml"))
        try manager.linkItem(at: files.folder.file("sheet.yaml"), to: files.folder.file("second"))
        let rule = try files.text("rules/rules.yaml")
        for name in ["sheet.yaml", "link", "second", "rules/../sheet.yaml", "rules/rules.yaml"] {
            let outcome = try CommandLineTests.analyst(files.arguments(words.map { $0 == "FILE" ? "@\(name)" : $0 }))
            #expect(outcome.code == 2, "\(name)")
            #expect(outcome.errors.contains("is a file that this command reads"))
        }
        #expect(try files.text("sheet.yaml") == before)
        #expect(try files.text("rules/rules.yaml") == rule)
    }

    /// Every command that writes a file, on a device without room: no file may grow.
    static let growers: [(words: [String], target: String)] = [
        (VillageFiles.words("analyse", "@sheet.yaml", "-o", "@report"), "report"),
        (VillageFiles.words("analyse", "@sheet.yaml", "--receipt", "@receipt.json"), "receipt.json"),
        (VillageFiles.words("requests", "@bare.yaml", "-o", "@letters.md"), "letters.md"),
        (VillageFiles.words("interview", "@sheet.yaml", "-o", "@guide.md"), "guide.md"),
        (VillageFiles.words("ask", "@sheet.yaml"), "sheet.yaml"),
        (
            [
                "import", "tables", "@kwb-2020.csv", "@namen-2020.csv", "--region", "WK000101", "-o", "@sheets",
                "--lang",
                "en",
            ], "sheets/wijk-01-noord.yaml"
        ),
        (["sheet", "update", "@noord.yaml", "--from", "@", "--lang", "en"], "noord.yaml"),
    ]

    @Test(arguments: growers)
    func `on a full device the old file stays as it was, and nothing else is left`(words: [String], target: String)
        throws
    {
        let files = try VillageFiles()
        let manager = FileManager.default
        try manager.createDirectory(at: files.folder.file("sheets"), withIntermediateDirectories: true)
        if !["sheet.yaml", "noord.yaml"].contains(target) { try files.write("old", to: target) }
        let before = try files.text(target)
        let names = try manager.subpathsOfDirectory(atPath: files.path("")).sorted()
        let outcome = try StreamFault.shell(
            "yes yes | head -1 | (ulimit -f 0; exec \"$@\") 2>&1 | cat; exit ${PIPESTATUS[2]}", files.arguments(words))
        #expect(outcome.code == 5, "\(outcome.output)")
        #expect(outcome.output.contains("cannot be written: there is no room left"))
        #expect(try files.text(target) == before)
        #expect(try manager.subpathsOfDirectory(atPath: files.path("")).sorted() == names)
    }

    @Test func `a folder that cannot be made is told, with a code of its own`() throws {
        let files = try VillageFiles()
        let outcome = try CommandLineTests.analyst(
            files.arguments([
                "import", "tables", "@kwb-2020.csv", "@namen-2020.csv", "--region", "WK000101", "-o", "@sheet.yaml/x",
                "--lang", "en",
            ]))
        #expect(outcome.code == 5)
        #expect(outcome.errors.contains("sheet.yaml/x cannot be written: "))
    }

    @Test func `import and screen write over no table that they read`() throws {
        let files = try VillageFiles()
        let link = files.folder.file("sheets/wijk-01-noord.yaml")
        try FileManager.default.createDirectory(at: files.folder.file("sheets"), withIntermediateDirectories: true)
        try FileManager.default.linkItem(at: files.folder.file("kwb-2020.csv"), to: link)
        let imported = try CommandLineTests.analyst(
            files.arguments([
                "import", "tables", "@kwb-2020.csv", "@namen-2020.csv", "--region", "WK000101", "-o", "@sheets",
            ]))
        #expect(imported.code == 2)
        let screened = try CommandLineTests.analyst(
            files.arguments(VillageFiles.words("screen", "@kwb-2020.csv", "-o", "@kwb-2020.csv")))
        #expect(screened.code == 2)
        #expect(try files.text("kwb-2020.csv") == smallKeyFigures)
    }

    @Test func `a link is written through, a pipe written into, and rights are kept`() throws {
        let files = try VillageFiles()
        let words = ["analyse", "@sheet.yaml", "-o"]
        let report = try CommandLineTests.analyst(files.arguments(VillageFiles.words("analyse", "@sheet.yaml")))
            .output
        try files.write("old", to: "report")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: files.path("report"))
        try FileManager.default.createSymbolicLink(
            atPath: files.path("link"), withDestinationPath: "report")
        #expect(try CommandLineTests.analyst(files.arguments(words + VillageFiles.words("@link"))).code == 0)
        #expect(try files.text("report") == report)
        let manager = FileManager.default
        #expect(try manager.destinationOfSymbolicLink(atPath: files.path("link")) == "report")
        #expect(try manager.attributesOfItem(atPath: files.path("report"))[.posixPermissions] as? Int == 0o640)
        let piped = try StreamFault.shell(
            "mkfifo '\(files.path("pipe"))'; cat '\(files.path("pipe"))' & \"$@\"; code=$?; wait; exit $code",
            files.arguments(words + VillageFiles.words("@pipe")))
        #expect(piped.code == 0)
        #expect(piped.output == report)
        #expect(try CommandLineTests.analyst(files.arguments(words + VillageFiles.words("/dev/null"))).code == 0)
    }

    @Test func `answers stay private, and what a killed run left is swept`() throws {
        let files = try VillageFiles()
        let manager = FileManager.default
        let leftover = try files.write("answers: []\n", to: ".analyst-0123456789abcdef.tmp")
        let other = try files.write("kept", to: ".analyst-notes.tmp")
        try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: files.path("sheet.yaml"))
        let outcome = try StreamFault.shell(
            "yes yes | head -1 | \"$@\"", files.arguments(VillageFiles.words("ask", "@sheet.yaml")))
        #expect(outcome.code == 0)
        #expect(try files.text("sheet.yaml").contains("value: true"))
        #expect(try manager.attributesOfItem(atPath: files.path("sheet.yaml"))[.posixPermissions] as? Int == 0o600)
        #expect(!manager.fileExists(atPath: leftover))
        #expect(manager.fileExists(atPath: other))
        #expect(
            try manager.contentsOfDirectory(atPath: files.path("")).filter { $0.hasPrefix(".analyst-") } == [
                ".analyst-notes.tmp"
            ])
    }
}
