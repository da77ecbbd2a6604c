package import RuleEngine

/// How an indicator is computed from one table, for an area of one or more regions.
package struct FigureRecipe: Sendable {
    /// What happens to the figures of the parts.
    package enum Method: Sendable {
        /// Counts are added.
        case sum(Quantity)
        /// Added counts are divided by added counts, times a factor (100 for a percentage).
        case ratio([Quantity], to: [Quantity], times: FEELNumber)
        /// Means and percentages are weighted by a count.
        case mean(Quantity, weight: [Quantity])
        /// As `mean`, divided by the figure of the country in the same table.
        case relativeMean(Quantity, weight: [Quantity])
        /// Medians cannot be combined: only for an area of one region.
        case single(Quantity)
    }

    /// When the value is an approximation of our own making.
    package enum Approximation: Sendable {
        case never, whenCombined, always
    }

    package enum Kind: String, Sendable {
        case count, model
    }

    package let source: SheetSource
    package let kind: Kind
    package let method: Method
    package let approximation: Approximation
    /// Level at which figures are looked up when the area's own regions are larger; `nil` for their own level.
    package let level: RegionCode.Level?
    /// Factor on the result, 1 or 100.
    package let factor: FEELNumber

    package init(
        _ source: SheetSource, kind: Kind = .count, _ method: Method, approximation: Approximation = .never,
        level: RegionCode.Level? = nil, factor: FEELNumber = .one
    ) {
        self.source = source
        self.kind = kind
        self.method = method
        self.approximation = approximation
        self.level = level
        self.factor = factor
    }

    /// The columns that the value rests on, weights left out.
    package var quantities: [Quantity] {
        switch method {
        case .sum(let quantity), .single(let quantity): [quantity]
        case .mean(let quantity, _), .relativeMean(let quantity, _): [quantity]
        case .ratio(let parts, let whole, _): parts + whole
        }
    }
}

/// What a recipe gives for an area.
package struct FigureOutcome: Hashable, Sendable {
    package let result: Reading
    /// Share of the area's residents (2020) whose figure is known, 0 to 100.
    package let coverage: FEELNumber
}
