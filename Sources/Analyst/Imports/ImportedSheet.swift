package import RuleEngine

/// A fact sheet made from published tables; answers and efforts are still empty.
package struct ImportedSheet: Sendable {
    /// A figure of the area with those of earlier years, or why there is none.
    package struct Figure: Sendable {
        package let name: String
        package let unit: String
        package let newest: Version
        /// Known figures of the same table in earlier years, the newest first.
        package let earlier: [Version]

        /// The figure of one year.
        package struct Version: Sendable {
            package let recipe: FigureRecipe
            package let result: Reading
            /// Share of residents covered, 0 to 100, one digit.
            package let coverage: FEELNumber
            package let isApproximated: Bool
            package let benchmarks: Benchmarks
        }

        package var result: Reading { newest.result }
    }

    /// What the figure is compared with, from the same table.
    package struct Benchmarks: Sendable {
        package var municipality: FEELNumber?
        package var country: FEELNumber?
        /// Share of the wijken of the country with a lower value, 0 to 100.
        package var percentile: FEELNumber?
        /// The same among the wijken of the municipality.
        package var municipalPercentile: FEELNumber?
    }

    package struct Part: Sendable {
        package let definition: AreaDefinition.Part
        package let residents: FEELNumber
        /// Known figures, in the order of the sheet.
        package let figures: [(name: String, value: FEELNumber)]
    }

    package let area: AreaDefinition
    package let residents: FEELNumber
    package let figures: [Figure]
    package let parts: [Part]
    /// The programmes that the area belongs to; the tables know nothing of them.
    package var memberships = AreaMemberships.Listing()

    /// The tables that the figures come from, in the order of first use.
    package var sources: [SheetSource] {
        var result: [SheetSource] = []
        for version in figures.flatMap({ [$0.newest] + $0.earlier }) where !result.contains(version.recipe.source) {
            result.append(version.recipe.source)
        }
        return result
    }
}
