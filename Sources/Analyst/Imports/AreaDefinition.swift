package import RuleEngine

/// An area as a list of regions, with how sure its boundary is.
package struct AreaDefinition: Sendable {
    /// How sure it is that a region belongs to the area; ordered from low to high.
    package enum Confidence: String, CaseIterable, Comparable, Sendable {
        case low, medium, high

        package static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// How much of the region belongs to the area.
    package enum Extent: String, CaseIterable, Sendable {
        case whole, part
        /// Probably the whole; the source can be read otherwise.
        case probablyWhole = "whole?"
    }

    package enum Role: String, CaseIterable, Sendable {
        /// Counts in the figures of the area.
        case area
        /// Lies inside another part and is not counted again.
        case focus
    }

    package struct Part: Sendable {
        package let code: RegionCode
        package let name: String
        package let role: Role
        package let extent: Extent
        package let confidence: Confidence
        /// Where the definition says how many residents the part has: its figure, and the place to point at.
        package let stated: Located<FEELNumber>?
    }

    package let name: String
    package let municipalityCode: RegionCode
    package let municipalityName: String
    /// Where the boundary comes from: an address, or the table of its region.
    package let definition: String
    package let parts: [Part]
    /// The name for files where the name of the area alone may be that of others.
    package var ownSlug: String?

    /// Regions whose figures make up those of the area.
    package var countedRegions: [RegionCode] { parts.filter { $0.role == .area }.map(\.code) }

    /// The lowest of the counted parts.
    package var confidence: Confidence { parts.filter { $0.role == .area }.map(\.confidence).min() ?? .low }

    /// Name for files and links: small letters, digits and hyphens.
    package var slug: String { ownSlug ?? Self.slug(of: name) }

    static func slug(of text: String) -> String { FileSlug.of(text) }
}
