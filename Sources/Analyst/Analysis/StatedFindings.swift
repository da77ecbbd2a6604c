package import RuleEngine

/// What the rules say of an area, as names alone: of each kind of fact that a report shows, in the order of the rules'
/// templates and vocabularies, what is found and what is open.
package struct StatedFindings: Hashable, Sendable {
    package let found: [FindingID]
    package let open: [FindingID]

    package init(found: [FindingID], open: [FindingID]) {
        self.found = found
        self.open = open
    }

    package init(_ area: AreaSession) {
        let shown = area.rules.report.shownTemplates
        let templates = area.ruleBase.templates.map(\.name).filter { shown.contains($0) }
        let facts = templates.flatMap { area.session.facts(of: $0) }.map(\.fact).filter { !$0.isAnonymous }
        found = facts.filter(\.isCertain).map { area.session.finding($0) }
        open = facts.filter { !$0.isCertain }.map { area.session.finding($0) }
    }

    package var count: Int { found.count + open.count }

    /// What the rules say of a finding; `nil` where it is neither found nor open.
    package var states: [FindingID: FindingState] {
        var result: [FindingID: FindingState] = [:]
        for finding in found { result[finding] = .found }
        for finding in open { result[finding] = .open }
        return result
    }
}
