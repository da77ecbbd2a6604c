import Analyst
package import RuleEngine

/// What a person reads when a page cannot be shown: what happened, what to do, and a number for the helpdesk.
package enum FaultPage {
    /// - Parameters:
    ///   - number: with it the helpdesk finds the line in the log.
    ///   - token: of a session, for a form that is to be sent again.
    package static func response(
        _ fault: WebFault, number: String, language: Language, translation: String, here: String, token: String
    ) -> WebResponse {
        let (status, words) = words(fault)
        var again: [Again] = []
        if case .expired(let fields) = fault {
            again = [
                Again(
                    action: AttributeText(here), token: AttributeText(token), button: Texts.sendAgain[language],
                    fields: fields.fields.filter { $0.name != Site.tokenField }
                        .map { .init(name: AttributeText($0.name), value: AttributeText($0.value)) })
            ]
        }
        let view = View(
            title: words.title[language], text: words.text[language], again: again,
            home: AttributeText(language == .en ? "/en/" : "/"), homeText: Texts.home[language],
            number: number.isEmpty ? "" : "\(Texts.number[language]): \(status)-\(number)")
        let frame = PageFrame(
            language: language, title: words.title[language], translation: translation,
            content: template.render(view))
        var response = WebResponse.page(frame.html(), status: status)
        if case .notReady = fault { response.headers.append(("Refresh", "1")) }
        return response
    }

    private struct View {
        let title: String
        let text: String
        let again: [Again]
        let home: AttributeText
        let homeText: String
        let number: String
    }

    private struct Again {
        struct Field {
            let name: AttributeText
            let value: AttributeText
        }
        let action: AttributeText
        let token: AttributeText
        let button: String
        let fields: [Field]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{text}}</p>
        {{#again}}
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        {{#fields}}
        <input type="hidden" name="{{{name}}}" value="{{{value}}}">
        {{/fields}}
        <div class="buttons"><button class="main" type="submit">{{button}}</button></div>
        </form>
        {{/again}}
        <p><a href="{{{home}}}">{{homeText}}</a></p>
        <p class="small">{{number}}</p>

        """)

    private static func words(_ fault: WebFault) -> (Int, (title: LocalizedText, text: LocalizedText)) {
        switch fault {
        case .notFound: (404, Texts.notFound)
        case .gone: (410, Texts.gone)
        case .linkEnded: (410, Texts.linkEnded)
        case .broken: (400, Texts.broken)
        case .tooLarge: (413, Texts.tooLarge)
        case .tooMany: (429, Texts.tooMany)
        case .foreign: (403, Texts.foreign)
        case .expired: (403, Texts.expired)
        case .closed: (409, Texts.closed)
        case .denied: (403, Texts.denied)
        case .changedMeanwhile: (409, Texts.changedMeanwhile)
        case .notReady: (503, Texts.notReady)
        case .failed: (500, Texts.failed)
        }
    }

    // MARK: - Wordings

    private typealias Words = (title: LocalizedText, text: LocalizedText)

    private enum Texts {
        static let home = LocalizedText(nl: "Naar het begin", en: "To the start")
        static let number = LocalizedText(nl: "Nummer voor de helpdesk", en: "Number for the helpdesk")
        static let sendAgain = LocalizedText(nl: "Opnieuw versturen", en: "Send again")

        static let notFound: Words = (
            LocalizedText(nl: "Deze pagina is er niet", en: "There is no such page"),
            LocalizedText(
                nl: "Controleer het adres, of ga naar het begin en zoek daar verder.",
                en: "Check the address, or go to the start and look from there.")
        )
        static let gone: Words = (
            LocalizedText(nl: "Dit dossier is verwijderd", en: "This dossier was deleted"),
            LocalizedText(
                nl: "Iemand heeft het dossier verwijderd, met alle antwoorden. Het is niet terug te halen.",
                en: "Somebody deleted the dossier with all its answers. It cannot be brought back.")
        )
        static let linkEnded: Words = (
            LocalizedText(nl: "Deze link werkt niet meer", en: "This link works no longer"),
            LocalizedText(
                nl: "De link is verlopen of ingetrokken. Vraag degene die hem stuurde om een nieuwe.",
                en: "The link has expired or was taken back. Ask the one who sent it for a new one.")
        )
        static let broken: Words = (
            LocalizedText(nl: "Wat u stuurde is niet goed aangekomen", en: "What you sent did not arrive well"),
            LocalizedText(
                nl: "Ga terug in de browser en verstuur het nog een keer. Er is niets opgeslagen of veranderd.",
                en: "Go back in the browser and send it again. Nothing was saved or changed.")
        )
        static let tooLarge: Words = (
            LocalizedText(nl: "Dat is te groot", en: "That is too large"),
            LocalizedText(
                nl:
                    "Een bestand mag 20 MB groot zijn, de tekst van een formulier 1 MB. Maak het kleiner en probeer het "
                    + "opnieuw.",
                en: "A file may have 20 MB, the text of a form 1 MB. Make it smaller and try again.")
        )
        static let tooMany: Words = (
            LocalizedText(nl: "Even rustig aan", en: "Slow down a little"),
            LocalizedText(
                nl: "Er komen heel veel verzoeken van uw computer. Wacht een minuut en probeer het opnieuw.",
                en: "Very many requests come from your computer. Wait a minute and try again.")
        )
        static let foreign: Words = (
            LocalizedText(nl: "Dit mag niet", en: "This is not allowed"),
            LocalizedText(
                nl:
                    "Dit verzoek kwam van een andere website, of uw browser zei niet waar het vandaan kwam. Er is niets "
                    + "veranderd. Ga naar het begin en doe het daar.",
                en:
                    "This request came from another website, or your browser did not say where it came from. Nothing was "
                    + "changed. Go to the start and do it there.")
        )
        static let expired: Words = (
            LocalizedText(nl: "Verstuur het nog een keer", en: "Send it once more"),
            LocalizedText(
                nl: "Deze pagina stond lang open, of het programma is opnieuw gestart. Wat u invulde is nog niet "
                    + "opgeslagen, maar ook niet weg: verstuur het opnieuw.",
                en:
                    "This page was open for long, or the program was started anew. What you filled in is not saved yet, but "
                    + "not lost either: send it again.")
        )
        static let denied: Words = (
            LocalizedText(nl: "Deze pagina hoort niet bij uw rol", en: "This page does not go with your role"),
            LocalizedText(
                nl:
                    "Er is niets veranderd. Heeft u de pagina nodig voor uw werk? Vraag uw beheerder om een andere rol.",
                en: "Nothing was changed. Do you need the page for your work? Ask your administrator for another role.")
        )
        static let closed: Words = (
            LocalizedText(nl: "Dit dossier is gesloten", en: "This dossier is closed"),
            LocalizedText(
                nl: "In een gesloten dossier verandert niets meer. Maak een kopie om ermee verder te werken.",
                en: "Nothing changes in a closed dossier. Make a copy to go on with it.")
        )
        static let changedMeanwhile: Words = (
            LocalizedText(
                nl: "Iemand anders veranderde intussen iets", en: "Somebody else changed something meanwhile"),
            LocalizedText(
                nl: "Er is niets veranderd door wat u deed. Ga terug, bekijk het dossier opnieuw en kies dan.",
                en: "What you did changed nothing. Go back, look at the dossier again, and then choose.")
        )
        static let notReady: Words = (
            LocalizedText(nl: "Een ogenblik", en: "One moment"),
            LocalizedText(
                nl: "Het programma leest de regels. Deze pagina komt vanzelf.",
                en: "The program reads the rules. This page comes by itself.")
        )
        static let failed: Words = (
            LocalizedText(nl: "Er ging iets mis", en: "Something went wrong"),
            LocalizedText(
                nl:
                    "Het ligt niet aan u. Wat eerder is opgeslagen, is er nog. Probeer het opnieuw; gebeurt het weer, geef dan "
                    + "het nummer hieronder door.",
                en:
                    "It is not your fault. What was saved before is still there. Try again; if it happens once more, pass on "
                    + "the number below.")
        )
    }
}
