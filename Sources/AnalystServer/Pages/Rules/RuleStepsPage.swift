import Analyst
import RuleEngine

/// A run of the rules on a sheet, rule by rule in the order in which they are decided.
package enum RuleStepsPage: WebPage {
    static let sheet = "sheet"
    private static let pageSize = 50

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let bench = try Workbench(visit)
        let language = visit.language
        let offers = visit.site.setting.sheets()
        guard let chosen = visit.request.query[sheet] else {
            return bench.show(Texts.title[language]) { page in
                page.element("p", text: Texts.intro[language])
                if offers.isEmpty { page.element("p", text: Texts.none[language]) }
                writeForm(bench, offers, to: &page)
            }
        }
        guard let offer = offers.first(where: { $0.id == chosen }) else { throw .notFound }
        guard let rules = try await bench.rules() else { return bench.wait(Texts.reading) }
        guard let outcome = await bench.desk.steps(rules, on: offer, subject: "\(bench.subject)/steps", on: visit.day)
        else {
            return bench.wait(Texts.running(offer.title))
        }
        guard case .success(let steps) = outcome else {
            return bench.show(Texts.title[language], status: 409) { page in
                page.element("p", text: Texts.unfit[language])
                writeForm(bench, offers, to: &page)
            }
        }
        let kind = visit.request.query["show"].flatMap { RuleSteps.Outcome(rawValue: $0) }
        let words = (visit.request.query["q"] ?? "").lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        let found = steps.all.filter { step in
            let text = "\(step.rule.name) \(step.rule.title.nl) \(step.rule.title.en) \(step.rule.span.file)"
                .lowercased()
            return (kind == nil || step.outcome == kind) && words.allSatisfy { text.contains($0) }
        }
        let pages = max(1, (found.count + pageSize - 1) / pageSize)
        let number = min(max(visit.request.query["page"].flatMap { Int($0) } ?? 1, 1), pages)
        let shown = found.dropFirst((number - 1) * pageSize).prefix(pageSize)
        return bench.show(
            Texts.on(offer.title)[language], back: .init(bench.page("steps"), Texts.other[language])
        ) { page in
            page.element("ul", ["class": "counts"]) { list in
                for outcome in RuleSteps.Outcome.allCases {
                    let count = steps.count(outcome)
                    guard count > 0 else { continue }
                    list.element("li") { item in
                        item.element("strong", text: "\(count)")
                        item.write(Texts.counted(outcome)[language])
                    }
                }
            }
            writeForm(bench, offers, to: &page)
            page.element("p", ["role": "status"], text: Texts.found(found.count, number, pages)[language])
            write(Array(shown), offer, bench, to: &page)
            writeTurns(visit, number, pages, to: &page)
        }
    }

    private static func write(
        _ steps: [RuleSteps.Step], _ offer: SheetOffer, _ bench: Workbench, to page: inout HTMLText
    ) {
        guard !steps.isEmpty else { return }
        let language = bench.language
        page.element(
            "div", ["class": "wide", "tabindex": "0", "role": "region", "aria-label": Texts.table[language]]
        ) { wide in
            wide.element("table") { table in
                table.element("caption", text: Texts.table[language])
                table.element("thead") { head in
                    head.element("tr") { row in
                        for title in [Texts.number, Texts.rule, Texts.outcome, Texts.concludes] {
                            row.element("th", ["scope": "col"], text: title[language])
                        }
                    }
                }
                table.element("tbody") { body in
                    for step in steps { body.element("tr") { write(step, offer, bench, to: &$0) } }
                }
            }
        }
    }

    private static func write(
        _ step: RuleSteps.Step, _ offer: SheetOffer, _ bench: Workbench, to row: inout HTMLText
    ) {
        let language = bench.language
        row.element("td", ["class": "number"], text: "\(step.number)")
        row.element("th", ["scope": "row"]) {
            $0.element(
                "a", ["href": RuleStepPage.address(of: step.rule.name, offer, bench)], text: step.rule.title[language])
        }
        row.element("td") {
            $0.element("span", ["class": "state \(step.outcome.rawValue)"], text: step.outcome.title[language])
        }
        let shown = step.findings.prefix(3).map(\.description).joined(separator: ", ")
        row.element("td", text: shown + (step.findings.count > 3 ? ", …" : ""))
    }

    private static func writeTurns(_ visit: Visit, _ number: Int, _ pages: Int, to page: inout HTMLText) {
        guard pages > 1 else { return }
        page.element("div", ["class": "turn"]) { turn in
            for (other, text) in [(number - 1, Texts.previous), (number + 1, Texts.next)]
            where (1...pages).contains(other) {
                turn.element(
                    "a", ["href": visit.address(visit.request.path, visit.request.query.with("page", "\(other)"))],
                    text: text[visit.language])
            }
        }
    }

    private static func writeForm(_ bench: Workbench, _ offers: [SheetOffer], to page: inout HTMLText) {
        let language = bench.language
        let query = bench.visit.request.query
        page.element(
            "form", ["method": "get", "action": bench.page("steps"), "class": "search", "novalidate": ""]
        ) { form in
            form.markup(
                html: FormField(
                    name: sheet, label: Texts.sheet[language],
                    input: .choice(offers.map { .init(value: $0.id, text: $0.title[language]) }), value: query[sheet]
                ).html())
            if query[sheet] != nil {
                form.markup(
                    html: FormField(
                        name: "show", label: Texts.which[language],
                        input: .choice(
                            [.init(value: "", text: Texts.all[language])]
                                + RuleSteps.Outcome.allCases.map {
                                    .init(value: $0.rawValue, text: Texts.counted($0)[language])
                                }), value: query["show"]
                    ).html())
                form.markup(
                    html: FormField(name: "q", label: Texts.words[language], value: query.raw("q")).html())
            }
            form.element("button", ["class": "main", "type": "submit"], text: Texts.show[language])
        }
    }

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Stap door een gebied", en: "Step through an area")
        static let intro = LocalizedText(
            nl:
                "Kies een feitenblad. U ziet welke regel in welke volgorde iets vaststelde, met welke waarden, en wat de andere "
                + "regels in de weg stond.",
            en:
                "Choose a fact sheet. You see which rule concluded something, in which order and with which values, and what "
                + "stood in the way of the other rules.")
        static let none = LocalizedText(nl: "Er zijn hier geen feitenbladen.", en: "There are no fact sheets here.")
        static let reading = LocalizedText(nl: "De regels worden gelezen.", en: "The rules are being read.")
        static let unfit = LocalizedText(
            nl: "Dit feitenblad past niet bij de regels van deze versie. Kies een ander.",
            en: "This fact sheet does not fit the rules of this version. Choose another one.")
        static let other = LocalizedText(nl: "Kies een ander gebied", en: "Choose another area")
        static let sheet = LocalizedText(nl: "Gebied", en: "Area")
        static let which = LocalizedText(nl: "Welke regels", en: "Which rules")
        static let all = LocalizedText(nl: "alle", en: "all")
        static let words = LocalizedText(nl: "Naam of bestand bevat", en: "Name or file holds")
        static let show = LocalizedText(nl: "Toon", en: "Show")
        static let table = LocalizedText(
            nl: "Regels in de volgorde waarin ze worden beslist", en: "Rules in the order in which they are decided")
        static let number = LocalizedText(nl: "Nummer", en: "Number")
        static let rule = LocalizedText(nl: "Regel", en: "Rule")
        static let outcome = LocalizedText(nl: "Wat ze deed", en: "What it did")
        static let concludes = LocalizedText(nl: "Wat ze vaststelt", en: "What it concludes")
        static let previous = LocalizedText(nl: "Vorige regels", en: "Earlier rules")
        static let next = LocalizedText(nl: "Volgende regels", en: "Later rules")

        static func on(_ title: LocalizedText) -> LocalizedText {
            LocalizedText(nl: "Stap voor stap: \(title.nl)", en: "Step by step: \(title.en)")
        }

        static func running(_ title: LocalizedText) -> LocalizedText {
            LocalizedText(
                nl: "De regels worden op \(title.nl) toegepast.", en: "The rules are being applied to \(title.en).")
        }

        static func counted(_ outcome: RuleSteps.Outcome) -> LocalizedText {
            switch outcome {
            case .fired: LocalizedText(nl: "stelden iets vast", en: "concluded something")
            case .open: LocalizedText(nl: "kunnen iets vaststellen", en: "may conclude something")
            case .silent: LocalizedText(nl: "bleven stil", en: "stayed silent")
            case .notInForce: LocalizedText(nl: "gelden niet op deze dag", en: "do not hold on this day")
            }
        }

        static func found(_ count: Int, _ page: Int, _ pages: Int) -> LocalizedText {
            LocalizedText(
                nl: "\(count) \(count == 1 ? "regel" : "regels")" + (pages > 1 ? ", deel \(page) van \(pages)" : "")
                    + ".",
                en: "\(count) \(count == 1 ? "rule" : "rules")" + (pages > 1 ? ", part \(page) of \(pages)" : "") + ".")
        }
    }
}
