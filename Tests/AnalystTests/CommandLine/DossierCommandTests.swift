import Foundation
import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystTool

/// `analyst dossier`: the work on areas from the command line.
@Suite struct DossierCommandTests {
    private static let sheet = "sheets/areas/heerlen-noord.yaml"

    /// Runs the program on a database of its own.
    private struct Desk {
        let folder: TemporaryFolder
        var database: URL { folder.file("map/dossiers.sqlite") }

        init() throws { folder = try TemporaryFolder() }

        func analyst(_ words: String...) throws -> CommandLineTests.Outcome {
            let program = try CommandLineTests.program().path
            return try CommandLineTests.run(
                URL(filePath: "/usr/bin/env"), ["ANALYST_DATABASE=\(database.path)", "LANG=C", program] + words)
        }

        /// The name of a dossier that is made.
        func new(_ words: String...) throws -> String {
            let program = try CommandLineTests.program().path
            let outcome = try CommandLineTests.run(
                URL(filePath: "/usr/bin/env"),
                ["ANALYST_DATABASE=\(database.path)", program, "dossier", "new", DossierCommandTests.sheet] + words)
            #expect(outcome.code == 0, "\(outcome.errors)")
            let name = try #require(outcome.output.split(separator: "\n").first.map(String.init))
            #expect(DossierID(name) != nil, "nothing but the name stands on standard output")
            return name
        }
    }

    @Test func `C12 a sheet goes into a dossier, is listed, shown, copied and comes out with the same bytes`() throws {
        let desk = try Desk()
        let name = try desk.new("--title", "Heerlen 2026", "--by", "Anna")
        #expect(try FileStatus(of: desk.database.path).mode == 0o600)
        #expect(try FileStatus(of: desk.database.deletingLastPathComponent().path).mode == 0o700)
        let list = try desk.analyst("dossier", "list")
        #expect(list.output.contains("Heerlen 2026 (Heerlen)\n  \(name)  "))
        #expect(list.output.contains("0 antwoorden, open"))
        #expect(
            try desk.analyst("dossier", "show", "Heerlen 2026", "--lang", "en").output.contains(
                "Name:         \(name)\n")
        )
        let file = desk.folder.file("uit.yaml")
        #expect(try desk.analyst("dossier", "export", String(name.prefix(5)), "-o", file.path).code == 0)
        let bytes = try Data(contentsOf: Project.root.appending(path: Self.sheet))
        #expect(try Data(contentsOf: file) == bytes)
        #expect(try desk.analyst("dossier", "export", name).output == String(decoding: bytes, as: UTF8.self))
        #expect(try desk.analyst("dossier", "export", name, "-o", desk.database.path).code == 2, "never over itself")
        let copy = try desk.analyst("dossier", "copy", name, "--title", "Heerlen 2027")
        #expect(copy.code == 0)
        #expect(copy.output != name + "\n")
        #expect(try desk.analyst("dossier", "list").output.hasPrefix("Heerlen 2027 (Heerlen)"))
    }

    @Test func `C12 a dossier can stand wherever a command reads a sheet`() throws {
        let desk = try Desk()
        let name = try desk.new("--title", "Heerlen 2026")
        let words = ["--date", "2026-11-01", "--lang", "en"]
        let questions = try desk.analyst("questions", "dossier:\(name)", "--date", "2026-11-01", "--lang", "en")
        #expect(questions.code == 0)
        #expect(try questions.output == CommandLineTests.analyst(["questions", Self.sheet] + words).output)
        let compared = try desk.analyst("compare", "dossier:Heerlen 2026", Self.sheet, "--date", "2026-11-01")
        #expect(compared.code == 0, "\(compared.errors)")
        let missing = try desk.analyst("questions", "dossier:nergens")
        #expect(missing.code == 3)
        #expect(missing.errors.contains("er is geen dossier ‘nergens’"))
        #expect(try desk.analyst("sheet", "update", "dossier:\(name)", "--from", "sheets").code == 2)
    }

    @Test func `W25 where an open dossier on the area exists, it is told and nothing is made`() throws {
        let desk = try Desk()
        let name = try desk.new()
        let again = try desk.analyst("dossier", "new", Self.sheet)
        #expect(again.code == 1)
        #expect(again.errors.contains(name) && again.errors.contains("--another"))
        _ = try desk.new("--another")
        #expect(try desk.analyst("dossier", "list").output.split(separator: "\n").count == 4)
    }

    @Test func `G7 W26 import, undo, history and close`() throws {
        let desk = try Desk()
        let name = try desk.new("--by", "Anna")
        let newer = desk.folder.file("nieuw.yaml")
        try ("# Nieuwer.\n" + Project.text(Self.sheet)).write(to: newer, atomically: true, encoding: .utf8)
        #expect(try desk.analyst("dossier", "import", name, newer.path, "--by", "Bert").code == 0)
        #expect(try desk.analyst("dossier", "export", name).output.hasPrefix("# Nieuwer.\n"))
        #expect(try desk.analyst("dossier", "undo", name, "--by", "Cas").output.contains(", Cas  Ongedaan gemaakt."))
        #expect(try desk.analyst("dossier", "export", name).output == Project.text(Self.sheet))
        let nothing = try desk.analyst("dossier", "undo", name)
        #expect(nothing.code == 3)
        #expect(nothing.errors.contains("er is niets om ongedaan te maken"))
        #expect(try desk.analyst("dossier", "close", name, "--by", "Dirk").code == 0)
        let closed = try desk.analyst("dossier", "import", name, newer.path, "--lang", "en")
        #expect(closed.code == 3)
        #expect(closed.errors.contains("this dossier is closed"))
        let history = try desk.analyst("dossier", "history", name, "--lang", "en").output
        let lines = history.split(separator: "\n").map(String.init)
        #expect(
            lines.map { $0.split(separator: "  ").last } == [
                "Dossier made from a fact sheet", "Other figures, efforts or decisions taken over", "Undone.",
                "Dossier closed",
            ])
        let month = #/^1\. \d+ [A-Z][a-z]+ \d{4}, \d\d:\d\d, Anna  /#
        #expect(try month.firstMatch(in: lines[0]) != nil, "the day and time of this place, and who: \(lines[0])")
    }

    @Test func `F18 the history names questions by their title, and answers as people give them`() throws {
        let ruleBase = try Project.library.get().ruleBase
        let id = try #require(QuestionID("bewoners.brieven_te_moeilijk"))
        let entry = HistoryEntry(
            number: 3, instant: "2026-11-30T15:12:03+01:00", author: "Anna", kind: .answered, question: id,
            to: Answer(to: id, .unknown, on: try #require(FEELDate("2026-11-30"))))
        let line = HistoryText(ruleBase, .nl).line(of: entry)
        #expect(line.hasPrefix("3. 30 november 2026, 15:12, Anna  Bewoners: "))
        #expect(line.hasSuffix(": van ‘Niet ingevuld’ naar ‘Weet ik niet’") && !line.contains("bewoners."))
    }

    @Test func `F30 the program tells its version`() throws {
        let desk = try Desk()
        let outcome = try desk.analyst("--version")
        #expect(outcome.code == 0 && outcome.output == ProgramVersion.text + "\n")
    }

    @Test func `G9 a dossier is deleted only when the confirmation names it`() throws {
        let desk = try Desk()
        let name = try desk.new("--title", "Spoorwijk")
        for words in [["dossier", "delete", name], ["dossier", "delete", name, "--confirm", "Spoorwij"]] {
            let outcome =
                words.count == 3
                ? try desk.analyst(words[0], words[1], words[2])
                : try desk.analyst(words[0], words[1], words[2], words[3], words[4])
            #expect(outcome.code == 2)
            #expect(outcome.errors.contains("--confirm \(name)"))
        }
        #expect(try desk.analyst("dossier", "delete", name, "--confirm", "Spoorwijk").code == 0)
        #expect(try desk.analyst("dossier", "list").output.isEmpty)
        let bytes = try Data(contentsOf: desk.database)
        #expect(bytes.range(of: Data(name.utf8)) == nil && bytes.range(of: Data("Spoorwijk".utf8)) == nil)
    }

    @Test func `what is wrong is told with its cause, and nothing is made`() throws {
        let desk = try Desk()
        let none = try desk.analyst("dossier", "show", "x")
        #expect(none.code == 3)
        #expect(none.errors.contains("er zijn geen dossiers in \(desk.database.path)"))
        #expect(!FileManager.default.fileExists(atPath: desk.database.path))
        let bad = desk.folder.file("fout.yaml")
        try "sheet: x\n".write(to: bad, atomically: true, encoding: .utf8)
        #expect(try desk.analyst("dossier", "new", bad.path).code == 3)
        #expect(!FileManager.default.fileExists(atPath: desk.database.path))
        let folder = try desk.analyst("dossier", "list", "--database", desk.folder.file("").path, "--lang", "en")
        #expect(folder.code == 5)
        #expect(folder.errors.contains("cannot be used: it is a folder"))
    }

    @Test func `where files may not grow, a dossier is refused and none is half made`() throws {
        let desk = try Desk()
        let program = try CommandLineTests.program().path
        let full = try CommandLineTests.run(
            URL(filePath: "/bin/sh"),
            [
                "-c", "ulimit -f 90; exec \"$0\" dossier new \"$1\" --database \"$2\" --lang en", program, Self.sheet,
                desk.database.path,
            ])
        #expect(full.code == 5)
        #expect(full.output.isEmpty)
        #expect(full.errors.contains("cannot be used: "))
        #expect(try desk.analyst("dossier", "list").output.isEmpty)
        _ = try desk.new()
    }

    @Test(arguments: [
        ("abcdefghijkmnpqr", ["abcdefghijkmnpqr"]), ("Dorp", ["abcdefghijkmnpqr"]), ("abcd", ["abcdefghijkmnpqr"]),
        ("abc", []), ("Stad", ["bbbbbbbbbbbbbbbb", "bbbbcccccccccccc"]),
        ("bbbb", ["bbbbbbbbbbbbbbbb", "bbbbcccccccccccc"]),
        ("bbbbc", ["bbbbcccccccccccc"]), ("", []), ("dorp", []),
    ])
    func `a dossier is found by its name, its title or its first letters`(text: String, expected: [String]) throws {
        let dossiers = try [("abcdefghijkmnpqr", "Dorp"), ("bbbbbbbbbbbbbbbb", "Stad"), ("bbbbcccccccccccc", "Stad")]
            .map {
                DossierSummary(
                    id: try #require(DossierID($0.0)), title: $0.1, municipality: "", area: "", created: "",
                    changed: "",
                    state: .open, revision: 1, answered: 0)
            }
        let found: [DossierSummary] =
            switch DossierChoice(dossiers).named(text) {
            case .none: []
            case .one(let dossier): [dossier]
            case .several(let dossiers): dossiers
            }
        #expect(found.map(\.id.text) == expected)
    }

    @Test(
        arguments: [
            ("a.sqlite", ["ANALYST_DATABASE": "/b"], "a.sqlite"),
            (nil, ["ANALYST_DATABASE": "/b", "HOME": "/h"], "/b"),
            (nil, ["ANALYST_DATABASE": "", "HOME": "/h"], "/h/.local/state/analyst/dossiers.sqlite"),
            (nil, ["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/analyst/dossiers.sqlite"),
            (nil, ["XDG_STATE_HOME": "s", "HOME": "/h"], "/h/.local/state/analyst/dossiers.sqlite"),
            (nil, [:], nil),
        ] as [(String?, [String: String], String?)])
    func `the database is the one named, else that of the environment`(
        given: String?, environment: [String: String], expected: String?
    ) {
        #expect(DatabasePlace.path(given, environment) == expected)
    }
}
