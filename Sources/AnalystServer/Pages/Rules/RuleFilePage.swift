import Analyst
import RuleEngine

/// A file of the rules to read, with what is declared in it.
package enum RuleFilePage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let bench = try Workbench.browsing(visit)
        guard let path = visit.request.query["file"].flatMap({ RuleFilePath($0) }) else { throw .notFound }
        guard let rules = try await bench.rules() else { return bench.wait(Texts.reading) }
        let language = visit.language
        guard let file = rules.file(bench.desk.shelf.name(of: path)) else { throw .notFound }
        let own = rules.ruleBase.rules.filter { $0.span.file == file.name }
        let cases = RuleCaseFiles.name(beside: file.name)
        return bench.show(
            file.name, back: bench.version == nil ? .init(bench.home, Texts.back[language]) : nil
        ) { page in
            page.element("p", text: Texts.lines(file.lineCount)[language])
            bench.writeOpening(file.name, to: &page)
            page.element("ul", ["class": "ways"]) { list in
                if !path.isOfCases, rules.file(cases) != nil {
                    list.element("li") { $0.element("a", ["href": bench.file(cases)], text: Texts.cases[language]) }
                }
                if path.isOfCases || rules.file(cases) != nil {
                    let chosen = path.isOfCases ? file.name : cases
                    list.element("li") {
                        $0.element("a", ["href": bench.cases(file: chosen)], text: Texts.run[language])
                    }
                }
            }
            if !own.isEmpty {
                page.element("h2", text: Texts.rules[language])
                page.element("ul", ["class": "plain"]) { list in
                    for rule in own {
                        list.element("li") { item in
                            item.element("a", ["href": bench.rule(rule.name)], text: rule.title[language])
                            item.write(" ")
                            item.element("code", text: rule.name)
                        }
                    }
                }
            }
            page.element("h2", text: Texts.text[language])
            SourceLines(file: file, lines: 1...max(1, file.lineCount), title: file.name, hasAnchors: true).write(
                to: &page)
        }
    }

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de werkbank", en: "Back to the workbench")
        static let reading = LocalizedText(nl: "De regels worden gelezen.", en: "The rules are being read.")
        static let rules = LocalizedText(nl: "Regels in dit bestand", en: "Rules in this file")
        static let text = LocalizedText(nl: "De tekst", en: "The text")
        static let cases = LocalizedText(nl: "De gevallen bij dit bestand", en: "The cases beside this file")
        static let run = LocalizedText(nl: "Draai de gevallen", en: "Run the cases")

        static func lines(_ count: Int) -> LocalizedText {
            LocalizedText(nl: "\(count) regels tekst.", en: "\(count) lines of text.")
        }
    }
}
