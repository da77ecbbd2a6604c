import Analyst
import RuleEngine

/// Asks before words are saved that seem to hold data of a person. The words themselves are not repeated.
enum PersonalDataPage {
    /// What texts seem to hold.
    static func kinds(in texts: [String]) -> [PersonalData.Kind] {
        let kinds = texts.map { PersonalData.kinds(in: $0) }.reduce(into: Set<PersonalData.Kind>()) {
            $0.formUnion($1)
        }
        return PersonalData.Kind.allCases.filter(kinds.contains)
    }

    /// - Parameter visit: of the form, which is sent once more when it is meant.
    static func response(_ kinds: [PersonalData.Kind], _ visit: Visit, _ dossier: DossierSummary?) -> WebResponse {
        response(kinds.map { Texts.name($0)[visit.language] }, visit.fields, visit, dossier)
    }

    /// - Parameters:
    ///   - lines: what is found, and where.
    ///   - fields: what is sent once more when it is meant.
    static func response(
        _ lines: [String], _ fields: FormFields, _ visit: Visit, _ dossier: DossierSummary?
    ) -> WebResponse {
        let language = visit.language
        let fields = fields.with(Site.tokenField, visit.session.formToken)
            .with(QuestionPage.confirmedField, "personal-data")
        let view = View(
            title: Texts.title[language], lines: lines, text: Texts.text[language],
            action: AttributeText(visit.here),
            fields: fields.fields.map { .init(name: AttributeText($0.name), value: AttributeText($0.value)) },
            back: AttributeText(visit.here), change: Texts.change[language], save: Texts.save[language])
        return visit.page(
            Texts.title[language], template.render(view), dossier: dossier,
            back: .init(visit.here, Texts.back[language]))
    }

    private struct View {
        struct Field {
            let name: AttributeText
            let value: AttributeText
        }
        let title: String
        let lines: [String]
        let text: String
        let action: AttributeText
        let fields: [Field]
        let back: AttributeText
        let change: String
        let save: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <div class="warning">
        <ul>
        {{#lines}}
        <li>{{.}}</li>
        {{/lines}}
        </ul>
        <p>{{text}}</p>
        </div>
        <form method="post" action="{{{action}}}" novalidate>
        {{#fields}}
        <input type="hidden" name="{{{name}}}" value="{{{value}}}">
        {{/fields}}
        <div class="buttons">
        <a class="button main" href="{{{back}}}">{{change}}</a>
        <button type="submit">{{save}}</button>
        </div>
        </form>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(
            nl: "Staat er iets over een persoon in?", en: "Does it say something about a person?")
        static let text = LocalizedText(
            nl:
                "Een dossier gaat over het gebied, nooit over een persoon. Er is nog niets opgeslagen. Haal het weg, of "
                + "sla het toch op als het geen gegeven van een persoon is.",
            en:
                "A dossier is about the area, never about a person. Nothing is saved yet. Remove it, or save it anyway if it "
                + "is no data of a person.")
        static let change = LocalizedText(nl: "Aanpassen", en: "Change it")
        static let save = LocalizedText(nl: "Toch opslaan", en: "Save anyway")
        static let back = LocalizedText(nl: "Terug naar wat u invulde", en: "Back to what you filled in")

        static func name(_ kind: PersonalData.Kind) -> LocalizedText {
            switch kind {
            case .phone: LocalizedText(nl: "Dit lijkt een telefoonnummer.", en: "This looks like a phone number.")
            case .email: LocalizedText(nl: "Dit lijkt een e-mailadres.", en: "This looks like an e-mail address.")
            case .address:
                LocalizedText(
                    nl: "Dit lijkt een postcode met huisnummer.", en: "This looks like a postcode with a house number.")
            case .citizenNumber:
                LocalizedText(nl: "Dit lijkt een burgerservicenummer.", en: "This looks like a citizen service number.")
            }
        }
    }
}
