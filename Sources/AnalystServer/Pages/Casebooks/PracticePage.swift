import Analyst
import RuleEngine

/// A case in the hands of a trainee: the text stage by stage, what can be asked for, and the exercises.
package enum PracticePage: WebPage {
    private enum Field {
        static let action = "do"
        static let request = "request"
        static let stage = "stage"
        static let ask = "ask"
        static let handIn = "hand-in"
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let practice = try await Practice(visit)
        let prepared = practice.prepared
        let stages = prepared.case.stages
        let last = min(max(visit.request.query[Field.stage].flatMap { Int($0) } ?? 1, 1), max(stages.count, 1))
        let isRead = last >= stages.count
        let left = prepared.moneyLeft(practice.answers)
        let view = View(
            title: prepared.case.title[language], keep: Texts.keep[language],
            stages: stages.prefix(last).map { stage(of: $0, prepared, language) },
            more: isRead
                ? []
                : [
                    .init(
                        visit.address(visit.request.path, FormFields([.init(name: Field.stage, value: "\(last + 1)")])),
                        Texts.more(last + 1, stages.count)[language])
                ],
            sheet: prepared.case.view == .sheet && isRead
                ? [.init(title: Texts.sheet[language], figures: prepared.world.shownFigures(language))] : [],
            action: AttributeText(visit.address(visit.request.path)), token: AttributeText(visit.session.formToken),
            requests: isRead && left != nil
                ? [
                    .init(
                        title: Texts.requests[language], money: Texts.money(left ?? 0)[language],
                        entries: prepared.case.requests.map { request in
                            let isAsked = practice.answers.asked.contains(request.id.value)
                            return .init(
                                title: LocalizedText.priced(request)[language],
                                told: isAsked ? prepared.world.told(by: request, language) : [],
                                asks: isAsked || !practice.isOpen || request.price > (left ?? 0)
                                    ? [] : [.init(id: AttributeText(request.id.value), button: Texts.ask[language])])
                        })
                ] : [],
            exercisesTitle: Texts.exercises[language],
            exercises: isRead
                ? prepared.exercises.map { exercise in
                    let answer = practice.answers.exercises[exercise.id] ?? ExerciseAnswer()
                    return .init(
                        link: .init(
                            practice.address(visit, "exercises", exercise.id),
                            Texts.exercise(exercise)[language]),
                        status: answer.isEmpty ? Texts.empty[language] : Texts.picked(answer)[language])
                } : [],
            hands: isRead && practice.isOpen
                ? [
                    .init(
                        button: Texts.handIn[language],
                        text: Texts.attempts(prepared.book.attempts - practice.answers.attempts)[language])
                ] : [],
            marks: practice.answers.attempts > 0 || practice.showsModel
                ? [.init(practice.address(visit, "mark"), Texts.mark[language])] : [])
        return visit.page(
            view.title, template.render(view), back: .init(visit.address("casebooks"), Texts.back[language]))
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let practice = try await Practice(visit)
        let prepared = practice.prepared
        guard practice.isOpen else { return visit.redirect(practice.address(visit, "mark")) }
        switch visit.fields[Field.action] {
        case Field.ask:
            guard let request = prepared.case.requests.first(where: { $0.id.value == visit.fields[Field.request] })
            else { throw .broken }
            try practice.change(visit) { answers in
                guard !answers.asked.contains(request.id.value), request.price <= prepared.moneyLeft(answers) ?? 0
                else { return }
                answers.asked.append(request.id.value)
            }
            let all = FormFields([.init(name: Field.stage, value: "\(prepared.case.stages.count)")])
            return visit.redirect(visit.address(visit.request.path, all))
        case Field.handIn:
            try practice.change(visit) { answers in
                guard answers.attempts < prepared.book.attempts else { return }
                answers.attempts += 1
                answers.scores.append(prepared.mark(answers).points.hundredths)
            }
            return visit.redirect(practice.address(visit, "mark"))
        default: throw .broken
        }
    }

    private static func stage(
        of stage: CasebookCase.Stage, _ prepared: PreparedCase, _ language: Language
    ) -> View.Stage {
        View.Stage(
            title: stage.title[language],
            passages: stage.passages.map { passage in
                let text = PassageText(passage, in: prepared.world, language)
                return .init(
                    id: AttributeText("passage-\(passage.id.value)"), name: passage.id.value,
                    paragraphs: text.paragraphs, lines: text.figures + text.voices,
                    origins: text.origin.map { [$0] } ?? [])
            })
    }

    private struct View {
        struct Passage {
            let id: AttributeText
            let name: String
            let paragraphs: [String]
            let lines: [String]
            let origins: [String]
        }
        struct Stage {
            let title: String
            let passages: [Passage]
        }
        struct Sheet {
            let title: String
            let figures: [String]
        }
        struct Asking {
            let id: AttributeText
            let button: String
        }
        struct Request {
            let title: String
            let told: [String]
            let asks: [Asking]
        }
        struct Requests {
            let title: String
            let money: String
            let entries: [Request]
        }
        struct Entry {
            let link: PageFrame.Link
            let status: String
        }
        struct Hand {
            let button: String
            let text: String
        }
        let title: String
        let keep: String
        let stages: [Stage]
        let more: [PageFrame.Link]
        let sheet: [Sheet]
        let action: AttributeText
        let token: AttributeText
        let requests: [Requests]
        let exercisesTitle: String
        let exercises: [Entry]
        let hands: [Hand]
        let marks: [PageFrame.Link]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p class="small">{{keep}}</p>
        {{#stages}}
        <h2>{{title}}</h2>
        {{#passages}}
        <section id="{{{id}}}">
        <h3>{{name}}</h3>
        {{#paragraphs}}
        <p>{{.}}</p>
        {{/paragraphs}}
        <ul>
        {{#lines}}
        <li>{{.}}</li>
        {{/lines}}
        </ul>
        {{#origins}}
        <p class="small">{{.}}</p>
        {{/origins}}
        </section>
        {{/passages}}
        {{/stages}}
        {{#more}}
        <p><a class="button main" href="{{{address}}}">{{text}}</a></p>
        {{/more}}
        {{#sheet}}
        <h2>{{title}}</h2>
        <ul>
        {{#figures}}
        <li>{{.}}</li>
        {{/figures}}
        </ul>
        {{/sheet}}
        {{#requests}}
        <h2>{{title}}</h2>
        <p>{{money}}</p>
        {{#entries}}
        <h3>{{title}}</h3>
        <ul>
        {{#told}}
        <li>{{.}}</li>
        {{/told}}
        </ul>
        {{#asks}}
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="do" value="ask">
        <input type="hidden" name="request" value="{{{id}}}">
        <div class="buttons"><button type="submit">{{button}}<span class="unseen">: {{title}}</span></button></div>
        </form>
        {{/asks}}
        {{/entries}}
        {{/requests}}
        <h2>{{exercisesTitle}}</h2>
        <ul class="tasks">
        {{#exercises}}
        <li>{{#link}}<a href="{{{address}}}">{{text}}</a>{{/link}} <span class="status">{{status}}</span></li>
        {{/exercises}}
        </ul>
        {{#hands}}
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="do" value="hand-in">
        <p>{{text}}</p>
        <div class="buttons"><button class="main" type="submit">{{button}}</button></div>
        </form>
        {{/hands}}
        {{#marks}}
        <p><a href="{{{address}}}">{{text}}</a></p>
        {{/marks}}

        """)

    // MARK: - Wordings

    private enum Texts {
        static let keep = LocalizedText(
            nl: "Bewaar het adres van deze pagina: daarmee gaat u later verder.",
            en: "Keep the address of this page: with it you go on later.")
        static let sheet = LocalizedText(nl: "Feitenblad", en: "Fact sheet")
        static let requests = LocalizedText(nl: "Gegevens opvragen", en: "Ask for data")
        static let ask = LocalizedText(nl: "Vraag dit op", en: "Ask for this")
        static let exercises = LocalizedText(nl: "Oefeningen", en: "Exercises")
        static let empty = LocalizedText(nl: "nog niets gekozen", en: "nothing picked yet")
        static let handIn = LocalizedText(nl: "Inleveren", en: "Hand in")
        static let mark = LocalizedText(nl: "Bekijk de uitslag", en: "See the result")
        static let back = LocalizedText(nl: "Alle casussen", en: "All cases")

        static func more(_ number: Int, _ count: Int) -> LocalizedText {
            LocalizedText(nl: "Lees verder: deel \(number) van \(count)", en: "Read on: part \(number) of \(count)")
        }

        static func money(_ left: Int) -> LocalizedText {
            LocalizedText(nl: "U kunt nog \(left) uitgeven.", en: "You can spend \(left) more.")
        }

        static func exercise(_ exercise: Exercise) -> LocalizedText {
            LocalizedText(
                nl: "\(exercise.title.nl) (\(exercise.definition.points.value) punten)",
                en: "\(exercise.title.en) (\(exercise.definition.points.value) points)")
        }

        static func picked(_ answer: ExerciseAnswer) -> LocalizedText {
            answer.picks.isEmpty
                ? LocalizedText(nl: "geschreven", en: "written")
                : LocalizedText(nl: "\(answer.picks.count) gekozen", en: "\(answer.picks.count) picked")
        }

        static func attempts(_ left: Int) -> LocalizedText {
            LocalizedText(
                nl: "U mag nog \(left) keer inleveren. Het model ziet u na de laatste keer.",
                en:
                    "You may hand in \(left) more \(left == 1 ? "time" : "times"). You see the model after the last time."
            )
        }
    }
}
