import Analyst
import RuleEngine

/// A page on which people get a form for a spreadsheet, send it filled in, and see what it changes before anything is kept.
struct FilledFormView {
    /// The fields of the forms on the page.
    enum Field {
        static let file = "file"
        static let action = "do"
        static let mark = "mark"
    }

    /// What somebody asks for on the page.
    enum Action: String { case send, apply, forget }

    /// A table of what changes; `mark` tells it from others, so that what is taken over is what was shown.
    struct Preview {
        struct Row {
            let title: String
            let cells: [String]
        }
        let title: String
        let intro: String
        let heads: [String]
        let rows: [Row]
        let action: AttributeText
        let token: AttributeText
        let mark: AttributeText
        let applies: [String]
        let forget: String

        /// - Parameters:
        ///   - nothing: what is said where nothing changes; `nil` where something does.
        ///   - canApply: whether it may be taken over.
        init(
            _ heads: [LocalizedText], _ rows: [Row], mark: String, nothing: LocalizedText?, canApply: Bool = true,
            _ sending: Sending
        ) {
            let language = sending.language
            title = Texts.preview[language]
            intro = (nothing ?? Texts.notYet)[language]
            self.heads = heads.map { $0[language] }
            self.rows = rows
            (action, token) = (sending.action, sending.token)
            self.mark = AttributeText(mark)
            applies = nothing == nil && canApply ? [Texts.apply[language]] : []
            forget = Texts.forget[language]
        }
    }

    /// Where forms of the page are sent, and in which language the page is.
    struct Sending {
        let action: AttributeText
        let token: AttributeText
        let language: Language
    }

    /// The part of the page where the form is sent.
    struct Form {
        let title: String
        let action: AttributeText
        let token: AttributeText
        let file: String
        let button: String

        init(
            _ title: LocalizedText, file: LocalizedText, hint: LocalizedText, _ mistakes: [PageFrame.Mistake],
            _ sending: Sending
        ) {
            let language = sending.language
            self.title = title[language]
            (action, token) = (sending.action, sending.token)
            self.file = FormField(
                name: Field.file, label: file[language], hint: hint[language],
                input: .files(accept: ".csv,.tsv,.txt,.xlsx,.ods"), isRequired: true
            ).html(mistakes)
            button = Texts.button[language]
        }
    }

    /// What cannot be taken over.
    struct Faults {
        let title: String
        let lines: [String]
    }

    let title: String
    let intro: String
    let closed: [String]
    let faults: [Faults]
    let previews: [Preview]
    let formTitle: String
    let formats: [PageFrame.Link]
    let forms: [Form]

    /// - Parameters:
    ///   - closed: why nothing can be sent.
    ///   - faults: line by line what is wrong with what was sent.
    ///   - formTitle: above the links to the form.
    ///   - formats: the address of the form, and what it is called in words.
    init(
        title: String, intro: String, closed: [String] = [], faults: [String], preview: Preview?, formTitle: String,
        formats: [PageFrame.Link], form: Form?, _ language: Language
    ) {
        (self.title, self.intro, self.closed) = (title, intro, closed)
        self.faults = faults.isEmpty ? [] : [Faults(title: Texts.faults[language], lines: faults)]
        previews = preview.map { [$0] } ?? []
        (self.formTitle, self.formats) = (formTitle, formats)
        forms = form.map { [$0] } ?? []
    }

    var html: String { Self.template.render(self) }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        {{#closed}}
        <div class="inset"><p>{{.}}</p></div>
        {{/closed}}
        {{#faults}}
        <h2>{{title}}</h2>
        <ul>
        {{#lines}}
        <li>{{.}}</li>
        {{/lines}}
        </ul>
        {{/faults}}
        {{#previews}}
        <h2 id="preview">{{title}}</h2>
        <p>{{intro}}</p>
        <div class="wide" tabindex="0" role="region" aria-labelledby="preview">
        <table>
        <thead><tr>{{#heads}}<th scope="col">{{.}}</th>{{/heads}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{title}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="mark" value="{{{mark}}}">
        <div class="buttons">
        {{#applies}}
        <button class="main" type="submit" name="do" value="apply">{{.}}</button>
        {{/applies}}
        <button type="submit" name="do" value="forget">{{forget}}</button>
        </div>
        </form>
        {{/previews}}
        <h2>{{formTitle}}</h2>
        <div class="buttons">
        {{#formats}}
        <a class="button" href="{{{address}}}">{{text}}</a>
        {{/formats}}
        </div>
        {{#forms}}
        <h2>{{title}}</h2>
        <form method="post" action="{{{action}}}" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        {{{file}}}
        <div class="buttons"><button type="submit" name="do" value="send">{{button}}</button></div>
        </form>
        {{/forms}}

        """)

    // MARK: - Wordings

    private enum Texts {
        static let button = LocalizedText(nl: "Bekijk wat er verandert", en: "See what changes")
        static let faults = LocalizedText(nl: "Wat er niet overgenomen kan worden", en: "What cannot be taken over")
        static let preview = LocalizedText(nl: "Wat er verandert", en: "What changes")
        static let notYet = LocalizedText(
            nl: "Er is nog niets bewaard. Kijk of dit klopt, en druk dan op ‘Overnemen’.",
            en: "Nothing is kept yet. See whether this is right, and then press ‘Apply’.")
        static let apply = LocalizedText(nl: "Overnemen", en: "Apply")
        static let forget = LocalizedText(nl: "Niet overnemen", en: "Do not apply")
    }
}

extension LocalizedText {
    /// What is told of a file that cannot be taken over.
    static let filledFormRefused = LocalizedText(
        nl: "Er is nog niets overgenomen. Onder de titel staat per cel wat er niet klopt.",
        en: "Nothing is taken over yet. Below the title it says cell by cell what is wrong.")
}
