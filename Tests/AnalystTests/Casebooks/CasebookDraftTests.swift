import RuleEngine
import Testing

@testable import Analyst

/// The first form of a casebook, made from a sheet or a dossier.
@Suite struct CasebookDraftTests {
    private static let answers = [
        "{ question: overlast, perspective: bewoners, value: true, people: 42, date: 2024-05-01, note: gehoord bij de kerk }",
        "{ question: leegstand, perspective: ondernemers, value: false, people: 3 }",
        "{ question: leegstand, perspective: bewoners, value: unknown }",
    ]

    private static func draft() throws -> (text: String, sheet: FactSheet) {
        let sheet = try FactSheet.read(
            SourceFile(name: "sheet.yaml", text: VillageRules.sheetText(bijstand: "12", answers: answers)))
        let draft = try CasebookDraft(
            "first", from: sheet, at: "sheet.yaml", rules: VillageRules.rules, on: VillageRules.date)
        #expect(draft.files.map(\.path) == ["casebook.yaml", "cases/\(sheet.id).yaml"])
        return (draft.files[1].text, sheet)
    }

    @Test func `L12, L13: it can be read, asks what can be found, and says what the rules would answer`() throws {
        let (text, sheet) = try Self.draft()
        let entry = try Casebook.readCase(SourceFile(name: "case.yaml", text: text), as: sheet.id)
        let prepared = try PreparedCase(entry, of: .named("first"), sheet: sheet, rules: VillageRules.rules)
        for exercise in prepared.exercises {
            #expect(exercise.key().expectsAnything)
            #expect(text.contains("# model: \(exercise.modelPicks(.engine).joined(separator: ", "))\n"))
        }
        #expect(entry.exercises.map(\.points.value).reduce(0, +) == 100)
        let errors = CasebookCheck(prepared).diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.code).filter { $0 != "casebook/blind-pass" && $0 != "casebook/one-exercise-passes" } == [])
    }

    @Test func `what groups say goes along with where it was asked, but nothing of small groups and of who they were`()
        throws
    {
        let (text, _) = try Self.draft()
        #expect(text.contains("- passage: bewoners\n"))
        #expect(text.contains("- { question: overlast, perspective: bewoners, value: true }\n"))
        #expect(text.contains("source: { nl: "))
        for word in ["leegstand", "perspective: ondernemers", "42", "kerk", "2024-05-01", "unknown"] {
            #expect(!text.contains(word), "\(word)")
        }
    }
}
