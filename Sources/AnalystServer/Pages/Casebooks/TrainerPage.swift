import Analyst
import RuleEngine

/// A session for its trainer: the code, how far each trainee is, what the group makes of it, and the end of it.
package enum TrainerPage: WebPage {
    private enum Field {
        static let action = "do"
        static let model = "model"
        static let delete = "delete"
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let trainer = try await TrainerSession(visit)
        let prepared = trainer.prepared
        let view = View(
            title: trainer.session.title, entry: prepared.case.title[language],
            code: Texts.code(trainer.session.joinCode)[language],
            ends: Texts.ends(AnswerText.moment(trainer.session.expires, in: language))[language],
            reload: .init(visit.here, Texts.reload[language]), progress: Texts.progress[language],
            columns: [Texts.name, Texts.exercises, Texts.attempts, Texts.points].map { $0[language] },
            none: trainer.participants.isEmpty ? [Texts.nobody[language]] : [],
            rows: trainer.participants.map { participant in
                let mark = prepared.mark(participant.answers)
                let done = participant.answers.exercises.count { !$0.value.isEmpty }
                let isIn = participant.answers.attempts > 0
                return .init(
                    link: .init(
                        trainer.address(visit, "participants", "\(participant.participation.number)"),
                        participant.participation.pseudonym),
                    cells: [
                        "\(done)/\(prepared.exercises.count)", "\(participant.answers.attempts)",
                        isIn ? mark.points.text(in: language) + (mark.isWaiting ? " (+)" : "") : "",
                    ])
            },
            waiting: trainer.finished.contains { prepared.mark($0.answers).isWaiting } ? [Texts.waiting[language]] : [],
            group: Texts.group[language], lines: groupLines(trainer, language),
            files: prepared.exercises.isEmpty
                ? []
                : TrainingFormat.allCases.map { format in
                    .init(trainer.address(visit, "results", format.rawValue), format.title[language])
                },
            filesTitle: Texts.files[language],
            action: AttributeText(visit.here), token: AttributeText(visit.session.formToken),
            marks: trainer.finished.isEmpty
                ? [] : [.init(trainer.address(visit, "marks"), Texts.marks[language])],
            shows: trainer.session.modelShown == nil ? [Texts.show[language]] : [],
            shown: trainer.session.modelShown == nil ? [] : [Texts.shown[language]],
            deleteTitle: Texts.deleteTitle[language], delete: Texts.delete[language])
        return visit.page(
            view.title, template.render(view), back: .init(visit.address("casebooks"), Texts.back[language]))
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let trainer = try await TrainerSession(visit)
        let store = try visit.room().store
        switch visit.fields[Field.action] {
        case Field.model:
            try visit.inTraining { () throws(DossierFault) in
                try store.showModel(of: trainer.session.id, at: visit.site.setting.instant())
            }
            return visit.redirect(trainer.address(visit))
        case Field.delete:
            try visit.inTraining { () throws(DossierFault) in try store.deleteSession(trainer.session.id) }
            visit.say(Texts.deleted(trainer.session.title)[visit.language])
            return visit.redirect(visit.address("training"))
        default: throw .broken
        }
    }

    /// What the group makes of it, or why nothing is told yet.
    private static func groupLines(_ trainer: TrainerSession, _ language: Language) -> [String] {
        guard let result = trainer.result else { return [Texts.tooFew(trainer.least)[language]] }
        func lines(_ lines: [GroupResult.Line], _ heading: LocalizedText) -> [String] {
            lines.map {
                "\(heading[language]) \($0.exercise[language]): \($0.title[language]) (\(Texts.about($0.count)[language]))"
            }
        }
        return [
            Texts.mean(result)[language], Texts.agreement(result.agreement)[language], Texts.rounding[language],
        ] + lines(result.missedMost, Texts.missed) + lines(result.extraMost, Texts.extra)
    }

    private struct View {
        struct Row {
            let link: PageFrame.Link
            let cells: [String]
        }
        let title: String
        let entry: String
        let code: String
        let ends: String
        let reload: PageFrame.Link
        let progress: String
        let columns: [String]
        let none: [String]
        let rows: [Row]
        let waiting: [String]
        let group: String
        let lines: [String]
        let files: [PageFrame.Link]
        let filesTitle: String
        let action: AttributeText
        let token: AttributeText
        let marks: [PageFrame.Link]
        let shows: [String]
        let shown: [String]
        let deleteTitle: String
        let delete: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{entry}}</p>
        <p><strong>{{code}}</strong></p>
        <p>{{ends}}</p>
        <h2>{{progress}}</h2>
        <p>{{#reload}}<a href="{{{address}}}">{{text}}</a>{{/reload}}</p>
        {{#none}}
        <p>{{.}}</p>
        {{/none}}
        <div class="wide" tabindex="0" role="region" aria-label="{{progress}}">
        <table>
        <caption>{{progress}}</caption>
        <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{#link}}<a href="{{{address}}}">{{text}}</a>{{/link}}</th>\
        {{#cells}}<td>{{.}}</td>{{/cells}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        {{#waiting}}
        <p>{{.}}</p>
        {{/waiting}}
        {{#marks}}
        <p><a href="{{{address}}}">{{text}}</a></p>
        {{/marks}}
        <h2>{{group}}</h2>
        <ul>
        {{#lines}}
        <li>{{.}}</li>
        {{/lines}}
        </ul>
        {{#shown}}
        <p>{{.}}</p>
        {{/shown}}
        {{#shows}}
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="do" value="model">
        <div class="buttons"><button type="submit">{{.}}</button></div>
        </form>
        {{/shows}}
        <h2>{{filesTitle}}</h2>
        <ul>
        {{#files}}
        <li><a href="{{{address}}}">{{text}}</a></li>
        {{/files}}
        </ul>
        <h2>{{deleteTitle}}</h2>
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="do" value="delete">
        <div class="buttons"><button class="danger" type="submit">{{delete}}</button></div>
        </form>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Alle casussen", en: "All cases")
        static let reload = LocalizedText(nl: "Opnieuw laden", en: "Reload")
        static let progress = LocalizedText(nl: "Hoe ver zij zijn", en: "How far they are")
        static let name = LocalizedText(nl: "Schuilnaam", en: "Pseudonym")
        static let exercises = LocalizedText(nl: "Oefeningen", en: "Exercises")
        static let attempts = LocalizedText(nl: "Ingeleverd", en: "Handed in")
        static let points = LocalizedText(nl: "Punten", en: "Points")
        static let nobody = LocalizedText(nl: "Er doet nog niemand mee.", en: "Nobody has joined yet.")
        static let waiting = LocalizedText(
            nl: "Bij (+) moet u nog een deel nakijken.", en: "At (+) you have yet to mark a part.")
        static let marks = LocalizedText(
            nl: "Nakijken in een rekenblad", en: "Mark in a spreadsheet")
        static let group = LocalizedText(nl: "De groep", en: "The group")
        static let missed = LocalizedText(nl: "Gemist bij", en: "Missed in")
        static let extra = LocalizedText(nl: "Te veel bij", en: "Too many in")
        static let rounding = LocalizedText(
            nl: "Aantallen zijn afgerond op vijf, zodat niemand te herkennen is.",
            en: "Counts are rounded to five, so that nobody can be recognised.")
        static let files = LocalizedText(nl: "Uitslagen bewaren", en: "Keep the results")
        static let show = LocalizedText(
            nl: "Laat het model zien; daarna kan niemand meer inleveren",
            en: "Show the model; after that nobody can hand in")
        static let shown = LocalizedText(
            nl: "Het model is te zien; niemand kan meer inleveren.",
            en: "The model is shown; nobody can hand in any more.")
        static let deleteTitle = LocalizedText(nl: "Opruimen", en: "Clean up")
        static let delete = LocalizedText(
            nl: "Verwijder deze sessie met alle antwoorden", en: "Delete this session with all answers")

        static func code(_ code: String) -> LocalizedText {
            LocalizedText(nl: "Code om mee te doen: \(code)", en: "Code to join: \(code)")
        }

        static func ends(_ moment: String) -> LocalizedText {
            LocalizedText(nl: "Alles wordt gewist op \(moment).", en: "All is deleted on \(moment).")
        }

        static func tooFew(_ least: Int) -> LocalizedText {
            LocalizedText(
                nl: "Pas als er \(least) mensen hebben ingeleverd, staat hier iets over de groep.",
                en: "Only when \(least) people have handed in, something is told of the group here.")
        }

        static func about(_ count: Int) -> LocalizedText {
            LocalizedText(nl: "ongeveer \(count)", en: "about \(count)")
        }

        static func mean(_ result: GroupResult) -> LocalizedText {
            LocalizedText(
                nl: "Gemiddeld \(result.mean) punten van \(result.size) mensen; spreiding \(result.spread).",
                en: "On average \(result.mean) points of \(result.size) people; spread \(result.spread).")
        }

        static func agreement(_ percent: Int) -> LocalizedText {
            LocalizedText(
                nl: "Van elke 100 vergelijkingen tussen twee mensen kozen zij er \(percent) hetzelfde.",
                en: "Of each 100 comparisons of two people they picked the same in \(percent).")
        }

        static func deleted(_ title: String) -> LocalizedText {
            LocalizedText(nl: "‘\(title)’ is verwijderd.", en: "‘\(title)’ is deleted.")
        }
    }
}
