import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst
@testable import AnalystStore

/// From sheet to dossier to sheet: the same bytes.
@Suite struct SheetRoundTripTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Files of a folder of the project, by name, in order.
    private static func files(_ folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        // No folder: the count below fails.
        return (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    }

    private static let sheets = files("sheets/amsterdam") + files("sheets/areas")
    private static let answers = files("Tests/AnalystTests/Choices/Answers")

    private static func text(_ path: String) throws -> String {
        try String(decoding: Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    @Test func `the sheets and answers of the project are found`() {
        #expect(Self.sheets.count == 19)
        #expect(Self.answers.count == 16)
    }

    @Test func `C12 a sheet that went through a dossier has its very bytes, whatever its line ends and mark`() throws {
        let store = try StoreFile().open()
        var seed: UInt64 = 0
        for path in Self.sheets {
            let text = try Self.text(path)
            for form in [text, "\u{FEFF}" + text, text.replacing("\n", with: "\r\n"), String(text.dropLast())] {
                seed += 1
                let id = try Village.id(seed)
                _ = try store.make(id, from: form)
                #expect(try Array(store.load(id).text().utf8) == Array(form.utf8), "\(path)")
            }
        }
    }

    @Test(arguments: answers)
    func `C12 answers that come one by one and are undone leave the very bytes`(path: String) throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        let name = URL(filePath: path).lastPathComponent
        let text = try "\u{FEFF}" + Self.text("sheets/areas/\(name)").replacing("\n", with: "\r\n")
        let before = try store.make(id, from: text)
        let given = try FactSheet.read(
            SourceFile(name: name, text: Self.head + Self.text(path))
        ).answers.filter { answer in
            !before.answers.contains { QuestionID($0) == QuestionID(answer) }
        }
        var random = SeededGenerator(seed: 1)
        let sample =
            FullRuns.isAsked ? given.shuffled(using: &random) : Array(given.shuffled(using: &random).prefix(12))
        #expect(!sample.isEmpty)
        for answer in sample { try store.record(AnswerChange(QuestionID(answer), from: nil, to: answer), in: id) }
        let filled = try store.load(id)
        let exported = try filled.text()
        #expect(filled.answers == before.answers + sample)
        #expect(try FactSheet.read(SourceFile(name: name, text: exported)).answers == filled.answers)
        let again = try store.make(Village.id(2), from: exported)
        #expect(try Array(again.text().utf8) == Array(exported.utf8))
        for _ in sample { _ = try store.undo(in: id, expecting: nil, by: nil, at: Village.moment) }
        #expect(try Array(store.load(id).text().utf8) == Array(text.utf8))
    }

    /// What makes a sheet of a file of voices and answers.
    private static let head = """
        sheet: proef
        title: { nl: Proef, en: Trial }
        area: { municipality: { code: GM0001, name: Plaats } }
        figures: {}

        """
}
