import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// What is wrong with the file of a case is told with its place and what to do.
struct CasebookFormatTests {
    @Test func `a case without a fault is read, and says what it asks`() throws {
        let entry = try VillageCase.read(VillageCase.text)
        #expect(entry.passages.map(\.id.value) == ["incomes", "street"])
        #expect(entry.exercises.map(\.kind) == [.problems])
        #expect(try VillageCase.prepared().exercises[0].enginePicks() == ["armoede", "onrust", "angst"])
    }

    @Test(arguments: [("[village]", "casebook/no-file"), ("[../village]", "casebook/case-name")])
    func `L12: a case that is listed and has no file is told where it is listed`(cases: String, code: String) throws {
        let folder = try TemporaryFolder()
        let book = folder.file("first")
        try FileManager.default.createDirectory(at: book, withIntermediateDirectories: true)
        let text =
            "casebook: first\ntitle: { nl: a, en: a }\nintroduction: { nl: a, en: a }\npass_mark: 60\ncases: \(cases)\n"
        try text.write(to: book.appending(path: "casebook.yaml"), atomically: true, encoding: .utf8)
        let error = #expect(throws: BadInput.self) { _ = try Casebook.read(book) }
        #expect(error?.diagnostics.map(\.code) == [code])
        #expect(error?.diagnostics.first?.span.map { "\($0.start.line):\($0.start.column)" } == "5:9")
    }

    /// What is changed in the text, and the code and place of what is told.
    @Test(arguments: [
        ("level: 2", "levl: 2", "yaml/unknown-key", "3:1"),
        ("kind: problems", "kind: argument", "yaml/missing-key", "20:5"),
        ("kind: problems", "kind: signs", "yaml/missing-key", "20:5"),
        ("points: 100", "points: 90", "casebook/weights", "22:13"),
        ("points: 100", "points: 101", "casebook/number", "22:13"),
        ("kind: problems", "kind: problem", "yaml/unknown-value", "21:11"),
        ("        invented: true\n", "", "casebook/voice-without-source", "16:13"),
        ("passage: street", "passage: incomes", "casebook/repeated", "13:18"),
        ("date: 2024-06-01", "date: 2024-06-31", "sheet/bad-date", "5:7"),
        ("kind: problems\n", "kind: problems\n    budget: 3\n", "yaml/unknown-key", "22:5"),
        ("en: Read about money.", "e: Read about money.", "yaml/unknown-key", "24:32"),
    ])
    func `L12: a fault in the text is told with its place`(old: String, new: String, code: String, place: String) throws
    {
        let error = #expect(throws: BadInput.self) { _ = try VillageCase.read(VillageCase.text([(old, new)])) }
        let found = error?.diagnostics.first { $0.code == code }
        #expect(found != nil, "\(error?.diagnostics.map(\.code) ?? [])")
        #expect(found?.span.map { "\($0.start.line):\($0.start.column)" } == place)
    }

    @Test(
        arguments: [
            ("figures: [bijstand]", "figures: [bijstnd]", "casebook/no-figure", "bedoelde u ‘bijstand’?"),
            ("question: overlast", "question: overlats", "sheet/unknown-question", nil),
            (
                "    hints:",
                "    departures: [{ line: armoed, verdict: wrong, reason: { nl: x, en: x } }]\n    hints:",
                "casebook/unknown-code", "bedoelde u ‘armoede’?"
            ),
            ("    hints:", "    among: [onrsut]\n    hints:", "casebook/unknown-code", "bedoelde u ‘onrust’?"),
            (
                "    hints:",
                "    departures: [{ line: stilte, verdict: expected, reason: { nl: x, en: x }, passages: [stret] }]\n    hints:",
                "casebook/unknown-passage", "bedoelde u ‘street’?"
            ),
        ] as [(String, String, String, String?)])
    func `a name that the rules or the sheet do not have is told, with the nearest`(
        old: String, new: String, code: String, hint: String?
    ) throws {
        let error = #expect(throws: BadInput.self) { _ = try VillageCase.prepared(VillageCase.text([(old, new)])) }
        let found = error?.diagnostics.first { hint == nil || $0.hint?.nl == hint }
        #expect(found != nil, "\(error?.diagnostics.map { "\($0.code) \($0.hint?.nl ?? "")" } ?? [])")
        if hint != nil { #expect(found?.code == code) }
    }
}
