import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// Versions of rules: a folder beside the rules, with the whole text of each changed file.
@Suite struct RuleVersionTests {
    /// A folder of rules that goes away with it.
    private final class Place: Sendable {
        let folder = FileManager.default.temporaryDirectory.appending(path: "versions-\(UUID().uuidString)")
        var rules: URL { folder.appending(path: "rules") }
        var shelf: RuleVersionShelf { RuleVersionShelf(rules: rules) }

        init(_ files: [String: String] = ["a.yaml": "a\n", "sub/b.yaml": "b\n"]) throws {
            for (name, text) in files {
                let file = rules.appending(path: name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
        }

        deinit {
            // A folder that stays behind in the temporary folder harms nothing.
            try? FileManager.default.removeItem(at: folder)
        }

        func text(_ path: String) -> String? {
            FileManager.default.contents(atPath: folder.appending(path: path).path).map {
                String(decoding: $0, as: UTF8.self)
            }
        }

        func write(_ text: String, _ path: String) throws {
            try Data(text.utf8).write(to: folder.appending(path: path))
        }

        /// Everything below the folder of rules: `a.yaml=a`.
        var all: [String] {
            get throws {
                try FolderTree(of: rules).entries.filter { $0.kind == .file || $0.kind == .hidden }
                    .map { "\($0.path)=\((text("rules/" + $0.path) ?? "").trimmingCharacters(in: .newlines))" }
            }
        }
    }

    private let day: FEELDate
    private let a: RuleFilePath
    private let b: RuleFilePath
    private let c: RuleFilePath

    init() throws {
        day = try #require(FEELDate("2026-11-30"))
        a = try #require(RuleFilePath("a.yaml"))
        b = try #require(RuleFilePath("sub/b.yaml"))
        c = try #require(RuleFilePath("new/c.cases.yaml"))
    }

    private func mark(_ text: String?) -> String {
        RuleVersionShelf.mark(of: text.map { SourceFile(name: "", text: $0) })
    }

    /// A version with one new text for each file.
    private func version(_ place: Place, _ texts: [(RuleFilePath, String?, String)]) throws -> RuleVersion {
        let version = try place.shelf.create("Een versie", by: "anna", on: day)
        for (path, seen, text) in texts {
            try place.shelf.put(text, path, in: version.id, seen: mark(seen), by: "anna", on: day)
        }
        return try place.shelf.version(version.id)
    }

    private func fault(_ body: () throws(RuleVersionFault) -> Void) -> String {
        do {
            try body()
            return "none"
        } catch {
            return "\(error)".prefix { $0 != "(" }.description
        }
    }

    // MARK: Paths

    @Test(arguments: ["a.yaml", "wonen/a-b_c.1.yaml", "a/b/c/d/e/f/g.cases.yaml"])
    func `a path of a rule file is taken`(text: String) { #expect(RuleFilePath(text)?.description == text) }

    @Test(arguments: [
        "", ".yaml", "a.yml", "a", "/a.yaml", "a//b.yaml", "../a.yaml", "a/../b.yaml", "a/.b.yaml", ".a/b.yaml",
        "a\\b.yaml",
        "a b.yaml", "é.yaml", "a.yaml/", "a.yaml\n", "a\0.yaml", "1/2/3/4/5/6/7/8/9.yaml", "C:a.yaml",
        String(repeating: "a", count: 200) + ".yaml",
    ])
    func `what leads elsewhere is no path`(text: String) { #expect(RuleFilePath(text) == nil) }

    @Test(arguments: ["..", "a/b", "", "A", "x.y", "../../etc"])
    func `what leads elsewhere is no version`(id: String) throws {
        let place = try Place()
        #expect(fault { () throws(RuleVersionFault) in _ = try place.shelf.version(id) } == "noSuchVersion")
    }

    @Test func `a link in the folder of rules is not followed`() throws {
        let place = try Place()
        let outside = place.folder.appending(path: "outside")
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: place.rules.appending(path: "linked"), withDestinationURL: outside)
        let path = try #require(RuleFilePath("linked/x.yaml"))
        let made = try version(place, [(path, nil, "x\n")])
        try place.shelf.move(made.id, to: .checked, by: nil, on: day)
        #expect(
            fault { () throws(RuleVersionFault) in try place.shelf.activate(made.id, by: nil, on: day) } == "unwritable"
        )
        #expect(place.text("outside/x.yaml") == nil)
        #expect(try place.shelf.version(made.id).state == .checked)
    }

    // MARK: Texts

    @Test func `a version keeps the new text and the one before, and the rules stay as they are`() throws {
        let place = try Place()
        let made = try version(place, [(a, "a\n", "a2\n"), (c, nil, "c\n")])
        #expect(made.id == "2026-11-30-een-versie")
        #expect(made.files == [a, c])
        #expect(place.text("rule-versions/\(made.id)/rules/a.yaml") == "a2\n")
        #expect(place.text("rule-versions/\(made.id)/before/a.yaml") == "a\n")
        #expect(place.text("rule-versions/\(made.id)/before/new/c.cases.yaml") == nil)
        #expect(try place.all == ["a.yaml=a", "sub/b.yaml=b"])
        #expect(
            place.text("rule-versions/\(made.id)/version.yaml") == """
                version: 2026-11-30-een-versie
                title: Een versie
                state: concept
                history:
                  - { state: concept, on: 2026-11-30, by: anna }

                """)
        #expect(try place.shelf.create("Een versie", by: nil, on: day).id == "2026-11-30-een-versie-2")
    }

    @Test func `a text that is again the one before is no change`() throws {
        let place = try Place()
        let made = try version(place, [(a, "a\n", "a2\n")])
        try place.shelf.put("a\n", a, in: made.id, seen: mark("a2\n"), by: nil, on: day)
        #expect(try place.shelf.version(made.id).files == [])
        #expect(place.text("rule-versions/\(made.id)/before/a.yaml") == nil)
    }

    @Test func `W21 whoever saw another text than the one that stands there is told which one it is`() throws {
        let place = try Place()
        let made = try version(place, [(a, "a\n", "a2\n")])
        do throws(RuleVersionFault) {
            try place.shelf.put("a3\n", a, in: made.id, seen: mark("a\n"), by: nil, on: day)
            Issue.record("the text was overwritten")
        } catch {
            guard case .textChanged(let now) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(now?.text == "a2\n")
        }
        #expect(place.text("rule-versions/\(made.id)/rules/a.yaml") == "a2\n")
    }

    @Test func `many writers at once leave one whole text, and each one but the first is told`() throws {
        let place = try Place()
        let made = try version(place, [])
        let texts = (0..<16).map { String(repeating: "tekst \($0)\n", count: 2_000) }
        let results = Concurrently.map(texts) { text in
            self.fault { () throws(RuleVersionFault) in
                try place.shelf.put(text, a, in: made.id, seen: mark("a\n"), by: nil, on: day)
            }
        }
        #expect(results.count { $0 == "none" } == 1 && results.count { $0 == "textChanged" } == 15)
        #expect(texts.contains(try #require(place.text("rule-versions/\(made.id)/rules/a.yaml"))))
    }

    @Test func `a changed text makes a checked version a draft again`() throws {
        let place = try Place()
        let made = try version(place, [(a, "a\n", "a2\n")])
        try place.shelf.move(made.id, to: .checked, by: "bert", on: day, note: "samen")
        try place.shelf.plan(made.id, from: day, by: "bert", on: day)
        #expect(try place.shelf.version(made.id).from == day)
        try place.shelf.put("a3\n", a, in: made.id, seen: mark("a2\n"), by: "anna", on: day)
        let after = try place.shelf.version(made.id)
        #expect(after.steps.map(\.state) == [.concept, .checked, .checked, .concept] && after.from == nil)
        try place.shelf.drop(a, from: made.id, by: nil, on: day)
        #expect(try place.shelf.version(made.id).files == [])
    }

    // MARK: Taking into use

    @Test func `P7 all files of a checked version take their places, and the version before ends`() throws {
        let place = try Place()
        let first = try version(place, [(a, "a\n", "a2\n")])
        try place.shelf.move(first.id, to: .checked, by: nil, on: day)
        try place.shelf.activate(first.id, by: "anna", on: day)
        let second = try version(place, [(a, "a2\n", "a3\n"), (b, "b\n", "b3\n"), (c, nil, "c3\n")])
        try place.shelf.move(second.id, to: .checked, by: nil, on: day)
        try place.shelf.activate(second.id, by: "bert", on: day)
        #expect(try place.all == ["a.yaml=a3", "new/c.cases.yaml=c3", "sub/b.yaml=b3"])
        #expect(try place.shelf.version(first.id).steps.map(\.state) == [.concept, .checked, .active, .ended])
        let active = try place.shelf.version(second.id)
        #expect(active.state == .active && active.steps.last?.author == "bert" && !active.isUnfinished)
        #expect(
            fault { () throws(RuleVersionFault) in
                try place.shelf.put("x\n", a, in: second.id, seen: mark("a3\n"), by: nil, on: day)
            } == "wrongState")
    }

    @Test func `only a checked version with files is taken into use`() throws {
        let place = try Place()
        let draft = try version(place, [(a, "a\n", "a2\n")])
        let empty = try version(place, [])
        #expect(
            fault { () throws(RuleVersionFault) in try place.shelf.move(empty.id, to: .checked, by: nil, on: day) }
                == "wrongState")
        for id in [draft.id, empty.id] {
            #expect(
                fault { () throws(RuleVersionFault) in try place.shelf.activate(id, by: nil, on: day) } == "wrongState")
        }
        try place.shelf.move(draft.id, to: .ended, by: nil, on: day)
        #expect(
            fault { () throws(RuleVersionFault) in try place.shelf.move(draft.id, to: .checked, by: nil, on: day) }
                == "wrongState")
        #expect(try place.all == ["a.yaml=a", "sub/b.yaml=b"])
    }

    @Test func `what others changed in the rules stops it until somebody saw that`() throws {
        let place = try Place()
        let made = try version(place, [(a, "a\n", "a2\n"), (b, "b\n", "b2\n")])
        try place.shelf.move(made.id, to: .checked, by: nil, on: day)
        try place.write("elders\n", "rules/a.yaml")
        #expect(
            fault { () throws(RuleVersionFault) in try place.shelf.activate(made.id, by: nil, on: day) }
                == "rulesChanged")
        #expect(try place.all == ["a.yaml=elders", "sub/b.yaml=b"])
        #expect(try place.shelf.filesChangedMeanwhile(in: try place.shelf.version(made.id)) == [a])
        #expect(
            fault { () throws(RuleVersionFault) in
                try place.shelf.goOn(from: mark("a\n"), a, in: made.id, by: nil, on: day)
            } == "textChanged")
        try place.shelf.goOn(from: mark("elders\n"), a, in: made.id, by: nil, on: day)
        try place.shelf.move(made.id, to: .checked, by: nil, on: day)
        try place.shelf.activate(made.id, by: nil, on: day)
        #expect(try place.all == ["a.yaml=a2", "sub/b.yaml=b2"])
    }

    @Test func `where one place cannot be taken none is, and no leftover stays`() throws {
        let place = try Place()
        // A folder stands where a new file is to come.
        try FileManager.default.createDirectory(
            at: place.rules.appending(path: "z.yaml"), withIntermediateDirectories: true)
        let blocked = place.rules.appending(path: "z.yaml").path
        let parts = [
            OutputFiles.Part(place: place.rules.appending(path: "a.yaml").path, bytes: Array("a2\n".utf8)),
            .init(place: place.rules.appending(path: "nieuw.yaml").path, bytes: Array("n\n".utf8)),
        ]
        for order in [parts + [.init(place: blocked, bytes: [])], [.init(place: blocked, bytes: [])] + parts] {
            #expect(throws: FileFault.self) { try OutputFiles.replace(order) }
            #expect(try place.all == ["a.yaml=a", "sub/b.yaml=b"])
        }
        try OutputFiles.replace(parts)
        #expect(try place.all == ["a.yaml=a2", "nieuw.yaml=n", "sub/b.yaml=b"])
    }

    @Test func `what a stop of the machine left unfinished is finished at the next start`() throws {
        let place = try Place()
        let made = try version(place, [(a, "a\n", "a2\n"), (b, "b\n", "b2\n")])
        try place.shelf.move(made.id, to: .checked, by: nil, on: day)
        let file = "rule-versions/\(made.id)/version.yaml"
        let text = try #require(place.text(file))
        try place.write(text.replacing("history:", with: "unfinished: true\nhistory:"), file)
        // The first file was in its place when the machine stopped.
        try place.write("a2\n", "rules/a.yaml")
        #expect(try place.shelf.finish(on: day))
        #expect(try !place.shelf.finish(on: day), "nothing is left to do")
        #expect(try place.all == ["a.yaml=a2", "sub/b.yaml=b2"])
        let after = try place.shelf.version(made.id)
        #expect(after.state == .active && !after.isUnfinished)
    }

    @Test func `what was looked at is checked, and no text that came after`() throws {
        let place = try Place()
        let made = try version(place, [(a, "a\n", "a2\n")])
        let seen = RuleVersionShelf.mark(of: try place.shelf.texts(in: made))
        try place.shelf.put("a3\n", a, in: made.id, seen: mark("a2\n"), by: "anna", on: day)
        #expect(
            fault { () throws(RuleVersionFault) in
                try place.shelf.move(made.id, to: .checked, seen: seen, by: "bert", on: day)
            } == "textChanged")
        let now = RuleVersionShelf.mark(of: try place.shelf.texts(in: made))
        try place.shelf.move(made.id, to: .checked, seen: now, by: "bert", on: day)
        #expect(try place.shelf.version(made.id).state == .checked)
    }

    @Test func `P7 a planned version is due from its day on`() throws {
        let place = try Place()
        let made = try version(place, [(a, "a\n", "a2\n")])
        let later = try #require(FEELDate("2027-01-01"))
        #expect(
            fault { () throws(RuleVersionFault) in try place.shelf.plan(made.id, from: later, by: nil, on: day) }
                == "wrongState", "a draft that nobody checked is planned for no day")
        try place.shelf.move(made.id, to: .checked, by: nil, on: day)
        try place.shelf.plan(made.id, from: later, by: nil, on: day)
        #expect(place.shelf.due(on: try #require(FEELDate("2026-12-31"))).isEmpty)
        #expect(place.shelf.due(on: later).map(\.id) == [made.id])
        try place.shelf.move(made.id, to: .concept, by: nil, on: day)
        #expect(place.shelf.due(on: later).isEmpty, "a draft is planned for no day")
    }

    // MARK: The file

    @Test(arguments: [
        ("version: x\n", "yaml/missing-key"),
        ("version: x\ntitle: X\nstate: klaar\nhistory: [{ state: concept, on: 2026-01-01 }]\n", "yaml/unknown-value"),
        ("version: x\ntitle: X\nstate: concept\nhistory: [{ state: concept, on: gisteren }]\n", "version/day"),
        ("version: x\ntitle: X\nstate: actief\nhistory: [{ state: concept, on: 2026-01-01 }]\n", "version/state"),
        (
            "version: x\ntitle: X\nstate: concept\nkleur: rood\nhistory: [{ state: concept, on: 2026-01-01 }]\n",
            "yaml/unknown-key"
        ),
        ("version: [", "yaml/syntax"),
    ])
    func `a version that somebody wrote wrongly is told with its place and stops no other one`(
        text: String, code: String
    ) throws {
        let place = try Place()
        let good = try version(place, [(a, "a\n", "a2\n")])
        try FileManager.default.createDirectory(
            at: place.folder.appending(path: "rule-versions/x"), withIntermediateDirectories: true)
        try place.write(text, "rule-versions/x/version.yaml")
        let found = place.shelf.versions()
        #expect(found.versions.map(\.id) == [good.id])
        #expect(found.faults.map(\.code).contains(code), "\(found.faults.map(\.code))")
        #expect(found.faults.allSatisfy { $0.span?.file == "rule-versions/x/version.yaml" })
    }

    @Test func `a version is written as it is read, whatever its name`() throws {
        let place = try Place()
        let made = try place.shelf.create("'t Hart: #1 { \"x\" } é", by: "anna: b", on: day)
        let read = try place.shelf.version(made.id)
        #expect(read.title == "'t Hart: #1 { \"x\" } é" && read.steps.first?.author == "anna: b")
        #expect(read.id == "2026-11-30-t-hart-1-x")
    }

    // MARK: Differences

    @Test(arguments: [
        ("a\nb\nc\n", "a\nB\nc\n", ["-2 b", "+2 B"]), ("a\n", "a\n", []), ("a\nb\n", "a\n", ["-2 b"]),
        ("a\n", "a\nb\nc\n", ["+2 b", "+3 c"]), ("a\nb\nc\nd\ne\n", "b\nc\nX\ne\n", ["-1 a", "-4 d", "+3 X"]),
    ])
    func `a difference tells what is gone before what came in its place`(old: String, new: String, lines: [String]) {
        let change = TextChange(
            from: SourceFile(name: "", text: old), to: SourceFile(name: "", text: new))
        #expect(change.lines.map { "\($0.isNew ? "+" : "-")\($0.number) \($0.text)" } == lines)
    }
}
