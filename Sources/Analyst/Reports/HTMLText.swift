package import RuleEngine

/// HTML that is written element by element, for pages that are no reports of an analysis.
///
///     var page = HTMLText()
///     page.element("p", text: "1 < 2")
///
/// Markup in texts and attributes is escaped. No page has a script unless it is asked for one of its own folder.
package struct HTMLText: Sendable {
    package private(set) var text = ""

    package init() {}

    /// An element; attributes without a value are left out.
    package mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], content: (inout HTMLText) -> Void
    ) {
        begin(name, attributes)
        content(&self)
        text += "</\(name)>"
    }

    /// An element that holds a text.
    package mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text content: String
    ) {
        element(name, attributes) { $0.write(content) }
    }

    /// An element that holds nothing and has no end, such as `input`.
    package mutating func void(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        begin(name, attributes)
    }

    /// A text inside the element.
    package mutating func write(_ content: String) { text += XMLText.escaped(content, inAttribute: false) }

    /// A picture or the like, which is markup already.
    package mutating func markup(_ xml: XMLText) { text += xml.text }

    /// A piece of a page that is markup already, with all texts in it escaped.
    package mutating func markup(html: String) { text += html }

    /// A line break in the text of the page, which readers do not see.
    package mutating func newLine() { text += "\n" }

    private mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        text += "<\(name)"
        for (name, value) in attributes {
            guard let value else { continue }
            text += " \(name)=\"\(XMLText.escaped(value, inAttribute: true))\""
        }
        text += ">"
    }

    /// A whole page: its head, a way to skip what is the same on each page, and the content.
    ///
    /// - Parameters:
    ///   - style: more rules for the style sheet.
    ///   - script: the address of a script in the folder of the page.
    ///   - header: what stands above the content, such as ways to other pages.
    package static func page(
        title: String, language: Language, style: String = "", script: String? = nil,
        header: (inout HTMLText) -> Void = { _ in }, content: (inout HTMLText) -> Void
    ) -> String {
        var page = HTMLText()
        page.text = "<!DOCTYPE html>\n"
        page.element("html", ["lang": language.rawValue]) { html in
            html.newLine()
            html.element("head") { head in
                head.void("meta", ["charset": "utf-8"])
                let policy =
                    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"
                    + (script == nil ? "" : "; script-src 'self'")
                head.void("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
                head.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                head.element("title", text: title)
                // A style sheet of this program, in which no author's text stands.
                head.text += "<style>\n\(HTMLStyle.sheet)\n\(style)</style>"
            }
            html.newLine()
            html.element("body") { body in
                body.element("a", ["class": "skip", "href": "#content"], text: skip[language])
                header(&body)
                body.newLine()
                body.element("main", ["id": "content", "tabindex": "-1"]) { content(&$0) }
                if let script { body.element("script", ["src": script], text: "") }
            }
        }
        page.newLine()
        return page.text
    }
}

// MARK: - Wordings

private let skip = LocalizedText(nl: "Direct naar de inhoud", en: "Skip to the content")
