/// The names of several words that a text may use: `string length`, `sociale huur`, `x+y`.
///
/// FEEL lets names hold spaces and operator signs, so that the cut into names depends on the names in scope. The parser
/// takes the longest known name. Names of one word need not be known: they are recognised as they stand.
///
///     let names = FEELNames.builtins.adding(["sociale huur"])
package struct FEELNames: Sendable {
    /// A name, cut into tokens.
    struct Entry: Hashable, Sendable {
        let name: String
        let parts: [String]
    }

    /// The entries by their first part; of one first part, in order of addition.
    private var entries: [String: [Entry]] = [:]

    package init(_ names: some Sequence<String> = []) {
        for name in names { add(name) }
    }

    /// These names and those.
    package func adding(_ names: some Sequence<String>) -> FEELNames {
        var result = self
        for name in names { result.add(name) }
        return result
    }

    mutating func add(_ name: String) {
        guard let entry = FEELNames.entry(for: name), let first = entry.parts.first else { return }
        guard entries[first]?.contains(entry) != true else { return }
        entries[first, default: []].append(entry)
    }

    /// Adds names of an inner scope, also where they are known already, until `remove` takes them away.
    mutating func push(_ name: String) {
        guard let entry = FEELNames.entry(for: name), let first = entry.parts.first else { return }
        entries[first, default: []].append(entry)
    }

    mutating func pop(_ name: String) {
        guard let entry = FEELNames.entry(for: name), let first = entry.parts.first,
            let index = entries[first]?.lastIndex(of: entry)
        else { return }
        entries[first]?.remove(at: index)
    }

    /// The longest known name of at least two tokens at the start of `tokens`.
    func longestMatch(in tokens: ArraySlice<FEELToken>) -> Entry? {
        guard let first = tokens.first, let candidates = entries[first.text] else { return nil }
        var longest: Entry?
        for candidate in candidates where candidate.parts.count > longest?.parts.count ?? 1 {
            let head = tokens.prefix(candidate.parts.count)
            if head.allSatisfy(\.mayStandInName), head.map(\.text) == candidate.parts {
                longest = candidate
            }
        }
        return longest
    }

    /// `nil` for a name of one token, which needs no help to be recognised, and for what cannot be a name.
    private static func entry(for name: String) -> Entry? {
        let (tokens, problems) = FEELLexer.read(name)
        let parts = tokens.dropLast()
        guard problems.isEmpty, parts.count > 1, parts.allSatisfy(\.mayStandInName) else {
            return nil
        }
        return Entry(name: parts.spelledName, parts: parts.map(\.text))
    }
}
