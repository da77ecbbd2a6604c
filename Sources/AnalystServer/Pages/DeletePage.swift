import Analyst
import RuleEngine

/// Removes a dossier with all its traces, after a confirmation that names it.
package enum DeletePage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let dossier = try visit.dossier()
        let title = Texts.title(dossier.title)[language]
        let list = visit.mayRead ? visit.address("dossiers", dossier.id.text) : visit.address([])
        let view = ConfirmationView(
            title: title, lines: [Texts.text(dossier.summary.answered)[language]], action: AttributeText(visit.here),
            token: AttributeText(visit.session.formToken), fields: [], button: Texts.button(dossier.title)[language],
            style: AttributeText("danger"), cancel: .init(list, Texts.cancel[language]))
        return visit.page(
            title, ConfirmationView.template.render(view), dossier: dossier.summary,
            back: .init(list, (visit.mayRead ? Texts.back : Texts.start)[language]))
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let id = try visit.dossierID()
        let title = try visit.dossier().title
        try visit.inStore { store throws(DossierFault) in try store.delete(id) }
        await visit.site.forget(id)
        visit.say(Texts.done(title)[visit.language])
        return visit.redirect(visit.address([]))
    }

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de onderdelen", en: "Back to the parts")
        static let start = LocalizedText(nl: "Uw dossiers", en: "Your dossiers")
        static let cancel = LocalizedText(nl: "Niet verwijderen", en: "Do not delete it")

        static func title(_ name: String) -> LocalizedText {
            LocalizedText(nl: "‘\(name)’ verwijderen?", en: "Delete ‘\(name)’?")
        }

        static func button(_ name: String) -> LocalizedText {
            LocalizedText(nl: "‘\(name)’ verwijderen", en: "Delete ‘\(name)’")
        }

        static func text(_ answered: Int) -> LocalizedText {
            LocalizedText(
                nl:
                    "De \(answered) antwoorden, de geschiedenis en alle links verdwijnen. Dit is niet terug te draaien.",
                en: "The \(answered) answers, the history and all links disappear. This cannot be undone.")
        }

        static func done(_ name: String) -> LocalizedText {
            LocalizedText(nl: "‘\(name)’ is verwijderd.", en: "‘\(name)’ was deleted.")
        }
    }
}
