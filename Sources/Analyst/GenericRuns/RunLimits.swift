package import RuleEngine

/// How much a run of rules may take: the limits of both ways to run, under one list of names.
///
///     var limits = RunLimits()
///     limits.set("facts=2000000")    // nil, or what is wrong with it
package struct RunLimits: Hashable, Sendable {
    /// For rules that conclude facts.
    package private(set) var session = SessionLimits.standard
    /// For production systems.
    package private(set) var production = ProductionLimits.standard

    /// The limits of a machine of 4 GB.
    package init() {}

    /// What can be limited.
    package enum Name: String, CaseIterable, Sendable {
        case facts, conclusions, rounds, steps, firings, matches, tries
        /// In megabytes.
        case memory
    }

    /// Sets one limit as it is written at the command line.
    ///
    /// - Returns: what is wrong with the text; `nil` where nothing is.
    package mutating func set(_ text: String) -> LocalizedText? {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard let name = Name(rawValue: parts[0]) else { return .unknownLimit(parts[0]) }
        let written = parts.dropFirst().joined(separator: "=")
        guard let count = Int(written), (1...Self.greatest).contains(count) else { return .noCount(written) }
        switch name {
        case .facts: (session.facts, production.facts) = (count, count)
        case .conclusions: session.firings = count
        case .rounds: session.rounds = count
        case .steps: session.steps = count
        case .firings: production.firings = count
        case .matches: production.matches = count
        case .tries: production.tries = count
        case .memory:
            let bytes = min(count, Self.greatest / 1_000_000) * 1_000_000
            (session.bytes, production.bytes) = (bytes, bytes)
        }
        return nil
    }

    /// No number of things or megabytes that a machine has is larger.
    private static let greatest = 1_000_000_000_000
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func unknownLimit(_ name: String) -> LocalizedText {
        let names = RunLimits.Name.allCases.map(\.rawValue)
        let near = Suggestion.nearest(to: name, among: names)
        let list = names.joined(separator: ", ")
        return LocalizedText(
            nl: "er is geen grens ‘\(name)’" + (near.map { "; bedoelde u ‘\($0)’?" } ?? "; bekend zijn: \(list)"),
            en: "there is no limit ‘\(name)’" + (near.map { "; did you mean ‘\($0)’?" } ?? "; known: \(list)"))
    }

    fileprivate static func noCount(_ text: String) -> LocalizedText {
        LocalizedText(
            nl: "‘\(text)’ is geen grens; schrijf een heel getal, zoals facts=2000000",
            en: "‘\(text)’ is no limit; write a whole number, such as facts=2000000")
    }
}
