package import RuleEngine

/// The tables that sheets are made from: the one that defines areas, and others that answer for its regions.
///
/// Figures of two editions meet only where the region is the same in both: by the publisher's mark of unchanged boundaries
/// in every year between them, else by code and name together; else through a crosswalk that the user states.
///
/// It stands behind one reference, as figures of a whole country are read many times.
package final class TableCollection: Sendable {
    /// The edition whose regions make up areas.
    package let base: EditionTable
    /// All tables with figures, the base first.
    package let tables: [EditionTable]
    /// Names of the regions of the base.
    package let names: RegionNames

    package let crosswalk: Crosswalk?

    private let boundaries: Boundaries
    /// Wijken and buurten inside each municipality, wijk and the country, in the order of the table.
    private let inside: [RegionCode.Level: [RegionCode: [RegionCode]]]
    /// By table, in the order of `tables`; found once, because figures of the whole country are read many times.
    private let places: [[RegionCode: Place]]

    /// - Parameters:
    ///   - editions: files of one table and year are taken together where they do not contradict each other.
    ///   - base: the year of the edition that defines areas; without it the newest that there is.
    ///   - crosswalk: what regions of other years the regions were made of, where the user states it.
    /// - Throws: `import/same-edition`, `import/no-base`.
    package init(
        _ editions: [EditionTable], base year: Int? = nil, crosswalk: Crosswalk? = nil
    ) throws(BadInput) {
        self.crosswalk = crosswalk
        let editions = try Self.merged(editions)
        let candidates = editions.filter { table in
            table.recipe.definesAreas && (year == nil || table.edition.year == year)
                && table.regions.contains { $0.level > .municipality }
        }
        guard let base = candidates.max(by: { ($0.edition.year, $0.rank) < ($1.edition.year, $1.rank) }) else {
            throw BadInput([.noBase(year, editions)])
        }
        self.base = base
        tables = [base] + editions.filter { $0.ref != base.ref && !$0.recipe.figures.isEmpty }
        var namesByYear: [Int: RegionNames] = [:]
        // Tables that hold names alone have them whole; those with figures fill what is missing.
        for table in editions.sorted(by: { $0.recipe.figures.count < $1.recipe.figures.count }) {
            guard let regions = table.edition.regions, !table.names.isEmpty else { continue }
            namesByYear[regions] = namesByYear[regions]?.filled(with: table.names) ?? table.names
        }
        let names = base.edition.regions.flatMap { namesByYear[$0] } ?? base.names
        self.names = names
        var changes: [Int: [RegionCode: String]] = [:]
        for table in editions where !table.changes.isEmpty {
            if let regions = table.edition.regions { changes[regions] = table.changes }
        }
        let boundaries = Boundaries(base: base, names: names, namesByYear: namesByYear, changesByYear: changes)
        self.boundaries = boundaries
        var inside: [RegionCode.Level: [RegionCode: [RegionCode]]] = [:]
        for region in base.regions where region.level == .wijk || region.level == .buurt {
            for level in [RegionCode.Level.country, .municipality, .wijk] where level < region.level {
                inside[region.level, default: [:]][region.enclosing(level), default: []].append(region)
            }
        }
        self.inside = inside
        places = tables.map { boundaries.places(in: $0) }
    }

    private static func merged(_ editions: [EditionTable]) throws(BadInput) -> [EditionTable] {
        var result: [EditionTable] = []
        for table in editions {
            guard let place = result.firstIndex(where: { $0.ref == table.ref }) else {
                result.append(table)
                continue
            }
            guard let both = result[place].merged(with: table) else {
                throw BadInput([.sameEdition(result[place], table)])
            }
            result[place] = both
        }
        return result
    }

    /// The wijken of the table that defines areas, in its order.
    package var wijken: [RegionCode] { regions(inside: .netherlands, level: .wijk) }

    /// The regions of a level inside a region; the region itself when it is of that level or smaller.
    package func regions(inside region: RegionCode, level: RegionCode.Level) -> [RegionCode] {
        region.level >= level ? [region] : inside[level]?[region] ?? []
    }

    /// Residents in the table that defines areas; 0 when it does not tell.
    package func residents(_ region: RegionCode) -> FEELNumber {
        reading(ImportRecipe.residents, region, in: base).number ?? .zero
    }

    /// The figure of a region of the base in one of the tables.
    package func reading(_ column: String, _ region: RegionCode, in table: EditionTable) -> Reading {
        switch place(of: region, in: table) {
        case .row(let row): table.reading(column, at: row)
        case .otherBoundary: .unknown(.boundariesChanged)
        case nil: .unknown(.notPublished)
        }
    }

    /// The regions of a table that a region of the base was made of by the crosswalk; empty where it is the same region in
    /// both, and where the crosswalk says nothing of it.
    package func origins(of region: RegionCode, in table: EditionTable) -> [Crosswalk.Origin] {
        guard let crosswalk, table.recipe.regions.keying == .code, let mine = base.edition.regions,
            let theirs = table.edition.regions, mine != theirs
        else { return [] }
        if case .row = place(of: region, in: table) { return [] }
        return crosswalk.origins(of: region, in: mine, from: theirs)
    }

    /// The first year between that of the base and another in which the publisher marks another boundary or code for a
    /// region; `nil` where no mark says so.
    package func yearOfChange(_ region: RegionCode, since year: Int) -> Int? {
        guard let mine = base.edition.regions, mine != year else { return nil }
        return ((min(mine, year) + 1)...max(mine, year)).first { between in
            boundaries.changesByYear[between]?[region].map { $0 != Boundaries.unchanged } ?? false
        }
    }

    private func place(of region: RegionCode, in table: EditionTable) -> Place? {
        guard
            let number = tables.firstIndex(where: { $0 === table }) ?? tables.firstIndex(where: { $0.ref == table.ref })
        else { return nil }
        return places[number][region]
    }
}

/// Where a table tells of a region of the base.
private enum Place {
    case row(Int)
    /// Its region of this code is not the same one.
    case otherBoundary
}

/// Which regions of tables of other years are regions of the base.
private struct Boundaries {
    let base: EditionTable
    /// Names of the regions of the base.
    let names: RegionNames
    /// Names by year of boundaries, of tables that hold nothing else, and of those that hold figures.
    let namesByYear: [Int: RegionNames]
    /// Marks of change by year of boundaries.
    let changesByYear: [Int: [RegionCode: String]]

    /// The publisher's mark: the boundary is that of the year before.
    static let unchanged = "1"

    func places(in table: EditionTable) -> [RegionCode: Place] {
        var places: [RegionCode: Place] = [:]
        for region in base.regions {
            guard let row = table.row(of: region, name: names[region], postcode: base.postcodes[region]) else {
                continue
            }
            places[region] = isSame(region, in: table) ? .row(row) : .otherBoundary
        }
        return places
    }

    /// Whether a region of the base has the same boundary in the year of a table.
    private func isSame(_ region: RegionCode, in table: EditionTable) -> Bool {
        guard table.recipe.regions.keying == .code, let mine = base.edition.regions,
            let theirs = table.edition.regions, mine != theirs
        else { return true }
        if region == .netherlands { return true }
        let years = (min(mine, theirs) + 1)...max(mine, theirs)
        let marks = years.map { changesByYear[$0]?[region] }
        if marks.allSatisfy({ $0 == Self.unchanged }) { return true }
        // A municipality has no mark of its own.
        if region.level > .municipality, marks.contains(where: { $0 != nil && $0 != Self.unchanged }) { return false }
        guard let other = table.names[region] ?? namesByYear[theirs]?[region], let name = names[region] else {
            return false
        }
        return RegionNames.core(name) == RegionNames.core(other)
    }
}

extension EditionTable {
    /// Of two tables of a year that define areas, the one with more figures leads.
    fileprivate var rank: Int { recipe.figures.count }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func sameEdition(_ first: EditionTable, _ second: EditionTable) -> Diagnostic {
        Diagnostic(
            code: "import/same-edition",
            message: LocalizedText(
                nl:
                    "\(first.file) en \(second.file) zijn dezelfde tabel van hetzelfde jaar (\(first.source.title)) met "
                    + "verschillende cijfers van één gebied",
                en: "\(first.file) and \(second.file) are the same table of the same year (\(first.source.title)) with "
                    + "different figures of one region"),
            at: nil, hint: LocalizedText(nl: "geef er één", en: "give one of them"))
    }

    fileprivate static func noBase(_ year: Int?, _ editions: [EditionTable]) -> Diagnostic {
        let read = editions.map(\.source.title).joined(separator: "; ")
        let of = year.map { " \($0)" } ?? ""
        return Diagnostic(
            code: "import/no-base",
            message: LocalizedText(
                nl: "de tabel Kerncijfers wijken en buurten\(of) ontbreekt; daarin staan de gebieden en hun inwoners",
                en: "the table Kerncijfers wijken en buurten\(of) is missing; it holds the areas and their residents"),
            at: nil,
            hint: LocalizedText(
                nl: read.isEmpty ? "er is geen tabel gelezen" : "wel gelezen: \(read)",
                en: read.isEmpty ? "no table was read" : "read: \(read)"))
    }
}
