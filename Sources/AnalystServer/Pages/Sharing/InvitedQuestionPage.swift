import Analyst
import RuleEngine

/// One question of an invitation.
package enum InvitedQuestionPage: WebPage {
    private static let fields = [
        AnswerForm.Field.answer, AnswerForm.Field.number, AnswerForm.Field.people, AnswerForm.Field.note,
    ]

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let (invitation, entry) = try await found(visit)
        let draft = visit.session.drafts[draft(visit)]
        return page(visit, invitation, entry, draft, mistakes: [], status: 200)
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let (invitation, entry) = try await found(visit)
        let form = AnswerForm(entry.question, figure: nil, visit.language)
        let typed = FormFields(visit.fields.fields.filter { fields.contains($0.name) })
        visit.site.sessions.keep(typed, for: draft(visit), in: visit.session.id)
        if let way = visit.way { return visit.redirect(way) }
        let answer: Answer
        switch form.read(typed, on: visit.site.answerDay(), standing: entry.standing) {
        case .mistakes(let mistakes): return page(visit, invitation, entry, typed, mistakes: mistakes, status: 422)
        case .answer(let read): answer = read
        }
        let kinds = PersonalDataPage.kinds(in: [typed[AnswerForm.Field.note]].compactMap(\.self))
        if !kinds.isEmpty, visit.fields[QuestionPage.confirmedField] == nil {
            return PersonalDataPage.response(kinds, visit, nil)
        }
        let list = visit.address("invited", visit["token"])
        let seen = visit.fields[QuestionPage.seenField] ?? ""
        let change = AnswerChange(entry.question.id, from: entry.standing, to: answer)
        guard seen == AnswerMark.of(entry.standing) else { throw .changedMeanwhile }
        switch try await visit.of(invitation.open.dossier.id).record(change, by: invitation.open.link.name) {
        case .success: break
        case .failure(let fault): throw WebFault(fault)
        }
        visit.site.sessions.keep(nil, for: draft(visit), in: visit.session.id)
        visit.say(Texts.saved[visit.language])
        let next = try await Invitation(visit).entries.first { $0.answer == nil && $0.question.id != entry.question.id }
        return visit.redirect(
            next.map { visit.address("invited", visit["token"], "questions", $0.question.id.description) } ?? list)
    }

    /// A question that is not of the invitation is not there.
    private static func found(_ visit: Visit) async throws(WebFault) -> (Invitation, Invitation.Entry) {
        let invitation = try await Invitation(visit)
        guard let id = QuestionID(visit["question"]),
            let entry = invitation.entries.first(where: { $0.question.id == id })
        else { throw .notFound }
        return (invitation, entry)
    }

    private static func draft(_ visit: Visit) -> String {
        "invited/\(DossierLink.hash(of: visit["token"]))/\(visit["question"])"
    }

    private static func page(
        _ visit: Visit, _ invitation: Invitation, _ entry: Invitation.Entry, _ draft: FormFields?,
        mistakes: [PageFrame.Mistake], status: Int
    ) -> WebResponse {
        let language = visit.language
        let form = AnswerForm(entry.question, figure: nil, language)
        let typed = draft ?? entry.answer.map { form.fields(of: $0) } ?? FormFields()
        let (heading, definition) = QuestionReading.heading(entry.question.text[language])
        func wrong(_ name: String) -> [String] { mistakes.filter { $0.field.hasPrefix(name) }.map(\.text) }
        func short(_ name: String, _ label: LocalizedText) -> FormField {
            FormField(name: name, label: label[language], input: .line(isShort: true), value: typed.raw(name))
        }
        let chosen = typed[AnswerForm.Field.answer]
        let isInvalid = !wrong(AnswerForm.Field.answer).isEmpty
        let view = View(
            heading: heading, definitions: definition.map { [$0] } ?? [],
            asked: Texts.asked(invitation.groupTitle[language])[language], action: AttributeText(visit.here),
            token: AttributeText(visit.session.formToken), seen: AttributeText(AnswerMark.of(entry.standing)),
            style: isInvalid ? "wrong" : "", invalid: isInvalid ? " aria-invalid=\"true\"" : "",
            mistakes: wrong(AnswerForm.Field.answer),
            choices: form.choices.filter { $0 != .number }.map { choice in
                .init(
                    id: AttributeText("answer-\(choice.rawValue)"), value: AttributeText(choice.rawValue),
                    text: title(of: choice)[language], checked: chosen == choice.rawValue ? " checked" : "")
            },
            fields: (form.choices.contains(.number)
                ? [short(AnswerForm.Field.number, Texts.number).html(mistakes)] : []) + [
                    short(AnswerForm.Field.people, Texts.people).html(mistakes),
                    FormField(
                        name: AnswerForm.Field.note, label: Texts.note[language], hint: Texts.noteHint[language],
                        input: .area(rows: 3), value: typed.raw(AnswerForm.Field.note)
                    ).html(mistakes),
                ], save: Texts.save[language],
            whyTitle: Texts.why[language], why: entry.question.why.map { $0[language] })
        return visit.page(
            heading, template.render(view),
            back: .init(visit.address("invited", visit["token"]), Texts.back[language]), mistakes: mistakes,
            status: status, keptBy: QuestionView.formID)
    }

    private static func title(of choice: AnswerForm.Choice) -> LocalizedText {
        switch choice {
        case .yes: Texts.yes
        case .no: Texts.no
        case .number: Texts.number
        case .unknown: Texts.unknown
        case .notApplicable: Texts.notApplicable
        }
    }

    private struct View {
        struct Choice {
            let id: AttributeText
            let value: AttributeText
            let text: String
            let checked: String
        }
        let heading: String
        let definitions: [String]
        let asked: String
        let action: AttributeText
        let token: AttributeText
        let seen: AttributeText
        let style: String
        let invalid: String
        let mistakes: [String]
        let choices: [Choice]
        let fields: [String]
        let save: String
        let whyTitle: String
        let why: [String]
    }

    private static let template = HTMLTemplate(
        """
        <form id="\(QuestionView.formID)" method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="seen" value="{{{seen}}}">
        <fieldset class="{{style}}"{{{invalid}}} aria-describedby="about">
        <legend><h1>{{heading}}</h1></legend>
        <div id="about">
        {{#definitions}}
        <p>{{.}}</p>
        {{/definitions}}
        <p class="asked">{{asked}}</p>
        {{#mistakes}}
        <p class="mistake">{{.}}</p>
        {{/mistakes}}
        </div>
        {{#choices}}
        <div class="choice">
        <input type="radio" name="answer" id="{{{id}}}" value="{{{value}}}"{{{checked}}}>
        <label for="{{{id}}}">{{text}}</label>
        </div>
        {{/choices}}
        </fieldset>
        {{#fields}}
        {{{.}}}
        {{/fields}}
        <div class="buttons"><button class="main" type="submit" name="do" value="save">{{save}}</button></div>
        </form>
        <details>
        <summary>{{whyTitle}}</summary>
        <div class="opened">
        {{#why}}
        <p>{{.}}</p>
        {{/why}}
        </div>
        </details>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de vragen", en: "Back to the questions")
        static let saved = LocalizedText(nl: "Uw antwoord is opgeslagen.", en: "Your answer is saved.")
        static let number = LocalizedText(nl: "Een getal", en: "A number")
        static let people = LocalizedText(
            nl: "Namens hoeveel mensen antwoordt u? (mag leeg blijven)",
            en: "For how many people do you answer? (may stay empty)")
        static let note = LocalizedText(nl: "Toelichting (mag leeg blijven)", en: "Note (may stay empty)")
        static let noteHint = LocalizedText(
            nl: "De gemeente leest dit; in het rapport staat het niet. Schrijf niets over een persoon.",
            en: "The municipality reads this; it does not stand in the report. Write nothing about a person.")
        static let save = LocalizedText(nl: "Opslaan en verder", en: "Save and continue")
        static let why = LocalizedText(nl: "Waarom vragen we dit?", en: "Why do we ask this?")
        static let yes = LocalizedText(nl: "Ja", en: "Yes")
        static let no = LocalizedText(nl: "Nee", en: "No")
        static let unknown = LocalizedText(nl: "Weet ik niet", en: "Don’t know")
        static let notApplicable = LocalizedText(nl: "Niet van toepassing", en: "Not applicable")

        static func asked(_ group: String) -> LocalizedText {
            LocalizedText(nl: "U antwoordt namens: \(group)", en: "You answer on behalf of: \(group)")
        }
    }
}
