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
    package var mistakes: [Mistake] = []
    package var notice: WebSession.Notice?
    /// With tables and drawings that need more room than lines of text.
    package var isWide = false
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
        let view = View(
            language: language.rawValue,
            title: parts[0].map { "\($0) \(heading)" } ?? heading,
            skip: Words.skip[language], product: Words.product[language], home: AttributeText(prefix + "/"),
            dossierLinks: dossier.map { [$0] } ?? [],
            translation: AttributeText(translation), otherCode: other.rawValue,
            otherName: other == .nl ? "Nederlands" : "English",
            backLinks: back.map { [$0] } ?? [],
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
        let dossierLinks: [Link]
        let translation: AttributeText
        let otherCode: String
        let otherName: String
        let backLinks: [Link]
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
        <header>
        <div class="bar">
        <a class="product" href="{{{home}}}">{{product}}</a>
        {{#dossierLinks}}
        <a class="dossier" href="{{{address}}}">{{text}}</a>
        {{/dossierLinks}}
        <a class="language" href="{{{translation}}}" lang="{{otherCode}}" hreflang="{{otherCode}}">{{otherName}}</a>
        </div>
        </header>
        <div class="column">
        {{#backLinks}}
        <nav class="back"><a href="{{{address}}}">{{text}}</a></nav>
        {{/backLinks}}
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
        static let error = LocalizedText(nl: "Fout:", en: "Error:")
        static let problem = LocalizedText(nl: "Er klopt iets nog niet", en: "Something is not right yet")
        static let skip = LocalizedText(nl: "Naar de inhoud", en: "Skip to the content")
        static let help = LocalizedText(nl: "Hulp en contact", en: "Help and contact")
        static let footer = LocalizedText(
            nl: "De uitkomst is een advies. Mensen beslissen.", en: "The outcome is advice. People decide.")
    }
}
