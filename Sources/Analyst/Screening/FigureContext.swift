import RuleEngine

/// The figure of an area and what it is compared with: the values of the record that a screening looks at.
enum FigureContext: CaseIterable, Sendable {
    case own, municipality, country, year, percentile

    /// As the record of the rules names it.
    var name: String? {
        switch self {
        case .own: nil
        case .municipality: SheetContext.municipality
        case .country: SheetContext.country
        case .year: SheetContext.year
        case .percentile: SheetContext.percentile
        }
    }

    /// - Parameter value: that of the figure.
    func number(of figure: FactSheet.Figure, value: FEELNumber) -> FEELNumber? {
        switch self {
        case .own: value
        case .municipality: figure.municipality
        case .country: figure.country
        case .year: figure.year.map { FEELNumber($0) }
        case .percentile: figure.percentile
        }
    }
}
