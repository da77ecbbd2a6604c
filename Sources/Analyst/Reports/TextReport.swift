package import RuleEngine

/// An analysis as plain lines: for a terminal, a screen reader, an e-mail.
///
/// No colour and no control characters; a table that does not fit the width, or any table under 60 columns,
/// becomes a list.
package struct TextReport {
    package let language: Language
    /// Columns.
    package let width: Int

    package init(language: Language, width: Int = 80) {
        self.language = language
        self.width = width
    }

    /// - Returns: Lines of at most `width` characters, but for words that are longer.
    package func text(_ analysis: AnalysisDocument) -> String {
        var lines = TextLines(width: width)
        lines.add(analysis.title, underlinedWith: "=")
        lines.space()
        lines.add("\(ReportWords.municipality[language]): \(analysis.municipality)")
        lines.add("\(ReportWords.date[language]): \(DateText.text(of: analysis.date, in: language))")
        if analysis.isProvisional {
            lines.space()
            lines.add(ReportWords.provisional[language], mark: "! ")
        }
        if analysis.isCutShort {
            lines.space()
            lines.add(StateWords.cutShort[language], mark: "! ")
        }
        let titles = analysis.findingTitles
        for part in analysis.parts {
            lines.space()
            lines.add(part.heading, underlinedWith: "-")
            if let intro = part.intro {
                lines.space()
                lines.add(intro)
            }
            for block in part.blocks { add(block, titles: titles, to: &lines) }
        }
        if analysis.isBrief {
            lines.space()
            lines.add(ReportWords.brief[language])
        }
        return lines.text
    }

    private func add(_ block: AnalysisDocument.Block, titles: [FindingID: String], to lines: inout TextLines) {
        lines.space()
        switch block {
        case .heading(let text):
            lines.add(text, mark: "# ")
        case .paragraph(let text):
            lines.add(text)
        case .notice(let text):
            lines.add("\(ReportWords.notice[language]) \(text)", mark: "! ")
        case .list(let items):
            for item in items { lines.add(item, mark: "- ") }
        case .outline(let findings):
            for finding in findings { lines.add(finding.line, mark: "- ") }
        case .findings(let findings):
            for finding in findings {
                lines.space()
                add(finding, titles: titles, to: &lines)
            }
        case .table(let table):
            add(table, to: &lines)
        case .dotPlot(let plot):
            lines.add(plot.title)
            lines.add(plot.description)
            for row in plot.rows {
                lines.add(
                    "\(row.label): \(row.times(in: language)) (\(row.numbers(in: language)))", mark: "- ")
            }
        case .map(let map):
            lines.add(map.title)
            lines.add(ReportWords.mapInWords[language])
            add(map.table(in: language), to: &lines)
        case .details(let summary, let blocks):
            lines.add(summary, mark: "# ")
            for block in blocks { add(block, titles: titles, to: &lines) }
        }
    }
}

// MARK: - Findings

extension TextReport {
    private func add(_ finding: AnalysisDocument.Finding, titles: [FindingID: String], to lines: inout TextLines) {
        lines.add(
            "\(finding.title) [\(StateWords.text(finding.state)[language])] (\(finding.id))", mark: "* ")
        for (name, value) in finding.properties { lines.add("\(name): \(value)", indent: 2) }
        if let reason = finding.overruled {
            lines.add("\(ReportWords.overruled[language]): \(reason)", indent: 2)
        }
        if let validity = finding.notInForce {
            lines.add(StateWords.notInForce(validity)[language], indent: 2)
        }
        for sentence in finding.because { lines.add(sentence, indent: 2) }
        for (name, value) in finding.facts { lines.add("\(name): \(value)", indent: 2) }
        add(finding.waitsFor, name: ReportWords.waitsFor, indent: 2, to: &lines)
        guard !finding.grounds.isEmpty else { return }
        lines.add(ReportWords.why[language], indent: 2)
        for ground in finding.grounds { add(ground, titles: titles, to: &lines) }
    }

    private func add(_ ground: AnalysisDocument.Ground, titles: [FindingID: String], to lines: inout TextLines) {
        lines.add("\(ground.ruleTitle) (\(ground.rule))", indent: 4, mark: "- ")
        lines.add("\(ReportWords.strength[language]): \(ground.strength)", indent: 6)
        if ground.isOpen { lines.add(ReportWords.ruleIsOpen[language], indent: 6) }
        add(
            ground.conditions.map { "[\(StateWords.text($0.state)[language])] \($0.text)" },
            name: ReportWords.conditions, indent: 6, to: &lines)
        add(ground.figures, name: ReportWords.figures, indent: 6, to: &lines)
        add(ground.judgements, name: ReportWords.judgements, indent: 6, to: &lines)
        add(
            ground.findings.map { id in titles[id].map { "\($0) (\(id))" } ?? "\(id)" },
            name: ReportWords.buildsOn, indent: 6, to: &lines)
        add(ground.sources, name: ReportWords.sources, indent: 6, to: &lines)
    }

    private func add(_ items: [String], name: LocalizedText, indent: Int, to lines: inout TextLines) {
        guard !items.isEmpty else { return }
        lines.add("\(name[language]):", indent: indent)
        for item in items { lines.add(item, indent: indent, mark: "- ") }
    }
}

// MARK: - Tables

extension TextReport {
    /// Under this width a table is a list.
    private static let leastTableWidth = 60

    private func add(_ table: AnalysisDocument.Table, to lines: inout TextLines) {
        let titles = table.columns.map { $0.title }
        let rows = table.rows.map { row in row.map { $0.text(in: language) } }
        let widths = titles.indices.map { column in
            ([titles] + rows).map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        lines.add(table.caption)
        lines.space()
        let total = widths.reduce(0, +) + 2 * max(widths.count - 1, 0)
        if width >= Self.leastTableWidth, total <= width {
            let rule = widths.map { String(repeating: "-", count: $0) }
            for row in [titles, rule] + rows {
                let cells = zip(zip(row, widths), table.columns).map { cell, column in
                    Self.padded(cell.0, to: cell.1, atRight: column.isNumeric)
                }
                lines.verbatim(Self.withoutTrailingSpaces(cells.joined(separator: "  ")))
            }
        } else {
            for row in rows { addAsList(row, titles: titles, to: &lines) }
        }
        if let note = table.note {
            lines.space()
            lines.add(note)
        }
    }

    private func addAsList(_ row: [String], titles: [String], to lines: inout TextLines) {
        for (column, (title, cell)) in zip(titles, row).enumerated() where !cell.isEmpty {
            lines.add("\(title): \(cell)", indent: column == 0 ? 0 : 2, mark: column == 0 ? "- " : "")
        }
    }

    private static func padded(_ text: String, to width: Int, atRight: Bool) -> String {
        let space = String(repeating: " ", count: max(width - text.count, 0))
        return atRight ? space + text : text + space
    }

    private static func withoutTrailingSpaces(_ text: String) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }
}
