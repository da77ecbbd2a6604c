import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// Answers go into a sheet and nothing else in it moves.
struct AnswerWritingTests {
    private static let head = """
        # Kept.
        sheet: proef
        title: { nl: Proef, en: Trial }
        area: { municipality: { code: GM0001, name: Plaats } }  # "answers: []"

        """
    private static let figures = "figures: {}\n"
    private static let added = "{ question: b, perspective: bewoners, value: unknown, note: 'let op, #1' }"
    private static let answer = Answer(
        question: "b", perspective: "bewoners", value: .unknown, date: nil, method: nil, people: nil, note: "let op, #1"
    )

    /// A sheet before and after the answer `b` comes behind those that are there.
    @Test(arguments: [
        // No answers yet, at the end, in the middle, with a comment, and without a last line break.
        ("\(head)\(figures)answers: []\n", "\(head)\(figures)answers:\n  - \(added)\n"),
        ("\(head)answers: []  # none yet\n\n\(figures)", "\(head)answers:  # none yet\n  - \(added)\n\n\(figures)"),
        ("\(head)\(figures)answers: []", "\(head)\(figures)answers:\n  - \(added)"),
        ("\(head)\(figures)", "\(head)\(figures)answers:\n  - \(added)\n"),
        ("\(head)figures: {}  # the end", "\(head)figures: {}  # the end\nanswers:\n  - \(added)"),
        // A list in lines, with comments between and behind.
        (
            "\(head)answers:\n  # First.\n  - { question: a, perspective: bewoners, value: true }  # Sure.\n# Then.\n\(figures)",
            "\(head)answers:\n  # First.\n  - { question: a, perspective: bewoners, value: true }  # Sure.\n  - \(added)\n# Then.\n\(figures)"
        ),
        (
            "\(head)answers:\n- question: a\n  perspective: bewoners\n  value: 1\n\(figures)",
            "\(head)answers:\n- question: a\n  perspective: bewoners\n  value: 1\n- \(added)\n\(figures)"
        ),
        (
            "\(head)answers:\n  - question: a\n    perspective: bewoners\n    value: 1\n    note: |\n      lang\n\n\(figures)",
            "\(head)answers:\n  - question: a\n    perspective: bewoners\n    value: 1\n    note: |\n      lang\n  - \(added)\n\n\(figures)"
        ),
        // A list in brackets, over several lines.
        (
            "\(head)answers: [\n  { question: a,\n    perspective: bewoners, value: true }  # Sure.\n]\n\(figures)",
            "\(head)answers: [\n  { question: a,\n    perspective: bewoners, value: true },\n  \(added)  # Sure.\n]\n\(figures)"
        ),
        (
            "\(head)answers: [{ question: a, perspective: bewoners, value: true }]\n\(figures)",
            "\(head)answers: [{ question: a, perspective: bewoners, value: true }, \(added)]\n\(figures)"
        ),
        // A text that only looks like the answers.
        (
            "\(head)\(figures)sources:\n  t:\n    licence: vrij\n    title: |\n      answers:\n      x\nanswers: []\n",
            "\(head)\(figures)sources:\n  t:\n    licence: vrij\n    title: |\n      answers:\n      x\nanswers:\n  - \(added)\n"
        ),
    ])
    func `an answer is added and the rest stays byte for byte`(before: String, after: String) throws {
        for lineBreak in ["\n", "\r\n"] {
            let (old, new) = (before.replacing("\n", with: lineBreak), after.replacing("\n", with: lineBreak))
            let sheet = try Self.read(old)
            let text = sheet.text(withAnswers: sheet.answers + [Self.answer])
            #expect(Array(text.utf8) == Array(new.utf8), "\(text)")
            #expect(try Self.read(text).answers == sheet.answers + [Self.answer])
            #expect(Array(sheet.text(withAnswers: sheet.answers).utf8) == Array(old.utf8))
        }
    }

    @Test(arguments: [
        "answers:\n  - { question: a, perspective: p, value: 1 }\n  - { question: c, perspective: p, value: 1 }\n",
        "answers:\n- { question: a, perspective: p, value: 1 }\n- { question: c, perspective: p, value: 1 }\n",
        "answers: [{ question: a, perspective: p, value: 1 },\n  { question: c, perspective: p, value: 1 }]\n",
    ])
    func `answers that fall away leave no trace`(list: String) throws {
        let sheet = try Self.read(Self.head + list + Self.figures)
        for answers in [[], [sheet.answers[0]], [sheet.answers[1]], [sheet.answers[0], Self.answer]] {
            let text = sheet.text(withAnswers: answers)
            #expect(try Self.read(text).answers == answers, "\(text)")
            #expect(text.hasPrefix(Self.head + "answers:"))
            #expect(text.hasSuffix("\n" + Self.figures))
        }
    }

    @Test func `a sheet in braces stays in braces`() throws {
        for list in ["", ", answers: []"] {
            let sheet = try Self.read(
                "{ sheet: p, title: { nl: P, en: P }, area: { municipality: { name: P } }, figures: {}\(list) }\n")
            #expect(try Self.read(sheet.text(withAnswers: [Self.answer])).answers == [Self.answer])
        }
    }

    private static func read(_ text: String) throws -> FactSheet {
        try FactSheet.read(SourceFile(name: "s.yaml", text: text))
    }
}

extension AnswerWritingTests {
    @Test func `a byte order mark and the line breaks of Windows stay when a question is answered`() throws {
        let before = "\u{FEFF}" + VillageRules.sheetText().replacing("\n", with: "\r\n")
        let file = try TemporarySheet(before)
        var interview = try file.interview()
        _ = try interview.answer(.yes)
        let bytes = try Array(Data(contentsOf: file.url))
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(bytes.count { $0 == UInt8(ascii: "\r") } == bytes.count { $0 == UInt8(ascii: "\n") })
        let question = QuestionID(perspective: "bewoners", code: "overlast")
        let given = AnswerChange.standing(at: question, on: nil, in: try file.store.sheet().answers)
        _ = try file.store.record(AnswerChange(question, from: given, to: nil), by: nil)
        #expect(try Array(Data(contentsOf: file.url)) == Array(before.utf8))
    }
}
