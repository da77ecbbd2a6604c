extension CallWording {
    /// The wordings of FEEL's own functions and of the extension for rules, by name.
    static let standard: [String: [CallWording]] = {
        let families = [conversion, boolean, numeric, strings, lists, aggregates, contexts, temporal, ranges]
        return Dictionary(families.joined().map { ($0.key, $0.value) }) { first, _ in first }
    }()
}
