/// Ranges and records in words.
extension ValueText {
    /// "het bereik van 1 tot en met 10"; a missing end goes on without end.
    func range(from low: String?, included lowIncluded: Bool, to high: String?, included highIncluded: Bool) -> String {
        let start = low.map { "\(lowIncluded ? language.word("van", "from") : language.word("boven", "above")) \($0)" }
        let end = high.map {
            "\(highIncluded ? language.word("tot en met", "up to and including") : language.word("tot", "up to")) \($0)"
        }
        let bounds = [start, end].compactMap(\.self)
        let name = language.word("het bereik", "the range")
        guard !bounds.isEmpty else { return language.word("\(name) zonder grenzen", "\(name) without bounds") }
        return "\(name) \(bounds.joined(separator: " "))"
    }

    func text(of range: FEELRange) -> String {
        if range.isEquality, let only = range.low {
            return language.word("het bereik met alleen \(text(of: only))", "the range of only \(text(of: only))")
        }
        return self.range(
            from: range.low.map { text(of: $0) }, included: range.lowIncluded,
            to: range.high.map { text(of: $0) }, included: range.highIncluded)
    }

    /// - Parameter entries: "name: value" for each.
    func context(_ entries: [String]) -> String {
        guard !entries.isEmpty else { return language.word("lege gegevens", "an empty record") }
        return "\(language.word("gegevens", "a record")) (\(entries.joined(separator: "; ")))"
    }
}
