package import RuleEngine

/// What a cell says: a number, or why there is none.
package enum TableFigure: Hashable, Sendable {
    case number(FEELNumber)
    case missing(MissingFigure)

    /// The number; `nil` where there is none.
    package var number: FEELNumber? {
        if case .number(let number) = self { number } else { nil }
    }
}

/// Why a cell holds no figure. A missing figure is never zero.
package enum MissingFigure: String, CaseIterable, Sendable {
    /// Nothing stands there.
    case empty
    /// A sign for "no figure": `.`, `NA`, `x`.
    case notGiven = "not-given"
    /// The publisher withholds it: `-99997`.
    case secret
    /// The publisher does not have it, or not yet: `-99995`, `-99999999`.
    case unavailable
    /// The publisher says that there can be none.
    case impossible
}
