package import RuleEngine

/// An indicator of a sheet and the ways to fill it, best first: the newest year, and of one year the first recipe.
package struct SheetIndicator: Sendable {
    package let name: String
    /// Unit as the vocabulary has it.
    package let unit: String
    package let recipes: [FigureRecipe]

    /// The indicators that the recipes of the tables make, in the order of the vocabulary.
    package static func all(in tables: TableCollection, _ vocabulary: Vocabulary?) -> [SheetIndicator] {
        var recipes: [String: [FigureRecipe]] = [:]
        var order: [String] = []
        for table in tables.tables {
            for figure in table.recipe.figures {
                if recipes[figure.indicator] == nil { order.append(figure.indicator) }
                recipes[figure.indicator, default: []].append(FigureRecipe(table: table, figure: figure))
            }
        }
        let codes = vocabulary.map { $0.codes.map(\.code).filter { recipes[$0] != nil } } ?? order
        return codes.map { code in
            // `sorted` is not stable, so the place in the list decides between equal years.
            let ways = (recipes[code] ?? []).enumerated().sorted { left, right in
                (-left.element.year, left.offset) < (-right.element.year, right.offset)
            }
            return SheetIndicator(
                name: code, unit: vocabulary?[code]?.string("unit") ?? "", recipes: ways.map(\.element))
        }
    }
}

extension FigureRecipe {
    /// A value with the digits of the figure; halves away from zero, as publishers round.
    package func rounded(_ value: FEELNumber) -> FEELNumber {
        value.rounded(toScale: figure.digits, rule: .halfUp) ?? value
    }

    /// The rounded value of an area; `nil` when it is not known.
    package func value(of regions: [RegionCode], in tables: TableCollection) -> FEELNumber? {
        outcome(for: regions, in: tables).result.number.map(rounded)
    }
}
