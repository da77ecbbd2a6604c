import Analyst
import RuleEngine

/// One step of a run: how each condition of a rule was met on a sheet, and what the rule concluded; or what stood in its way.
package enum RuleStepPage: WebPage {
    private static let rule = "rule"
    /// So many ways to a conclusion are told.
    private static let most = 20

    static func address(of name: String, _ offer: SheetOffer, _ bench: Workbench) -> String {
        bench.visit.address(
            ["rules", "versions", bench.name, "steps", "step"],
            FormFields([.init(name: RuleStepsPage.sheet, value: offer.id), .init(name: rule, value: name)]))
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let bench = try Workbench(visit)
        let language = visit.language
        guard let chosen = visit.request.query[RuleStepsPage.sheet], let name = visit.request.query[rule],
            let offer = visit.site.setting.sheets().first(where: { $0.id == chosen })
        else { throw .notFound }
        guard let rules = try await bench.rules(),
            let outcome = await bench.desk.steps(rules, on: offer, subject: "\(bench.subject)/steps", on: visit.day)
        else { return bench.wait(Texts.running(offer.title)) }
        guard case .success(let steps) = outcome, let step = steps.step(ofRule: name) else { throw .notFound }
        let list = visit.address(
            ["rules", "versions", bench.name, "steps"], FormFields([.init(name: RuleStepsPage.sheet, value: offer.id)]))
        return bench.show(
            Texts.title(step)[language], back: .init(list, Texts.back(offer.title)[language])
        ) { page in
            page.element("p") { line in
                line.element("span", ["class": "state \(step.outcome.rawValue)"], text: step.outcome.title[language])
                line.write(" \(Texts.number(step.number, steps.all.count)[language]) ")
                line.element("a", ["href": bench.rule(name)], text: Texts.rule[language])
            }
            let ways = steps.ways(of: step, most: most)
            if step.outcome == .silent || step.outcome == .notInForce {
                page.element("p", text: (ways.isEmpty ? Texts.noWay : Texts.nearest)[language])
            }
            let naming = Naming(rules.ruleBase)
            for (number, way) in ways.enumerated() {
                page.element("section", ["class": "card"]) { card in
                    if step.findings.indices.contains(number), way.step != nil {
                        let finding = step.findings[number]
                        card.element("h2", text: naming.title(of: finding, in: language))
                        card.element("p") { $0.element("code", text: finding.description) }
                    }
                    write(way, steps.session, language, to: &card)
                }
            }
            if steps.wayCount(of: step) > ways.count {
                page.element("p", text: Texts.more(steps.wayCount(of: step) - ways.count)[language])
            }
            page.element("div", ["class": "turn"]) { turn in
                for (other, text) in [(step.number - 1, Texts.previous), (step.number + 1, Texts.next)] {
                    guard let near = steps.all.first(where: { $0.number == other }) else { continue }
                    turn.element(
                        "a", ["href": address(of: near.rule.name, offer, bench)],
                        text: "\(text[language]): \(near.rule.title[language])")
                }
            }
        }
    }

    private static func write(
        _ way: RuleSteps.Way, _ session: Session, _ language: Language, to card: inout HTMLText
    ) {
        card.element("ul", ["class": "met"]) { list in
            for condition in way.conditions {
                list.element("li") { item in
                    item.element(
                        "span", ["class": "state \(condition.state)"], text: StateWords.text(condition.state)[language])
                    item.element("div", ["class": "told"]) { told in
                        told.element("p", text: session.sentence(of: condition, in: language))
                        let facts = session.findings(of: condition)
                        if !facts.isEmpty {
                            let shown = facts.prefix(5).map(\.description).joined(separator: ", ")
                            told.element("p", ["class": "small"]) {
                                $0.element("code", text: shown + (facts.count > 5 ? ", …" : ""))
                            }
                        }
                    }
                }
            }
        }
        if let step = way.step, let because = session.because(step, in: language) {
            card.element("p", text: "“\(because)”")
        }
    }

    // MARK: - Wordings

    private enum Texts {
        static let rule = LocalizedText(nl: "Bekijk de regel", en: "Look at the rule")
        static let nearest = LocalizedText(
            nl: "Zo kwam de regel er het dichtst bij. Wat niet geldt, stond in de weg.",
            en: "This is how near the rule came. What does not hold stood in its way.")
        static let noWay = LocalizedText(
            nl: "Geen feit waar deze regel naar vraagt is er, of kan er zijn.",
            en: "No fact that this rule asks for is there, or can be.")
        static let previous = LocalizedText(nl: "Vorige", en: "Earlier")
        static let next = LocalizedText(nl: "Volgende", en: "Later")

        static func title(_ step: RuleSteps.Step) -> LocalizedText {
            LocalizedText(nl: "Stap: \(step.rule.title.nl)", en: "Step: \(step.rule.title.en)")
        }

        static func running(_ title: LocalizedText) -> LocalizedText {
            LocalizedText(
                nl: "De regels worden op \(title.nl) toegepast.", en: "The rules are being applied to \(title.en).")
        }

        static func back(_ title: LocalizedText) -> LocalizedText {
            LocalizedText(nl: "Terug naar de stappen van \(title.nl)", en: "Back to the steps of \(title.en)")
        }

        static func number(_ number: Int, _ all: Int) -> LocalizedText {
            LocalizedText(nl: "Regel \(number) van \(all).", en: "Rule \(number) of \(all).")
        }

        static func more(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: "En nog \(count) manieren waarop de regel iets vaststelt.",
                en: "And \(count) more ways in which the rule concludes something.")
        }
    }
}
