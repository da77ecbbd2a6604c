package import RuleEngine

/// Makes the HTML of one analysis: gives each block its template, its level of heading and its anchors.
package struct HTMLAnalysisWriter {
    private let analysis: AnalysisDocument
    private let language: Language
    /// The level of the heading with the analysis's title.
    private let level: Int
    private let titles: [FindingID: String]
    private var anchors: HTMLAnchors
    private let imprint: HTMLReport.Imprint?
    private let links: (any HTMLFindingLinks)?

    /// - Parameter links: where the page is one of several.
    package init(
        _ analysis: AnalysisDocument, language: Language, prefix: String, level: Int,
        imprint: HTMLReport.Imprint? = nil, links: (any HTMLFindingLinks)? = nil
    ) {
        self.imprint = imprint
        self.links = links
        self.analysis = analysis
        self.language = language
        self.level = level
        titles = analysis.findingTitles
        anchors = HTMLAnchors(analysis, prefix: prefix)
    }

    /// From a part to its annex, and from an annex back.
    private func link(of part: AnalysisDocument.Part, _ names: [String: String]) -> HTMLReport.Link? {
        if let main = part.annexOf.flatMap({ names[$0] }) {
            return HTMLReport.Link(address: "#\(main)", text: ReportWords.toMainText[language])
        }
        guard !part.annex.isEmpty, let annex = names["\(part.id)-annex"] else { return nil }
        return HTMLReport.Link(address: "#\(annex)", text: ReportWords.toAnnex[language])
    }

    package func view() -> HTMLReport.Article {
        var writer = self
        let names = Dictionary(
            analysis.parts.map { ($0.id, writer.anchors.unique("part-\($0.id)")) },
            uniquingKeysWith: { first, _ in first })
        let parts = analysis.parts.map { part in
            HTMLReport.Part(
                anchor: names[part.id] ?? "", heading: part.heading, isAnnex: part.annexOf != nil, intro: part.intro,
                link: writer.link(of: part, names), content: writer.html(part.blocks, level: level + 2))
        }
        return HTMLReport.Article(
            anchor: writer.anchors.unique("analysis"), level: level, title: analysis.title,
            municipalityName: ReportWords.municipality[language], municipality: analysis.municipality,
            dateName: ReportWords.date[language], date: DateText.text(of: analysis.date, in: language),
            dateCode: analysis.date.description,
            provisional: analysis.isProvisional ? ReportWords.provisional[language] : nil,
            cutShort: analysis.isCutShort ? StateWords.cutShort[language] : nil,
            partsName: ReportWords.parts[language], partLevel: level + 1, parts: parts,
            isShort: parts.count <= ReportWords.fewParts, imprint: imprint.map { writer.section($0) })
    }

    private mutating func section(_ imprint: HTMLReport.Imprint) -> HTMLReport.Section {
        let technical = imprint.isPlain ? [] : analysis.imprint.technical
        let author = imprint.author.map { [ReportWords.author($0)[language]] } ?? []
        return HTMLReport.Section(
            imprintAnchor: anchors.unique("imprint"), heading: ReportWords.imprint[language],
            lines: author + analysis.imprint.lines + technical + [ReportWords.peopleDecide[language]])
    }
}

// MARK: - Blocks

extension HTMLAnalysisWriter {
    /// Where a finding stands: on this page, else on another.
    private func address(of finding: FindingID) -> String? {
        anchors.link(to: finding).map { "#\($0)" } ?? links?.address(of: finding)
    }

    /// - Parameter level: The level of headings among the blocks; findings that follow one are a level lower.
    package mutating func html(_ blocks: [AnalysisDocument.Block], level: Int) -> String {
        var findingLevel = level
        var result = ""
        for block in blocks {
            if case .heading = block { findingLevel = level + 1 }
            result += html(block, level: level, findingLevel: findingLevel)
        }
        return result
    }

    private mutating func html(_ block: AnalysisDocument.Block, level: Int, findingLevel: Int) -> String {
        switch block {
        case .heading(let text):
            return HTMLTemplate.heading.render(HeadingView(level: min(level, 6), text: text))
        case .paragraph(let text):
            return HTMLTemplate.paragraph.render(TextView(text: text))
        case .notice(let text):
            return HTMLTemplate.notice.render(NoticeView(name: ReportWords.notice[language], text: text))
        case .list(let items):
            return items.isEmpty ? "" : HTMLTemplate.list.render(ListView(items: items))
        case .outline(let findings):
            return HTMLTemplate.outline.render(
                OutlineView(
                    items: findings.map { finding in
                        .init(
                            anchor: anchors.placeLine(finding.id), address: address(of: finding.id),
                            text: finding.title, remark: finding.remark)
                    }))
        case .findings(let findings):
            var result = ""
            for finding in findings { result += html(finding, level: min(findingLevel, 6)) }
            return result
        case .table(let table):
            return html(table)
        case .dotPlot(let plot):
            let drawing = DotPlotDrawing(plot, language: language, anchor: anchors.unique("plot"))
            return HTMLTemplate.dotPlot.render(drawing.view) + html(plot.table(in: language))
        case .map(let map):
            let drawing = PartsMapDrawing(map, language: language, anchor: anchors.unique("map"))
            return HTMLTemplate.partsMap.render(drawing.view) + html(map.table(in: language))
        case .details(let summary, let blocks):
            return HTMLTemplate.details.render(
                DetailsView(summary: summary, content: html(blocks, level: findingLevel)))
        }
    }

    private mutating func html(_ table: AnalysisDocument.Table) -> String {
        HTMLTemplate.table.render(
            TableView(
                anchor: anchors.unique("table"), caption: table.caption,
                columns: table.columns.map { .init(text: $0.title, isNumeric: $0.isNumeric) },
                rows: table.rows.map { row in
                    let cells = zip(row, table.columns).map { cell, column in
                        TableView.Cell(text: cell.text(in: language), isNumeric: column.isNumeric)
                    }
                    return .init(head: Array(cells.prefix(1)), cells: Array(cells.dropFirst()))
                },
                note: table.note))
    }
}

// MARK: - Findings

extension HTMLAnalysisWriter {
    private mutating func html(_ finding: AnalysisDocument.Finding, level: Int) -> String {
        let grounds = finding.grounds.map(view)
        return HTMLTemplate.finding.render(
            FindingView(
                anchor: anchors.place(finding.id), level: level, id: finding.id.description,
                title: finding.title, state: StateWords.text(finding.state)[language],
                stateCode: finding.state.rawValue,
                properties: Pairs(finding.properties),
                because: finding.because,
                facts: Pairs(finding.facts),
                waitsFor: Items(ReportWords.waitsFor, finding.waitsFor, language: language),
                overruledName: ReportWords.overruled[language], overruled: finding.overruled,
                notInForce: finding.notInForce.map { StateWords.notInForce($0)[language] },
                back: anchors.line(of: finding.id).map {
                    HTMLReport.Link(address: "#\($0)", text: ReportWords.toMainText[language])
                },
                why: grounds.isEmpty ? nil : WhyView(name: ReportWords.why[language], grounds: grounds),
                links: LinksView(links?.links(below: finding.id))))
    }

    private func view(_ ground: AnalysisDocument.Ground) -> GroundView {
        GroundView(
            rule: ground.rule, title: ground.ruleTitle, strengthName: ReportWords.strength[language],
            strength: ground.strength, open: ground.isOpen ? ReportWords.ruleIsOpen[language] : nil,
            conditions: ground.conditions.isEmpty
                ? nil
                : .init(
                    name: ReportWords.conditions[language],
                    items: ground.conditions.map { condition in
                        .init(
                            verdict: StateWords.text(condition.state)[language],
                            code: condition.state.rawValue, text: condition.text)
                    }),
            lists: [
                Items(ReportWords.figures, ground.figures, language: language),
                Items(ReportWords.judgements, ground.judgements, language: language),
                Items(ReportWords.sources, ground.sources, language: language),
            ].compactMap(\.self),
            findings: ground.findings.isEmpty
                ? nil
                : .init(
                    name: ReportWords.buildsOn[language],
                    items: ground.findings.map { id in
                        .init(address: address(of: id), text: titles[id] ?? links?.title(of: id) ?? id.description)
                    }))
    }
}

// MARK: - What the templates read

private struct HeadingView {
    let level: Int
    let text: String
}

private struct TextView {
    let text: String
}

private struct NoticeView {
    let name: String
    let text: String
}

private struct ListView {
    let items: [String]
}

private struct DetailsView {
    let summary: String
    let content: String
}

private struct TableView {
    let anchor: String
    let caption: String
    let columns: [Cell]
    let rows: [Row]
    let note: String?

    struct Row {
        /// The first cell, which heads the row; none in an empty row.
        let head: [Cell]
        let cells: [Cell]
    }

    struct Cell {
        let text: String
        let isNumeric: Bool
    }
}

private struct FindingView {
    let anchor: String
    let level: Int
    let id: String
    let title: String
    let state: String
    let stateCode: String
    let properties: Pairs?
    let because: [String]
    let facts: Pairs?
    let waitsFor: Items?
    let overruledName: String
    let overruled: String?
    let notInForce: String?
    let back: HTMLReport.Link?
    let why: WhyView?
    let links: LinksView?
}

private struct LinksView {
    let name: String
    let items: [HTMLReport.Link]

    init?(_ links: (name: String, links: [HTMLReport.Link])?) {
        guard let links, !links.links.isEmpty else { return nil }
        (name, items) = links
    }
}

private struct OutlineView {
    let items: [Item]

    struct Item {
        let anchor: String
        /// Where the finding stands; `nil` where it does not.
        let address: String?
        let text: String
        let remark: String
    }
}

private struct WhyView {
    let name: String
    let grounds: [GroundView]
}

private struct GroundView {
    let rule: String
    let title: String
    let strengthName: String
    let strength: String
    let open: String?
    let conditions: Conditions?
    let lists: [Items]
    let findings: Links?

    struct Conditions {
        let name: String
        let items: [Condition]
    }

    struct Condition {
        let verdict: String
        let code: String
        let text: String
    }

    struct Links {
        let name: String
        let items: [Link]
    }

    struct Link {
        /// Where the finding stands; `nil` where it does not.
        let address: String?
        let text: String
    }
}

/// Names with values; `nil` when there are none.
private struct Pairs {
    let pairs: [Pair]

    struct Pair {
        let name: String
        let value: String
    }

    init?(_ pairs: [(name: String, value: String)]) {
        guard !pairs.isEmpty else { return nil }
        self.pairs = pairs.map { Pair(name: $0.name, value: $0.value) }
    }
}

/// A list with a name; `nil` when it is empty.
private struct Items {
    let name: String
    let items: [String]

    init?(_ name: LocalizedText, _ items: [String], language: Language) {
        guard !items.isEmpty else { return nil }
        self.name = name[language]
        self.items = items
    }
}
