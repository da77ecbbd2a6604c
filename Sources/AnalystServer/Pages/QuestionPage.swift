import Analyst
import RuleEngine

/// One question, with its form.
package enum QuestionPage: WebPage {
    /// The name of the hidden field that says which answer the person saw.
    static let seenField = "seen"
    /// The name of the buttons.
    static let actionField = "do"
    static let confirmedField = "confirmed"

    /// What a button does.
    enum Action: String {
        case save, later, skip, clear
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let form = try await QuestionReading(visit)
        return form.page(visit.session.drafts[form.draftKey], status: 200)
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let reading = try await QuestionReading(visit)
        if let way = visit.way { return leave(by: way, reading) }
        guard !reading.dossier.isClosed else { throw .closed }
        switch visit.fields[actionField].flatMap({ Action(rawValue: $0) }) ?? .save {
        case .skip: return try await skip(reading)
        case .save where reading.form.figure != nil && reading.form.isEmpty(visit.fields):
            // The figure of the table is right.
            return visit.redirect(try await NextQuestionPage.address(after: reading.scope.next, visit))
        case .clear: return try await save(nil, reading, .save)
        case .later where reading.form.isEmpty(visit.fields):
            visit.say(Texts.nothingYet[visit.language], dossier: reading.dossier.id.text)
            return visit.redirect(visit.address("dossiers", reading.dossier.id.text))
        case let action:
            switch reading.form.read(visit.fields, on: visit.site.answerDay(), standing: reading.standing) {
            case .mistakes:
                keep(visit.fields, reading)
                return reading.page(visit.fields, status: 422)
            case .answer(let answer):
                let kinds = PersonalDataPage.kinds(in: AnswerForm.Field.free.compactMap { visit.fields[$0] })
                if !kinds.isEmpty, visit.fields[confirmedField] == nil {
                    keep(visit.fields, reading)
                    return PersonalDataPage.response(kinds, visit, reading.dossier)
                }
                return try await save(answer, reading, action)
            }
        }
    }

    /// Goes elsewhere; what is typed and not saved is there again on the way back.
    private static func leave(by way: String, _ reading: QuestionReading) -> WebResponse {
        let fields = reading.visit.fields
        let saved = reading.answered.map { reading.form.fields(of: $0) } ?? FormFields()
        let isChanged = AnswerForm.Field.all.contains { fields[$0] != saved[$0] }
        keep(isChanged ? fields : nil, reading)
        return reading.visit.redirect(way)
    }

    private static func keep(_ fields: FormFields?, _ reading: QuestionReading) {
        let typed = fields.map { fields in
            FormFields(fields.fields.filter { AnswerForm.Field.all.contains($0.name) })
        }
        reading.visit.site.sessions.keep(typed, for: reading.draftKey, in: reading.visit.session.id)
    }

    private static func skip(_ reading: QuestionReading) async throws(WebFault) -> WebResponse {
        let visit = reading.visit
        // What was typed is not thrown away by passing on.
        if !reading.form.isEmpty(visit.fields) { keep(visit.fields, reading) }
        // An answer or a figure that stands there stays.
        guard reading.standing == nil, reading.form.figure == nil else {
            return visit.redirect(try await NextQuestionPage.address(after: reading.scope.next, visit))
        }
        let answer = Answer(to: reading.question.id, .skipped, on: visit.site.answerDay())
        return try await record(answer, reading, .save, isSkip: true)
    }

    private static func save(
        _ answer: Answer?, _ reading: QuestionReading, _ action: Action
    ) async throws(WebFault) -> WebResponse {
        let seen = reading.visit.fields[seenField] ?? ""
        guard seen == AnswerMark.of(reading.standing) else {
            keep(reading.visit.fields, reading)
            return ConflictPage.response(answer, reading.standing, reading)
        }
        return try await record(answer, reading, action, isSkip: false)
    }

    private static func record(
        _ answer: Answer?, _ reading: QuestionReading, _ action: Action, isSkip: Bool
    ) async throws(WebFault) -> WebResponse {
        let visit = reading.visit
        let change = AnswerChange(reading.question.id, from: reading.standing, to: answer)
        let effect: Questionnaire.Effect
        switch try await visit.record(change, by: visit.author) {
        case .success(let done): effect = done
        case .failure(.conflict(let other)):
            keep(visit.fields, reading)
            return ConflictPage.response(answer, other, reading)
        case .failure(let fault): throw WebFault(fault)
        }
        if !isSkip { keep(nil, reading) }
        try await tell(effect, answer, reading, action, isSkip)
        let id = reading.dossier.id.text
        if action == .later { return visit.redirect(visit.address("dossiers", id)) }
        if reading.scope.back == QuestionScope.analysis {
            return visit.redirect(visit.address("dossiers", id, "analysis"))
        }
        if let back = reading.scope.back {
            return visit.redirect(
                visit.address("dossiers", id, "parts", back) + "#\(CheckPage.place(reading.question.id))")
        }
        return visit.redirect(try await NextQuestionPage.address(after: reading.scope.next, visit))
    }

    /// Says what the answer did, where it did something.
    private static func tell(
        _ effect: Questionnaire.Effect, _ answer: Answer?, _ reading: QuestionReading, _ action: Action, _ isSkip: Bool
    ) async throws(WebFault) {
        let visit = reading.visit
        let language = visit.language
        let part = reading.part
        let before = reading.progress
        let (after, titles) = try await visit.read { questionnaire, _ in
            (
                questionnaire.progress(in: part?.id),
                ConclusionTitles(questionnaire.area.ruleBase, language)
            )
        }
        var lines: [String] = []
        if !effect.found.isEmpty { lines.append("\(Texts.found[language]) \(titles.text(effect.found))") }
        if !effect.refuted.isEmpty { lines.append("\(Texts.refuted[language]) \(titles.text(effect.refuted))") }
        if after.open > before.open {
            lines.append(Texts.more(after.open - before.open)[language])
        }
        let id = reading.dossier.id.text
        if isSkip {
            if !lines.isEmpty { visit.say(Texts.skipped[language], lines, dossier: id) }
        } else if action == .later {
            visit.say(Texts.savedForLater[language], lines, dossier: id)
        } else if answer == nil {
            visit.say(Texts.cleared[language], lines, dossier: id)
        } else {
            visit.say(Texts.saved[language], lines, dossier: id)
        }
    }

    // MARK: - Wordings

    private enum Texts {
        static let saved = LocalizedText(nl: "Uw antwoord is opgeslagen.", en: "Your answer is saved.")
        static let savedForLater = LocalizedText(
            nl: "Uw antwoord is opgeslagen. U kunt dit venster sluiten en op een andere dag verdergaan.",
            en: "Your answer is saved. You can close this window and go on another day.")
        static let nothingYet = LocalizedText(
            nl: "Er was nog niets ingevuld. Wat u eerder opsloeg, is bewaard; u kunt op een andere dag verdergaan.",
            en: "Nothing was filled in yet. What you saved before is kept; you can go on another day.")
        static let cleared = LocalizedText(nl: "Het antwoord is weggehaald.", en: "The answer was taken away.")
        static let skipped = LocalizedText(
            nl: "De vraag is overgeslagen.", en: "The question was skipped.")
        static let found = LocalizedText(nl: "Daarmee staat vast:", en: "This settles:")
        static let refuted = LocalizedText(nl: "Daarmee valt af:", en: "This rules out:")

        static func more(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl:
                    "Er \(count == 1 ? "kwam 1 vraag" : "kwamen \(count) vragen") bij: door uw antwoord doen ze er nu toe.",
                en: "\(count == 1 ? "1 question was" : "\(count) questions were") added: your answer makes them matter."
            )
        }
    }
}
