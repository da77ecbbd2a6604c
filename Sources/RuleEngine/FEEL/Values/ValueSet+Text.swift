/// A short form for traces and tests: `3`, `1 | 2`, `[0..5) | null`, `list(1, 2?, …)`, `anything`. That the order of
/// a list is not known is said only where all members are certain.
extension ValueSet: CustomStringConvertible {
    /// In the short form.
    public var description: String {
        switch self {
        case .exactly(let value): value.literal
        case .oneOf(let values): values.map(\.literal).joined(separator: " | ")
        case .numbers(let interval, let orNull): interval.description + (orNull ? " | null" : "")
        case .list(let list): list.description
        case .context(let entries):
            "{" + entries.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
        case .anything: "anything"
        }
    }
}

extension NumberInterval: CustomStringConvertible {
    /// As FEEL writes a range: `[0..5)`.
    public var description: String {
        let from = low.map { (lowIncluded ? "[" : "(") + $0.description } ?? "("
        let to = high.map { $0.description + (highIncluded ? "]" : ")") } ?? ")"
        return from + ".." + to
    }
}

extension UncertainList: CustomStringConvertible {
    /// Members that may be missing with `?`, and `…` for perhaps others: `list(1, 2?, …)`.
    public var description: String {
        var parts = members.map { $0.value.description + ($0.certain ? "" : "?") }
        if open { parts.append("…") }
        let order = unordered && !open && members.allSatisfy(\.certain) ? "unordered " : ""
        return order + (distinct ? "distinct(" : "list(") + parts.joined(separator: ", ") + ")"
    }
}
