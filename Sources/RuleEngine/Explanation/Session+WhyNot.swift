extension Session {
    /// The rules that could conclude a finding, with the conditions that stand in the way; the nearest first.
    ///
    /// For each rule the search tries the facts that match its patterns and keeps the way with the fewest failing
    /// conditions; it looks at `WhyNotSearch.limit` ways at most. Rules that do not hold on the day come last, each with
    /// that as its last failing condition.
    public func whyNot(_ finding: FindingID) -> Explanation {
        var steps: [Explanation.Step] = []
        var notInForce: Validity?
        if let (template, key) = ruleBase.key(of: finding) {
            let validity = ruleBase.code(of: template, key: key.map { .exactly($0) })?.validity ?? .always
            if !validity.contains(inputs.date) { notInForce = validity }
            for (index, rule) in ruleBase.rules.enumerated() {
                for conclusion in rule.conclusions where conclusion.template == template {
                    guard let wanted = WantedKey(conclusion, key, of: rule) else { continue }
                    var search = WhyNotSearch(session: self, rule: index, wanted: wanted)
                    if let conditions = search.nearest() {
                        steps.append(
                            Explanation.Step(
                                rule: rule, isCertain: false, conditions: conditions + outsideValidity(of: rule),
                                because: nil))
                    }
                }
            }
        }
        let ranked = steps.enumerated().sorted {
            (rank(of: $0.element), $0.offset) < (rank(of: $1.element), $1.offset)
        }
        let overrule = inputs.overrules.first { $0.finding == finding && $0.verdict == .rejected }
        return Explanation(
            finding: finding, state: state(of: finding), overruled: overrule?.reason, notInForce: notInForce,
            steps: ranked.map(\.element))
    }

    /// The distance of a rule that holds on the day; beyond any of these where it does not.
    private func rank(of step: Explanation.Step) -> Int {
        let distance = Explanation.distance(step.conditions)
        return step.rule.validity.contains(inputs.date) ? distance : distance + 1_000_000
    }

    /// That a rule does not hold on the day of the analysis, as a condition that fails.
    private func outsideValidity(of rule: Rule) -> [Explanation.Condition] {
        guard !rule.validity.contains(inputs.date) else { return [] }
        return [
            Explanation.Condition(
                verdict: .fails, text: rule.validity.text, sentence: .outside(rule.validity, on: inputs.date),
                readings: [], parameters: [], facts: [])
        ]
    }
}

/// What the variables of a rule must be for a conclusion to have a given key.
struct WantedKey {
    /// Members of variables that must have a value.
    let members: [(variable: String, member: String, value: FEELValue)]
    /// Results of tables, by the name of the table, that must have a value.
    let results: [(table: String, expression: RuleExpression, value: FEELValue)]

    /// `nil` when the conclusion can never have the key.
    init?(_ conclusion: Rule.Conclusion, _ key: [FEELValue], of rule: Rule) {
        guard conclusion.key.count == key.count else { return nil }
        var members: [(variable: String, member: String, value: FEELValue)] = []
        var results: [(table: String, expression: RuleExpression, value: FEELValue)] = []
        for (operand, value) in zip(conclusion.key, key) {
            switch operand {
            case .literal(let literal): if literal != value { return nil }
            case .computed(let expression):
                guard let use = expression.variables.first else { continue }
                if let table = rule.tables.first(where: { $0.variable == use.name }) {
                    let codes = table.codes(of: expression.expression) ?? []
                    guard codes.contains(where: { .string($0) == value }) else { return nil }
                    results.append((use.name, expression, value))
                } else if let member = use.member {
                    members.append((use.name, member, value))
                }
            }
        }
        self.members = members
        self.results = results
    }
}

/// Looks for the way through the conditions of one rule that fails least.
struct WhyNotSearch {
    static let limit = 500

    private let session: Session
    private let rule: Rule
    private let wanted: WantedKey
    private let plan: RulePlan
    private var matcher: Matcher
    private var best: [Explanation.Condition]?
    private var tried = 0

    init(session: Session, rule: Int, wanted: WantedKey) {
        self.session = session
        self.rule = session.ruleBase.rules[rule]
        self.wanted = wanted
        matcher = Matcher(session: session, rule: rule)
        plan = session.network.rules[rule]
    }

    mutating func nearest() -> [Explanation.Condition]? {
        search(0, [], missing: [])
        return best
    }

    private mutating func search(_ position: Int, _ done: [Explanation.Condition], missing: Set<String>) {
        guard tried < Self.limit else { return }
        // A way that was given up halfway counts as well, so that the limit bounds the work.
        if let best, Explanation.distance(done) >= Explanation.distance(best) {
            tried += 1
            return
        }
        guard position < rule.conditions.count else {
            tried += 1
            best = done
            return
        }
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
            for (id, sure) in matcher.matches(pattern, plan.patterns[position]) where isWanted(pattern, id) {
                any = true
                if tried >= Self.limit { return }
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
            let all = matcher.matches(pattern, plan.patterns[position])
            let verdict: Explanation.Condition.Verdict =
                all.contains { $0.1.isCertain } ? .holds : all.isEmpty ? .fails : .open
            search(
                position + 1, done + [session.about(condition, all.map(\.0), matcher.scope, verdict: verdict)],
                missing: missing)
        case .absent(let pattern):
            let all = matcher.matches(pattern, plan.patterns[position])
            let verdict: Explanation.Condition.Verdict =
                all.contains { $0.1.isCertain } ? .fails : all.isEmpty ? .holds : .open
            search(
                position + 1, done + [session.about(condition, all.map(\.0), matcher.scope, verdict: verdict)],
                missing: missing)
        case .every(let pattern, let satisfies):
            let (verdict, facts) = self.verdict(pattern, satisfies, plan.patterns[position])
            search(
                position + 1, done + [session.about(condition, facts, matcher.scope, verdict: verdict)],
                missing: missing)
        case .aggregate(let aggregate):
            let (value, facts) = matcher.value(of: aggregate, plan.patterns[position])
            let met = session.about(condition, facts, matcher.scope, verdict: .holds, value: value.set)
            matcher.scope.bind(aggregate.variable, .value(value))
            search(position + 1, done + [met], missing: missing)
            matcher.scope.unbind()
        case .table(let table):
            let outcome = session.evaluator.evaluate(table.decision, in: matcher.scope)
            let outer = matcher.scope
            let value = outcome.result.withoutNull
            matcher.scope.bind(table.variable, .value(value ?? Possible(.null)))
            let met = session.about(
                table, value?.set, outcome.verdicts, outer, verdict: verdict(table, outcome.result.set))
            search(position + 1, done + [met], missing: value == nil ? missing.union([table.variable]) : missing)
            matcher.scope.unbind()
        }
    }

    /// Whether a table whose result is bound gives one, and what is asked for.
    private func verdict(_ table: Rule.Table, _ result: ValueSet) -> Explanation.Condition.Verdict {
        guard result.withoutNull != nil else { return .fails }
        var isCertain = !result.possiblyNull
        for wanted in wanted.results where wanted.table == table.variable {
            let given = matcher.evaluate(wanted.expression).set
            guard given.contains(wanted.value) else { return .fails }
            isCertain = isCertain && given.isExact
        }
        return isCertain ? .holds : .open
    }

    private mutating func verdict(
        _ pattern: Rule.Pattern, _ satisfies: RuleExpression, _ plan: PatternPlan?
    ) -> (Explanation.Condition.Verdict, [FactID]) {
        var verdict = Explanation.Condition.Verdict.holds
        var facts: [FactID] = []
        for (id, sure) in matcher.matches(pattern, plan) {
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
        if case .table(let table) = condition { expressions += table.expressions }
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
        case .table(let table): [table.variable]
        case .test, .absent, .exists, .every: []
        }
    }
}

// MARK: - Wordings

extension Validity {
    /// As an author writes it.
    fileprivate var text: String {
        let parts = [from.map { "from: \(FEELValue.date($0).text)" }, until.map { "until: \(FEELValue.date($0).text)" }]
        return "valid: { \(parts.compactMap(\.self).joined(separator: ", ")) }"
    }
}

extension LocalizedText {
    fileprivate static func outside(_ validity: Validity, on date: FEELDate) -> LocalizedText {
        func period(_ language: Language, _ from: String, _ until: String) -> String {
            [
                validity.from.map { "\(from) \(DateText.text(of: $0, in: language))" },
                validity.until.map { "\(until) \(DateText.text(of: $0, in: language))" },
            ].compactMap(\.self).joined(separator: " ")
        }
        return LocalizedText(
            nl: "de regel geldt niet op \(DateText.text(of: date, in: .nl)), maar \(period(.nl, "vanaf", "tot en met"))",
            en: "the rule is not valid on \(DateText.text(of: date, in: .en)), but \(period(.en, "from", "up to and including"))"
        )
    }
}
