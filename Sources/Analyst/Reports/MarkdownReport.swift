package import RuleEngine

/// An analysis in Markdown (CommonMark with tables), to edit further or to put in a repository.
package struct MarkdownReport {
    package let language: Language

    package func text(_ analysis: AnalysisDocument) -> String {
        let titles = analysis.findingTitles
        var paragraphs = [
            "# \(escaped(analysis.title))",
            "\(ReportWords.municipality[language]): \(escaped(analysis.municipality))  \n"
                + "\(ReportWords.date[language]): \(DateText.text(of: analysis.date, in: language))",
        ]
        if analysis.isProvisional { paragraphs.append("> **\(escaped(ReportWords.provisional))**") }
        if analysis.isCutShort { paragraphs.append("> **\(escaped(StateWords.cutShort))**") }
        for part in analysis.parts {
            paragraphs.append("## \(part.number.map { "\($0). " } ?? "")\(escaped(part.title))")
            if let intro = part.intro { paragraphs.append(escaped(intro)) }
            paragraphs += part.blocks.flatMap { paragraphsOf($0, titles: titles) }
        }
        if analysis.isBrief { paragraphs.append(escaped(ReportWords.brief)) }
        return paragraphs.joined(separator: "\n\n") + "\n"
    }

    private func paragraphsOf(_ block: AnalysisDocument.Block, titles: [FindingID: String]) -> [String] {
        switch block {
        case .heading(let text): ["### \(escaped(text))"]
        case .paragraph(let text): [escaped(text)]
        case .notice(let text): ["> **\(escaped(ReportWords.notice))** \(escaped(text))"]
        case .list(let items): items.isEmpty ? [] : [items.map { "- \(escaped($0))" }.joined(separator: "\n")]
        case .outline(let findings):
            [
                findings.map { "- **\(escaped($0.title))**\($0.remark.isEmpty ? "" : ". \(escaped($0.remark))")" }
                    .joined(separator: "\n")
            ]
        case .findings(let findings): findings.flatMap { paragraphsOf($0, titles: titles) }
        case .table(let table): paragraphsOf(table)
        case .dotPlot(let plot):
            ["**\(escaped(plot.title))**", escaped(plot.description)] + paragraphsOf(plot.table(in: language))
        case .map(let map):
            ["**\(escaped(map.title))**", escaped(map.description)] + paragraphsOf(map.table(in: language))
        case .details(let summary, let blocks):
            ["**\(escaped(summary))**"] + blocks.flatMap { paragraphsOf($0, titles: titles) }
        }
    }

    private func paragraphsOf(_ finding: AnalysisDocument.Finding, titles: [FindingID: String]) -> [String] {
        let state = StateWords.text(finding.state)
        var result = ["**\(escaped(finding.title))** – \(escaped(state)) – `\(finding.id)`"]
        var lines = finding.properties.map { "- \(escaped($0.name)): \(escaped($0.value))" }
        if let reason = finding.overruled { lines.append("- \(escaped(ReportWords.overruled)): \(escaped(reason))") }
        lines += finding.facts.map { "- \(escaped($0.name)): \(escaped($0.value))" }
        lines += items(finding.waitsFor.map { escaped($0) }, name: ReportWords.waitsFor, indent: "")
        if let validity = finding.notInForce { result.append(escaped(StateWords.notInForce(validity))) }
        result += finding.because.map { escaped($0) }
        if !lines.isEmpty { result.append(lines.joined(separator: "\n")) }
        guard !finding.grounds.isEmpty else { return result }
        result.append(escaped(ReportWords.why))
        result.append(finding.grounds.flatMap { linesOf($0, titles: titles) }.joined(separator: "\n"))
        return result
    }

    private func linesOf(_ ground: AnalysisDocument.Ground, titles: [FindingID: String]) -> [String] {
        let indent = "  "
        var lines = [
            "- \(escaped(ground.ruleTitle)) (`\(ground.rule)`)",
            "\(indent)- \(escaped(ReportWords.strength)): \(escaped(ground.strength))",
        ]
        if ground.isOpen { lines.append("\(indent)- \(escaped(ReportWords.ruleIsOpen))") }
        let conditions = ground.conditions.map { condition in
            "*\(escaped(StateWords.text(condition.state)))*: \(escaped(condition.text))"
        }
        let findings = ground.findings.map { id in titles[id].map { "\(escaped($0)) (`\(id)`)" } ?? "`\(id)`" }
        lines += items(conditions, name: ReportWords.conditions, indent: indent)
        lines += items(ground.figures.map { escaped($0) }, name: ReportWords.figures, indent: indent)
        lines += items(ground.judgements.map { escaped($0) }, name: ReportWords.judgements, indent: indent)
        lines += items(findings, name: ReportWords.buildsOn, indent: indent)
        lines += items(ground.sources.map { escaped($0) }, name: ReportWords.sources, indent: indent)
        return lines
    }

    private func items(_ items: [String], name: LocalizedText, indent: String) -> [String] {
        items.isEmpty ? [] : ["\(indent)- \(escaped(name)):"] + items.map { "\(indent)  - \($0)" }
    }

    private func paragraphsOf(_ table: AnalysisDocument.Table) -> [String] {
        let titles = table.columns.map { escaped($0.title) }
        let marks = table.columns.map { $0.isNumeric ? "---:" : "---" }
        let rows = table.rows.map { row in row.map { escaped($0.text(in: language)) } }
        let lines = ([titles, marks] + rows).map { "| \($0.joined(separator: " | ")) |" }
        return ["*\(escaped(table.caption))*", lines.joined(separator: "\n")] + (table.note.map { [escaped($0)] } ?? [])
    }
}

// MARK: - Escapes

extension MarkdownReport {
    private func escaped(_ text: LocalizedText) -> String { escaped(text[language]) }

    private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}
