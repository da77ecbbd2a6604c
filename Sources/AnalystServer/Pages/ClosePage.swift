import Analyst
import RuleEngine

/// Ends all changes to a dossier, for good.
package enum ClosePage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let dossier = try visit.dossier()
        guard !dossier.isClosed else { throw .closed }
        let title = Texts.title(dossier.title)[language]
        let list = visit.address("dossiers", dossier.id.text)
        let view = ConfirmationView(
            title: title, lines: [Texts.text[language]], action: AttributeText(visit.here),
            token: AttributeText(visit.session.formToken), fields: [], button: Texts.button[language],
            style: AttributeText("main"), cancel: .init(list, Texts.cancel[language]))
        return visit.page(
            title, ConfirmationView.template.render(view), dossier: dossier.summary,
            back: .init(list, Texts.back[language]))
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let id = try visit.dossierID()
        _ = try visit.inStore { store throws(DossierFault) in
            try store.close(id, by: visit.author, at: visit.site.setting.instant())
        }
        visit.say(Texts.done[visit.language], dossier: id.text)
        return visit.redirect(visit.address("dossiers", id.text))
    }

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de onderdelen", en: "Back to the parts")
        static let text = LocalizedText(
            nl: "Daarna kan niemand de antwoorden nog wijzigen, u ook niet. U kunt het dossier wel lezen en kopiëren.",
            en: "After that nobody can change the answers, neither can you. You can still read and copy the dossier.")
        static let button = LocalizedText(nl: "Dossier sluiten", en: "Close the dossier")
        static let cancel = LocalizedText(nl: "Niet sluiten", en: "Do not close it")
        static let done = LocalizedText(nl: "Het dossier is gesloten.", en: "The dossier is closed.")

        static func title(_ name: String) -> LocalizedText {
            LocalizedText(nl: "‘\(name)’ sluiten?", en: "Close ‘\(name)’?")
        }
    }
}
