import RuleEngine

extension FactSheet {
    /// A sheet of figures that were just read from tables, without the way over a file: nobody was heard, and of efforts
    /// nothing is known.
    package init(_ figures: [ImportedSheet.Figure], of region: RegionCode, name: String, municipality: String) {
        let file = SourceFile(name: region.text, text: "")
        let residents = figures.first { $0.recipe.isResidents }?.result.number
        self.init(
            id: region.text, title: LocalizedText(verbatim: name), municipality: municipality, residents: residents,
            confidence: nil, boundary: nil, definition: nil, sources: [],
            figures: figures.map { Figure($0, at: file.span(0..<0)) }, parts: [], efforts: [], effortsComplete: false,
            voices: [], voicesComplete: true, answers: [], writtenAnswers: [], overrules: [], overruleSpans: [],
            file: file)
    }
}

extension FactSheet.Figure {
    /// - Parameter span: where to point at, as the figure stands in no file.
    fileprivate init(_ figure: ImportedSheet.Figure, at span: SourceSpan) {
        let source = figure.recipe.source
        let day =
            switch source.publication {
            case .on(let day), .by(let day): FEELDate(day)
            }
        let reading: Reading =
            switch figure.result {
            case .known(let number): .known(number)
            case .unknown(let reason): .unknown(reason.rawValue)
            }
        self.init(
            indicator: figure.name, reading: reading, unit: figure.unit, year: source.year, published: day,
            source: source.ref, kind: figure.recipe.kind.rawValue, isApproximated: figure.isApproximated,
            coverage: figure.coverage, municipality: figure.benchmarks.municipality, country: figure.benchmarks.country,
            percentile: figure.benchmarks.percentile, municipalPercentile: figure.benchmarks.municipalPercentile,
            series: figure.series, span: span, places: [:])
    }
}

extension FigureRecipe {
    /// The figure is the number of residents itself.
    fileprivate var isResidents: Bool {
        if case .sum(.kwb(.residents)) = method { true } else { false }
    }
}
