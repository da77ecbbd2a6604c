package import RuleEngine

/// Conclusions by their titles, each title once: a problem and what is done about it may have the same one.
package struct ConclusionTitles: Sendable {
    private let naming: Naming
    private let language: Language

    package init(_ ruleBase: RuleBase, _ language: Language) {
        naming = Naming(ruleBase)
        self.language = language
    }

    package func titles(_ findings: [FindingID]) -> [String] {
        var seen: Set<String> = []
        return findings.map { naming.title(of: $0, in: language) }.filter { seen.insert($0).inserted }
    }

    /// The first ones, and how many more there are.
    package func text(_ findings: [FindingID], most: Int = 4) -> String {
        let titles = titles(findings)
        let rest = titles.count - most
        let more = rest > 0 ? language.word("; en nog \(rest)", "; and \(rest) more") : ""
        return titles.prefix(most).joined(separator: "; ") + more + "."
    }
}
