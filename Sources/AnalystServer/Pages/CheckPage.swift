import Analyst
import RuleEngine

/// All answers of a part, with what is not filled in written out, and a way to change each one.
package enum CheckPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let drafts = visit.session.drafts
        let found = try await visit.read { questionnaire, dossier -> (DossierSummary, String, View)? in
            guard let part = questionnaire.part(visit["part"]) else { return nil }
            let words = AnswerText(questionnaire.area.ruleBase, language)
            let entries = questionnaire.entries(in: part.id)
            let progress = questionnaire.progress(in: part.id)
            let rows = entries.map { entry in
                let isUnused =
                    entry.answer != nil && entry.standing != .skipped && !questionnaire.isUsed(entry.question.id)
                return row(
                    entry, words, isUnused: isUnused, visit, part, dossier,
                    hasDraft: drafts["\(dossier.id.text)/\(entry.question.id)"] != nil)
            }
            let goesOn = !dossier.isClosed && visit.mayWork && progress.open > progress.skipped
            let next = FormFields([.init(name: "in", value: part.id)])
            return (
                dossier, part.title[language],
                View(
                    title: "\(Texts.title[language]) – \(part.title[language])",
                    intro: Texts.progress(progress)[language], none: rows.isEmpty ? [Texts.nothing[language]] : [],
                    rows: rows,
                    goOn: goesOn
                        ? [.init(visit.address(["dossiers", dossier.id.text, "next"], next), Texts.goOn[language])]
                        : [],
                    toList: .init(visit.address("dossiers", dossier.id.text), Texts.toList[language]))
            )
        }
        guard let (dossier, _, view) = found else { throw .notFound }
        return visit.page(
            view.title, template.render(view), dossier: dossier,
            back: .init(visit.address("dossiers", dossier.id.text), Texts.back[language]))
    }

    /// Where the row of a question stands on the page.
    static func place(_ question: QuestionID) -> String { "q-\(question)" }

    private static func row(
        _ entry: Questionnaire.Entry, _ words: AnswerText, isUnused: Bool, _ visit: Visit, _ part: Questionnaire.Part,
        _ dossier: DossierSummary, hasDraft: Bool
    ) -> View.Row {
        let language = visit.language
        var lines: [String] = []
        switch entry.standing {
        case .prefilled:
            let value = entry.figure.flatMap { words.text(of: $0, unit: entry.question.unit) }
            let year = entry.figure?.year.map { "\($0), " } ?? ""
            lines = [value.map { "\($0) (\(year)\(Texts.ofTable[language]))" } ?? Texts.ofTable[language]]
        case .open: lines = [words.text(of: nil, unit: nil)]
        case .skipped, .answered, .unknown, .notApplicable:
            lines = [words.text(of: entry.answer, unit: entry.question.unit)]
            if let answer = entry.answer, entry.standing != .skipped { lines += words.details(of: answer) }
        }
        if isUnused { lines.append(Texts.unused[language]) }
        if hasDraft { lines.append(Texts.draft[language]) }
        let scope = QuestionScope(name: part.id, back: part.id)
        let title = QuestionReading.heading(entry.question.text[language]).question
        return View.Row(
            place: AttributeText(place(entry.question.id)), title: title, lines: lines,
            changes: dossier.isClosed || !visit.mayWork
                ? []
                : [
                    .init(
                        link: AttributeText(
                            visit.address(
                                ["dossiers", dossier.id.text, "questions", entry.question.id.description], scope.query)),
                        text: Texts.change(entry.standing == .open)[language], title: title)
                ])
    }

    private struct View: Sendable {
        struct Change: Sendable {
            let link: AttributeText
            let text: String
            let title: String
        }
        struct Row: Sendable {
            let place: AttributeText
            let title: String
            let lines: [String]
            let changes: [Change]
        }
        let title: String
        let intro: String
        let none: [String]
        let rows: [Row]
        let goOn: [PageFrame.Link]
        let toList: PageFrame.Link
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        {{#none}}
        <p>{{.}}</p>
        {{/none}}
        <dl class="answers">
        {{#rows}}
        <div id="{{{place}}}">
        <dt>{{title}}</dt>
        <dd>
        {{#lines}}
        <p>{{.}}</p>
        {{/lines}}
        </dd>
        {{#changes}}
        <dd class="change"><a href="{{{link}}}">{{text}}<span class="unseen"> {{title}}</span></a></dd>
        {{/changes}}
        </div>
        {{/rows}}
        </dl>
        <div class="buttons">
        {{#goOn}}
        <a class="button main" href="{{{address}}}">{{text}}</a>
        {{/goOn}}
        {{#toList}}
        <a class="button" href="{{{address}}}">{{text}}</a>
        {{/toList}}
        </div>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Uw antwoorden", en: "Your answers")
        static let back = LocalizedText(nl: "Terug naar de onderdelen", en: "Back to the parts")
        static let nothing = LocalizedText(
            nl: "In dit onderdeel is nu niets te vragen.", en: "There is nothing to ask in this part now.")
        static let ofTable = LocalizedText(nl: "uit de tabel", en: "from the table")
        static let unused = LocalizedText(nl: "Telt nu niet mee.", en: "Not used now.")
        static let draft = LocalizedText(
            nl: "U typte hier iets dat nog niet is opgeslagen.", en: "You typed something here that is not saved yet.")
        static let goOn = LocalizedText(nl: "Verder met de vragen", en: "Go on with the questions")
        static let toList = LocalizedText(nl: "Naar de onderdelen", en: "To the parts")

        static func change(_ isOpen: Bool) -> LocalizedText {
            isOpen ? LocalizedText(nl: "Vul in", en: "Fill in") : LocalizedText(nl: "Wijzig", en: "Change")
        }

        static func progress(_ progress: Questionnaire.Progress) -> LocalizedText {
            let skipped = progress.skipped
            return LocalizedText(
                nl: "\(progress.answered) beantwoord, nog ongeveer \(progress.open)"
                    + (skipped > 0 ? ", waarvan \(skipped) overgeslagen." : "."),
                en: "\(progress.answered) answered, about \(progress.open) to go"
                    + (skipped > 0 ? ", \(skipped) of them skipped." : "."))
        }
    }
}
