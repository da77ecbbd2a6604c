import RuleEngine

extension TextDocument {
    /// The analyses, each with its contents, its parts and its last page.
    package init(_ analyses: [AnalysisDocument], _ request: ReportRequest) {
        let isSingle = analyses.count == 1
        language = request.language
        title =
            analyses.first.flatMap { isSingle ? $0.title : nil } ?? ReportWords.analyses(analyses.count)[language]
        subtitle = request.version?.title[language]
        var builder = TextDocumentBuilder(request, level: isSingle ? 1 : 2)
        for (index, analysis) in analyses.enumerated() {
            builder.add(
                analysis.selection(request.version, parts: request.parts), prefix: isSingle ? "" : "a\(index + 1)-",
                isSingle: isSingle)
        }
        blocks = builder.blocks
    }
}

/// Puts the parts of analyses below each other, with headings, anchors and links.
private struct TextDocumentBuilder {
    private let request: ReportRequest
    /// The level of the heading of a part.
    private let level: Int
    private(set) var blocks: [TextDocument.Block] = []
    private var anchors = HTMLAnchors(prefix: "")
    private var titles: [FindingID: String] = [:]
    private var tables = 0
    private var figures = 0

    init(_ request: ReportRequest, level: Int) {
        self.request = request
        self.level = level
    }

    private var language: Language { request.language }

    mutating func add(_ analysis: AnalysisDocument, prefix: String, isSingle: Bool) {
        anchors = HTMLAnchors(analysis, prefix: prefix)
        titles = analysis.findingTitles
        if !isSingle {
            let anchor = anchors.unique("area")
            blocks.append(.heading(.init(level: 1, text: analysis.title, anchor: anchor, beginsPage: !blocks.isEmpty)))
        }
        let facts = [
            (ReportWords.municipality, analysis.municipality),
            (ReportWords.date, DateText.text(of: analysis.date, in: language)),
        ]
        for (name, value) in facts {
            blocks.append(.paragraph(.body, [.init(name[language] + ": ", .strong), .init(value)]))
        }
        if analysis.isProvisional { notice(ReportWords.provisional[language]) }
        if analysis.isCutShort { notice(StateWords.cutShort[language]) }
        let names = Dictionary(
            analysis.parts.map { ($0.id, anchors.unique("part-\($0.id)")) }, uniquingKeysWith: { first, _ in first })
        var isFirstAnnex = true
        let headings = analysis.parts.map { part -> TextDocument.Heading in
            let isAnnex = part.annexOf != nil
            defer { if isAnnex { isFirstAnnex = false } }
            return .init(
                level: level, text: part.heading, anchor: names[part.id] ?? "", beginsPage: isAnnex && isFirstAnnex)
        }
        let imprint = imprint(of: analysis)
        if headings.count > ReportWords.fewParts {
            blocks.append(.contents(title: ReportWords.contents[language], entries: headings + [imprint.heading]))
        }
        for (part, heading) in zip(analysis.parts, headings) {
            blocks.append(.heading(heading))
            if let intro = part.intro { blocks.append(.paragraph(.intro, [.init(intro)])) }
            add(part.blocks, level: level + 1)
            if let main = part.annexOf.flatMap({ names[$0] }) {
                blocks.append(.paragraph(.small, [.init(ReportWords.toMainText[language], link: main)]))
            } else if let annex = names["\(part.id)-annex"] {
                blocks.append(.paragraph(.small, [.init(ReportWords.toAnnex[language], link: annex)]))
            }
        }
        blocks.append(.heading(imprint.heading))
        for line in imprint.lines { blocks.append(.paragraph(.small, [.init(line)])) }
    }

    private mutating func imprint(of analysis: AnalysisDocument) -> (heading: TextDocument.Heading, lines: [String]) {
        let heading = TextDocument.Heading(
            level: level, text: ReportWords.imprint[language], anchor: anchors.unique("imprint"))
        let imprint = analysis.imprint
        let author = request.author.map { [ReportWords.author($0)[language]] } ?? []
        let lines = author + imprint.lines + (request.isPlain ? [] : imprint.technical)
        return (heading, lines + [ReportWords.peopleDecide[language]])
    }

    private mutating func notice(_ text: String) { blocks.append(.paragraph(.notice, [.init(text)])) }

    // MARK: Blocks

    /// - Parameter level: The level of headings among the blocks; findings that follow one are a level lower.
    private mutating func add(_ content: [AnalysisDocument.Block], level: Int) {
        var findingLevel = level
        for block in content {
            if case .heading = block { findingLevel = level + 1 }
            add(block, level: level, findingLevel: findingLevel)
        }
    }

    private mutating func add(_ block: AnalysisDocument.Block, level: Int, findingLevel: Int) {
        switch block {
        case .heading(let text):
            blocks.append(.heading(.init(level: min(level, 5), text: text, anchor: anchors.unique("h"))))
        case .paragraph(let text): blocks.append(.paragraph(.body, [.init(text)]))
        case .notice(let text):
            blocks.append(.paragraph(.notice, [.init(ReportWords.notice[language] + " ", .strong), .init(text)]))
        case .list(let items): list(items)
        case .outline(let findings):
            let items = findings.map { finding -> TextDocument.Item in
                let remark = finding.remark.isEmpty ? [] : [TextDocument.Run(". \(finding.remark)")]
                return .init(
                    runs: [.init(finding.title, .strong, link: anchors.link(to: finding.id))] + remark,
                    anchor: anchors.placeLine(finding.id))
            }
            blocks.append(.list(items))
        case .findings(let findings): for finding in findings { add(finding, level: min(findingLevel, 5)) }
        case .table(let table): add(table)
        case .dotPlot(let plot):
            figures += 1
            let drawing = DotPlotDrawing(plot, language: language, anchor: "plot-\(figures)").view
            blocks.append(
                .figure(
                    .init(
                        number: figures, caption: plot.title, description: plot.description,
                        drawing: .dotPlot(drawing))))
            add(plot.table(in: language))
        case .map(let map):
            figures += 1
            let drawing = PartsMapDrawing(map, language: language, anchor: "map-\(figures)").view
            blocks.append(
                .figure(
                    .init(number: figures, caption: map.title, description: map.description, drawing: .map(drawing))))
            add(map.table(in: language))
        case .details(let summary, let content):
            blocks.append(.paragraph(.label, [.init(summary)]))
            add(content, level: findingLevel)
        }
    }

    private mutating func list(_ items: [String]) {
        if !items.isEmpty { blocks.append(.list(items.map { .init(runs: [.init($0)]) })) }
    }

    private mutating func add(_ table: AnalysisDocument.Table) {
        tables += 1
        blocks.append(
            .table(
                .init(
                    number: tables, caption: table.caption, columns: table.columns,
                    rows: table.rows.map { row in
                        table.columns.indices.map { $0 < row.count ? row[$0].text(in: language) : "" }
                    }, note: table.note)))
    }

    // MARK: Findings

    private mutating func add(_ finding: AnalysisDocument.Finding, level: Int) {
        let line = anchors.line(of: finding.id)
        blocks.append(.heading(.init(level: level, text: finding.title, anchor: anchors.place(finding.id))))
        let state = TextDocument.Run(StateWords.text(finding.state)[language], .strong)
        blocks.append(
            .paragraph(.small, request.isPlain ? [state] : [state, .init("  "), .init("\(finding.id)", .code)]))
        if let reason = finding.overruled {
            blocks.append(
                .paragraph(.notice, [.init(ReportWords.overruled[language] + ": ", .strong), .init(reason)]))
        }
        if let validity = finding.notInForce { notice(StateWords.notInForce(validity)[language]) }
        pairs(finding.properties)
        for text in finding.because { blocks.append(.paragraph(.body, [.init(text)])) }
        pairs(finding.facts)
        list(ReportWords.waitsFor, finding.waitsFor)
        if !finding.grounds.isEmpty { blocks.append(.paragraph(.label, [.init(ReportWords.why[language])])) }
        for ground in finding.grounds { add(ground) }
        if let line { blocks.append(.paragraph(.small, [.init(ReportWords.toMainText[language], link: line)])) }
    }

    private mutating func pairs(_ pairs: [(name: String, value: String)]) {
        guard !pairs.isEmpty else { return }
        blocks.append(
            .list(pairs.map { .init(runs: [.init($0.name + ": ", .strong), .init($0.value)]) }))
    }

    private mutating func list(_ name: LocalizedText, _ items: [String]) {
        guard !items.isEmpty else { return }
        blocks.append(.paragraph(.label, [.init(name[language])]))
        list(items)
    }

    private mutating func add(_ ground: AnalysisDocument.Ground) {
        let rule = request.isPlain ? [] : [TextDocument.Run("  "), .init(ground.rule, .code)]
        blocks.append(.paragraph(.body, [.init(ground.ruleTitle, .strong)] + rule))
        blocks.append(.paragraph(.body, [.init("\(ReportWords.strength[language]): \(ground.strength)")]))
        if ground.isOpen { blocks.append(.paragraph(.body, [.init(ReportWords.ruleIsOpen[language])])) }
        list(
            ReportWords.conditions,
            ground.conditions.map { "\(StateWords.text($0.state)[language]): \($0.text)" })
        if !ground.findings.isEmpty {
            blocks.append(.paragraph(.label, [.init(ReportWords.buildsOn[language])]))
            blocks.append(
                .list(
                    ground.findings.map { id in
                        .init(runs: [.init(titles[id] ?? id.description, link: anchors.link(to: id))])
                    }))
        }
        list(ReportWords.figures, ground.figures)
        list(ReportWords.judgements, ground.judgements)
        list(ReportWords.sources, ground.sources)
    }
}
