package import RuleEngine

/// A package that was taken over: what the lock says of it, and what it says of itself.
package struct KnowledgePackage: Sendable {
    package let entry: KnowledgeLock.Entry
    /// `nil` for the rules that came with the program.
    package let manifest: PackageManifest?

    package var id: String { entry.id }
    package var isOfProgram: Bool { entry.origin == .program }

    package var title: LocalizedText {
        manifest?.title ?? LocalizedText(nl: "Regels van het programma", en: "Rules of the program")
    }

    /// "Kamerverhuur (kamerverhuur 1.2.0)"
    package var reference: LocalizedText {
        LocalizedText { "\(title[$0]) (\(id) \(entry.version))" }
    }
}

/// What came of joining packages, for a reader of an analysis.
package struct JoinedPackages: Sendable {
    /// A rule that does not count, as one of another package takes its place.
    package struct Replacement: Sendable {
        package let rule: PackageName
        package let by: PackageName
        package let reason: LocalizedText
    }

    /// A value that users gave to an open parameter.
    package struct Value: Sendable {
        package let parameter: PackageName
        package let title: LocalizedText
        /// "4 (2026-01-01)"
        package let text: String
        package let publisher: Publisher
        package let reason: LocalizedText
    }

    /// In the order of their names.
    package var packages: [KnowledgePackage] = []
    package var replacements: [Replacement] = []
    package var values: [Value] = []

    package static let none = JoinedPackages()

    package subscript(id: String) -> KnowledgePackage? { packages.first { $0.id == id } }
}
