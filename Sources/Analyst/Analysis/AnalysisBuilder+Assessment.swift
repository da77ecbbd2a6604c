import RuleEngine

extension AnalysisBuilder {
    /// Each figure beside its benchmarks, and a chart of those that differ most.
    package func assessmentBlocks() -> [AnalysisDocument.Block] {
        let indicators = ruleBase.vocabulary(ruleBase.record.vocabulary)
        var rows: [[AnalysisDocument.Table.Cell]] = []
        var missing: [LocalizedText] = []
        var dots: [AnalysisDocument.DotPlot.Row] = []
        for code in indicators?.codes ?? [] {
            guard let figure = sheet.figure(code.code) else { continue }
            guard omissions[code.code] == nil, case .known(let value) = figure.reading else {
                missing.append(
                    LocalizedText { language in
                        let reason = omissions[code.code].map { findings.figures.text(of: $0, language) } ?? ""
                        return "\(code.title[language]): \(reason)"
                    })
                continue
            }
            rows.append(row(code, figure, value))
            if let dot = dot(code, figure, value) { dots.append(dot) }
        }
        guard !rows.isEmpty else { return [.paragraph(.noFigures), .list(missing)] }
        var blocks: [AnalysisDocument.Block] = []
        let plotted = Self.mostDifferent(dots, limit: 12)
        if !plotted.isEmpty { blocks.append(.dotPlot(plot(plotted))) }
        blocks.append(.table(.assessment(rows)))
        if !missing.isEmpty { blocks.append(.details(summary: .missing(missing.count), [.list(missing)])) }
        return blocks
    }

    private func row(
        _ code: Vocabulary.Term, _ figure: FactSheet.Figure, _ value: FEELNumber
    ) -> [AnalysisDocument.Table.Cell] {
        let title = LocalizedText { language in code.title[language] + (labels.unit(figure.unit, language)) }
        let place: AnalysisDocument.Table.Cell
        if let percentile = figure.percentile {
            place = .text(LocalizedText { language in NumberText.text(of: percentile, in: language) })
        } else if let percentile = figure.municipalPercentile {
            place = .text(
                LocalizedText { language in
                    NumberText.text(of: percentile, in: language)
                        + (language == .nl ? " (binnen de gemeente)" : " (within the municipality)")
                })
        } else {
            place = .empty
        }
        return [
            .text(title), .number(value), figure.municipality.map { .number($0) } ?? .empty,
            figure.country.map { .number($0) } ?? .empty, place, .text(direction(code)),
            .text(LocalizedText { findings.figures.shortSource(of: figure, $0) }),
        ]
    }

    private func direction(_ code: Vocabulary.Term) -> LocalizedText {
        switch code.string("direction") {
        case "lower": LocalizedText(nl: "lager is beter", en: "lower is better")
        case "higher": LocalizedText(nl: "hoger is beter", en: "higher is better")
        default: LocalizedText(nl: "geen", en: "none")
        }
    }

    private func dot(
        _ code: Vocabulary.Term, _ figure: FactSheet.Figure, _ value: FEELNumber
    ) -> AnalysisDocument.DotPlot.Row? {
        guard let country = figure.country, !country.isZero, !country.isNegative, !value.isNegative,
            figure.unit == "%", let ratio = value.divided(by: country)?.rounded(toScale: 2, rule: .halfEven),
            let direction = AnalysisDocument.DotPlot.Direction(rawValue: code.string("direction") ?? ""),
            direction != .neutral
        else { return nil }
        return AnalysisDocument.DotPlot.Row(
            label: code.title, unit: figure.unit, value: value, benchmark: country, ratio: ratio, direction: direction)
    }

    /// The rows furthest from the benchmark, by ratio; furthest first.
    private static func mostDifferent(_ rows: [AnalysisDocument.DotPlot.Row], limit: Int) -> [AnalysisDocument.DotPlot
        .Row]
    {
        func distance(_ row: AnalysisDocument.DotPlot.Row) -> FEELNumber {
            guard row.ratio < .one else { return row.ratio }
            guard !row.ratio.isZero else { return FEELNumber(Int.max) }
            return FEELNumber.one.divided(by: row.ratio) ?? row.ratio
        }
        return Array(
            rows.enumerated().sorted { left, right in
                let (a, b) = (distance(left.element), distance(right.element))
                return a == b ? left.offset < right.offset : a > b
            }.map(\.element).prefix(limit))
    }

    private func plot(_ rows: [AnalysisDocument.DotPlot.Row]) -> AnalysisDocument.DotPlot {
        let first = rows[0]
        let names = LocalizedText { language in
            ValueText(language).list(rows.prefix(3).map { $0.label[language].lowercasedFirst })
        }
        let ratio = LocalizedText { NumberText.text(of: first.ratio, in: $0) }
        return AnalysisDocument.DotPlot(
            title: LocalizedText(
                nl: "Het verst van Nederland: \(names.nl)", en: "Furthest from the Netherlands: \(names.en)"),
            description: LocalizedText(
                nl:
                    "Het grootste verschil is bij \(first.label.nl.lowercasedFirst): \(ratio.nl) keer het cijfer van Nederland. De stip is het gebied, de streep bij 1 is Nederland.",
                en:
                    "The largest difference is in \(first.label.en.lowercasedFirst): \(ratio.en) times the figure of the Netherlands. The dot is the area, the line at 1 is the Netherlands."
            ),
            rows: rows)
    }
}

extension String {
    /// With a small first letter, for use inside a sentence. Words in capitals stay.
    package var lowercasedFirst: String {
        guard let first, dropFirst().first?.isUppercase != true else { return self }
        return first.lowercased() + dropFirst()
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static var noFigures: LocalizedText {
        LocalizedText(
            nl: "Er zijn geen cijfers die op de datum van de analyse gebruikt mogen worden.",
            en: "There are no figures that may be used on the date of the analysis.")
    }

    fileprivate static func missing(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "\(count) cijfers ontbreken, met de reden", en: "\(count) figures are missing, with the reason")
    }
}

extension AnalysisDocument.Table {
    fileprivate static func assessment(_ rows: [[Cell]]) -> AnalysisDocument.Table {
        AnalysisDocument.Table(
            caption: LocalizedText(
                nl: "Cijfers van het gebied naast die van de gemeente en Nederland",
                en: "Figures of the area beside those of the municipality and the Netherlands"),
            columns: [
                Column(title: LocalizedText(nl: "Cijfer", en: "Figure"), isNumeric: false),
                Column(title: LocalizedText(nl: "Gebied", en: "Area"), isNumeric: true),
                Column(title: LocalizedText(nl: "Gemeente", en: "Municipality"), isNumeric: true),
                Column(title: LocalizedText(nl: "Nederland", en: "Netherlands"), isNumeric: true),
                Column(title: LocalizedText(nl: "Percentiel", en: "Percentile"), isNumeric: true),
                Column(title: LocalizedText(nl: "Goede richting", en: "Good direction"), isNumeric: false),
                Column(title: LocalizedText(nl: "Bron", en: "Source"), isNumeric: false),
            ], rows: rows,
            note: LocalizedText(
                nl: "Percentiel: het deel van de wijken van het land met een lagere waarde, in dezelfde tabel.",
                en: "Percentile: the share of the districts of the country with a lower value, in the same table."))
    }
}
