package import RuleEngine

/// The tables of analyses as sheets: one table to a sheet, one row of headers, no merged cells, notes first.
package struct Workbook: Sendable {
    package struct Sheet: Sendable {
        package let name: String
        /// No two have the same title.
        package let columns: [AnalysisDocument.Table.Column]
        /// As long as the columns.
        package let rows: [[AnalysisDocument.Table.Cell]]

        package init(
            name: String, columns: [AnalysisDocument.Table.Column], rows: [[AnalysisDocument.Table.Cell]]
        ) {
            self.name = name
            self.columns = columns
            self.rows = rows
        }
    }

    package let title: String
    package let language: Language
    package let sheets: [Sheet]
    /// The table of figures by itself.
    package let figures: Sheet?

    /// - Parameter analyses: their rows come below each other, each with the name of its area.
    package init(_ analyses: [AnalysisDocument], language: Language) {
        self.language = language
        title =
            analyses.count == 1
            ? analyses.first?.title ?? "" : ReportWords.analyses(analyses.count)[language]
        let notes = Sheet(
            name: LocalizedText.notes[language],
            columns: [.init(ReportWords.area, language), .init(.subject, language), .init(.note, language)],
            rows: analyses.flatMap { analysis in
                analysis.data.notes.map { [.text(analysis.title), .text($0.name), .text($0.text)] }
            })
        let tables = AnalysisData.Subject.allCases.compactMap { subject -> (AnalysisData.Subject, Sheet)? in
            Self.sheet(subject, analyses, language).map { (subject, $0) }
        }
        sheets = [notes] + tables.map(\.1)
        figures = tables.first { $0.0 == .figures }?.1
    }

    /// Sheets of any kind.
    ///
    /// - Parameter figures: the sheet that is written where there is room for one alone.
    package init(title: String, language: Language, sheets: [Sheet], figures: Sheet? = nil) {
        self.title = title
        self.language = language
        self.sheets = sheets
        self.figures = figures
    }

    /// The tables of one subject as one: columns with the same title are the same column.
    private static func sheet(
        _ subject: AnalysisData.Subject, _ analyses: [AnalysisDocument], _ language: Language
    ) -> Sheet? {
        let area = AnalysisDocument.Table.Column(ReportWords.area, language)
        var columns = [area]
        var places: [String: Int] = [:]
        var rows: [[AnalysisDocument.Table.Cell]] = []
        var isThere = false
        for analysis in analyses {
            guard let table = analysis.data[subject] else { continue }
            isThere = true
            var seen: [String: Int] = [:]
            let targets = table.columns.map { column -> Int in
                // A title that comes twice in one table is told apart by its number.
                seen[column.title, default: 0] += 1
                let count = seen[column.title] ?? 1
                let isTaken = column.title == area.title
                let title = count == 1 && !isTaken ? column.title : "\(column.title) \(isTaken ? count + 1 : count)"
                if let place = places[title] { return place }
                columns.append(.init(LocalizedText(verbatim: title), language, isNumeric: column.isNumeric))
                places[title] = columns.count - 1
                return columns.count - 1
            }
            for cells in table.rows {
                var row = [AnalysisDocument.Table.Cell](repeating: .empty, count: columns.count)
                row[0] = .text(analysis.title)
                for (cell, target) in zip(cells, targets) { row[target] = cell }
                rows.append(row)
            }
        }
        guard isThere else { return nil }
        let width = columns.count
        return Sheet(
            name: LocalizedText.name(of: subject)[language], columns: columns,
            rows: rows.map { $0 + Array(repeating: .empty, count: width - $0.count) })
    }
}

extension AnalysisDocument.Table.Cell {
    /// There is nothing to show.
    var isBlank: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.isEmpty
        case .number: false
        }
    }
}

extension Workbook.Sheet {
    /// How wide each column should be, in characters.
    func widths(from least: Int, to most: Int) -> [Int] {
        columns.indices.map { index in
            let longest =
                rows.prefix(400).map { row -> Int in
                    switch row[index] {
                    case .text(let text): text.count
                    case .number(let number): number.normalizedDescription.count
                    case .empty: 0
                    }
                }.max() ?? 0
            return min(max(longest, columns[index].title.count, least), most)
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let notes = LocalizedText(nl: "Toelichting", en: "Notes")
    fileprivate static let subject = LocalizedText(nl: "Onderwerp", en: "Subject")
    fileprivate static let note = LocalizedText(nl: "Toelichting", en: "Note")

    /// The name of a sheet: at most 31 characters.
    fileprivate static func name(of subject: AnalysisData.Subject) -> LocalizedText {
        switch subject {
        case .figures: LocalizedText(nl: "Cijfers", en: "Figures")
        case .findings: LocalizedText(nl: "Bevindingen", en: "Findings")
        case .interventions: LocalizedText(nl: "Interventies", en: "Interventions")
        case .instruments: LocalizedText(nl: "Instrumenten", en: "Instruments")
        case .questions: LocalizedText(nl: "Open vragen", en: "Open questions")
        case .amounts: LocalizedText(nl: "Kosten en baten", en: "Costs and benefits")
        case .balance: LocalizedText(nl: "Saldo", en: "Balance")
        case .parties: LocalizedText(nl: "Partijen", en: "Parties")
        }
    }
}
