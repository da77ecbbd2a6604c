package import RuleEngine

/// An indicator of a sheet and the ways to fill it, best first.
package struct SheetIndicator: Sendable {
    package let name: String
    /// Unit as sheets write it.
    package let unit: String
    /// Digits after the point.
    package let scale: Int
    /// Whether a place among the wijken means anything (not for plain counts).
    package let isRanked: Bool
    /// Ways to compute it; the first that gives a value is used.
    package let recipes: [FigureRecipe]
    /// The same indicator in the years of a series, by year.
    package let series: [(year: Int, recipe: FigureRecipe)]

    package init(
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
    package func rounded(_ value: FEELNumber) -> FEELNumber { value.rounded(toScale: scale, rule: .halfUp) ?? value }
}
