import Analyst
import RuleEngine

/// What was found of words in the rules, kind by kind.
package enum RuleSearchPage: WebPage {
    private static let most = 40
    private static let longest = 200

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let bench = try Workbench.browsing(visit)
        guard let rules = try await bench.rules() else { return bench.wait(Texts.reading) }
        let language = visit.language
        let text = String((visit.request.query["q"] ?? "").prefix(longest))
        let search = RuleSearch(text, in: rules.index, files: rules.files, language, most: most)
        let title = text.isEmpty ? Texts.title[language] : Texts.found(text)[language]
        return bench.show(title, back: bench.version == nil ? .init(bench.home, Texts.back[language]) : nil) { page in
            writeForm(text, bench, to: &page)
            guard !text.isEmpty else { return }
            if search.isEmpty {
                page.element("p", ["role": "status"], text: Texts.nothing[language])
                if let near = rules.index.suggestion(for: text) {
                    page.element("p") { line in
                        line.write("\(Texts.meant[language]) ")
                        line.element("a", ["href": bench.usage(of: near)], text: near)
                    }
                }
            }
            for kind in RuleSearch.Kind.allCases {
                guard let hits = search.hits[kind], let count = search.counts[kind] else { continue }
                page.element("h2", text: "\(Texts.title(kind)[language]) (\(count))")
                page.element("ul", ["class": "plain"]) { list in
                    for hit in hits { list.element("li") { write(hit, bench, to: &$0) } }
                }
                if count > hits.count { page.element("p", text: Texts.more(count - hits.count)[language]) }
            }
        }
    }

    private static func write(_ hit: RuleSearch.Hit, _ bench: Workbench, to item: inout HTMLText) {
        if let symbol = hit.symbol {
            item.element("a", ["href": bench.address(of: symbol)], text: hit.title)
            if symbol.name != hit.title {
                item.write(" ")
                item.element("code", text: symbol.name)
            }
        } else {
            let isFile = hit.title == hit.file
            item.element(
                "a", ["href": bench.file(hit.file, line: isFile ? nil : hit.line)],
                text: isFile ? hit.file : "\(hit.file):\(hit.line)")
            if !isFile {
                item.write(" ")
                item.element("code", text: hit.title)
            }
        }
    }

    /// The form in which to type the words.
    static func writeForm(_ text: String, _ bench: Workbench, to page: inout HTMLText) {
        let language = bench.language
        page.element(
            "form",
            [
                "method": "get", "action": bench.visit.address("rules", "search"), "role": "search", "class": "search",
                "novalidate": "",
            ]
        ) { form in
            form.markup(html: FormField(name: "q", label: Texts.label[language], value: text).html())
            if let version = bench.version {
                form.markup(html: "<input type=\"hidden\" name=\"version\" value=\"\(AttributeText(version.id))\">")
            }
            form.element("button", ["type": "submit"], text: Texts.button[language])
        }
    }

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Zoeken in de regels", en: "Search the rules")
        static let back = LocalizedText(nl: "Terug naar de werkbank", en: "Back to the workbench")
        static let reading = LocalizedText(nl: "De regels worden gelezen.", en: "The rules are being read.")
        static let label = LocalizedText(
            nl: "Zoek in regels, grenzen, bronnen en teksten", en: "Search rules, thresholds, sources and texts")
        static let button = LocalizedText(nl: "Zoek", en: "Search")
        static let nothing = LocalizedText(
            nl: "Niets gevonden. Alle woorden moeten samen voorkomen; probeer er minder.",
            en: "Nothing was found. All words have to occur together; try fewer.")
        static let meant = LocalizedText(nl: "Bedoelde u", en: "Did you mean")

        static func found(_ text: String) -> LocalizedText {
            LocalizedText(nl: "Gevonden voor ‘\(text)’", en: "Found for ‘\(text)’")
        }

        static func more(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: "En nog \(count). Voeg een woord toe om minder te vinden.",
                en: "And \(count) more. Add a word to find fewer.")
        }

        static func title(_ kind: RuleSearch.Kind) -> LocalizedText {
            switch kind {
            case .rules: LocalizedText(nl: "Regels", en: "Rules")
            case .parameters: LocalizedText(nl: "Grenzen en andere getallen", en: "Thresholds and other numbers")
            case .codes: LocalizedText(nl: "Codes van lijsten", en: "Codes of lists")
            case .sources: LocalizedText(nl: "Bronnen en wat erin staat", en: "Sources and what they say")
            case .others:
                LocalizedText(nl: "Lijsten, soorten feiten en regelsets", en: "Lists, kinds of fact and rule sets")
            case .files: LocalizedText(nl: "Bestanden", en: "Files")
            case .lines: LocalizedText(nl: "Regels tekst", en: "Lines of text")
            }
        }
    }
}
