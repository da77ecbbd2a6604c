import RuleEngine

/// A fact sheet made from published tables; answers and efforts are still empty.
struct ImportedSheet: Sendable {
    /// A figure of the area, or why there is none.
    struct Figure: Sendable {
        let name: String
        let unit: String
        let recipe: FigureRecipe
        let result: Reading
        /// Share of residents covered, 0 to 100, one digit.
        let coverage: FEELNumber
        let isApproximated: Bool
        let benchmarks: Benchmarks
        /// Values of earlier years, in order; empty without a series.
        let series: [(year: Int, value: FEELNumber)]
    }

    /// What the figure is compared with, from the same table.
    struct Benchmarks: Sendable {
        var municipality: FEELNumber?
        var country: FEELNumber?
        /// Share of the wijken of the country with a lower value, 0 to 100.
        var percentile: FEELNumber?
        /// The same among the wijken of the municipality.
        var municipalPercentile: FEELNumber?
    }

    struct Part: Sendable {
        let definition: AreaDefinition.Part
        let residents: FEELNumber
        /// Known figures, in the order of the sheet.
        let figures: [(name: String, value: FEELNumber)]
    }

    let area: AreaDefinition
    let residents: FEELNumber
    let figures: [Figure]
    let parts: [Part]

    /// The tables that the figures come from, in the order of first use.
    var sources: [SheetSource] {
        var result: [SheetSource] = []
        for figure in figures where !result.contains(figure.recipe.source) { result.append(figure.recipe.source) }
        return result
    }
}
