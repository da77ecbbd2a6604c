import RuleEngine

/// Each figure beside its benchmarks, and a chart of those that differ most.
package enum AssessmentPart: ReportPart {
    package static let kind = "assessment"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        composer.assessment().chart
    }

    package static func annex(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        composer.assessment().tables
    }
}

extension AnalysisComposer {
    fileprivate func assessment() -> (chart: [AnalysisDocument.Block], tables: [AnalysisDocument.Block]) {
        var rows: [[AnalysisDocument.Table.Cell]] = []
        var missing: [String] = []
        var dots: [AnalysisDocument.DotPlot.Row] = []
        for code in ruleBase.codes(of: ruleBase.record.vocabulary) {
            guard let figure = sheet.figure(code.code) else { continue }
            guard area.omissions[code.code] == nil, case .known(let value) = figure.reading else {
                let reason = area.omissions[code.code].map { findings.figures.text(of: $0) } ?? ""
                missing.append("\(say(code.title)): \(reason)")
                continue
            }
            rows.append(row(code, figure, value))
            if let dot = dot(code, figure, value) { dots.append(dot) }
        }
        guard !rows.isEmpty else { return ([.paragraph(say(.noFigures))], [.list(missing)]) }
        let plotted = Self.mostDifferent(dots, limit: 12)
        return (
            plotted.isEmpty ? [] : [.dotPlot(plot(plotted))],
            [.table(.assessment(rows, language))]
                + (missing.isEmpty ? [] : [.details(summary: say(.missing(missing.count)), [.list(missing)])])
        )
    }

    private func row(
        _ code: Vocabulary.Term, _ figure: FactSheet.Figure, _ value: FEELNumber
    ) -> [AnalysisDocument.Table.Cell] {
        [
            .text(say(code.title) + labels.unit(figure.unit, language)), .number(value),
            figure.municipality.map { .number($0) } ?? .empty, figure.country.map { .number($0) } ?? .empty,
            percentile(figure), .text(say(.direction(code.string("direction")))),
            .text(findings.figures.short(figure, from: figure.source.flatMap { sheet.source($0) })),
        ]
    }

    private func percentile(_ figure: FactSheet.Figure) -> AnalysisDocument.Table.Cell {
        if let percentile = figure.percentile { return .text(NumberText.text(of: percentile, in: language)) }
        guard let percentile = figure.municipalPercentile else { return .empty }
        return .text(NumberText.text(of: percentile, in: language) + say(.withinMunicipality))
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
            label: say(code.title), unit: figure.unit, value: value, benchmark: country, ratio: ratio,
            direction: direction)
    }

    /// The rows furthest from the benchmark, by ratio; furthest first.
    private static func mostDifferent(
        _ rows: [AnalysisDocument.DotPlot.Row], limit: Int
    ) -> [AnalysisDocument.DotPlot.Row] {
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
        let names = ValueText(language).list(rows.prefix(3).map { $0.label.lowercasedFirst })
        let ratio = NumberText.text(of: first.ratio, in: language)
        return AnalysisDocument.DotPlot(
            title: say(.furthest(names)), description: say(.largest(first.label.lowercasedFirst, ratio)), rows: rows)
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
    fileprivate static func direction(_ direction: String?) -> LocalizedText {
        switch direction {
        case "lower": LocalizedText(nl: "lager is beter", en: "lower is better")
        case "higher": LocalizedText(nl: "hoger is beter", en: "higher is better")
        default: LocalizedText(nl: "geen", en: "none")
        }
    }

    fileprivate static let withinMunicipality = LocalizedText(
        nl: " (binnen de gemeente)", en: " (within the municipality)")

    fileprivate static func furthest(_ names: String) -> LocalizedText {
        LocalizedText(nl: "Het verst van Nederland: \(names)", en: "Furthest from the Netherlands: \(names)")
    }

    fileprivate static func largest(_ name: String, _ ratio: String) -> LocalizedText {
        LocalizedText(
            nl:
                "Het grootste verschil is bij \(name): \(ratio) keer het cijfer van Nederland. De stip is het gebied, de streep bij 1 is Nederland.",
            en:
                "The largest difference is in \(name): \(ratio) times the figure of the Netherlands. The dot is the area, the line at 1 is the Netherlands."
        )
    }

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
    fileprivate static func assessment(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        AnalysisDocument.Table(
            caption: LocalizedText(
                nl: "Cijfers van het gebied naast die van de gemeente en Nederland",
                en: "Figures of the area beside those of the municipality and the Netherlands")[language],
            columns: [
                Column(LocalizedText(nl: "Cijfer", en: "Figure"), language),
                Column(LocalizedText(nl: "Gebied", en: "Area"), language, isNumeric: true),
                Column(LocalizedText(nl: "Gemeente", en: "Municipality"), language, isNumeric: true),
                Column(LocalizedText(nl: "Nederland", en: "Netherlands"), language, isNumeric: true),
                Column(LocalizedText(nl: "Percentiel", en: "Percentile"), language, isNumeric: true),
                Column(LocalizedText(nl: "Goede richting", en: "Good direction"), language),
                Column(LocalizedText(nl: "Bron", en: "Source"), language),
            ], rows: rows,
            note: LocalizedText(
                nl: "Percentiel: het deel van de wijken van het land met een lagere waarde, in dezelfde tabel.",
                en: "Percentile: the share of the districts of the country with a lower value, in the same table.")[
                    language])
    }
}
