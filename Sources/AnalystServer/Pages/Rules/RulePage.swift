import Analyst
import RuleEngine

/// One rule: in words, with its cases and what became of them, where it is used, and as it is written.
package enum RulePage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let bench = try Workbench.browsing(visit)
        let language = visit.language
        guard let rules = try await bench.rules() else { return bench.wait(Texts.reading) }
        guard let name = visit.request.query["rule"], let rule = rules.ruleBase.rule(name),
            let filter = RuleTestFilter(casesOf: name, in: rules.ruleBase)
        else { throw .notFound }
        guard
            let trial = await bench.desk.trial(
                rules, filter, named: "rule \(name)", subject: "\(bench.subject)/\(name)", language)
        else { return bench.wait(Texts.running) }
        return bench.show(
            rule.title[language], back: bench.version == nil ? .init(bench.home, Texts.back[language]) : nil
        ) { page in
            page.element("p") { line in
                line.element("code", text: rule.name)
                line.write(" \(Texts.standsIn[language]) ")
                line.element(
                    "a", ["href": bench.file(rule.span.file, line: rule.span.start.line)], text: rule.span.place)
            }
            page.element("div", ["class": "card"]) { card in
                RuleArticle(rules.ruleBase, language, addresses: bench.articleAddresses).write(rule, to: &card)
            }
            bench.writeOpening(rule.span.file, to: &page)
            page.element("h2", text: Texts.cases(trial.run.results.count)[language])
            if trial.run.results.isEmpty {
                page.element("p", text: Texts.noCases[language])
            } else {
                CaseResults(trial.run.results, bench).write(to: &page)
            }
            page.element("h2", text: Texts.used[language])
            let findings = rule.conclusions.compactMap { $0.finding(in: rules.ruleBase) }
            RuleUses([rule.name] + findings.map(\.description), rules, bench).write(to: &page)
            page.element("h2", text: Texts.written[language])
            RuleUses.write(declarationOf: .rule(name), rules, language, to: &page)
        }
    }

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de werkbank", en: "Back to the workbench")
        static let reading = LocalizedText(nl: "De regels worden gelezen.", en: "The rules are being read.")
        static let running = LocalizedText(
            nl: "De gevallen van deze regel worden gedraaid.", en: "The cases of this rule are being run.")
        static let standsIn = LocalizedText(nl: "staat in", en: "stands in")
        static let used = LocalizedText(nl: "Waar het wordt gebruikt", en: "Where it is used")
        static let written = LocalizedText(nl: "Zo staat het in het bestand", en: "As it is written in the file")
        static let noCases = LocalizedText(
            nl: "Er is nog geen geval dat naar deze regel of haar bevinding vraagt.",
            en: "There is no case yet that asks for this rule or its finding.")

        static func cases(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: count == 1 ? "1 geval" : "\(count) gevallen", en: count == 1 ? "1 case" : "\(count) cases")
        }
    }
}
