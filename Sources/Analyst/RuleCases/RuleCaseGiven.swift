package import RuleEngine

/// What a case gives to the rules; a case may build on that of its file or of another case.
package struct RuleCaseGiven: Sendable {
    package var date: FEELDate?
    /// `nil`: said to be not known.
    package var values: [RecordSchema.Slot: ValueSet?] = [:]
    package var facts: [SessionInputs.InputFact] = []
    /// Findings that are surely not there.
    package var without: [FindingID] = []
    /// Kinds of fact of which all are listed.
    package var complete: [String] = []
    /// Who was heard.
    package var heard: [String] = []

    /// The day of cases that name none: a fixed one, so that a case means the same on every day.
    package static let standardDate = "2026-11-01"

    /// The same as a date.
    package static var standardDay: FEELDate {
        guard let day = FEELDate(standardDate) else { preconditionFailure("the standard day is a date") }
        return day
    }

    /// This on top of something else: what both tell is as it is told here.
    package func over(_ base: RuleCaseGiven) -> RuleCaseGiven {
        var result = base
        result.date = date ?? base.date
        result.values.merge(values) { _, new in new }
        let told = Set(facts.map(\.finding) + without)
        result.facts = base.facts.filter { !told.contains($0.finding) } + facts
        let given = Set(facts.map(\.finding))
        result.without = base.without.filter { !given.contains($0) } + without
        result.complete = base.complete + complete.filter { !base.complete.contains($0) }
        result.heard = base.heard + heard.filter { !base.heard.contains($0) }
        return result
    }

    /// What the session of the case is told.
    ///
    /// - Parameter date: the day where neither the case nor its file names one.
    package func inputs(_ ruleBase: RuleBase, date standard: FEELDate) -> SessionInputs {
        var completeness: [String: SessionInputs.Completeness] = [:]
        for finding in without where ruleBase.template(finding.template)?.isInput == true {
            guard let value = ruleBase.key(of: finding)?.values.first else { continue }
            let others: [FEELValue] = if case .asked(let keys)? = completeness[finding.template] { keys } else { [] }
            completeness[finding.template] = .asked(others + [value])
        }
        for name in complete { completeness[name] = .complete }
        return SessionInputs(
            date: date ?? standard, values: values.compactMapValues(\.self), facts: facts + voices(ruleBase),
            completeness: completeness,
            overrules: without.filter { ruleBase.template($0.template)?.isInput == false }
                .map { .init(finding: $0, verdict: .rejected, reason: "without") })
    }

    /// Who answers is heard, as with a sheet; unless the case tells it otherwise.
    private func voices(_ ruleBase: RuleBase) -> [SessionInputs.InputFact] {
        guard ruleBase.template(SheetContext.voice)?.isInput == true else { return [] }
        return heard.map { SessionInputs.InputFact(template: SheetContext.voice, key: [.string($0)]) }
            .filter { voice in
                !without.contains(voice.finding) && !facts.contains { $0.finding == voice.finding }
            }
    }
}

extension SessionInputs.InputFact {
    /// The id of the fact.
    package var finding: FindingID { FindingID(template: template, key: key.map(\.text)) }
}
