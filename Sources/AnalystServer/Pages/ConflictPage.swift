import Analyst
import RuleEngine

/// Shows both answers where somebody else answered meanwhile, and lets the person choose.
enum ConflictPage {
    /// - Parameters:
    ///   - mine: what this person filled in; `nil` to take the answer away.
    ///   - other: what stands there now.
    static func response(_ mine: Answer?, _ other: Answer?, _ reading: QuestionReading) -> WebResponse {
        let visit = reading.visit
        let language = visit.language
        let unit = reading.question.unit
        func lines(_ answer: Answer?) -> [String] {
            [reading.words.text(of: answer, unit: unit)] + (answer.map { reading.words.details(of: $0) } ?? [])
        }
        let fields = visit.fields.with(Site.tokenField, visit.session.formToken)
            .with(QuestionPage.seenField, AnswerMark.of(other))
        let view = View(
            title: Texts.title[language], question: reading.question.text[language],
            text: Texts.text[language], otherTitle: Texts.other[language], other: lines(other),
            mineTitle: Texts.mine[language], mine: lines(mine), action: AttributeText(visit.here),
            fields: fields.fields.map { .init(name: AttributeText($0.name), value: AttributeText($0.value)) },
            takeMine: Texts.takeMine[language], leave: Texts.leave[language],
            next: AttributeText(
                visit.address(
                    ["dossiers", reading.dossier.id.text, "next"], reading.scope.next.query)))
        return visit.page(
            Texts.title[language], template.render(view), dossier: reading.dossier,
            back: .init(visit.here, Texts.back[language]), status: 409)
    }

    private struct View {
        struct Field {
            let name: AttributeText
            let value: AttributeText
        }
        let title: String
        let question: String
        let text: String
        let otherTitle: String
        let other: [String]
        let mineTitle: String
        let mine: [String]
        let action: AttributeText
        let fields: [Field]
        let takeMine: String
        let leave: String
        let next: AttributeText
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{text}}</p>
        <p><strong>{{question}}</strong></p>
        <h2>{{otherTitle}}</h2>
        <div class="inset">
        {{#other}}
        <p>{{.}}</p>
        {{/other}}
        </div>
        <h2>{{mineTitle}}</h2>
        <div class="inset">
        {{#mine}}
        <p>{{.}}</p>
        {{/mine}}
        </div>
        <form method="post" action="{{{action}}}" novalidate>
        {{#fields}}
        <input type="hidden" name="{{{name}}}" value="{{{value}}}">
        {{/fields}}
        <div class="buttons">
        <button class="main" type="submit">{{takeMine}}</button>
        <a class="button" href="{{{next}}}">{{leave}}</a>
        </div>
        </form>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(
            nl: "Iemand anders beantwoordde deze vraag intussen", en: "Somebody else answered this question meanwhile")
        static let text = LocalizedText(
            nl:
                "Uw antwoord is nog niet opgeslagen. Kies welk antwoord moet blijven; het andere blijft in de geschiedenis.",
            en: "Your answer is not saved yet. Choose which answer stays; the other one stays in the history.")
        static let other = LocalizedText(nl: "Er staat nu", en: "There is now")
        static let mine = LocalizedText(nl: "U vulde in", en: "You filled in")
        static let takeMine = LocalizedText(nl: "Mijn antwoord opslaan", en: "Save my answer")
        static let leave = LocalizedText(nl: "Het andere antwoord laten staan", en: "Leave the other answer")
        static let back = LocalizedText(nl: "Terug naar de vraag", en: "Back to the question")
    }
}
