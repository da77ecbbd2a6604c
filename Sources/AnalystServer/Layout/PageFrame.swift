import Analyst
package import RuleEngine

/// What all pages share: header, language, back link, list of mistakes, and the frame around the content.
package struct PageFrame: Sendable {
    /// A mistake in a form, with the field that it is in.
    package struct Mistake: Hashable, Sendable {
        package let field: String
        package let text: String
    }

    package struct Link: Sendable {
        package let address: AttributeText
        package let text: String

        package init(_ address: String, _ text: String) {
            self.address = AttributeText(address)
            self.text = text
        }
    }

    package let language: Language
    /// Without the name of the product.
    package let title: String
    /// The dossier that the page is about.
    package var dossier: Link?
    package var back: Link?
    /// Who is logged in, with the way to the account and out.
    package var account: Link?
    package var mistakes: [Mistake] = []
    package var notice: WebSession.Notice?
    /// With tables and drawings that need more room than lines of text.
    package var isWide = false
    /// The form whose typed text is kept when somebody leaves by the links of the frame: these are buttons of the form then,
    /// as nothing else sends what is typed where scripts are off.
    package var keptBy: String?
    /// The same page in the other language.
    package var translation: String
    /// HTML.
    package var content: String

    package func html() -> String {
        let prefix = language == .en ? "/en" : ""
        let parts = [
            mistakes.isEmpty ? nil : Words.error[language], title, dossier.flatMap { $0.text == title ? nil : $0.text },
            Words.product[language],
        ]
        let heading = [parts[1], parts[2], parts[3]].compactMap { $0 }.joined(separator: " – ")
        let other: Language = language == .nl ? .en : .nl
        let links = [
            dossier.map { View.Way(style: "dossier", link: $0) },
            View.Way(
                style: "language", link: Link(translation, other == .nl ? "Nederlands" : "English"),
                language: " lang=\"\(other.rawValue)\"", target: " hreflang=\"\(other.rawValue)\""),
        ].compactMap(\.self)
        let back = back.map { [View.Way(style: "", link: $0)] } ?? []
        let view = View(
            language: language.rawValue,
            title: parts[0].map { "\($0) \(heading)" } ?? heading,
            skip: Words.skip[language], product: Words.product[language], home: AttributeText(prefix + "/"),
            defaults: keptBy.map { [AttributeText($0)] } ?? [],
            accountTitle: Words.account[language], accounts: account.map { [$0] } ?? [],
            links: keptBy == nil ? links : [], buttons: keptBy == nil ? [] : links,
            form: AttributeText(keptBy ?? ""),
            hasBack: back.isEmpty
                ? []
                : [
                    .init(links: keptBy == nil ? back : [], buttons: keptBy == nil ? [] : back)
                ],
            summaries: mistakes.isEmpty
                ? []
                : [
                    .init(
                        title: Words.problem[language],
                        lines: mistakes.map { .init(field: AttributeText($0.field), text: $0.text) })
                ],
            notices: notice.map { [$0] } ?? [],
            width: isWide ? " class=\"wide-page\"" : "", content: content, help: Words.help[language],
            helpLink: AttributeText(prefix + "/help"),
            footer: Words.footer[language])
        return HarmlessText.of(Self.template.render(view), lineBreaks: .kept)
    }

    private struct View {
        /// To the dossier, the other language, or back.
        struct Way {
            let style: String
            let link: Link
            var language = ""
            var target = ""
        }
        struct Ways {
            let links: [Way]
            let buttons: [Way]
        }
        struct Summary {
            struct Line {
                let field: AttributeText
                let text: String
            }
            let title: String
            let lines: [Line]
        }
        let language: String
        let title: String
        let skip: String
        let product: String
        let home: AttributeText
        /// The form that the key of entry sends.
        let defaults: [AttributeText]
        let accountTitle: String
        let accounts: [Link]
        let links: [Way]
        let buttons: [Way]
        let form: AttributeText
        let hasBack: [Ways]
        let summaries: [Summary]
        let notices: [WebSession.Notice]
        let width: String
        let content: String
        let help: String
        let helpLink: AttributeText
        let footer: String
    }

    private static let template = HTMLTemplate(
        """
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}}</title>
        <link rel="stylesheet" href="/style.css">
        <link rel="icon" href="data:,">
        </head>
        <body>
        <a class="skip" href="#content">{{skip}}</a>
        {{#defaults}}
        <button class="unseen" type="submit" form="{{{.}}}" name="do" value="save" tabindex="-1" aria-hidden="true"></button>
        {{/defaults}}
        <header>
        <div class="bar">
        <a class="product" href="{{{home}}}">{{product}}</a>
        {{#accounts}}
        <a class="account" href="{{{address}}}"><span class="unseen">{{accountTitle}}</span> {{text}}</a>
        {{/accounts}}
        {{#links}}
        {{#link}}
        <a class="{{style}}" href="{{{address}}}"{{{language}}}{{{target}}}>{{text}}</a>
        {{/link}}
        {{/links}}
        {{#buttons}}
        {{#link}}
        <button class="link {{style}}" type="submit" form="{{{form}}}" name="go" value="{{{address}}}"{{{language}}}>{{text}}</button>
        {{/link}}
        {{/buttons}}
        </div>
        </header>
        <div class="column">
        {{#hasBack}}
        <nav class="back">
        {{#links}}
        {{#link}}
        <a href="{{{address}}}">{{text}}</a>
        {{/link}}
        {{/links}}
        {{#buttons}}
        {{#link}}
        <button class="link" type="submit" form="{{{form}}}" name="go" value="{{{address}}}">{{text}}</button>
        {{/link}}
        {{/buttons}}
        </nav>
        {{/hasBack}}
        <main id="content" tabindex="-1"{{{width}}}>
        {{#summaries}}
        <div class="mistakes" id="mistakes" role="alert" tabindex="-1" autofocus aria-labelledby="mistakes-title">
        <h2 id="mistakes-title">{{title}}</h2>
        <ul>
        {{#lines}}
        <li><a href="#{{{field}}}">{{text}}</a></li>
        {{/lines}}
        </ul>
        </div>
        {{/summaries}}
        {{#notices}}
        <div class="notice" role="status">
        <p><strong>{{title}}</strong></p>
        {{#lines}}
        <p>{{.}}</p>
        {{/lines}}
        </div>
        {{/notices}}
        {{{content}}}
        </main>
        </div>
        <footer>
        <div class="bar">
        <a href="{{{helpLink}}}">{{help}}</a>
        <p>{{footer}}</p>
        </div>
        </footer>
        </body>
        </html>

        """)

    // MARK: - Wordings

    private enum Words {
        static let product = LocalizedText(nl: "Gebiedsanalyse", en: "Area analysis")
        static let account = LocalizedText(nl: "Uw account:", en: "Your account:")
        static let error = LocalizedText(nl: "Fout:", en: "Error:")
        static let problem = LocalizedText(nl: "Er klopt iets nog niet", en: "Something is not right yet")
        static let skip = LocalizedText(nl: "Naar de inhoud", en: "Skip to the content")
        static let help = LocalizedText(nl: "Hulp en contact", en: "Help and contact")
        static let footer = LocalizedText(
            nl: "De uitkomst is een advies. Mensen beslissen.", en: "The outcome is advice. People decide.")
    }
}
