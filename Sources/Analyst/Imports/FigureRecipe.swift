package import RuleEngine

/// A way to fill an indicator: a figure of a recipe, from one edition of its table.
package struct FigureRecipe: Sendable {
    package let table: EditionTable
    package let figure: ImportRecipe.Figure

    package init(table: EditionTable, figure: ImportRecipe.Figure) {
        self.table = table
        self.figure = figure
    }

    package var source: SheetSource { table.source }
    package var kind: FigureKind { table.recipe.kind }
    package var year: Int { table.edition.year }
}

/// What a recipe gives for an area.
package struct FigureOutcome: Hashable, Sendable {
    package let result: Reading
    /// Share of the area's residents whose figure is known, 0 to 100.
    package let coverage: FEELNumber
    /// Whether the value is an approximation of our own making.
    package let isApproximated: Bool
}
