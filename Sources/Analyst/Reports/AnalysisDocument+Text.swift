package import RuleEngine

extension AnalysisDocument.Table.Cell {
    /// What the cell shows; nothing where it is empty.
    package func text(in language: Language) -> String {
        switch self {
        case .text(let text): text
        case .number(let number): NumberText.text(of: number, in: language)
        case .empty: ""
        }
    }
}

extension AnalysisDocument.DotPlot {
    /// The same numbers as a table, in the order of the plot.
    package func table(in language: Language) -> AnalysisDocument.Table {
        AnalysisDocument.Table(
            caption: ReportWords.figuresOf(title)[language],
            columns: [
                .init(ReportWords.indicator, language), .init(ReportWords.area, language, isNumeric: true),
                .init(ReportWords.benchmark, language, isNumeric: true),
                .init(ReportWords.ratio, language, isNumeric: true), .init(ReportWords.better, language),
            ],
            rows: rows.map { row in
                [
                    .text(row.name), .number(row.value), .number(row.benchmark), .number(row.shownRatio),
                    .text(ReportWords.direction(row.direction)[language]),
                ]
            },
            note: nil)
    }
}

extension AnalysisDocument.PartsMap {
    /// The same numbers as a table, in the order of the letters.
    package func table(in language: Language) -> AnalysisDocument.Table {
        AnalysisDocument.Table(
            caption: ReportWords.figuresOf(title)[language],
            columns: [
                .init(ReportWords.letter, language), .init(ReportWords.part, language),
                .init(ReportWords.residents, language, isNumeric: true),
                .init(ReportWords.found, language, isNumeric: true),
                .init(ReportWords.stillOpen, language, isNumeric: true),
            ],
            rows: parts.map { part in
                [
                    .text(part.letter), .text(part.name), part.residents.map { .number($0) } ?? .empty,
                    part.counts.map { .number(FEELNumber($0.found)) } ?? .empty,
                    part.counts.map { .number(FEELNumber($0.open)) } ?? .empty,
                ]
            },
            note: nil)
    }
}

extension AnalysisDocument.DotPlot.Row {
    /// The label with the unit, where there is one.
    package var name: String { unit.map { "\(label) (\($0))" } ?? label }

    /// The ratio with two decimals at most.
    package var shownRatio: FEELNumber {
        ratio.rounded(toScale: 2, rule: .halfEven) ?? ratio
    }

    /// "gebied 34 %, vergelijking 12 %, lager is gunstig"
    package func numbers(in language: Language) -> String {
        let parts = [(ReportWords.area, value), (ReportWords.benchmark, benchmark)].map { word, number in
            let amount = NumberText.text(of: number, in: language)
            return "\(word[language].lowercased()) \(amount)\(unit.map { "\u{A0}\($0)" } ?? "")"
        }
        return (parts + [ReportWords.direction(direction)[language]]).joined(separator: ", ")
    }

    /// "2,83 ×"
    package func times(in language: Language) -> String {
        "\(NumberText.text(of: shownRatio, in: language))\u{A0}×"
    }
}

extension AnalysisDocument {
    /// The titles of the findings in the analysis, so that others can be named.
    package var findingTitles: [FindingID: String] {
        var titles: [FindingID: String] = [:]
        for finding in parts.flatMap(\.blocks).flatMap(\.findings) where titles[finding.id] == nil {
            titles[finding.id] = finding.title
        }
        return titles
    }
}

extension AnalysisDocument.Block {
    /// The findings in the block and in what it holds, in order.
    package var findings: [AnalysisDocument.Finding] {
        switch self {
        case .findings(let findings): findings
        case .details(_, let blocks): blocks.flatMap(\.findings)
        case .heading, .paragraph, .notice, .list, .outline, .table, .dotPlot, .map: []
        }
    }
}
