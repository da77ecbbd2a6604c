package import RuleEngine

/// What cases try of the rules, as a page over the texts of the rule files: each line that something lacks of says what.
package struct CoveragePage {
    private let report: CoverageReport
    private let files: [SourceFile]
    private var language: Language { report.language }

    /// - Parameter files: the rule files.
    package init(_ report: CoverageReport, files: [SourceFile]) {
        self.report = report
        self.files = files
    }

    package var html: String {
        let gaps = Dictionary(grouping: report.gaps) { $0.span.file }
        let shown = files.filter { file in
            gaps[file.name] != nil || report.rules.contains { $0.rule.span.file == file.name }
        }
        return HTMLText.page(
            title: CoverageWords.title[language], language: language, style: Self.style
        ) { page in
            page.element("h1", text: CoverageWords.title[language])
            page.element("p", text: report.summary)
            page.element("p", text: report.conditionSummary)
            page.element("h2", text: CoverageWords.files[language])
            page.element("ul") { list in
                for (number, file) in shown.enumerated() {
                    list.element("li") { item in
                        item.element("a", ["href": "#file-\(number)"], text: file.name)
                        item.write(": \(CoverageWords.count(gaps[file.name]?.count ?? 0)[language])")
                    }
                }
            }
            for (number, file) in shown.enumerated() { write(file, number, gaps[file.name] ?? [], to: &page) }
        }
    }

    private func write(_ file: SourceFile, _ number: Int, _ gaps: [CoverageReport.Gap], to page: inout HTMLText) {
        page.newLine()
        page.element("h2", ["id": "file-\(number)"], text: file.name)
        let byLine = Dictionary(grouping: gaps) { $0.span.start.line }
        page.element("div", ["class": "wide", "tabindex": "0", "role": "region", "aria-labelledby": "file-\(number)"]) {
            $0.element("table", ["class": "source"]) { table in
                table.element("thead") { head in
                    head.element("tr") { row in
                        for title in [CoverageWords.line, CoverageWords.text, CoverageWords.lacks] {
                            row.element("th", ["scope": "col"], text: title[language])
                        }
                    }
                }
                table.element("tbody") { body in
                    for line in 1...max(1, file.lineCount) {
                        guard let text = file.line(line), line < file.lineCount || !text.isEmpty else { continue }
                        let own = byLine[line] ?? []
                        body.newLine()
                        body.element("tr", ["class": own.isEmpty ? nil : "lacks"]) { row in
                            row.element("th", ["scope": "row"], text: "\(line)")
                            row.element("td") { $0.element("code", text: String(text)) }
                            row.element("td", text: own.map(\.words).joined(separator: "; "))
                        }
                    }
                }
            }
        }
    }

    private static let style = """
        main { max-width: none; }
        .source td:nth-child(2) { white-space: pre; padding-right: 30px; }
        .source th, .source td { padding-top: 0; padding-bottom: 0; border-bottom: 0; }
        .source .lacks td, .source .lacks th { background: #fff3d6; border-left: 3px solid var(--warning); }
        .source code { color: var(--ink); }

        """
}

// MARK: - Wordings

private enum CoverageWords {
    static let title = LocalizedText(nl: "Wat gevallen van de regels raken", en: "What cases try of the rules")
    static let files = LocalizedText(nl: "Bestanden", en: "Files")
    static let line = LocalizedText(nl: "Regel", en: "Line")
    static let text = LocalizedText(nl: "Tekst", en: "Text")
    static let lacks = LocalizedText(nl: "Wat nog ontbreekt", en: "What lacks")

    static func count(_ count: Int) -> LocalizedText {
        switch count {
        case 0: LocalizedText(nl: "niets ontbreekt", en: "nothing lacks")
        case 1: LocalizedText(nl: "1 ontbreekt", en: "1 lacks")
        default: LocalizedText(nl: "\(count) ontbreken", en: "\(count) lack")
        }
    }
}
