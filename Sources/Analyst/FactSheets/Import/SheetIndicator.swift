import RuleEngine

/// An indicator of a sheet and the ways to fill it, best first.
struct SheetIndicator: Sendable {
    let name: String
    /// Unit as sheets write it.
    let unit: String
    /// Digits after the point.
    let scale: Int
    /// Whether a place among the wijken means anything (not for plain counts).
    let isRanked: Bool
    /// Ways to compute it; the first that gives a value is used.
    let recipes: [FigureRecipe]
    /// The same indicator in the years of a series, by year.
    let series: [(year: Int, recipe: FigureRecipe)]

    init(
        _ name: String, _ unit: String, scale: Int, isRanked: Bool = true, _ recipes: [FigureRecipe],
        series: [(year: Int, recipe: FigureRecipe)] = []
    ) {
        self.name = name
        self.unit = unit
        self.scale = scale
        self.isRanked = isRanked
        self.recipes = recipes
        self.series = series
    }

    /// A value with the digits of the indicator; halves away from zero, as publishers round.
    func rounded(_ value: FEELNumber) -> FEELNumber { value.rounded(toScale: scale, rule: .halfUp) ?? value }
}
