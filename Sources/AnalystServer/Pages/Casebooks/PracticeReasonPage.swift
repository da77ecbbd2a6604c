import Analyst
import RuleEngine

/// Why a trainee picks one line, and how sure: passages and figures that it rests on.
package enum PracticeReasonPage: WebPage {
    private enum Field {
        static let reason = "reason"
        static let sure = "sure"
        static let note = "note"
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let practice = try await Practice(visit)
        let (exercise, pick) = try pick(visit, practice)
        let naming = Naming(practice.prepared.ruleBase)
        let reasons =
            practice.prepared.case.passages.map { ($0.id.value, Texts.passage($0.id.value)[language]) }
            + practice.prepared.world.toldSlots.map { ($0.path, naming.title(of: $0, in: language)) }
        let view = View(
            title: exercise[pick.code]?.title[language] ?? pick.code, action: AttributeText(visit.here),
            token: AttributeText(visit.session.formToken), rests: Texts.rests[language],
            options: reasons.enumerated().map { number, reason in
                .init(
                    id: AttributeText("reason-\(number)"), code: AttributeText(reason.0), title: reason.1,
                    checked: pick.reasons.contains(reason.0) ? " checked" : "")
            },
            sure: Texts.sure[language],
            levels: Texts.levels.enumerated().map { number, text in
                .init(
                    id: AttributeText("sure-\(number)"), code: AttributeText("\(number + 1)"), title: text[language],
                    checked: pick.sureness == number + 1 ? " checked" : "")
            },
            noteLabel: Texts.note[language], noteHint: Texts.noteHint[language], note: AttributeText(pick.note),
            button: Texts.keep[language])
        return visit.page(
            view.title, template.render(view),
            back: .init(practice.address(visit, "exercises", exercise.id), Texts.back[language]))
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let practice = try await Practice(visit)
        let (exercise, _) = try pick(visit, practice)
        let back = practice.address(visit, "exercises", exercise.id)
        guard practice.isOpen else { return visit.redirect(back) }
        let allowed = Set(practice.prepared.reasonCodes(for: exercise))
        let reasons = visit.fields.fields.filter { $0.name == Field.reason && allowed.contains($0.value) }.map(\.value)
        let sureness = visit.fields[Field.sure].flatMap { Int($0) }.flatMap { (1...3).contains($0) ? $0 : nil }
        let (code, note) = (visit["line"], String((visit.fields[Field.note] ?? "").prefix(1000)))
        try practice.change(visit) { answers in
            guard var answer = answers.exercises[exercise.id],
                let place = answer.picks.firstIndex(where: { $0.code == code })
            else { return }
            answer.picks[place] = Pick(code: code, reasons: reasons, sureness: sureness, note: note)
            answers.exercises[exercise.id] = answer
        }
        return visit.redirect(back)
    }

    private static func pick(_ visit: Visit, _ practice: Practice) throws(WebFault) -> (Exercise, Pick) {
        guard let exercise = practice.prepared.exercise(visit["exercise"]),
            let pick = practice.answers.exercises[exercise.id]?.picks.first(where: { $0.code == visit["line"] })
        else { throw .notFound }
        return (exercise, pick)
    }

    private struct View {
        struct Option {
            let id: AttributeText
            let code: AttributeText
            let title: String
            let checked: String
        }
        let title: String
        let action: AttributeText
        let token: AttributeText
        let rests: String
        let options: [Option]
        let sure: String
        let levels: [Option]
        let noteLabel: String
        let noteHint: String
        let note: AttributeText
        let button: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <fieldset>
        <legend>{{rests}}</legend>
        {{#options}}
        <div class="choice">
        <input type="checkbox" id="{{{id}}}" name="reason" value="{{{code}}}"{{{checked}}}>
        <label for="{{{id}}}">{{title}}</label>
        </div>
        {{/options}}
        </fieldset>
        <fieldset>
        <legend>{{sure}}</legend>
        {{#levels}}
        <div class="choice">
        <input type="radio" id="{{{id}}}" name="sure" value="{{{code}}}"{{{checked}}}>
        <label for="{{{id}}}">{{title}}</label>
        </div>
        {{/levels}}
        </fieldset>
        <div class="field">
        <label for="note">{{noteLabel}}</label>
        <p class="hint" id="note-hint">{{noteHint}}</p>
        <input type="text" id="note" name="note" value="{{{note}}}" autocomplete="off" aria-describedby="note-hint">
        </div>
        <div class="buttons"><button class="main" type="submit">{{button}}</button></div>
        </form>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let rests = LocalizedText(nl: "Waarop steunt dit?", en: "What does this rest on?")
        static let sure = LocalizedText(nl: "Hoe zeker bent u?", en: "How sure are you?")
        static let levels = [
            LocalizedText(nl: "weinig", en: "hardly"), LocalizedText(nl: "redelijk", en: "fairly"),
            LocalizedText(nl: "heel zeker", en: "very"),
        ]
        static let note = LocalizedText(nl: "Toelichting", en: "Remark")
        static let noteHint = LocalizedText(
            nl: "Uw trainer leest dit. Schrijf geen namen van personen op.",
            en: "Your trainer reads this. Write down no names of persons.")
        static let keep = LocalizedText(nl: "Opslaan", en: "Save")
        static let back = LocalizedText(nl: "Terug naar de oefening", en: "Back to the exercise")

        static func passage(_ id: String) -> LocalizedText {
            LocalizedText(nl: "passage ‘\(id)’", en: "passage ‘\(id)’")
        }
    }
}
