import Foundation
import RuleEngine

extension AreaDefinition {
    /// An area of one or more regions, known by the tables.
    ///
    /// - Parameters:
    ///   - title: the name of the area; without one that of its regions.
    ///   - isUnique: whether no other region of the municipality has the name of a region.
    /// - Throws: `areas/region-twice`, `areas/overlap`, `areas/two-municipalities`.
    package static func joined(
        _ regions: [RegionCode], title: String?, in tables: TableCollection, isUnique: (RegionCode) -> Bool
    ) throws(BadInput) -> AreaDefinition {
        let parts = regions.map { region in
            Part(
                code: region, name: tables.names[region] ?? region.text, role: .area, extent: .whole, confidence: .high,
                stated: nil)
        }
        if let fault = Diagnostic.overlap(in: parts) { throw BadInput([fault]) }
        guard let first = parts.first else { preconditionFailure("an area has a region") }
        let municipality = first.code.enclosing(.municipality)
        if let other = parts.first(where: { $0.code.enclosing(.municipality) != municipality }) {
            throw BadInput([.twoMunicipalities(first, other)])
        }
        let name = title ?? Self.name(of: parts)
        let municipalityName = tables.names[municipality] ?? municipality.text
        var area = AreaDefinition(
            name: name, municipalityCode: municipality, municipalityName: municipalityName,
            definition: tables.base.source.definitionLine, parts: parts)
        var words = [name, municipalityName]
        if title == nil, parts.count == 1, !isUnique(first.code) { words.append(first.code.text) }
        let plain = words.joined(separator: " ").folding(options: .diacriticInsensitive, locale: nil)
        area.ownSlug = Self.slug(of: plain)
        return area
    }

    /// "Nolensbuurt, Newtonbuurt"; of many the first with the number of others.
    private static func name(of parts: [Part]) -> String {
        let names = parts.map(\.name)
        guard names.count > 3, let first = names.first else { return names.joined(separator: ", ") }
        return "\(first) + \(names.count - 1)"
    }
}

extension Diagnostic {
    /// A region that would be counted twice, by itself or inside another one; `nil` when there is none.
    ///
    /// - Parameter place: where the table of areas has a part.
    static func overlap(
        in parts: [AreaDefinition.Part], at place: (Int) -> SourceSpan? = { _ in nil }
    ) -> Diagnostic? {
        let counted = parts.indices.filter { parts[$0].role == .area }
        for (position, index) in counted.enumerated() {
            for other in counted[..<position] {
                let (mine, theirs) = (parts[index], parts[other])
                if mine.code == theirs.code { return .regionTwice(mine, at: place(index)) }
                if mine.code.enclosing(theirs.code.level) == theirs.code {
                    return .regionInside(mine, theirs, at: place(index))
                }
                if theirs.code.enclosing(mine.code.level) == mine.code {
                    return .regionInside(theirs, mine, at: place(index))
                }
            }
        }
        return nil
    }
}

// MARK: - Wordings

extension Diagnostic {
    private static func regionTwice(_ part: AreaDefinition.Part, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "areas/region-twice",
            message: LocalizedText(
                nl: "\(part.name) (\(part.code.text)) staat twee keer in dit gebied",
                en: "\(part.name) (\(part.code.text)) stands twice in this area"),
            at: span, hint: LocalizedText(nl: "noem het één keer", en: "name it once"))
    }

    private static func regionInside(
        _ inner: AreaDefinition.Part, _ outer: AreaDefinition.Part, at span: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            code: "areas/overlap",
            message: LocalizedText(
                nl:
                    "\(inner.name) (\(inner.code.text)) ligt in \(outer.name) (\(outer.code.text)): de inwoners zouden "
                    + "dubbel tellen",
                en:
                    "\(inner.name) (\(inner.code.text)) lies inside \(outer.name) (\(outer.code.text)): its residents "
                    + "would count twice"),
            at: span,
            hint: LocalizedText(
                nl: "laat één van de twee weg", en: "leave one of the two out"))
    }

    fileprivate static func twoMunicipalities(
        _ first: AreaDefinition.Part, _ other: AreaDefinition.Part
    ) -> Diagnostic {
        Diagnostic(
            code: "areas/two-municipalities",
            message: LocalizedText(
                nl:
                    "\(first.name) (\(first.code.text)) en \(other.name) (\(other.code.text)) liggen in twee gemeenten; "
                    + "een feitenblad vergelijkt een gebied met één gemeente",
                en:
                    "\(first.name) (\(first.code.text)) and \(other.name) (\(other.code.text)) lie in two municipalities; "
                    + "a sheet compares an area with one municipality"),
            at: nil, hint: LocalizedText(nl: "maak twee feitenbladen", en: "make two sheets"))
    }
}
