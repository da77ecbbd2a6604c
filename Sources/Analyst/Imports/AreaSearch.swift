import Foundation
package import RuleEngine

/// Finds the wijk or buurt that a user means, by code or by name.
///
/// Letter case, accents, punctuation and what publishers put around a name (`Wijk 01 `) do not count. A name may have its
/// municipality behind it: `Nolensbuurt, Schiedam`. Nothing is chosen for the user: a name of several regions is told with
/// all of them.
///
///     let search = AreaSearch(tables)
///     let region = try search.region("Nolensbuurt, Schiedam")
package struct AreaSearch: Sendable {
    /// A region that a name may mean.
    package struct Hit: Sendable {
        package let region: RegionCode
        package let name: String
        package let municipality: String
        /// `nil` where the tables do not tell.
        package let residents: FEELNumber?
    }

    private let tables: TableCollection
    /// Wijken and buurten with a name, in the order of the table.
    private let places: [Place]
    private let municipalities: [Place]

    private struct Place {
        let region: RegionCode
        let name: String
        let key: String
    }

    package init(_ tables: TableCollection) {
        self.tables = tables
        let named = tables.base.regions.compactMap { region -> Place? in
            // Where a table has the code in the place of the name, it has no name.
            guard let name = tables.names[region], RegionCode(name) == nil else { return nil }
            return Place(region: region, name: name, key: Self.key(name))
        }
        places = named.filter { $0.region.level > .municipality }
        municipalities = named.filter { $0.region.level == .municipality }
    }

    /// The region that a code or a name stands for.
    package func region(_ text: String) throws(UnclearArea) -> RegionCode {
        if let code = RegionCode(loose: text) { return try known(code, text) }
        guard !places.isEmpty else { throw UnclearArea(text, .noNames) }
        let readings = Self.readings(of: text)
        for reading in readings {
            let hits = regions(named: reading.name, in: reading.municipality)
            if !hits.isEmpty { return try only(hits, text, reading.name) }
        }
        let whole = Self.key(text)
        if let municipality = municipalities.first(where: { $0.key == whole }) {
            throw UnclearArea(text, .municipality(wijken(of: municipality.region)))
        }
        throw UnclearArea(text, .notFound(near: near(readings)))
    }

    /// Whether another region of the municipality has the same name.
    package func sharesName(_ region: RegionCode) -> Bool {
        guard let name = tables.names[region] else { return false }
        let key = Self.key(name)
        return places.contains {
            $0.key == key && $0.region != region
                && $0.region.enclosing(.municipality) == region.enclosing(.municipality)
        }
    }

    private func known(_ code: RegionCode, _ text: String) throws(UnclearArea) -> RegionCode {
        guard tables.base.contains(code) else { throw UnclearArea(text, .notInTable(tables.base.source.title)) }
        guard code.level > .municipality else { throw UnclearArea(text, .municipality(wijken(of: code))) }
        return code
    }

    private func only(_ hits: [Place], _ text: String, _ name: String) throws(UnclearArea) -> RegionCode {
        if hits.count == 1, let hit = hits.first { return hit.region }
        // Who writes the number before the name means that wijk.
        let full = Self.plain(name)
        if full != Self.plain(RegionNames.core(name)) {
            let exact = hits.filter { Self.plain($0.name) == full }
            if exact.count == 1, let hit = exact.first { return hit.region }
        }
        throw UnclearArea(text, .several(sorted(hits)))
    }

    private func regions(named name: String, in municipality: String?) -> [Place] {
        let key = Self.key(name)
        guard !key.isEmpty else { return [] }
        guard let municipality else { return places.filter { $0.key == key } }
        let around = regions(ofMunicipality: municipality)
        return places.filter { $0.key == key && around.contains($0.region.enclosing(.municipality)) }
    }

    private func regions(ofMunicipality text: String) -> Set<RegionCode> {
        if let code = RegionCode(loose: text, level: .municipality) { return [code] }
        let key = Self.key(text)
        return Set(municipalities.filter { $0.key == key }.map(\.region))
    }

    private func wijken(of region: RegionCode) -> [Hit] {
        guard region.level == .municipality else { return [] }
        return tables.regions(inside: region, level: .wijk).map(hit)
    }

    // MARK: - Proposals

    /// The regions with the nearest names: of the same name elsewhere, else in the municipality that was named, else of the
    /// country.
    private func near(_ readings: [Reading]) -> [Hit] {
        for reading in readings where reading.municipality != nil {
            let elsewhere = regions(named: reading.name, in: nil)
            if !elsewhere.isEmpty { return Array(sorted(elsewhere).prefix(Self.most)) }
        }
        for reading in readings {
            guard let municipality = reading.municipality else { continue }
            let around = regions(ofMunicipality: municipality)
            let inside = places.filter { around.contains($0.region.enclosing(.municipality)) }
            let found = nearest(Self.key(reading.name), among: inside)
            if !found.isEmpty { return found }
        }
        return readings.first.map { nearest(Self.key($0.name), among: places) } ?? []
    }

    private func nearest(_ key: String, among places: [Place]) -> [Hit] {
        guard key.count > 1 else { return [] }
        var keys: [String] = []
        var rest = Set(places.map(\.key))
        while keys.count < 3, let next = Suggestion.nearest(to: key, among: rest) {
            keys.append(next)
            rest.remove(next)
        }
        let longer = rest.filter { $0.contains(key) }.sorted { ($0.count, $0) < ($1.count, $1) }
        keys += longer.prefix(max(0, Self.most - keys.count))
        var hits: [Hit] = []
        for key in keys { hits += sorted(places.filter { $0.key == key }) }
        return Array(hits.prefix(Self.most))
    }

    /// How many proposals are made.
    private static let most = 10

    private func sorted(_ places: [Place]) -> [Hit] {
        places.map { hit($0.region) }.sorted {
            (Self.key($0.municipality), $0.region) < (Self.key($1.municipality), $1.region)
        }
    }

    private func hit(_ region: RegionCode) -> Hit {
        let municipality = region.enclosing(.municipality)
        return Hit(
            region: region, name: tables.names[region] ?? region.text,
            municipality: tables.names[municipality] ?? municipality.text,
            residents: tables.reading(ImportRecipe.residents, region, in: tables.base).number)
    }

    // MARK: - Names

    /// A way to read what the user wrote.
    private struct Reading {
        let name: String
        let municipality: String?
    }

    /// The whole as a name first; then what stands behind a comma, the last one first, or between brackets as the municipality.
    private static func readings(of text: String) -> [Reading] {
        var readings = [Reading(name: text, municipality: nil)]
        for comma in text.indices.reversed() where text[comma] == "," {
            let behind = text[text.index(after: comma)...]
            if !key(String(behind)).isEmpty {
                readings.append(Reading(name: String(text[..<comma]), municipality: String(behind).trimmed))
            }
        }
        let trimmed = text.trimmed
        if trimmed.hasSuffix(")"), let opening = trimmed.lastIndex(of: "(") {
            let inside = trimmed[trimmed.index(after: opening)...].dropLast()
            readings.append(Reading(name: String(trimmed[..<opening]), municipality: String(inside)))
        }
        return readings
    }

    /// What names are compared by.
    static func key(_ name: String) -> String { plain(RegionNames.core(name)) }

    /// The letters and digits without case and accents.
    private static func plain(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        let folded = isPlain ? text.lowercased() : withoutAccents(text)
        return String(folded.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    }

    private static func withoutAccents(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
    }
}
