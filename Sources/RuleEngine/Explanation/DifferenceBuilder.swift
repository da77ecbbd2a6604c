/// Lays two sessions on the same rules side by side.
struct DifferenceBuilder {
    private let before: Session
    private let after: Session
    private let order: InputOrder
    private var ruleBase: RuleBase { before.ruleBase }

    /// A rule and the facts that its patterns met, named so that they mean the same in both sessions.
    private struct Instance: Hashable {
        let rule: Int
        let conclusion: Int
        /// By condition; `nil` for conditions that bind no fact.
        let facts: [FindingID?]
    }

    init(_ before: Session, _ after: Session) {
        self.before = before
        self.after = after
        order = InputOrder(before)
    }

    func difference() -> SessionDifference {
        var changed: [(finding: FindingID, fields: [SessionDifference.FieldDifference])] = []
        var inputs = before.ruleBase.record.slots.compactMap { reading($0) }
        for template in ruleBase.templates where template.relation == nil {
            for finding in findings(of: template) {
                let fields = self.fields(of: finding, template)
                let states = (before.state(of: finding), after.state(of: finding))
                guard states.0 != states.1 || !fields.isEmpty else { continue }
                if template.isInput {
                    inputs.append(.fact(finding, before: states.0, after: states.1))
                } else {
                    changed.append((finding, fields))
                }
            }
        }
        let known = Set(changed.map(\.finding))
        let changes = changed.map { finding, fields in
            SessionDifference.Change(
                finding: finding, before: before.state(of: finding), after: after.state(of: finding), fields: fields,
                causes: causes(of: finding, known))
        }
        return SessionDifference(inputs: inputs, changes: changes)
    }

    // MARK: Findings and inputs

    private func findings(of template: Template) -> [FindingID] {
        func exact(_ session: Session) -> [FindingID] {
            session.facts(of: template.name).map(\.fact).filter { !$0.isAnonymous }.map { session.finding($0) }
        }
        let first = exact(before)
        let known = Set(first)
        return (first + exact(after).filter { !known.contains($0) }).sorted { order.precedes($0, $1) }
    }

    private func fields(of finding: FindingID, _ template: Template) -> [SessionDifference.FieldDifference] {
        guard let old = before.fact(finding)?.fact, let new = after.fact(finding)?.fact else { return [] }
        return zip(template.fields, zip(old.fields, new.fields)).compactMap { field, values in
            values.0.set == values.1.set
                ? nil : .init(name: field.name, before: values.0.set, after: values.1.set)
        }
    }

    private func reading(_ slot: RecordSchema.Slot) -> SessionDifference.InputDifference? {
        guard let old = before.value(of: slot)?.set, let new = after.value(of: slot)?.set, old != new else {
            return nil
        }
        func known(_ session: Session, _ set: ValueSet) -> ValueSet {
            session.inputs.value(of: slot) == nil ? .anything : set
        }
        return .value(slot, before: known(before, old), after: known(after, new))
    }

    // MARK: Causes

    private func causes(of finding: FindingID, _ changed: Set<FindingID>) -> [SessionDifference.Cause] {
        let old = instances(of: finding, in: before)
        let new = instances(of: finding, in: after)
        let states = (Dictionary(old, uniquingKeysWith: Self.surer), Dictionary(new, uniquingKeysWith: Self.surer))
        var seen: Set<Instance> = []
        return (old + new).map(\.0).filter { seen.insert($0).inserted }.compactMap { instance in
            let was = states.0[instance] ?? .refuted
            let conditions = self.conditions(of: instance, changed)
            guard was != states.1[instance] || !conditions.isEmpty else { return nil }
            return SessionDifference.Cause(
                rule: ruleBase.rules[instance.rule], before: was, after: states.1[instance] ?? .refuted,
                conditions: conditions)
        }
    }

    private static func surer(_ one: FindingState, _ two: FindingState) -> FindingState { one == .found ? one : two }

    private func instances(of finding: FindingID, in session: Session) -> [(Instance, FindingState)] {
        (session.fact(finding)?.fact.justifications ?? []).map { justification in
            let facts = justification.supports.map { support -> FindingID? in
                if case .fact(let id, _) = support { session.finding(session[id]) } else { nil }
            }
            return (
                Instance(rule: justification.rule, conclusion: justification.conclusion, facts: facts),
                justification.isCertain ? .found : .open
            )
        }
    }

    /// The conditions of an instance that the sessions judge otherwise, or that a changed finding met.
    private func conditions(
        of instance: Instance, _ changed: Set<FindingID>
    ) -> [SessionDifference.ConditionDifference] {
        let rule = ruleBase.rules[instance.rule]
        var (old, new) = (
            RuleReplay(session: before, rule: instance.rule), RuleReplay(session: after, rule: instance.rule)
        )
        var result: [SessionDifference.ConditionDifference] = []
        for (index, condition) in rule.conditions.enumerated() {
            let scopes = (old.scope, new.scope)
            old.meet(index, bound(instance.facts[index], before))
            new.meet(index, bound(instance.facts[index], after))
            let met = Self.unique(
                old.facts[index].map { before.finding(before[$0]) } + new.facts[index].map { after.finding(after[$0]) }
                    + [instance.facts[index]].compactMap(\.self)
            ).filter { changed.contains($0) }
            guard old.states[index] != new.states[index] || !met.isEmpty else { continue }
            result.append(
                SessionDifference.ConditionDifference(
                    before: before.explained(condition, old, index, scopes.0, instance.facts[index]),
                    after: after.explained(condition, new, index, scopes.1, instance.facts[index]),
                    inputs: condition.slots.compactMap { reading($0) }, findings: met))
        }
        return result
    }

    private func bound(_ finding: FindingID?, _ session: Session) -> NearMissSearch.Bound? {
        finding.map { finding in session.fact(finding).map { .fact($0.id) } ?? .missing(finding) }
    }

    private static func unique(_ findings: [FindingID]) -> [FindingID] {
        var seen: Set<FindingID> = []
        return findings.filter { seen.insert($0).inserted }
    }
}

extension Rule.Condition {
    /// The named values that the expressions of a condition read, in order.
    fileprivate var slots: [RecordSchema.Slot] {
        var expressions: [RuleExpression] = []
        if case .test(let expression) = self { expressions.append(expression) }
        if case .every(_, let satisfies) = self { expressions.append(satisfies) }
        if let filter = pattern?.filter { expressions.append(filter) }
        var seen: Set<RecordSchema.Slot> = []
        return expressions.flatMap(\.slots).filter { seen.insert($0).inserted }
    }
}
