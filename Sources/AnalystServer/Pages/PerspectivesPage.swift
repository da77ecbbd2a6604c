import Analyst
import RuleEngine

/// What each group answers, side by side. Nothing of a small group is shown but that it is small.
package enum PerspectivesPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let day = visit.day
        let (dossier, view) = try await visit.read { questionnaire, dossier in
            let area = questionnaire.area
            let groups = questionnaire.parts.filter { $0.perspective != nil }
            let table = Table(area, language, day)
            let given = area.sheet.countedAnswers(on: area.date).filter { $0.perspective != SheetContext.registered }
            var codes: [String] = []
            for answer in given where !codes.contains(answer.question) { codes.append(answer.question) }
            let rows = codes.compactMap { code in
                table.row(code, given.filter { $0.question == code }, groups.compactMap(\.perspective))
            }
            let least = PeopleCount.least(under: area.ruleBase, on: day)
            return (
                dossier,
                View(
                    title: Texts.title[language], intro: Texts.intro[language],
                    rules: least.map { [Texts.rule(NumberText.text(of: $0, in: language))[language]] } ?? [],
                    none: rows.isEmpty ? [Texts.none[language]] : [],
                    tables: rows.isEmpty
                        ? []
                        : [
                            .init(
                                caption: Texts.caption[language], question: Texts.question[language],
                                groups: groups.map { $0.title[language] }, rows: rows)
                        ])
            )
        }
        return visit.page(
            Texts.title[language], template.render(view), dossier: dossier,
            back: .init(visit.address("dossiers", dossier.id.text), Texts.back[language]))
    }

    /// Makes the rows of the table.
    private struct Table {
        let area: AreaSession
        let language: Language
        let day: FEELDate
        let words: AnswerText

        init(_ area: AreaSession, _ language: Language, _ day: FEELDate) {
            self.area = area
            self.language = language
            self.day = day
            words = AnswerText(area.ruleBase, language)
        }

        /// `nil` for a question that the rules do not know.
        func row(_ code: String, _ answers: [Answer], _ groups: [String]) -> View.Row? {
            guard let first = answers.first, let question = Question(first.slot, settles: [], in: area.ruleBase) else {
                return nil
            }
            var shown: Set<Answer.Value> = []
            let cells = groups.map { group in
                answers.filter { $0.perspective == group }.map { answer -> View.Cell in
                    guard let people = people(answer) else {
                        shown.insert(answer.value)
                        return .init(
                            text: words.text(of: answer.value, unit: question.unit), count: Texts.noCount[language])
                    }
                    let count = PeopleCount(people, under: area.ruleBase, on: day)
                    guard count.exact != nil else {
                        return .init(text: count.people[language], count: Texts.small[language])
                    }
                    shown.insert(answer.value)
                    return .init(text: words.text(of: answer.value, unit: question.unit), count: count.people[language])
                }
            }
            let differs = shown.contains(.yes) && shown.contains(.no)
            return View.Row(
                title: QuestionReading.heading(question.text[language]).question,
                differs: differs ? [Texts.differs[language]] : [],
                cells: cells.map { .init(answers: $0, none: $0.isEmpty ? [Texts.notAsked[language]] : []) })
        }

        private func people(_ answer: Answer) -> FEELNumber? {
            if let people = answer.people { return people }
            if case .counted(let yes, let no) = answer.value { return FEELNumber(yes + no) }
            return nil
        }
    }

    private struct View: Sendable {
        struct Cell: Sendable {
            let text: String
            let count: String
        }
        struct Cells: Sendable {
            let answers: [Cell]
            let none: [String]
        }
        struct Row: Sendable {
            let title: String
            let differs: [String]
            let cells: [Cells]
        }
        struct Answers: Sendable {
            let caption: String
            let question: String
            let groups: [String]
            let rows: [Row]
        }
        let title: String
        let intro: String
        let rules: [String]
        let none: [String]
        let tables: [Answers]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        {{#rules}}
        <p class="hint">{{.}}</p>
        {{/rules}}
        {{#none}}
        <p>{{.}}</p>
        {{/none}}
        {{#tables}}
        <div class="wide" tabindex="0" role="region" aria-labelledby="table-title">
        <table>
        <caption id="table-title">{{caption}}</caption>
        <thead><tr><th scope="col">{{question}}</th>{{#groups}}<th scope="col">{{.}}</th>{{/groups}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{title}}{{#differs}} <strong>{{.}}</strong>{{/differs}}</th>
        {{#cells}}
        <td>{{#answers}}<div>{{text}}<br><span class="small">{{count}}</span></div>{{/answers}}\
        {{#none}}{{.}}{{/none}}</td>
        {{/cells}}
        </tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        {{/tables}}

        """)

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Perspectieven naast elkaar", en: "Perspectives side by side")
        static let back = LocalizedText(nl: "Terug naar de onderdelen", en: "Back to the parts")
        static let intro = LocalizedText(
            nl: "Wat elke groep zegt. Verschillen blijven verschillen: er wordt niet gemiddeld.",
            en: "What each group says. Differences stay differences: nothing is averaged.")
        static let none = LocalizedText(nl: "Er is nog geen groep gehoord.", en: "No group was heard yet.")
        static let caption = LocalizedText(nl: "Antwoorden per groep", en: "Answers by group")
        static let question = LocalizedText(nl: "Vraag", en: "Question")
        static let noCount = LocalizedText(nl: "aantal mensen niet opgegeven", en: "number of people not given")
        static let small = LocalizedText(
            nl: "te weinig om het antwoord te laten zien", en: "too few to show the answer")
        static let notAsked = LocalizedText(nl: "Niet ingevuld", en: "Not answered")
        static let differs = LocalizedText(nl: "Verschil", en: "Difference")

        static func rule(_ least: String) -> LocalizedText {
            LocalizedText(
                nl:
                    "Van een groep van minder dan \(least) mensen laten we geen antwoord zien: het zou naar een persoon kunnen "
                    + "leiden.",
                en: "Of a group of fewer than \(least) people no answer is shown: it might lead to a person.")
        }
    }
}
