import Analyst
import Foundation
import RuleEngine

/// Makes a dossier: from a sheet of this server, from a file, or from a text.
package enum NewDossierPage: WebPage {
    private enum Field {
        static let sheet = "sheet"
        static let file = "file"
        static let text = "text"
        static let title = "title"
        static let again = "again"
    }

    private static let formID = "new-dossier"
    /// What was sent, until a dossier is made of it.
    private static let draft = "new"
    /// No sheet of ours is nearly as long.
    private static let longestText = 2 << 20

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        page(visit, visit.session.drafts[draft] ?? FormFields(), mistakes: [], faults: [], status: 200)
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        if let way = visit.way {
            keep(visit.fields, visit)
            return visit.redirect(way)
        }
        let isAgain = visit.fields[Field.again] != nil
        let fields = isAgain ? visit.session.drafts[draft] ?? visit.fields : visit.fields
        let rules = try visit.rules()
        var mistakes: [PageFrame.Mistake] = []
        guard let text = text(visit, fields, &mistakes) else {
            keep(fields, visit)
            return page(visit, fields, mistakes: mistakes, faults: [], status: 422)
        }
        guard text.utf8.count <= longestText else { throw .tooLarge }
        let new: NewDossier
        do {
            _ = try FactSheet.read(SourceFile(name: Texts.sheet[visit.language], text: text))
                .checked(against: rules.ruleBase)
            new = try NewDossier(try newID(), from: text, title: fields[Field.title])
        } catch let input as BadInput {
            let field = Self.source(fields, visit)
            keep(fields, visit)
            return page(
                visit, fields, mistakes: [.init(field: field, text: Texts.badSheet[visit.language])],
                faults: FaultLines.lines(input, visit.language), status: 422)
        } catch {
            throw .failed("\(error)")
        }
        let sent = FormFields([.init(name: Field.text, value: text)]).with(Field.title, fields[Field.title])
        let warnings = PersonalData.warnings(in: SourceFile(name: "", text: text))
        guard warnings.isEmpty || isAgain || visit.fields[QuestionPage.confirmedField] != nil else {
            keep(sent, visit)
            let lines = FaultLines.lines(BadInput(warnings), visit.language)
            return PersonalDataPage.response(lines, sent, visit, nil)
        }
        let unfinished = try visit.inStore { store throws(DossierFault) in try store.list() }
            .filter { $0.area == new.area && !$0.isClosed }
        guard unfinished.isEmpty || isAgain else {
            keep(sent, visit)
            return goOnOrAgain(visit, unfinished)
        }
        let dossier = try visit.inStore { store throws(DossierFault) in
            try store.create(new, by: visit.author, at: visit.site.setting.instant())
        }
        keep(nil, visit)
        visit.say(Texts.made[visit.language], dossier: dossier.id.text)
        return visit.redirect(visit.address("dossiers", dossier.id.text))
    }

    private static func keep(_ fields: FormFields?, _ visit: Visit) {
        let all = [Field.sheet, Field.text, Field.title]
        let typed = fields.map { FormFields($0.fields.filter { all.contains($0.name) }) }
        visit.site.sessions.keep(typed, for: draft, in: visit.session.id)
    }

    /// A name that nobody guesses.
    static func newID() throws(WebFault) -> DossierID {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<DossierID.byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        guard let id = DossierID(random: bytes) else { throw .failed("no name for a dossier") }
        return id
    }

    /// The sheet that was chosen, sent or pasted: exactly one of them.
    private static func text(
        _ visit: Visit, _ fields: FormFields, _ mistakes: inout [PageFrame.Mistake]
    ) -> String? {
        let language = visit.language
        let file = visit.form.files.first { $0.field == Field.file && !$0.bytes.isEmpty }
        let chosen = fields[Field.sheet]
        let pasted = fields[Field.text] == nil ? nil : fields.raw(Field.text)
        let given = [file != nil, chosen != nil, pasted != nil].count { $0 }
        guard given == 1 else {
            let text = given == 0 ? Texts.nothing : Texts.several
            mistakes.append(.init(field: Field.sheet, text: text[language]))
            return nil
        }
        if let pasted { return pasted.replacing("\r\n", with: "\n") }
        if let file {
            if let reason = SheetRefusal.reason(file.bytes) {
                mistakes.append(.init(field: Field.file, text: reason[language]))
                return nil
            }
            return String(decoding: file.bytes, as: UTF8.self)
        }
        guard let offer = visit.site.setting.sheets().first(where: { $0.id == chosen }) else {
            mistakes.append(.init(field: Field.sheet, text: Texts.unknownSheet[language]))
            return nil
        }
        do {
            return try TextFile.read(URL(filePath: offer.path), name: offer.id).text
        } catch {
            mistakes.append(.init(field: Field.sheet, text: Texts.unknownSheet[language]))
            return nil
        }
    }

    private static func source(_ fields: FormFields, _ visit: Visit) -> String {
        fields[Field.text] != nil
            ? Field.text : visit.form.files.contains { !$0.bytes.isEmpty } ? Field.file : Field.sheet
    }

    // MARK: Pages

    private static func page(
        _ visit: Visit, _ fields: FormFields, mistakes: [PageFrame.Mistake], faults: [String], status: Int
    ) -> WebResponse {
        let language = visit.language
        let offers = visit.site.setting.sheets()
        let view = View(
            title: Texts.title[language], action: AttributeText(visit.here),
            token: AttributeText(visit.session.formToken), faults: faults,
            fields: [
                FormField(
                    name: Field.sheet, label: Texts.choose[language], hint: Texts.chooseHint[language],
                    input: .choice(
                        [.init(value: "", text: Texts.noSheet[language])]
                            + offers.map { .init(value: $0.id, text: $0.title[language]) }),
                    value: fields[Field.sheet]),
                FormField(
                    name: Field.file, label: Texts.file[language], hint: Texts.fileHint[language],
                    input: .files(accept: ".yaml,.yml")),
                FormField(
                    name: Field.text, label: Texts.text[language], hint: Texts.textHint[language],
                    input: .area(rows: 6), value: fields.raw(Field.text)),
                FormField(
                    name: Field.title, label: Texts.name[language], hint: Texts.nameHint[language],
                    value: fields.raw(Field.title)),
            ].map { $0.html(mistakes) },
            button: Texts.make[language])
        return visit.page(
            Texts.title[language], template.render(view), back: .init(visit.address([]), Texts.back[language]),
            mistakes: mistakes, status: status, keptBy: formID)
    }

    private static func goOnOrAgain(_ visit: Visit, _ dossiers: [DossierSummary]) -> WebResponse {
        let language = visit.language
        let view = ChoiceView(
            title: Texts.goOnOrAgain[language], text: Texts.unfinished[language],
            dossiers: dossiers.map {
                .init(
                    link: AttributeText(visit.address("dossiers", $0.id.text)),
                    text: Texts.goOn($0.title, AnswerText.moment($0.changed, in: language))[language])
            },
            action: AttributeText(visit.here), token: AttributeText(visit.session.formToken),
            again: Texts.again[language])
        return visit.page(
            Texts.goOnOrAgain[language], choiceTemplate.render(view),
            back: .init(visit.address("dossiers", "new"), Texts.backToForm[language]))
    }

    private struct View {
        let title: String
        let action: AttributeText
        let token: AttributeText
        let faults: [String]
        let fields: [String]
        let button: String
    }

    private struct ChoiceView {
        struct Entry {
            let link: AttributeText
            let text: String
        }
        let title: String
        let text: String
        let dossiers: [Entry]
        let action: AttributeText
        let token: AttributeText
        let again: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <ul>
        {{#faults}}
        <li>{{.}}</li>
        {{/faults}}
        </ul>
        <form id="\(formID)" method="post" action="{{{action}}}" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        {{#fields}}
        {{{.}}}
        {{/fields}}
        <div class="buttons"><button class="main" type="submit">{{button}}</button></div>
        </form>

        """)

    private static let choiceTemplate = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{text}}</p>
        <ul class="actions">
        {{#dossiers}}
        <li><a href="{{{link}}}">{{text}}</a></li>
        {{/dossiers}}
        </ul>
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="again" value="yes">
        <div class="buttons"><button type="submit">{{again}}</button></div>
        </form>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Nieuw dossier", en: "New dossier")
        static let back = LocalizedText(nl: "Uw dossiers", en: "Your dossiers")
        static let backToForm = LocalizedText(nl: "Terug", en: "Back")
        static let sheet = LocalizedText(nl: "feitenblad", en: "fact sheet")
        static let choose = LocalizedText(nl: "Kies een gebied", en: "Choose an area")
        static let chooseHint = LocalizedText(
            nl: "Van deze gebieden is er een feitenblad. Kies er een, of gebruik een van de velden hieronder.",
            en: "There is a fact sheet of these areas. Choose one, or use one of the fields below.")
        static let noSheet = LocalizedText(nl: "Geen van deze", en: "None of these")
        static let file = LocalizedText(nl: "Of stuur een feitenblad op", en: "Or send a fact sheet")
        static let fileHint = LocalizedText(
            nl: "Een bestand in YAML, zoals ‘analyst sheet new’ het maakt.",
            en: "A file in YAML, as ‘analyst sheet new’ makes it.")
        static let text = LocalizedText(
            nl: "Of plak de tekst van een feitenblad", en: "Or paste the text of a fact sheet")
        static let textHint = LocalizedText(
            nl: "Plak de hele tekst, van ‘sheet:’ tot het einde.", en: "Paste the whole text, from ‘sheet:’ to the end."
        )
        static let name = LocalizedText(nl: "Naam van het dossier", en: "Name of the dossier")
        static let nameHint = LocalizedText(
            nl: "Mag leeg blijven; dan heet het naar het gebied.",
            en: "May stay empty; then it is called after the area.")
        static let make = LocalizedText(nl: "Dossier maken", en: "Make the dossier")
        static let made = LocalizedText(nl: "Het dossier is gemaakt.", en: "The dossier was made.")
        static let nothing = LocalizedText(
            nl: "Kies een gebied, stuur een bestand of plak een tekst.",
            en: "Choose an area, send a file or paste a text.")
        static let several = LocalizedText(
            nl: "Gebruik één van de drie: een gebied kiezen, een bestand sturen of een tekst plakken.",
            en: "Use one of the three: choose an area, send a file or paste a text.")
        static let unknownSheet = LocalizedText(
            nl: "Dit feitenblad is er niet meer. Kies een ander.",
            en: "This fact sheet is no longer there. Choose another.")
        static let badSheet = LocalizedText(
            nl: "Dit feitenblad kan zo niet gebruikt worden. Onder de titel staat wat eraan te doen is.",
            en: "This fact sheet cannot be used as it is. Below the title it says what to do about it.")
        static let goOnOrAgain = LocalizedText(
            nl: "Doorgaan of opnieuw beginnen?", en: "Go on or begin anew?")
        static let unfinished = LocalizedText(
            nl: "Over dit gebied is er al een dossier dat nog niet gesloten is.",
            en: "There is already a dossier about this area that is not closed yet.")
        static let again = LocalizedText(nl: "Opnieuw beginnen", en: "Begin anew")

        static func goOn(_ title: String, _ changed: String) -> LocalizedText {
            LocalizedText(
                nl: "Doorgaan met ‘\(title)’, gewijzigd op \(changed)",
                en: "Go on with ‘\(title)’, changed on \(changed)")
        }
    }
}
