import RuleEngine

/// Each figure in a row: value, unit, year, benchmarks, good direction and source, or why there is no value.
struct FigureRows {
    private let composer: AnalysisComposer

    init(_ composer: AnalysisComposer) {
        self.composer = composer
    }

    var table: AnalysisData.Table {
        let columns: [(LocalizedText, Bool)] = [
            (.figure, false), (.code, false), (.area, true), (.unit, false), (.year, true), (.municipality, true),
            (.country, true), (.percentile, true), (.municipalPercentile, true), (.direction, false),
            (.publisher, false), (.table, false), (.licence, false), (.kind, false), (.missing, false),
        ]
        return AnalysisData.Table(
            subject: .figures,
            columns: columns.map { .init($0.0, composer.language, isNumeric: $0.1) },
            rows: composer.ruleBase.codes(of: composer.ruleBase.record.vocabulary).compactMap { code in
                composer.sheet.figure(code.code).map { row(code, $0) }
            })
    }

    private func row(_ code: Vocabulary.Term, _ figure: FactSheet.Figure) -> [AnalysisDocument.Table.Cell] {
        let source = figure.source.flatMap { composer.sheet.source($0) }
        let omission = composer.area.omissions[code.code]
        var value = AnalysisDocument.Table.Cell.empty
        if omission == nil, case .known(let number) = figure.reading { value = .number(number) }
        let isKnown = if case .number = value { true } else { false }
        func known(_ number: FEELNumber?) -> AnalysisDocument.Table.Cell {
            isKnown ? number.map { .number($0) } ?? .empty : .empty
        }
        func text(_ text: String?) -> AnalysisDocument.Table.Cell { text.map { .text($0) } ?? .empty }
        var kind = figure.kind.map { composer.say(composer.labels.title($0, in: VocabularyName.figureKinds)) }
        if figure.isApproximated {
            kind = [kind, composer.say(.approximated)].compactMap { $0 }.joined(separator: ", ")
        }
        let units = ValueText(composer.language, units: composer.naming.units)
        return [
            .text(composer.say(code.title)), .text(code.code), value,
            text((figure.unit ?? code.string("unit")).map { units.title(ofUnit: $0) }),
            figure.year.map { .number(FEELNumber($0)) } ?? .empty, known(figure.municipality), known(figure.country),
            known(figure.percentile), known(figure.municipalPercentile),
            .text(composer.say(.direction(code.string("direction")))), text(source?.publisher ?? source?.title),
            text(source?.table), text(source?.licence), text(kind),
            text(isKnown ? nil : omission.map { composer.findings.figures.text(of: $0) }),
        ]
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let figure = LocalizedText(nl: "Cijfer", en: "Figure")
    fileprivate static let code = LocalizedText(nl: "Code", en: "Code")
    fileprivate static let area = LocalizedText(nl: "Waarde", en: "Value")
    fileprivate static let unit = LocalizedText(nl: "Eenheid", en: "Unit")
    fileprivate static let year = LocalizedText(nl: "Jaar", en: "Year")
    fileprivate static let municipality = LocalizedText(nl: "Waarde gemeente", en: "Value of the municipality")
    fileprivate static let country = LocalizedText(nl: "Waarde Nederland", en: "Value of the Netherlands")
    fileprivate static let percentile = LocalizedText(nl: "Percentiel", en: "Percentile")
    fileprivate static let municipalPercentile = LocalizedText(
        nl: "Percentiel binnen de gemeente", en: "Percentile within the municipality")
    fileprivate static let direction = LocalizedText(nl: "Goede richting", en: "Good direction")
    fileprivate static let publisher = LocalizedText(nl: "Bron", en: "Source")
    fileprivate static let table = LocalizedText(nl: "Tabel", en: "Table")
    fileprivate static let licence = LocalizedText(nl: "Licentie", en: "Licence")
    fileprivate static let kind = LocalizedText(nl: "Soort cijfer", en: "Kind of figure")
    fileprivate static let missing = LocalizedText(nl: "Waarom er geen waarde is", en: "Why there is no value")
    fileprivate static let approximated = LocalizedText(nl: "benaderd", en: "approximated")

    fileprivate static func direction(_ direction: String?) -> LocalizedText {
        switch direction {
        case "lower": LocalizedText(nl: "lager is beter", en: "lower is better")
        case "higher": LocalizedText(nl: "hoger is beter", en: "higher is better")
        default: LocalizedText(nl: "geen", en: "none")
        }
    }
}
