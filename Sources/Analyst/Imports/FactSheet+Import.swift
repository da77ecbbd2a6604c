import RuleEngine

extension FactSheet {
    /// A sheet of figures that were just read from tables, without the way over a file: nobody was heard, and of efforts
    /// nothing is known.
    package init(_ figures: [ImportedSheet.Figure], of region: RegionCode, name: String, municipality: String) {
        let file = SourceFile(name: region.text, text: "")
        let residents = figures.first(where: \.isResidents)?.result.number
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
    init(_ figure: ImportedSheet.Figure, at span: SourceSpan) {
        self.init(
            figure.newest, of: figure.name, unit: figure.unit, at: span,
            earlier: figure.earlier.map { Self($0, of: figure.name, unit: figure.unit, at: span, earlier: []) })
    }

    private init(
        _ version: ImportedSheet.Figure.Version, of indicator: String, unit: String, at span: SourceSpan,
        earlier: [FactSheet.Figure]
    ) {
        let source = version.recipe.source
        let day =
            switch source.publication {
            case .on(let day), .by(let day): FEELDate(day)
            }
        let reading: Reading =
            switch version.result {
            case .known(let number): .known(number)
            case .unknown(let reason): .unknown(reason.rawValue)
            }
        let benchmarks = version.benchmarks
        self.init(
            indicator: indicator, reading: reading, unit: unit, year: source.year, published: day, source: source.ref,
            kind: version.recipe.kind.rawValue, isApproximated: version.isApproximated, coverage: version.coverage,
            municipality: benchmarks.municipality, country: benchmarks.country, percentile: benchmarks.percentile,
            municipalPercentile: benchmarks.municipalPercentile, series: [], span: span, places: [:], earlier: earlier)
    }
}

extension ImportedSheet.Figure {
    /// The figure is the number of residents itself.
    var isResidents: Bool { newest.recipe.figure.method == .sum(ImportRecipe.residents) }
}
