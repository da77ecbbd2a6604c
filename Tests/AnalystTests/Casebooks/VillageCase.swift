import RuleEngine

@testable import Analyst

/// A case on the village of the questionnaire, as text. Told are nuisance by residents and an income figure, so that poverty,
/// unrest and fear are found; decay is refuted by an entrepreneur; avoidance and silence stay open.
enum VillageCase {
    static let text = """
        case: village
        title: { nl: Het dorp, en: The village }
        level: 2
        sheet: sheet.yaml
        date: 2024-06-01
        stages:
          - stage: first
            title: { nl: Begin, en: Start }
            passages:
              - passage: incomes
                text: { nl: Wie heeft bijstand?, en: Who is on benefit? }
                figures: [bijstand]
              - passage: street
                text: { nl: Op straat., en: On the street. }
                invented: true
                answers:
                  - { question: overlast, perspective: bewoners, value: true }
                  - { question: leegstand, perspective: ondernemers, value: false }
        exercises:
          - exercise: problems
            kind: problems
            points: 100
            hints:
              - { nl: Lees over geld., en: Read about money. }
              - { nl: Lees over de straat., en: Read about the street. }

        """

    static let book = Casebook(
        id: "first", title: LocalizedText(verbatim: "First"), introduction: LocalizedText(verbatim: "Practise."),
        passMark: 60, attempts: 2, hintCost: 2,
        synonyms: ["armoede": LocalizedText(nl: "geldzorgen", en: "money worries")], cases: [])

    /// The case with parts of its text replaced.
    static func text(_ changes: [(String, String)]) -> String {
        changes.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    static func read(_ text: String) throws(BadInput) -> CasebookCase {
        try Casebook.readCase(SourceFile(name: "village.yaml", text: text))
    }

    static func prepared(_ text: String = text, bijstand: String? = "12") throws -> PreparedCase {
        try PreparedCase(
            read(text), of: book, sheet: VillageRules.sheet(bijstand: bijstand), rules: VillageRules.rules)
    }

    static func answers(_ text: String, _ prepared: PreparedCase) throws(BadInput) -> CaseAnswers {
        try AnswerReader.read(SourceFile(name: "answers.yaml", text: text), for: prepared)
    }
}
