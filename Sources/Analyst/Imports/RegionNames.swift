package import Foundation
import RuleEngine

/// Names of regions in one year.
package struct RegionNames: Sendable {
    private let names: [RegionCode: String]

    package init(_ names: [RegionCode: String]) { self.names = names }

    /// Reads a table with the columns `Key` and `Title`.
    package init(_ text: TableText) throws(BadInput) {
        let table = try DelimitedTable(text, header: ["Key", "Title"])
        let (key, title) = (try table.column("Key"), try table.column("Title"))
        var names: [RegionCode: String] = [:]
        for row in table.rows {
            guard let region = table.cell(row, key).flatMap(RegionCode.init) else { continue }
            names[region] = table.cell(row, title)
        }
        self.init(names)
    }

    /// Reads the names of wijken from a file of boundaries (GeoJSON with the properties `WKC` and `WKN`).
    ///
    /// - Throws: `import/not-geojson`.
    package init(geoJSON data: Data, name: String) throws(BadInput) {
        let collection: FeatureCollection
        do {
            collection = try JSONDecoder().decode(FeatureCollection.self, from: data)
        } catch {
            throw BadInput([.notGeoJSON(name)])
        }
        var names: [RegionCode: String] = [:]
        for wijk in collection.features.map(\.properties) {
            if let region = RegionCode(wijk.WKC) { names[region] = wijk.WKN }
        }
        self.init(names)
    }

    package subscript(region: RegionCode) -> String? { names[region] }

    /// Whether both years know the code by the same name, which is taken as "boundaries unchanged".
    ///
    /// Letter case, punctuation and a number in front (`Wijk 03 `) do not count: publishers add and drop them.
    package func agrees(with other: RegionNames, on region: RegionCode) -> Bool {
        guard let mine = names[region], let theirs = other.names[region] else { return false }
        return Self.core(mine) == Self.core(theirs)
    }

    private static func core(_ name: String) -> String {
        var words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        if let first = words.first, first == "wijk", words.count > 2, words[1].allSatisfy(\.isNumber) {
            words.removeFirst(2)
        } else if let first = words.first, first.hasPrefix("wijk"), words.count > 1,
            !first.dropFirst(4).isEmpty, first.dropFirst(4).allSatisfy(\.isNumber)
        {
            words.removeFirst()
        }
        return words.joined(separator: " ")
    }

    private struct FeatureCollection: Decodable {
        struct Feature: Decodable { let properties: Wijk }
        struct Wijk: Decodable {
            let WKC: String
            let WKN: String
        }
        let features: [Feature]
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func notGeoJSON(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "import/not-geojson",
            message: LocalizedText(
                nl: "\(name) is geen GeoJSON met wijken (WKC en WKN)",
                en: "\(name) is no GeoJSON with wijken (WKC and WKN)"), at: nil)
    }
}
