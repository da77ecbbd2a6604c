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
    private let memberships: AreaMemberships?
    /// Values of the wijken that take part in rankings, per indicator and recipe; `nil` where the table does not hold the
    /// whole country.
    private let national: [[Distribution?]]

    /// Wijken with fewer residents say too little to be compared with.
    package static let leastResidents: FEELNumber = 200
    /// The whole country is in a table when its wijken have this share of the country's residents (percent). It need not be
    /// all: wijken with another boundary or a figure that is withheld take no part.
    private static let wholeCountry: FEELNumber = 50

    /// - Parameters:
    ///   - vocabulary: that of the indicators, which gives their units and order.
    ///   - memberships: which programmes areas belong to.
    package init(_ tables: TableCollection, _ vocabulary: Vocabulary?, memberships: AreaMemberships? = nil) {
        self.tables = tables
        self.memberships = memberships
        let indicators = SheetIndicator.all(in: tables, vocabulary)
        self.indicators = indicators
        let wijken = tables.wijken.filter { tables.residents($0) >= Self.leastResidents }
        let country = tables.residents(.netherlands)
        national = indicators.map { indicator in
            indicator.recipes.map { recipe in
                // A table with few wijken is not of the whole country, which spares the work of finding out.
                guard recipe.figure.isRanked, country > .zero, recipe.table.mayHold(wijken) else { return nil }
                var values: [FEELNumber] = []
                var residents = FEELNumber.zero
                for wijk in wijken {
                    guard let value = recipe.value(of: [wijk], in: tables) else { continue }
                    values.append(value)
                    residents = residents + tables.residents(wijk)
                }
                return residents * 100 >= country * Self.wholeCountry ? Distribution(values) : nil
            }
        }
    }

    /// What a reader should know of the tables: without the row of the country there are no places among its wijken.
    package var remarks: [Diagnostic] {
        tables.tables.filter { $0.recipe.definesAreas && !$0.contains(.netherlands) }.map { .noCountry($0) }
    }

    /// The sheet of an area, with remarks on its definition.
    ///
    /// - Throws: `areas/region-not-in-table` when Kerncijfers does not know one of the regions.
    package func sheet(of area: AreaDefinition) throws(BadInput) -> (sheet: ImportedSheet, remarks: [Diagnostic]) {
        var remarks: [Diagnostic] = []
        for part in area.parts {
            guard tables.base.contains(part.code) else {
                let span = part.stated?.span
                throw BadInput([
                    Diagnostic(
                        code: "areas/region-not-in-table", message: notInTable(part.code.text, tables.base), at: span)
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
        var sheet = ImportedSheet(
            area: area, residents: regions.reduce(.zero) { $0 + tables.residents($1) },
            figures: figures(of: regions, in: area.municipalityCode), parts: parts)
        if let memberships {
            sheet.memberships = memberships.listing(
                of: AreaDefinition.slug(of: area.name), in: area.municipalityCode.text)
        }
        return (sheet, remarks)
    }

    /// The figures of regions taken together, in the order of the sheet.
    package func figures(of regions: [RegionCode], in municipality: RegionCode) -> [ImportedSheet.Figure] {
        var memory = BenchmarkMemory()
        return indicators.indices.map { figure($0, regions: regions, in: municipality, &memory) }
    }

    /// The names of the indicators, in the order of the sheet.
    package var indicatorNames: [String] { indicators.map(\.name) }

    /// The figure of one region for one indicator, by its number in the order of the sheet.
    ///
    /// - Parameter memory: what regions are compared with, kept from one region to the next.
    package func figure(
        _ index: Int, of region: RegionCode, _ memory: inout BenchmarkMemory
    ) -> ImportedSheet.Figure {
        figure(index, regions: [region], in: region.enclosing(.municipality), &memory)
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

    private func figure(
        _ index: Int, regions: [RegionCode], in municipality: RegionCode, _ memory: inout BenchmarkMemory
    ) -> ImportedSheet.Figure {
        let indicator = indicators[index]
        let outcomes = indicator.recipes.map { $0.outcome(for: regions, in: tables) }
        let chosen =
            outcomes.firstIndex { $0.result.number != nil }
            ?? outcomes.firstIndex { $0.result != .unknown(.notPublished) }
            ?? indicator.recipes.firstIndex { $0.table.ref == tables.base.ref } ?? 0
        let newest = version(indicator, index, chosen, outcomes[chosen], in: municipality, &memory)
        var earlier: [ImportedSheet.Figure.Version] = []
        for place in indicator.recipes.indices where place > chosen {
            let recipe = indicator.recipes[place]
            // One table in its years; another table would be another measure.
            guard recipe.table.recipe.name == newest.recipe.table.recipe.name,
                outcomes[place].result.number != nil,
                // Of one year the best way alone.
                !([newest] + earlier).contains(where: { $0.recipe.source.year == recipe.source.year })
            else { continue }
            earlier.append(version(indicator, index, place, outcomes[place], in: municipality, &memory))
        }
        return ImportedSheet.Figure(name: indicator.name, unit: indicator.unit, newest: newest, earlier: earlier)
    }

    private func version(
        _ indicator: SheetIndicator, _ index: Int, _ place: Int, _ outcome: FigureOutcome, in municipality: RegionCode,
        _ memory: inout BenchmarkMemory
    ) -> ImportedSheet.Figure.Version {
        let recipe = indicator.recipes[place]
        let value = outcome.result.number.map(recipe.rounded)
        return ImportedSheet.Figure.Version(
            recipe: recipe, result: value.map(Reading.known) ?? outcome.result,
            coverage: outcome.coverage.rounded(toScale: 1, rule: .halfUp) ?? outcome.coverage,
            isApproximated: outcome.isApproximated,
            benchmarks: value.map { benchmarks(of: $0, index, place, in: municipality, &memory) }
                ?? ImportedSheet.Benchmarks())
    }

    private func benchmarks(
        of value: FEELNumber, _ index: Int, _ place: Int, in municipality: RegionCode, _ memory: inout BenchmarkMemory
    ) -> ImportedSheet.Benchmarks {
        let recipe = indicators[index].recipes[place]
        let known = memory.entry(index, place, in: municipality) {
            BenchmarkMemory.Entry(
                municipality: recipe.value(of: [municipality], in: tables),
                country: recipe.value(of: [.netherlands], in: tables),
                neighbours: recipe.figure.isRanked && national[index][place] == nil
                    ? neighbours(recipe, in: municipality) : nil)
        }
        var benchmarks = ImportedSheet.Benchmarks()
        benchmarks.municipality = known.municipality
        benchmarks.country = known.country
        guard recipe.figure.isRanked, memory.needsPlaces else { return benchmarks }
        if let national = national[index][place] {
            benchmarks.percentile = national.percentile(of: value)
        } else {
            benchmarks.municipalPercentile = known.neighbours?.percentile(of: value)
        }
        return benchmarks
    }

    /// The wijken of the municipality to find a place among, where the table holds nearly all of them; `nil` else.
    private func neighbours(_ recipe: FigureRecipe, in municipality: RegionCode) -> Distribution? {
        let neighbours = tables.regions(inside: municipality, level: .wijk)
            .filter { tables.residents($0) >= Self.leastResidents }
        let values = neighbours.compactMap { recipe.value(of: [$0], in: tables) }
        guard values.count >= Self.leastNeighbours, values.count * 10 >= neighbours.count * 9 else { return nil }
        return Distribution(values)
    }

    /// Among fewer wijken a place means little.
    private static let leastNeighbours = 10

    private func values(of region: RegionCode) -> [(name: String, value: FEELNumber)] {
        indicators.compactMap { indicator in
            indicator.recipes.lazy.compactMap { $0.value(of: [region], in: tables) }.first
                .map { (name: indicator.name, value: $0) }
        }
    }
}

extension EditionTable {
    /// Whether the table has a row of the country and rows for half of the wijken; tables by postcode may.
    fileprivate func mayHold(_ wijken: [RegionCode]) -> Bool {
        recipe.regions.keying != .code
            || contains(.netherlands) && wijken.count(where: contains) * 2 > wijken.count
    }
}

/// What the figures of regions of one municipality are compared with: worked out once, as regions of a municipality mostly
/// come one after the other.
package struct BenchmarkMemory: Sendable {
    fileprivate struct Entry: Sendable {
        let municipality: FEELNumber?
        let country: FEELNumber?
        let neighbours: Distribution?
    }

    /// Whether places among wijken are asked for.
    fileprivate let needsPlaces: Bool
    private var region: RegionCode?
    /// By indicator and recipe.
    private var entries: [[Entry?]] = []

    package init(needsPlaces: Bool = true) { self.needsPlaces = needsPlaces }

    fileprivate mutating func entry(
        _ index: Int, _ place: Int, in municipality: RegionCode, _ make: () -> Entry
    ) -> Entry {
        if region != municipality {
            region = municipality
            entries = []
        }
        while entries.count <= index { entries.append([]) }
        while entries[index].count <= place { entries[index].append(nil) }
        if let known = entries[index][place] { return known }
        let made = make()
        entries[index][place] = made
        return made
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

private func notInTable(_ code: String, _ base: EditionTable) -> LocalizedText {
    LocalizedText(
        nl: "\(code) staat niet in \(base.source.title)", en: "\(code) is not in \(base.source.title)")
}

extension Diagnostic {
    fileprivate static func noCountry(_ table: EditionTable) -> Diagnostic {
        Diagnostic(
            .warning, code: "import/no-country",
            message: LocalizedText(
                nl: "in \(table.file) staat geen rij voor Nederland: er is geen vergelijking met het land",
                en: "\(table.file) has no row of the Netherlands: there is no comparison with the country"),
            at: nil,
            hint: LocalizedText(
                nl: "haal de tabel op met de rij van Nederland en alle wijken",
                en: "download the table with the row of the Netherlands and all wijken"))
    }

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
