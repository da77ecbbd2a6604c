extension Session {
    /// The rules that could conclude a finding, with the conditions that stand in the way; the nearest first.
    ///
    /// For each rule the search tries the facts that match its patterns and keeps the way with the fewest failing
    /// conditions; it looks at `WhyNotSearch.limit` ways at most.
    public func whyNot(_ finding: FindingID) -> Explanation {
        var steps: [Explanation.Step] = []
        if let template = ruleBase.templateIndex(finding.template) {
            let key = finding.key.map { FEELValue.string($0) }
            for (index, rule) in ruleBase.rules.enumerated() where rule.validity.contains(inputs.date) {
                for conclusion in rule.conclusions where conclusion.template == template {
                    guard let wanted = WantedKey(conclusion, key) else { continue }
                    var search = WhyNotSearch(session: self, rule: index, wanted: wanted)
                    if let conditions = search.nearest() {
                        steps.append(
                            Explanation.Step(rule: rule, isCertain: false, conditions: conditions, because: nil))
                    }
                }
            }
        }
        let ranked = steps.enumerated().sorted {
            (Explanation.distance($0.element.conditions), $0.offset)
                < (Explanation.distance($1.element.conditions), $1.offset)
        }
        let overrule = inputs.overrules.first { $0.finding == finding && $0.verdict == .rejected }
        return Explanation(
            finding: finding, state: state(of: finding), overruled: overrule?.reason, steps: ranked.map(\.element))
    }
}

/// What the variables of a rule must be for a conclusion to have a given key.
struct WantedKey {
    /// Members of variables that must have a value.
    let members: [(variable: String, member: String, value: FEELValue)]

    /// `nil` when the conclusion can never have the key.
    init?(_ conclusion: Rule.Conclusion, _ key: [FEELValue]) {
        guard conclusion.key.count == key.count else { return nil }
        var members: [(variable: String, member: String, value: FEELValue)] = []
        for (operand, value) in zip(conclusion.key, key) {
            switch operand {
            case .literal(let literal): if literal != value { return nil }
            case .computed(let expression):
                guard let use = expression.variables.first, let member = use.member else { continue }
                members.append((use.name, member, value))
            }
        }
        self.members = members
    }
}

/// Looks for the way through the conditions of one rule that fails least.
struct WhyNotSearch {
    static let limit = 500

    private let session: Session
    private let rule: Rule
    private let wanted: WantedKey
    private var matcher: Matcher
    private var best: [Explanation.Condition]?
    private var tried = 0

    init(session: Session, rule: Int, wanted: WantedKey) {
        self.session = session
        self.rule = session.ruleBase.rules[rule]
        self.wanted = wanted
        matcher = Matcher(
            ruleBase: session.ruleBase, evaluator: session.evaluator, rule: rule, scope: session.scope)
    }

    mutating func nearest() -> [Explanation.Condition]? {
        search(0, [], missing: [])
        return best
    }

    private mutating func search(_ position: Int, _ done: [Explanation.Condition], missing: Set<String>) {
        if let best, Explanation.distance(done) >= Explanation.distance(best) { return }
        guard position < rule.conditions.count else {
            tried += 1
            best = done
            return
        }
        guard tried < Self.limit else { return }
        let condition = rule.conditions[position]
        if needs(condition).contains(where: { missing.contains($0) }) {
            let verdict = Explanation.Condition.Verdict.notReached
            search(
                position + 1, done + [session.about(condition, [], matcher.scope, verdict: verdict)],
                missing: missing.union(binds(condition)))
            return
        }
        switch condition {
        case .test(let expression):
            let result = matcher.evaluate(expression).set
            search(position + 1, done + [session.test(expression, result, matcher.scope)], missing: missing)
        case .pattern(let pattern):
            var any = false
            for (id, sure) in matcher.matches(pattern) where isWanted(pattern, id) {
                any = true
                let met = session.about(condition, [id], matcher.scope, verdict: sure.isCertain ? .holds : .open)
                matcher.scope.bind(pattern.variable, .fact(id))
                search(position + 1, done + [met], missing: missing)
                matcher.scope.unbind()
            }
            guard !any else { return }
            search(
                position + 1, done + [session.about(condition, [], matcher.scope, verdict: .fails)],
                missing: missing.union([pattern.variable]))
        case .exists(let pattern):
            let all = matcher.matches(pattern)
            let verdict: Explanation.Condition.Verdict =
                all.contains { $0.1.isCertain } ? .holds : all.isEmpty ? .fails : .open
            search(
                position + 1, done + [session.about(condition, all.map(\.0), matcher.scope, verdict: verdict)],
                missing: missing)
        case .absent(let pattern):
            let all = matcher.matches(pattern)
            let verdict: Explanation.Condition.Verdict =
                all.contains { $0.1.isCertain } ? .fails : all.isEmpty ? .holds : .open
            search(
                position + 1, done + [session.about(condition, all.map(\.0), matcher.scope, verdict: verdict)],
                missing: missing)
        case .every(let pattern, let satisfies):
            let (verdict, facts) = self.verdict(pattern, satisfies)
            search(
                position + 1, done + [session.about(condition, facts, matcher.scope, verdict: verdict)],
                missing: missing)
        case .aggregate(let aggregate):
            let (value, facts) = matcher.value(of: aggregate)
            let met = session.about(condition, facts, matcher.scope, verdict: .holds, value: value.set)
            matcher.scope.bind(aggregate.variable, .value(value))
            search(position + 1, done + [met], missing: missing)
            matcher.scope.unbind()
        }
    }

    private mutating func verdict(
        _ pattern: Rule.Pattern, _ satisfies: RuleExpression
    ) -> (Explanation.Condition.Verdict, [FactID]) {
        var verdict = Explanation.Condition.Verdict.holds
        var facts: [FactID] = []
        for (id, sure) in matcher.matches(pattern) {
            matcher.scope.bind(pattern.variable, .fact(id))
            let result = matcher.evaluate(satisfies).set
            matcher.scope.unbind()
            if result.certainlyTrue { continue }
            facts.append(id)
            if sure.isCertain, !result.possiblyTrue { return (.fails, [id]) }
            verdict = .open
        }
        return (verdict, facts)
    }

    /// Whether a fact can stand for the variable, given the key that is asked for.
    private func isWanted(_ pattern: Rule.Pattern, _ id: FactID) -> Bool {
        wanted.members.allSatisfy { member in
            guard member.variable == pattern.variable else { return true }
            return session.value(of: member.member, in: session[id])?.set.contains(member.value) ?? false
        }
    }

    /// The variables that a condition reads.
    private func needs(_ condition: Rule.Condition) -> [String] {
        var expressions: [RuleExpression] = []
        if case .test(let expression) = condition { expressions.append(expression) }
        if let pattern = condition.pattern {
            for case .computed(let expression) in pattern.constraints.map(\.value) { expressions.append(expression) }
            if let filter = pattern.filter { expressions.append(filter) }
        }
        return expressions.flatMap(\.variables).map(\.name).filter { $0 != condition.pattern?.variable }
    }

    private func binds(_ condition: Rule.Condition) -> Set<String> {
        switch condition {
        case .pattern(let pattern): [pattern.variable]
        case .aggregate(let aggregate): [aggregate.variable]
        case .test, .absent, .exists, .every: []
        }
    }
}
