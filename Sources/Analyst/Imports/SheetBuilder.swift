package import RuleEngine

/// Makes fact sheets of areas from tables.
///
/// Counts are added, percentages and means are weighted by the count they belong to. Every figure comes with the
/// value of the municipality and the country from the same table, computed in the same way, and with its place among
/// the wijken: the share of wijken with at least 200 residents that have a lower value. When one value is missing,
/// so is what is derived from it.
///
///     let builder = SheetBuilder(tables)
///     let (sheet, remarks) = try builder.sheet(of: area)
package struct SheetBuilder: Sendable {
    package let tables: TableCollection
    private let indicators: [SheetIndicator]
    /// Values of the wijken that take part in rankings, from low to high, per indicator and recipe.
    private let national: [[Distribution]]

    /// Wijken with fewer residents say too little to be compared with.
    package static let leastResidents: FEELNumber = 200

    /// - Parameter indicators: those whose tables are absent are left out.
    package init(_ tables: TableCollection, indicators: [SheetIndicator] = SheetIndicator.all) {
        self.tables = tables
        let usable = indicators.compactMap { $0.restricted(to: tables) }
        self.indicators = usable
        let wijken = tables.wijken.filter { tables.residents($0) >= Self.leastResidents }
        national = usable.map { indicator in
            indicator.recipes.map { recipe in
                guard indicator.isRanked, recipe.source != .kwb2019 else { return Distribution([]) }
                return Distribution(wijken.compactMap { indicator.value(of: [$0], by: recipe, in: tables) })
            }
        }
    }

    /// The sheet of an area, with remarks on its definition.
    ///
    /// - Throws: `areas/region-not-in-table` when Kerncijfers does not know one of the regions.
    package func sheet(of area: AreaDefinition) throws(BadInput) -> (sheet: ImportedSheet, remarks: [Diagnostic]) {
        var remarks: [Diagnostic] = []
        for part in area.parts {
            guard tables.kwb.figures.contains(part.code) else {
                let span = part.stated?.span
                throw BadInput([
                    Diagnostic(code: "areas/region-not-in-table", message: notInTable(part.code.text), at: span)
                ])
            }
            let residents = tables.residents(part.code)
            if let stated = part.stated, stated.value != residents {
                remarks.append(.differentResidents(part.code.text, stated, residents))
            }
        }
        let regions = area.countedRegions
        let parts = area.parts.map { part in
            ImportedSheet.Part(
                definition: part, residents: tables.residents(part.code), figures: values(of: part.code))
        }
        let sheet = ImportedSheet(
            area: area, residents: regions.reduce(.zero) { $0 + tables.residents($1) },
            figures: figures(of: regions, in: area.municipalityCode), parts: parts)
        return (sheet, remarks)
    }

    /// The figures of regions taken together, in the order of the sheet.
    package func figures(of regions: [RegionCode], in municipality: RegionCode) -> [ImportedSheet.Figure] {
        indicators.indices.map { figure($0, regions: regions, in: municipality) }
    }

    /// The indicators of which at least one of the regions has a figure.
    package func indicatorsKnown(in regions: [RegionCode]) -> Set<String> {
        let known = indicators.filter { indicator in
            indicator.recipes.contains { recipe in
                regions.contains { recipe.outcome(for: [$0], in: tables).result.number != nil }
            }
        }
        return Set(known.map(\.name))
    }

    private func figure(_ index: Int, regions: [RegionCode], in municipality: RegionCode) -> ImportedSheet.Figure {
        let indicator = indicators[index]
        let outcomes = indicator.recipes.map { $0.outcome(for: regions, in: tables) }
        let chosen =
            outcomes.firstIndex { $0.result.number != nil }
            ?? outcomes.firstIndex { $0.result != .unknown(.notPublished) } ?? 0
        let recipe = indicator.recipes[chosen]
        let outcome = outcomes[chosen]
        let value = outcome.result.number.map(indicator.rounded)
        return ImportedSheet.Figure(
            name: indicator.name, unit: indicator.unit, recipe: recipe,
            result: value.map(Reading.known) ?? outcome.result,
            coverage: outcome.coverage.rounded(toScale: 1, rule: .halfUp) ?? outcome.coverage,
            isApproximated: recipe.isApproximated(parts: regions.count),
            benchmarks: value.map { benchmarks(of: $0, index, chosen, in: municipality) } ?? ImportedSheet.Benchmarks(),
            series: value == nil
                ? []
                : indicator.series.compactMap { year, recipe in
                    indicator.value(of: regions, by: recipe, in: tables).map { (year: year, value: $0) }
                })
    }

    private func benchmarks(
        of value: FEELNumber, _ index: Int, _ recipeIndex: Int, in municipality: RegionCode
    ) -> ImportedSheet.Benchmarks {
        let indicator = indicators[index]
        let recipe = indicator.recipes[recipeIndex]
        var benchmarks = ImportedSheet.Benchmarks()
        benchmarks.municipality = indicator.value(of: [municipality], by: recipe, in: tables)
        benchmarks.country = indicator.value(of: [.netherlands], by: recipe, in: tables)
        guard indicator.isRanked else { return benchmarks }
        benchmarks.percentile = national[index][recipeIndex].percentile(of: value)
        if recipe.source == .kwb2019 {
            let neighbours = tables.regions(inside: municipality, level: .wijk)
                .filter { tables.residents($0) >= Self.leastResidents }
            let values = neighbours.compactMap { indicator.value(of: [$0], by: recipe, in: tables) }
            benchmarks.municipalPercentile = Distribution(values).percentile(of: value)
        }
        return benchmarks
    }

    private func values(of region: RegionCode) -> [(name: String, value: FEELNumber)] {
        indicators.compactMap { indicator in
            indicator.recipes.lazy.compactMap { indicator.value(of: [region], by: $0, in: tables) }.first
                .map { (name: indicator.name, value: $0) }
        }
    }
}

extension SheetIndicator {
    /// The rounded value of an area by one of the recipes; `nil` when it is not known.
    fileprivate func value(
        of regions: [RegionCode], by recipe: FigureRecipe, in tables: TableCollection
    ) -> FEELNumber? {
        recipe.outcome(for: regions, in: tables).result.number.map(rounded)
    }

    /// The indicator with the recipes whose tables are there; `nil` when none is left.
    fileprivate func restricted(to tables: TableCollection) -> SheetIndicator? {
        let usable = recipes.filter { $0.quantities.allSatisfy(tables.holds) }
        guard !usable.isEmpty else { return nil }
        return SheetIndicator(name, unit, scale: scale, isRanked: isRanked, usable, series: series)
    }
}

extension FigureRecipe {
    fileprivate func isApproximated(parts: Int) -> Bool {
        switch approximation {
        case .never: false
        case .whenCombined: parts > 1
        case .always: true
        }
    }
}

/// Values from low to high.
private struct Distribution: Sendable {
    private let values: [FEELNumber]

    init(_ values: [FEELNumber]) { self.values = values.sorted() }

    /// Share of the values below this one, 0 to 100, one digit; `nil` without values.
    func percentile(of value: FEELNumber) -> FEELNumber? {
        FEELNumber(count(below: value) * 100).divided(by: FEELNumber(values.count))?
            .rounded(toScale: 1, rule: .halfUp)
    }

    private func count(below value: FEELNumber) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if values[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

// MARK: - Wordings

private func notInTable(_ code: String) -> LocalizedText {
    LocalizedText(
        nl: "\(code) staat niet in Kerncijfers wijken en buurten 2020",
        en: "\(code) is not in Kerncijfers wijken en buurten 2020")
}

extension Diagnostic {
    fileprivate static func differentResidents(
        _ code: String, _ stated: Located<FEELNumber>, _ actual: FEELNumber
    ) -> Diagnostic {
        Diagnostic(
            .warning, code: "areas/different-residents",
            message: LocalizedText(
                nl: "\(code) heeft hier \(stated.value) inwoners en in de tabel \(actual); de tabel telt",
                en: "\(code) has \(stated.value) residents here and \(actual) in the table; the table counts"),
            at: stated.span)
    }
}
