import Analyst
import RuleEngine

/// Cases run on the rules of a version: all of them, those of one file, or those of one rule.
package enum RuleCasesPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let bench = try Workbench(visit)
        let language = visit.language
        guard let rules = try await bench.rules() else { return bench.wait(Texts.reading) }
        let (filter, name, title) = try choice(visit, rules)
        guard
            let trial = await bench.desk.trial(
                rules, filter, named: name, subject: "\(bench.subject)/cases", language)
        else { return bench.wait(Texts.running) }
        let failures = trial.run.failures.count
        return bench.show(title[language]) { page in
            page.element("ul", ["class": "counts"]) { list in
                for (count, word) in [
                    (trial.run.results.count - failures, Texts.passing), (failures, Texts.failing),
                ] {
                    list.element("li") { item in
                        item.element("strong", text: "\(count)")
                        item.write(word[language])
                    }
                }
            }
            if rules.library.hasErrors {
                page.element("div", ["class": "warning"]) { $0.element("p", text: Texts.errors[language]) }
            }
            if !trial.faults.isEmpty {
                page.element("div", ["class": "warning"]) { $0.element("p", text: Texts.unread[language]) }
                causes(trial.faults, rules, bench).write(to: &page)
            }
            if failures > 0, bench.version != nil {
                page.element("p", text: Texts.changed(failures)[language])
            }
            if trial.run.results.isEmpty {
                page.element("p", text: Texts.none[language])
            } else {
                CaseResults(trial.run.results, bench).write(to: &page)
            }
            page.element("ul", ["class": "ways"]) { list in
                if !name.isEmpty {
                    list.element("li") { $0.element("a", ["href": bench.cases()], text: Texts.all[language]) }
                }
                if bench.version != nil {
                    list.element("li") {
                        $0.element("a", ["href": bench.page("impact")], text: Texts.impact[language])
                    }
                }
            }
        }
    }

    private static func causes(_ faults: [Diagnostic], _ rules: EditedRules, _ bench: Workbench) -> CauseList {
        CauseList(
            causes: DiagnosticCauses(faults, in: rules.files).causes, sources: rules.files, language: bench.language,
            place: { bench.file($0.file, line: $0.start.line) }, explanation: bench.explanation)
    }

    private static func choice(
        _ visit: Visit, _ rules: EditedRules
    ) throws(WebFault) -> (filter: RuleTestFilter, name: String, title: LocalizedText) {
        if let rule = visit.request.query["rule"] {
            guard let filter = RuleTestFilter(casesOf: rule, in: rules.ruleBase) else { throw .notFound }
            return (filter, "rule \(rule)", Texts.ofRule(rules.ruleBase.rule(rule)?.title ?? .init(verbatim: rule)))
        }
        if let file = visit.request.query["file"] {
            guard rules.cases.contains(where: { $0.name == file }) else { throw .notFound }
            return (RuleTestFilter(file), "file \(file)", Texts.ofFile(file))
        }
        return (RuleTestFilter(), "", Texts.title)
    }

    // MARK: - Wordings

    private enum Texts {
        static let reading = LocalizedText(nl: "De regels worden gelezen.", en: "The rules are being read.")
        static let running = LocalizedText(nl: "De gevallen worden gedraaid.", en: "The cases are being run.")
        static let title = LocalizedText(nl: "Alle gevallen", en: "All cases")
        static let all = LocalizedText(nl: "Draai alle gevallen", en: "Run all cases")
        static let impact = LocalizedText(
            nl: "Bekijk wat er in gebieden verandert", en: "See what changes in areas")
        static let passing = LocalizedText(nl: "kloppen", en: "pass")
        static let failing = LocalizedText(nl: "kloppen niet", en: "fail")
        static let none = LocalizedText(nl: "Hier zijn nog geen gevallen bij.", en: "There are no cases for this yet.")
        static let errors = LocalizedText(
            nl: "In de regels staan nog fouten. Regels met een fout doen niet mee.",
            en: "There are still errors in the rules. Rules with an error take no part.")
        static let unread = LocalizedText(
            nl: "Niet alle gevallen konden worden gelezen:", en: "Not all cases could be read:")

        static func ofRule(_ title: LocalizedText) -> LocalizedText {
            LocalizedText(nl: "Gevallen van ‘\(title.nl)’", en: "Cases of ‘\(title.en)’")
        }

        static func ofFile(_ name: String) -> LocalizedText {
            LocalizedText(nl: "Gevallen in \(name)", en: "Cases in \(name)")
        }

        static func changed(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: count == 1
                    ? "1 geval zegt iets anders dan de regels van deze versie. Is dat de bedoeling, pas dan het geval aan."
                    : "\(count) gevallen zeggen iets anders dan de regels van deze versie. Is dat de bedoeling, pas dan de "
                        + "gevallen aan.",
                en: count == 1
                    ? "1 case says otherwise than the rules of this version. If that is what you want, change the case."
                    : "\(count) cases say otherwise than the rules of this version. If that is what you want, change the cases."
            )
        }
    }
}
