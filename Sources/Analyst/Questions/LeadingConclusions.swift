package import RuleEngine

/// The open conclusions of the leading parts of the report, which decide what is asked first; all of them where the rules
/// name no such parts. What follows from them would count twice.
package struct LeadingConclusions: Sendable {
    /// For trials of what answers decide: only the rules run that lead to these conclusions.
    package let session: Session
    /// In the order of the session.
    package let open: [(finding: FindingID, fact: Fact)]
    /// How much each counts: its highest severity that is still possible; one that is not listed counts as one.
    package let weights: [FindingID: FEELNumber]
    /// The unknown inputs that they wait for.
    package let awaited: AwaitedInputs
    private let templates: Set<String>

    package init(_ area: AreaSession) {
        templates = area.rules.report.leadingTemplates
        session = area.rules.leading.map { area.session.running(only: $0) } ?? area.session
        open = session.openConclusions(of: templates)
        weights = session.severityWeights(of: open)
        awaited = AwaitedInputs(session, of: open.map(\.fact))
    }

    /// What the answers to a question settle of these conclusions.
    package func settled(by question: Question) -> NextQuestion {
        session.question(about: .slot(question.slot), waiting: question.settles, of: templates, weights: weights)
    }
}
