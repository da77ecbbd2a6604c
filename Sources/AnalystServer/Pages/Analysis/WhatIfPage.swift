import Analyst
import RuleEngine

/// What would come, go or change if answers and figures were otherwise. Nothing is kept until it is taken over.
package enum WhatIfPage: WebPage {
    private enum Field {
        static let question = "question"
        static let value = "value"
        static let revision = "revision"
        static let reason = "reason"
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let query = visit.request.query
        let dossier = try visit.dossier()
        let ruleBase = try visit.rules().ruleBase
        let whatIf = try WhatIf(query, ruleBase)
        guard query.fields.contains(where: { $0.name == Field.value }) else {
            return try await page(visit, dossier, whatIf, query, mistakes: [])
        }
        var mistakes: [PageFrame.Mistake] = []
        let question = query[Field.question].flatMap { QuestionID($0) }
            .flatMap { Question($0.slot, settles: [], in: ruleBase) }
        if question == nil { mistakes.append(.init(field: Field.question, text: Texts.choose[visit.language])) }
        if let question {
            do {
                let value = try value(query[Field.value] ?? "", question, visit.language)
                let more = WhatIf.Change(question.id, value)
                return visit.redirect(visit.address(visit.request.path, whatIf.query(adding: more)))
            } catch {
                mistakes.append(.init(field: Field.value, text: error.text[visit.language]))
            }
        }
        return try await page(visit, dossier, whatIf, query, mistakes: mistakes)
    }

    /// Takes over what was tried.
    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        guard !dossier.isClosed else { throw .closed }
        let whatIf = try WhatIf(visit.fields, try visit.rules().ruleBase)
        guard !whatIf.changes.isEmpty, let seen = visit.fields[Field.revision].flatMap({ Int($0) }) else {
            throw .broken
        }
        guard seen == dossier.revision else { throw .changedMeanwhile }
        let overruling = try await overruling(visit, whatIf)
        let reason = visit.fields[Field.reason]
        if !overruling.isEmpty, reason == nil {
            let mistake = PageFrame.Mistake(field: Field.reason, text: Texts.noReason[visit.language])
            return try await page(visit, dossier, whatIf, visit.fields, mistakes: [mistake])
        }
        let kinds = PersonalDataPage.kinds(in: [reason].compactMap(\.self))
        if !kinds.isEmpty, visit.fields[QuestionPage.confirmedField] == nil {
            return PersonalDataPage.response(kinds, visit, dossier.summary)
        }
        let day = visit.site.answerDay()
        var answers = dossier.answers
        for change in whatIf.changes {
            let change = WhatIf.answerChange(
                change, answers, reason: overruling.contains(change.question) ? reason : nil, on: day)
            switch try await visit.record(change, by: visit.author) {
            case .success: answers = change.applied(to: answers)
            case .failure(let fault): throw WebFault(fault)
            }
        }
        visit.say(Texts.taken(whatIf.changes.count)[visit.language], dossier: dossier.id.text)
        return visit.redirect(visit.address("dossiers", dossier.id.text, "analysis"))
    }

    /// The questions of which the sheet has a figure of a table: another figure needs a reason.
    private static func overruling(_ visit: Visit, _ whatIf: WhatIf) async throws(WebFault) -> Set<QuestionID> {
        let changes = whatIf.changes
        return try await visit.read { questionnaire, _ -> Set<QuestionID> in
            Set(changes.map(\.question).filter { questionnaire.entry($0)?.figure?.isKnown == true })
        }
    }

    private static func value(
        _ text: String, _ question: Question, _ language: Language
    ) throws(FigureReply.Fault) -> Answer.Value {
        let word = text.lowercased()
        if ["?", "onbekend", "weet ik niet", "unknown", "don't know", "don’t know"].contains(word) { return .unknown }
        guard case .yesOrNo = question.kind else { return try FigureReply.value(text, to: question, in: language) }
        if ["ja", "yes", "j", "y"].contains(word) { return .yes }
        if ["nee", "no", "n"].contains(word) { return .no }
        throw FigureReply.Fault(text: Texts.yesOrNo)
    }

    // MARK: Page

    private static func page(
        _ visit: Visit, _ dossier: Dossier, _ whatIf: WhatIf, _ typed: FormFields, mistakes: [PageFrame.Mistake]
    ) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let area = try await visit.area(of: dossier)
        let overruling = dossier.isClosed ? [] : try await overruling(visit, whatIf)
        let words = AnswerText(area.ruleBase, language)
        let path = ["dossiers", dossier.id.text, "what-if"]
        func title(_ question: QuestionID) -> (title: String, unit: String?) {
            let found = Question(question.slot, settles: [], in: area.ruleBase)
            return (
                found.map { "\($0.perspectiveTitle[language]): \($0.title[language])" } ?? question.description,
                found?.unit
            )
        }
        let parts = try await visit.read { questionnaire, _ -> [FormField.Group] in
            questionnaire.parts.map { part in
                FormField.Group(
                    title: part.title[language],
                    options: questionnaire.entries(in: part.id).map { entry -> FormField.Option in
                        let now =
                            entry.answer.map { words.text(of: $0, unit: entry.question.unit) }
                            ?? entry.figure.flatMap { words.text(of: $0, unit: entry.question.unit) }
                            ?? words.text(of: nil, unit: nil)
                        return FormField.Option(
                            value: entry.question.id.description, text: "\(entry.question.title[language]) (\(now))")
                    })
            }.filter { !$0.options.isEmpty }
        }
        var difference = ""
        if !whatIf.changes.isEmpty {
            let other = whatIf.tried(in: area, on: visit.site.answerDay())
            let found = area.session.difference(to: other.session)
            difference = LineOutline(ExplanationRenderer(area, language).lines(found, to: other.session)).html
        }
        let changes = whatIf.changes.map { change -> View.Change in
            let (name, unit) = title(change.question)
            let link = PageFrame.Link(
                visit.address(path, whatIf.query(without: change.question)), Texts.without[language])
            return View.Change(text: "\(name): \(words.text(of: change.value, unit: unit))", link: link, name: name)
        }
        let reason = FormField(
            name: Field.reason, label: Texts.reason[language], hint: Texts.reasonHint[language],
            value: typed.raw(Field.reason)
        ).html(mistakes)
        let take = View.Take(
            action: AttributeText(visit.address(path)), token: AttributeText(visit.session.formToken),
            revision: AttributeText("\(dossier.revision)"), sets: whatIf.changes.map { AttributeText($0.text) },
            reasons: overruling.isEmpty ? [] : [reason], text: Texts.takeText[language], button: Texts.take[language])
        let tried: [View.Tried] =
            changes.isEmpty
            ? []
            : [
                View.Tried(
                    title: Texts.tried[language], changes: changes, resultTitle: Texts.result[language],
                    result: difference, takes: dossier.isClosed || !visit.mayWork ? [] : [take])
            ]
        let view = View(
            title: Texts.title[language], intro: Texts.intro[language],
            tried: tried,
            addTitle: Texts.add[language], action: AttributeText(visit.address(path)),
            sets: whatIf.changes.map { AttributeText($0.text) },
            fields: [
                FormField(
                    name: Field.question, label: Texts.question[language],
                    input: .choice([.init(value: "", text: Texts.none[language])], groups: parts),
                    value: typed[Field.question]),
                FormField(
                    name: Field.value, label: Texts.value[language], hint: Texts.valueHint[language],
                    input: .line(isShort: true), value: typed.raw(Field.value)),
            ].map { $0.html(mistakes) }, button: Texts.look[language])
        return visit.page(
            Texts.title[language], template.render(view), dossier: dossier.summary,
            back: .init(visit.address("dossiers", dossier.id.text, "analysis"), Texts.back[language]),
            mistakes: mistakes, status: mistakes.isEmpty ? 200 : 422)
    }

    private struct View {
        struct Change {
            let text: String
            let link: PageFrame.Link
            let name: String
        }
        struct Take {
            let action: AttributeText
            let token: AttributeText
            let revision: AttributeText
            let sets: [AttributeText]
            let reasons: [String]
            let text: String
            let button: String
        }
        struct Tried {
            let title: String
            let changes: [Change]
            let resultTitle: String
            let result: String
            let takes: [Take]
        }
        let title: String
        let intro: String
        let tried: [Tried]
        let addTitle: String
        let action: AttributeText
        let sets: [AttributeText]
        let fields: [String]
        let button: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        {{#tried}}
        <h2>{{title}}</h2>
        <ul class="tasks">
        {{#changes}}
        <li><span>{{text}}</span>
        {{#link}}
        <a href="{{{address}}}">{{text}} <span class="unseen">{{name}}</span></a>
        {{/link}}
        </li>
        {{/changes}}
        </ul>
        <h2>{{resultTitle}}</h2>
        {{{result}}}
        {{#takes}}
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="revision" value="{{{revision}}}">
        {{#sets}}
        <input type="hidden" name="set" value="{{{.}}}">
        {{/sets}}
        {{#reasons}}
        {{{.}}}
        {{/reasons}}
        <p id="take-what">{{text}}</p>
        <div class="buttons"><button class="main" type="submit" aria-describedby="take-what">{{button}}</button></div>
        </form>
        {{/takes}}
        {{/tried}}
        <h2>{{addTitle}}</h2>
        <form method="get" action="{{{action}}}" novalidate>
        {{#sets}}
        <input type="hidden" name="set" value="{{{.}}}">
        {{/sets}}
        {{#fields}}
        {{{.}}}
        {{/fields}}
        <div class="buttons"><button type="submit">{{button}}</button></div>
        </form>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de analyse", en: "Back to the analysis")
        static let title = LocalizedText(
            nl: "Wat als een antwoord of cijfer anders is?", en: "What if an answer or a figure is different?")
        static let intro = LocalizedText(
            nl: "Probeer hier iets uit. Het dossier verandert niet, totdat u op ‘Overnemen’ drukt.",
            en: "Try something here. The dossier does not change until you press ‘Apply’.")
        static let tried = LocalizedText(nl: "Dit probeert u uit", en: "This is what you try")
        static let without = LocalizedText(nl: "Weghalen", en: "Take away")
        static let result = LocalizedText(nl: "Wat er dan verandert", en: "What changes then")
        static let takeText = LocalizedText(
            nl:
                "Met ‘Overnemen’ komen deze antwoorden en cijfers in het dossier. In de geschiedenis kunt u dat ongedaan maken.",
            en: "‘Apply’ puts these answers and figures into the dossier. You can undo that in the history.")
        static let take = LocalizedText(nl: "Overnemen", en: "Apply")
        static let reason = LocalizedText(
            nl: "Waarom is het cijfer uit de tabel niet goed?", en: "Why is the figure of the table not right?")
        static let reasonHint = LocalizedText(
            nl: "Nodig als u een cijfer uit een tabel vervangt. Het rapport laat beide cijfers zien, met deze reden.",
            en: "Needed where you replace a figure of a table. The report shows both figures, with this reason.")
        static let noReason = LocalizedText(
            nl: "Schrijf waarom het cijfer uit de tabel niet klopt.",
            en: "Write why the figure of the table is not right.")
        static let add = LocalizedText(nl: "Iets uitproberen", en: "Try something")
        static let question = LocalizedText(nl: "Vraag of cijfer", en: "Question or figure")
        static let none = LocalizedText(nl: "Kies een vraag of cijfer", en: "Choose a question or a figure")
        static let choose = LocalizedText(nl: "Kies een vraag of een cijfer.", en: "Choose a question or a figure.")
        static let value = LocalizedText(nl: "Wat het dan is", en: "What it is then")
        static let valueHint = LocalizedText(
            nl: "Ja, nee, een getal zoals 12,5, of ‘onbekend’.", en: "Yes, no, a number such as 12.5, or ‘unknown’.")
        static let yesOrNo = LocalizedText(
            nl: "Vul ja, nee of onbekend in.", en: "Fill in yes, no or unknown.")
        static let look = LocalizedText(nl: "Laat zien wat verandert", en: "Show what changes")

        static func taken(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: count == 1 ? "1 antwoord is overgenomen." : "\(count) antwoorden zijn overgenomen.",
                en: count == 1 ? "1 answer was applied." : "\(count) answers were applied.")
        }
    }
}

extension FactSheet.Figure {
    fileprivate var isKnown: Bool { if case .known = reading { true } else { false } }
}
