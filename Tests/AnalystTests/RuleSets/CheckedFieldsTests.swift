import RuleEngine
import Testing

@testable import Analyst

/// What is marked as checked is there, and a report says of each field whether it was checked.
@Suite struct CheckedFieldsTests {
    @Test(arguments: [
        ("read: [size]", true), ("read: [size], size: 3", false), ("read: []", false), ("size: 3, read: []", false),
        ("read: [size, use], size: 3", true), ("read: [size, use], size: 3, use: { nl: zaag, en: saw }", false),
    ])
    func `a mark needs the field that it marks`(fields: String, isTold: Bool) throws {
        let marks = """
            vocabulary: marks
            title: { nl: Merken, en: Marks }
            attributes:
              size: { number: true, optional: true }
              use: { text: true, optional: true }
              read: { list: marked, optional: true }
            codes:
              - { code: large, title: { nl: groot, en: large }, \(fields) }
              - { code: larger, title: { nl: groter, en: larger } }
              - { code: small, title: { nl: klein, en: small } }
              - { code: wooded, title: { nl: bosrijk, en: wooded } }
            """
        let marked = """
            vocabulary: marked
            title: { nl: Velden, en: Fields }
            codes: [{ code: size, title: { nl: maat, en: size } }, { code: use, title: { nl: nut, en: use } }]
            """
        let library = try GardenCases.library(["marks.yaml": marks, "marked.yaml": marked])
        let found = RuleChecks(library: library).diagnostics.filter { $0.code == "finding/nothing-checked" }
        #expect(found.count == (isTold ? 1 : 0))
        #expect(found.allSatisfy { $0.severity == .error && $0.span?.start.line == 8 && $0.hint != nil })
    }

    @Test(arguments: [(Language.nl, "(nagezocht)", "(niet nagezocht)"), (.en, "(checked)", "(not checked)")])
    func `a report says of each field of an instrument whether it was checked`(
        language: Language, read: String, unread: String
    ) throws {
        let ruleBase = try Project.library.get().ruleBase
        let instruments = try #require(ruleBase.vocabulary("instruments"))
        let code = try #require(instruments.codes.first { $0.codes(CheckedFields.attribute).contains("article") })
        let marks = ReadingMarks(ruleBase, instruments, code, language)
        #expect(marks.marked("x", "article") == "x \(read)")
        let bare = try #require(instruments.codes.first { $0.codes(CheckedFields.attribute).isEmpty })
        #expect(ReadingMarks(ruleBase, instruments, bare, language).marked("x", "act") == "x \(unread)")
        #expect(marks.marked("x", "interventions") == "x")
        let others = try #require(ruleBase.vocabulary(VocabularyName.problems))
        let problem = try #require(others.codes.first)
        #expect(ReadingMarks(ruleBase, others, problem, language).marked("x", "article") == "x")
    }
}
