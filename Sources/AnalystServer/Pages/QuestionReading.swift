import Analyst
import RuleEngine

/// A question of a dossier as it stands, with what its page shows.
struct QuestionReading: Sendable {
    let visit: Visit
    let dossier: DossierSummary
    let question: Question
    let standing: Answer?
    let form: AnswerForm
    let scope: QuestionScope
    let part: Questionnaire.Part?
    let progress: Questionnaire.Progress
    let wholeProgress: Questionnaire.Progress
    let words: AnswerText
    /// Where the figure comes from.
    let figureLines: [String]
    /// The author's text, and the conclusions that wait.
    let why: [String]
    let waiting: [String]
    let prospects: [QuestionView.Prospect]
    let isPutOff: Bool
    /// What comes next, where the person is not sent back.
    let isLast: Bool

    init(_ visit: Visit) async throws(WebFault) {
        self.visit = visit
        guard let id = QuestionID(visit["question"]) else { throw .notFound }
        let language = visit.language
        let isForm = visit.request.method == .post
        let day = visit.site.answerDay()
        let found = try await visit.read { questionnaire, dossier -> Found? in
            guard let entry = questionnaire.entry(id) else { return nil }
            let part = questionnaire.part(of: entry.question)
            let scope = QuestionScope(visit.request.query, part: part?.id ?? "")
            let ruleBase = questionnaire.area.ruleBase
            let sheet = questionnaire.area.sheet
            let titles = ConclusionTitles(ruleBase, language)
            let words = AnswerText(ruleBase, language)
            // A form that was sent is mostly answered by another page. What nothing waits for decides nothing.
            let prospects =
                isForm || entry.question.settles.isEmpty ? [] : questionnaire.prospects(of: entry.question)
            let others = questionnaire.waiting(at: scope.stop)
            let standing = AnswerChange.standing(at: id, on: day, in: sheet.answers)
            return Found(
                dossier: dossier, entry: entry, standing: standing, part: part, scope: scope,
                progress: questionnaire.progress(in: part?.id), words: words,
                figureLines: entry.figure.map {
                    Self.lines(
                        $0, entry.question, FigureText(ruleBase, on: questionnaire.area.date, language), sheet, words)
                } ?? [],
                waiting: titles.titles(entry.question.settles),
                prospects: prospects.map {
                    Self.prospect($0, entry.question, titles, words, language)
                },
                isLast: !others.contains { $0.id != id }, wholeProgress: questionnaire.progress())
        }
        guard let found else { throw .notFound }
        dossier = found.dossier
        question = found.entry.question
        standing = found.standing
        isPutOff = found.entry.standing == .skipped
        part = found.part
        scope = found.scope
        progress = found.progress
        wholeProgress = found.wholeProgress
        words = found.words
        figureLines = found.figureLines
        why = found.entry.question.why.map { $0[language] }
        waiting = found.waiting
        prospects = found.prospects
        isLast = found.isLast
        form = AnswerForm(found.entry.question, figure: found.entry.figure, language)
    }

    private struct Found: Sendable {
        let dossier: DossierSummary
        let entry: Questionnaire.Entry
        let standing: Answer?
        let part: Questionnaire.Part?
        let scope: QuestionScope
        let progress: Questionnaire.Progress
        let words: AnswerText
        let figureLines: [String]
        let waiting: [String]
        let prospects: [QuestionView.Prospect]
        let isLast: Bool
        let wholeProgress: Questionnaire.Progress
    }

    /// What was typed on this page and is not saved.
    var draftKey: String { "\(dossier.id.text)/\(question.id)" }

    /// An answer that says something; a question that was put off has none.
    var answered: Answer? { standing.flatMap { $0.value == .skipped ? nil : $0 } }

    private static func lines(
        _ figure: FactSheet.Figure, _ question: Question, _ texts: FigureText, _ sheet: FactSheet, _ words: AnswerText
    ) -> [String] {
        guard let value = words.text(of: figure, unit: question.unit) else { return [] }
        var lines = [LocalizedText(nl: "In de tabel staat: \(value)", en: "The table says: \(value)")[texts.language]]
        let source = texts.short(figure, from: figure.source.flatMap { sheet.source($0) })
        if !source.isEmpty { lines.append("\(texts.language.word("Bron", "Source")): \(source)") }
        let benchmarks = [
            (figure.municipality, LocalizedText(nl: "Gemeente", en: "Municipality")),
            (figure.country, LocalizedText(nl: "Nederland", en: "The Netherlands")),
        ]
        for (number, name) in benchmarks {
            guard let number else { continue }
            lines.append("\(name[texts.language]): \(words.text(of: number, unit: question.unit))")
        }
        return lines
    }

    private static func prospect(
        _ prospect: Questionnaire.Prospect, _ question: Question, _ titles: ConclusionTitles, _ words: AnswerText,
        _ language: Language
    ) -> QuestionView.Prospect {
        let isNumber = question.kind != .yesOrNo
        let answers = prospect.ends.map { value in
            switch value {
            case .boolean(let isYes): words.text(of: isYes ? .yes : .no, unit: nil)
            case .number(let number): words.text(of: number, unit: question.unit)
            case .null: words.text(of: .notApplicable, unit: nil)
            default: value.text
            }
        }
        let answer =
            (isNumber ? language.word("Bijvoorbeeld ", "For example ") : "")
            + answers.joined(separator: language.word(" of ", " or "))
        var lines: [String] = []
        if !prospect.effect.found.isEmpty {
            lines.append(language.word("vast staat dan: ", "then settled: ") + titles.text(prospect.effect.found))
        }
        if !prospect.effect.refuted.isEmpty {
            lines.append(language.word("af valt dan: ", "then ruled out: ") + titles.text(prospect.effect.refuted))
        }
        if lines.isEmpty { lines = [language.word("beslist nog niets.", "decides nothing yet.")] }
        return .init(answer: answer, text: lines.joined(separator: " "))
    }
}
