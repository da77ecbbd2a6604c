import RuleEngine

/// What a change of the rules does, as a page: the same as the text, with a table to sign off.
package struct RuleImpactPage {
    private let report: RuleImpactReport
    private var impact: RuleImpact { report.impact }
    private var language: Language { report.language }

    package init(_ report: RuleImpactReport) { self.report = report }

    package var html: String {
        HTMLText.page(title: ImpactWords.title[language], language: language, style: RuleChange.style) { page in
            page.element("h1", text: ImpactWords.title[language])
            write(to: &page)
        }
    }

    /// All below the heading of a page.
    package func write(to page: inout HTMLText) {
        page.element("p", ["class": "intro"], text: report.heading)
        page.element("p", text: ImpactWords.counts(impact)[language])
        for omission in impact.omissions {
            page.element("p", ["class": "notice"], text: ImpactWords.omission(omission)[language])
        }
        page.element("h2", text: ImpactWords.changesTitle[language])
        for index in impact.changes.all.indices { write(change: index, to: &page) }
        let unexplained = impact.effects(of: nil)
        if !unexplained.isEmpty {
            page.element("h3", text: ImpactWords.unexplained[language])
            write(unexplained, to: &page)
        }
        if !impact.changedAreas.isEmpty { writeList(to: &page) }
        if let casebooks = impact.casebooks { write(casebooks, to: &page) }
    }

    private func write(change index: Int, to page: inout HTMLText) {
        let change = impact.changes.all[index]
        page.newLine()
        page.element("h3", ["id": "change-\(index + 1)"], text: change.name(in: language))
        page.element("p", ["class": "small"], text: change.place)
        change.writeLines(language, to: &page)
        let effects = impact.effects(of: index)
        if effects.isEmpty {
            page.element("p", text: ImpactWords.nothing[language])
        } else {
            let areas = Set(effects.flatMap(\.areas).map { "\($0.area.municipality)/\($0.area.name)" }).count
            page.element("p", text: ImpactWords.count(areas, impact.areas.count)[language])
            write(effects, to: &page)
        }
    }

    private func write(
        _ effects: [(finding: FindingID, areas: [(area: RuleImpact.Area, effect: RuleImpact.Effect)])],
        to page: inout HTMLText
    ) {
        page.element("ul") { list in
            for (finding, areas) in effects {
                list.element("li") { item in
                    item.write("\(impact.title(of: finding, in: language)) ")
                    item.element("code", text: finding.description)
                    item.element("ul") { inner in
                        for direction in RuleImpactReport.Direction.allCases {
                            let own = areas.filter { RuleImpactReport.Direction($0.effect) == direction }
                            guard !own.isEmpty else { continue }
                            let names = own.prefix(RuleImpactReport.examples).map(\.area.name).joined(separator: ", ")
                            let more = own.count > RuleImpactReport.examples ? ", …" : ""
                            let words = ImpactWords.direction(direction, own.count)[language]
                            inner.element("li", text: "\(words): \(names)\(more)")
                        }
                    }
                }
            }
        }
    }

    private func writeList(to page: inout HTMLText) {
        page.element("h2", ["id": "list"], text: ImpactWords.signOff[language])
        page.element("div", ["class": "wide", "tabindex": "0", "role": "region", "aria-labelledby": "list"]) { wide in
            wide.element("table") { table in
                table.element("thead") { head in
                    head.element("tr") { row in
                        for title in [ImpactWords.area, ImpactWords.effect, ImpactWords.agreed] {
                            row.element("th", ["scope": "col"], text: title[language])
                        }
                    }
                }
                table.element("tbody") { body in
                    for (area, effect) in report.list {
                        body.newLine()
                        body.element("tr") { row in
                            row.element("th", ["scope": "row"], text: area.name)
                            row.element("td", text: report.sentence(effect))
                            row.element("td", text: "☐")
                        }
                    }
                }
            }
        }
    }

    private func write(_ casebooks: CaseImpact, to page: inout HTMLText) {
        page.element("h2", ["id": "casebooks"], text: ImpactWords.casesTitle[language])
        page.element("p", text: ImpactWords.cases(casebooks)[language])
        for fault in casebooks.faults {
            page.element("p", ["class": "notice"], text: ImpactWords.fault(fault)[language])
        }
        for entry in casebooks.cases {
            page.newLine()
            page.element("h3", text: entry.title[language])
            page.element("p", ["class": "small"], text: "\(entry.book)/\(entry.id)")
            page.element("ul") { list in
                for exercise in entry.exercises {
                    list.element("li") { item in
                        item.write(exercise.title[language])
                        item.element("ul") { inner in
                            for line in exercise.lines { inner.element("li", text: report.sentence(line)) }
                        }
                    }
                }
            }
        }
    }
}
