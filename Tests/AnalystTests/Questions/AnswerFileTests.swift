import RuleEngine
import Testing

@testable import Analyst

struct AnswerFileTests {
    @Test func `C7: answers of a file are kept, and what is missing and unused is told`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let outcome = try hand(
            """
            answers:
              - { question: overlast, perspective: bewoners, value: false }
              - { question: overlast, perspective: ondernemers, value: true, people: 12 }
            """, to: file)
        #expect(outcome.missing.map(\.id.description) == ["registratie.bijstand", "ondernemers.leegstand"])
        #expect(outcome.unused.map(\.description) == ["ondernemers.overlast"])
        #expect(try file.answers == ["overlast bewoners false", "overlast ondernemers true"])
        #expect(try file.text.contains("date: 2024-06-01, people: 12"))
    }

    @Test func `the same file a second time changes nothing`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let text = "- { question: overlast, perspective: bewoners, value: false }"
        _ = try hand(text, to: file)
        let once = try file.text
        _ = try hand(text, to: file)
        #expect(try file.text == once)
    }

    @Test(arguments: [
        ("answers:\n  - { question: overlat, perspective: bewoners, value: true }", "2:17"),
        ("- { question: bijstand, perspective: registratie, value: 101 }", "1:58"),
        ("- { question: overlast, perspective: bewoners, value: 3 }", "1:55"),
        ("weg", ""),
    ])
    func `C7: nothing of a file is kept when something in it is wrong`(text: String, place: String) throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let before = try file.text
        #expect {
            _ = try hand(text, to: file)
        } throws: { fault in
            guard let input = fault as? BadInput, let first = input.diagnostics.first else { return false }
            return place.isEmpty || first.span.map { "\($0.start.line):\($0.start.column)" } == place
        }
        #expect(try file.text == before)
    }

    private func hand(_ text: String, to file: TemporarySheet) throws -> AnswerFile.Outcome {
        let answers = try AnswerFile(SourceFile(name: "a.yaml", text: text), under: VillageRules.ruleBase)
        return try answers.hand(
            file.interview().questionnaire, to: file.store, on: VillageRules.date, by: nil)
    }
}
