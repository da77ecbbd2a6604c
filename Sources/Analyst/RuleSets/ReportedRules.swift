package import RuleEngine

/// The rules that lead to what a report shows. Others, such as those that put areas in an order, say nothing of one area by
/// itself: they would cost time with each answer, and ask for answers that change nothing.
package struct ReportedRules {
    package let network: Network
    /// By rule, whether it is run; `nil`: all are.
    package let considered: [Bool]?

    /// - Parameter all: run all rules, to explain whatever they say.
    package init(_ ruleBase: RuleBase, all: Bool = false) {
        network = Network(ruleBase)
        let shown = ruleBase.reportedTemplates
        considered = all || shown.isEmpty ? nil : RuleDependencies(network).rules(leadingTo: shown)
    }

    /// - Parameter timeZones: offsets of named time zones, where rules compare times in them.
    package func session(_ inputs: SessionInputs, timeZones: (any TimeZoneRules)?) -> Session {
        Session(network, inputs, timeZones: timeZones, considering: considered)
    }
}

extension RuleBase {
    /// The kinds of fact that a report shows: in its parts, with other findings, and in the lists of its summary. None where
    /// the vocabularies name none, as in rules that make no report.
    package var reportedTemplates: Set<String> {
        let parts = vocabulary("report-parts")?.codes ?? []
        let lists = vocabulary("summary-lists")?.codes ?? []
        let texts =
            parts.flatMap { part in ["templates", "by_domain", "shortlist", "attached"].map { part.string($0) } }
            + lists.map { $0.string("template") }
        return Set(texts.flatMap { ($0 ?? "").split(separator: " ").map(String.init) })
    }
}
