import Analyst
import RuleEngine

/// Where a name is declared and used: a parameter, a code, a source, what was found in one.
package enum RuleUsagePage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let bench = try Workbench.browsing(visit)
        let language = visit.language
        guard let name = visit.request.query["name"] else { throw .notFound }
        guard let rules = try await bench.rules() else { return bench.wait(Texts.reading) }
        let uses = RuleUses([name], rules, bench)
        guard !uses.entries.isEmpty else { throw .notFound }
        return bench.show(
            Texts.title(name)[language], back: bench.version == nil ? .init(bench.home, Texts.back[language]) : nil
        ) { page in
            for entry in uses.entries {
                page.element(
                    "h2", text: "\(entry.symbol.kind[language]): \(entry.title?[language] ?? entry.symbol.name)")
                for span in entry.declarations {
                    page.element("p") { line in
                        line.write("\(RuleMention.Role.declares.words[language]) ")
                        line.element("a", ["href": bench.file(span.file, line: span.start.line)], text: span.place)
                    }
                }
                RuleUses.write(declarationOf: entry.symbol, rules, language, to: &page)
            }
            page.element("h2", text: Texts.used[language])
            uses.write(to: &page)
        }
    }

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de werkbank", en: "Back to the workbench")
        static let reading = LocalizedText(nl: "De regels worden gelezen.", en: "The rules are being read.")
        static let used = LocalizedText(nl: "Waar het wordt gebruikt", en: "Where it is used")

        static func title(_ name: String) -> LocalizedText {
            LocalizedText(nl: "Waar staat ‘\(name)’?", en: "Where is ‘\(name)’?")
        }
    }
}
