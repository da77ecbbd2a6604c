import Analyst
import RuleEngine

/// Makes a new dossier with the same sheet and answers.
package enum CopyPage: WebPage {
    private static let titleField = "title"

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        return page(visit, dossier, Texts.proposal(dossier.title)[visit.language], mistakes: [], status: 200)
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        guard let title = visit.fields[titleField] else {
            let mistake = PageFrame.Mistake(field: titleField, text: Texts.noTitle[visit.language])
            return page(visit, dossier, "", mistakes: [mistake], status: 422)
        }
        let id = try NewDossierPage.newID()
        _ = try visit.inStore { store throws(DossierFault) in
            try store.copy(dossier.id, to: id, title: title, by: visit.author, at: visit.site.setting.instant())
        }
        visit.say(Texts.done[visit.language], dossier: id.text)
        return visit.redirect(visit.address("dossiers", id.text))
    }

    private static func page(
        _ visit: Visit, _ dossier: Dossier, _ typed: String, mistakes: [PageFrame.Mistake], status: Int
    ) -> WebResponse {
        let language = visit.language
        let title = Texts.title(dossier.title)[language]
        let list = visit.address("dossiers", dossier.id.text)
        let field = FormField(
            name: titleField, label: Texts.name[language], hint: Texts.hint[language], value: typed
        ).html(mistakes)
        let view = ConfirmationView(
            title: title, lines: [Texts.text[language]], action: AttributeText(visit.here),
            token: AttributeText(visit.session.formToken), fields: [field], button: Texts.button[language],
            style: AttributeText("main"), cancel: .init(list, Texts.cancel[language]))
        return visit.page(
            title, ConfirmationView.template.render(view), dossier: dossier.summary,
            back: .init(list, Texts.back[language]), mistakes: mistakes, status: status)
    }

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de onderdelen", en: "Back to the parts")
        static let text = LocalizedText(
            nl: "De kopie heeft dezelfde cijfers en antwoorden, en een eigen geschiedenis.",
            en: "The copy has the same figures and answers, and a history of its own.")
        static let name = LocalizedText(nl: "Naam van de kopie", en: "Name of the copy")
        static let hint = LocalizedText(
            nl: "Zo heet de kopie in de lijst met dossiers.", en: "The copy has this name in the list of dossiers.")
        static let noTitle = LocalizedText(nl: "Geef de kopie een naam.", en: "Give the copy a name.")
        static let button = LocalizedText(nl: "Kopie maken", en: "Make the copy")
        static let cancel = LocalizedText(nl: "Geen kopie maken", en: "Make no copy")
        static let done = LocalizedText(nl: "Dit is de kopie.", en: "This is the copy.")

        static func title(_ name: String) -> LocalizedText {
            LocalizedText(nl: "‘\(name)’ kopiëren", en: "Copy ‘\(name)’")
        }

        static func proposal(_ name: String) -> LocalizedText {
            LocalizedText(nl: "\(name) (kopie)", en: "\(name) (copy)")
        }
    }
}
