/// Goes through the conditions of a rule with given facts for its patterns, and says what each condition is worth in a
/// session. The conditions stay bound as far as the walk has come, so that expressions can be looked at in their scope.
struct RuleReplay {
    let session: Session
    let rule: Rule
    private(set) var states: [ConditionState] = []
    /// The facts that each condition met.
    private(set) var facts: [[FactID]] = []
    /// The value of each aggregate, by condition.
    private(set) var values: [UncertainValue?] = []
    /// Variables that stand for facts that are not there, and what rests on these.
    private(set) var missing: Set<String> = []
    /// By condition, the result of a table and what became of its rows.
    private(set) var tables: [Int: (value: ValueSet?, rows: [DecisionTable.RowOutcome])] = [:]
    private let plan: RulePlan
    private let wanted: TargetKey?
    private var matcher: Matcher

    /// - Parameter wanted: what tables are to give; `nil` when any result is good.
    init(session: Session, rule: Int, wanted: TargetKey? = nil) {
        self.wanted = wanted
        self.session = session
        self.rule = session.ruleBase.rules[rule]
        matcher = Matcher(rule, session.scope, session.evaluator)
        plan = session.network.rules[rule]
    }

    /// What expressions see behind the conditions walked so far.
    var scope: RuleScope { matcher.scope }
    var site: ConditionSite { ConditionSite(rule: rule, scope: matcher.scope) }

    /// Walks over the next condition.
    ///
    /// - Parameter bound: what the pattern is bound to; no condition but a pattern has one.
    mutating func meet(_ index: Int, _ bound: NearMissSearch.Bound?) {
        let condition = rule.conditions[index]
        switch condition {
        case .test(let expression):
            let result = matcher.evaluate(expression).set
            note(state(result, expression.variables.map(\.name)))
        case .pattern(let pattern): meet(pattern, bound, plan.patterns[index])
        case .exists(let pattern):
            let all = matcher.matches(pattern, plan.patterns[index])
            note(all.contains { $0.1.isCertain } ? .holds : all.isEmpty ? failing(pattern) : .open, all.map(\.0))
        case .absent(let pattern):
            let all = matcher.matches(pattern, plan.patterns[index])
            note(all.contains { $0.1.isCertain } ? .fails : all.isEmpty ? .holds : .open, all.map(\.0))
        case .every(let pattern, let satisfies):
            let (state, facts) = every(pattern, satisfies, plan.patterns[index])
            note(state, facts)
        case .aggregate(let aggregate):
            let (value, facts) = matcher.value(of: aggregate, plan.patterns[index])
            matcher.scope.bind(aggregate.variable, .value(value))
            note(.holds, facts, value)
        case .table(let table):
            let outcome = session.evaluator.evaluate(table, in: matcher.scope)
            let value = outcome.result.withoutNull
            tables[index] = (value?.set, outcome.rows)
            let rests = table.expressions.contains { $0.variables.contains { missing.contains($0.name) } }
            if value == nil || rests { missing.insert(table.variable) }
            matcher.scope.bind(
                table.variable, .value(rests ? UncertainValue(.anything) : value ?? UncertainValue(.null)))
            let state = state(table, outcome.result.set)
            note(rests && state != .holds ? .notReached : state)
        }
    }

    /// Whether a table whose result is bound gives one, and what is asked for.
    private func state(_ table: Rule.Table, _ result: ValueSet) -> ConditionState {
        guard result != .exactly(.null) else { return .fails }
        var isCertain = !result.possiblyNull
        for wanted in wanted?.results ?? [] where wanted.table == table.variable {
            let given = matcher.evaluate(wanted.expression).set
            guard given.contains(wanted.value) else { return .fails }
            isCertain = isCertain && given.isExact
        }
        return isCertain ? .holds : .open
    }

    /// Whether a fact that is there, or may be, can meet the pattern of the condition that comes next.
    func canMatch(_ index: Int) -> Bool {
        guard let pattern = rule.conditions[index].pattern else { return false }
        var matcher = matcher
        return !matcher.matches(pattern, plan.patterns[index]).isEmpty
    }

    private mutating func note(
        _ state: ConditionState, _ met: [FactID] = [], _ value: UncertainValue? = nil
    ) {
        states.append(state)
        facts.append(met)
        values.append(value)
    }

    /// What a pattern says of its condition when nothing meets it, or not the fact that it is bound to: it cannot be
    /// told where it asks for what is missing above it.
    private func failing(_ pattern: Rule.Pattern) -> ConditionState {
        var asked = pattern.filter.map { [$0] } ?? []
        for case .computed(let expression) in pattern.constraints.map(\.value) { asked.append(expression) }
        return asked.contains { $0.variables.contains { missing.contains($0.name) } } ? .notReached : .fails
    }

    private mutating func meet(
        _ pattern: Rule.Pattern, _ bound: NearMissSearch.Bound?, _ plan: PatternPlan?
    ) {
        switch bound {
        case .fact(let id):
            let sure = matcher.matches(pattern, plan).first { $0.0 == id }?.1
            matcher.scope.bind(pattern.variable, .fact(id))
            note(sure.map { $0.isCertain ? .holds : .open } ?? failing(pattern), [id])
        case .missing(let finding):
            let key = session.ruleBase.key(of: finding)?.values ?? []
            matcher.scope.bind(pattern.variable, .value(session.imagined(pattern.template, key)))
            missing.insert(pattern.variable)
            note(.fails)
        case nil:
            matcher.scope.bind(pattern.variable, .value(UncertainValue(.anything)))
            missing.insert(pattern.variable)
            note(.fails)
        }
    }

    private func state(_ result: ValueSet, _ variables: [String]) -> ConditionState {
        if result.certainlyTrue { return .holds }
        if !result.possiblyTrue { return .fails }
        return variables.contains { missing.contains($0) } ? .notReached : .open
    }

    private mutating func every(
        _ pattern: Rule.Pattern, _ satisfies: RuleExpression, _ plan: PatternPlan?
    ) -> (ConditionState, [FactID]) {
        var state = ConditionState.holds
        var facts: [FactID] = []
        for (id, sure) in matcher.matches(pattern, plan) {
            matcher.scope.bind(pattern.variable, .fact(id))
            let result = matcher.evaluate(satisfies).set
            matcher.scope.unbind()
            if result.certainlyTrue { continue }
            if sure.isCertain, !result.possiblyTrue { return (.fails, [id]) }
            facts.append(id)
            state = .open
        }
        return (state, facts)
    }
}
