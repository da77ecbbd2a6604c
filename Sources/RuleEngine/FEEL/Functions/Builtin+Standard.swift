extension Builtin {
    /// FEEL's own functions by name.
    static let standard: [String: Builtin] = {
        let families = [
            conversion, rangeReading, boolean, numeric, strings, patterns, lists, listEditing, aggregates, contexts,
            temporal, ranges, sorting,
        ]
        return Dictionary(families.joined().map { ($0.name, $0) }) { first, _ in first }
    }()

    /// The names of FEEL's own functions, in alphabetical order.
    package static var standardNames: [String] { standard.keys.sorted() }
}
