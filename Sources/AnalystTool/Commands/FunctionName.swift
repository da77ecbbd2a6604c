import RuleEngine

/// Reads the name of a function of FEEL as a user types it, with help when there is none.
struct FunctionName {
    private let name: String

    /// - Parameter words: what was typed; `round up` may be one word or two, and a bracket ends the name.
    init(_ words: [String]) {
        let typed = words.joined(separator: " ").prefix { $0 != "(" }
        name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    var function: Builtin? { Builtin.function(named: name) ?? Builtin.function(named: name.lowercased()) }

    /// What to say when there is no such function: the names that were probably meant.
    var unknown: LocalizedText {
        let meant = near.map { "‘\($0)’" }
        guard !meant.isEmpty else { return .unknown(name, .all) }
        let joined = LocalizedText(nl: Self.choice(meant, "of"), en: Self.choice(meant, "or"))
        return .unknown(name, LocalizedText(nl: "Bedoelde u \(joined.nl)?", en: "Did you mean \(joined.en)?"))
    }

    /// The names that hold what was typed, else the nearest one.
    private var near: [String] {
        let holding = Builtin.allNames.filter { $0.contains(name.lowercased()) }
        if name.count >= Self.leastPart, !holding.isEmpty { return holding }
        return [Suggestion.nearest(to: name, among: Builtin.allNames)].compactMap(\.self)
    }

    /// A shorter part of a name says too little.
    private static let leastPart = 3

    private static func choice(_ names: [String], _ word: String) -> String {
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " \(word) " + last
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func unknown(_ name: String, _ help: LocalizedText) -> LocalizedText {
        LocalizedText(
            nl: "‘\(name)’ is geen functie. \(help.nl)", en: "‘\(name)’ is no function. \(help.en)")
    }

    fileprivate static let all = LocalizedText(
        nl: "`analyst feel --functions` toont ze alle.", en: "`analyst feel --functions` shows them all.")
}
