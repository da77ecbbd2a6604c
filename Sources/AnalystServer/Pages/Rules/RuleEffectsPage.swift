import Analyst
import RuleEngine

/// What a version does to the areas whose sheets are here: which findings change, by which changed line.
package enum RuleEffectsPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let bench = try Workbench(visit)
        guard bench.version != nil else { throw .notFound }
        let language = visit.language
        guard let rules = try await bench.rules(), let inUse = try await bench.rulesInUse() else {
            return bench.wait(Texts.reading)
        }
        let offers = visit.site.setting.sheets()
        guard
            let impact = await bench.desk.impact(
                of: rules, against: inUse, over: offers, subject: bench.subject, on: visit.day)
        else { return bench.wait(Texts.working(offers.count)) }
        return bench.show(Texts.title[language]) { page in
            if rules.library.hasErrors {
                page.element("div", ["class": "warning"]) { $0.element("p", text: Texts.errors[language]) }
            }
            if offers.isEmpty { page.element("p", text: Texts.none[language]) }
            page.element("ul", ["class": "counts"]) { list in
                for (count, word) in [
                    (impact.changes.all.count, Texts.changes), (impact.changedAreas.count, Texts.changed),
                    (impact.areas.count - impact.changedAreas.count, Texts.same),
                ] {
                    list.element("li") { item in
                        item.element("strong", text: "\(count)")
                        item.write(word[language])
                    }
                }
            }
            page.element("div", ["class": "analysis"]) { part in
                RuleImpactPage(
                    RuleImpactReport(
                        impact, of: Texts.ofVersion, against: Texts.against[language], language: language)
                )
                .write(to: &part)
            }
        }
    }

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Wat er in gebieden verandert", en: "What changes in areas")
        static let reading = LocalizedText(nl: "De regels worden gelezen.", en: "The rules are being read.")
        static let ofVersion = LocalizedText(nl: "de regels van deze versie", en: "the rules of this version")
        static let against = LocalizedText(nl: "de regels in gebruik", en: "the rules in use")
        static let none = LocalizedText(
            nl: "Er zijn hier geen feitenbladen, dus ook geen gebieden om te vergelijken.",
            en: "There are no fact sheets here, so there are no areas to compare.")
        static let errors = LocalizedText(
            nl: "In de regels staan nog fouten. Regels met een fout doen niet mee, en dat telt hier mee als verschil.",
            en:
                "There are still errors in the rules. Rules with an error take no part, and that counts as a difference here."
        )
        static let changes = LocalizedText(nl: "wijzigingen", en: "changes")
        static let changed = LocalizedText(nl: "gebieden veranderen", en: "areas change")
        static let same = LocalizedText(nl: "blijven gelijk", en: "stay the same")

        static func working(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: "De gevolgen voor \(count) gebieden worden berekend.",
                en: "The effects on \(count) areas are worked out.")
        }
    }
}
