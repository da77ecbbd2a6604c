import Analyst
import RuleEngine

/// The questions of an invitation, with the own answers.
package enum InvitationPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let invitation = try await Invitation(visit)
        let words = AnswerText(try visit.rules().ruleBase, language)
        let token = visit["token"]
        let first = invitation.entries.first { $0.answer == nil }
        let view = View(
            title: Texts.title(invitation.open.dossier.title)[language],
            intro: Texts.intro(invitation.groupTitle[language])[language], privacy: Texts.privacy[language],
            none: invitation.entries.isEmpty
                ? [Texts.nothing[language]] : first == nil ? [Texts.done[language]] : [],
            starts: first.map {
                [
                    .init(
                        visit.address("invited", token, "questions", $0.question.id.description), Texts.start[language])
                ]
            } ?? [],
            entries: invitation.entries.map { entry in
                .init(
                    link: .init(
                        visit.address("invited", token, "questions", entry.question.id.description),
                        QuestionReading.heading(entry.question.text[language]).question),
                    answer: words.text(of: entry.answer, unit: entry.question.unit))
            })
        return visit.page(view.title, template.render(view))
    }

    private struct View {
        struct Entry {
            let link: PageFrame.Link
            let answer: String
        }
        let title: String
        let intro: String
        let privacy: String
        let none: [String]
        let starts: [PageFrame.Link]
        let entries: [Entry]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        <p>{{privacy}}</p>
        {{#none}}
        <div class="inset"><p>{{.}}</p></div>
        {{/none}}
        {{#starts}}
        <p><a class="button main" href="{{{address}}}">{{text}}</a></p>
        {{/starts}}
        <ul class="tasks">
        {{#entries}}
        <li>{{#link}}<a href="{{{address}}}">{{text}}</a>{{/link}} <span class="status">{{answer}}</span></li>
        {{/entries}}
        </ul>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let privacy = LocalizedText(
            nl:
                "Schrijf geen namen of andere gegevens van personen op. U kunt stoppen en later met dezelfde link verdergaan.",
            en: "Write down no names or other data of persons. You can stop and go on later with the same link.")
        static let start = LocalizedText(nl: "Naar de eerste vraag", en: "To the first question")
        static let nothing = LocalizedText(
            nl: "Er is nu geen vraag voor u.", en: "There is no question for you now.")
        static let done = LocalizedText(
            nl: "U heeft alles beantwoord. Dank u wel. U kunt uw antwoorden nog wijzigen.",
            en: "You answered all. Thank you. You can still change your answers.")

        static func title(_ name: String) -> LocalizedText {
            LocalizedText(nl: "Vragen over \(name)", en: "Questions on \(name)")
        }

        static func intro(_ group: String) -> LocalizedText {
            LocalizedText(
                nl: "U bent uitgenodigd om te antwoorden namens: \(group). U ziet alleen uw eigen antwoorden.",
                en: "You are invited to answer on behalf of: \(group). You see your own answers alone.")
        }
    }
}
