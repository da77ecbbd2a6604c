/// Somebody with an account.
package struct TeamUser: Hashable, Sendable, Identifiable {
    /// What the person fills in to log in, in small letters.
    package let name: String
    package let roles: Set<TeamRole>
    /// An instant in ISO 8601.
    package let created: String

    package var id: String { name }

    /// - Returns: `nil` for a name that is none: 2 to 40 letters, digits, points, hyphens, underscores and at signs.
    package init?(_ name: String, roles: Set<TeamRole>, created: String) {
        guard let name = Self.usable(name) else { return nil }
        self.name = name
        self.roles = roles
        self.created = created
    }

    /// The name as accounts have it; `nil` where it cannot be one.
    package static func usable(_ text: String) -> String? {
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_@".contains($0)) }
        return isPlain && (2...40).contains(name.count) ? name : nil
    }

    /// In the order of the roles.
    package var orderedRoles: [TeamRole] { TeamRole.allCases.filter(roles.contains) }
}
