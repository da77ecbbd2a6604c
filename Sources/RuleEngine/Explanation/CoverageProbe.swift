/// Goes through a rule with facts that are surely there, as far as at most one condition fails, and notes on the way
/// what comparisons and rows of tables are worth.
///
/// Conditions are met from the top down. What is open ends a way, and so does a second condition that fails, so that
/// most rules are left after a condition or two.
struct CoverageProbe {
    /// So many steps are taken at most for one rule.
    static let limit = 300

    private let session: Session
    private let rule: Rule
    private let index: Int
    /// The number of the session.
    private let number: Int
    private var steps = 0

    /// Some way has exactly one condition that fails, and all others hold.
    private(set) var isNear = false
    /// The comparisons of the rule, with what this session adds.
    private(set) var comparisons: [ParameterComparison]
    /// The rows of its tables, with those that nearly hit here.
    private(set) var rows: [RuleCoverage.RowEntry]
    /// The conditions, with what they are worth here.
    private(set) var conditions: [RuleCoverage.ConditionEntry]

    init(
        _ session: Session, rule index: Int, number: Int, comparisons: [ParameterComparison],
        rows: [RuleCoverage.RowEntry], conditions: [RuleCoverage.ConditionEntry]
    ) {
        self.conditions = conditions
        self.session = session
        self.index = index
        self.number = number
        self.comparisons = comparisons
        self.rows = rows
        rule = session.ruleBase.rules[index]
    }

    /// - Parameter seeksNear: whether it matters that the rule nearly fires.
    mutating func run(seeksNear: Bool) {
        let reach = reach
        let last = comparisons.filter { !$0.isComplete }.compactMap(\.condition).min()
        let firstTable = rows.filter { $0.nearlyHits == nil }.map(\.condition).min()
        let isConcluding = comparisons.contains { $0.condition == nil && !$0.isComplete }
        let untried = conditions.firstIndex { !$0.isComplete }
        let isReached = [last, firstTable, untried].compactMap(\.self).contains { $0 <= reach }
        guard isReached || ((seeksNear || isConcluding) && reach == rule.conditions.count) else { return }
        go(RuleReplay(session: session, rule: index), 0, hasFailed: false)
    }

    /// How many conditions can be passed at most, told by those that read nothing but values and parameters.
    private var reach: Int {
        let scope = session.scope
        var failing = 0
        for (position, condition) in rule.conditions.enumerated() {
            guard case .test(let expression) = condition, expression.variables.isEmpty else { continue }
            let set = session.evaluator.evaluate(expression, in: scope).result.set
            if set.certainlyTrue { continue }
            failing += 1
            if set.possiblyTrue || failing > 1 { return position }
        }
        return rule.conditions.count
    }

    private mutating func go(_ walk: RuleReplay, _ position: Int, hasFailed: Bool) {
        guard steps < Self.limit else { return }
        steps += 1
        guard position < rule.conditions.count else {
            if hasFailed { isNear = true } else { observe(nil, in: walk.scope) }
            return
        }
        let condition = rule.conditions[position]
        if let pattern = condition.pattern {
            observe(position, aboutFactsOf: pattern, in: walk.scope)
        } else {
            observe(position, in: walk.scope)
        }
        guard case .pattern(let pattern) = condition else {
            if case .table(let table) = condition, !hasFailed { noteRows(of: table, at: position, in: walk.scope) }
            meet(walk, position, hasFailed, nil)
            return
        }
        for id in session.certainFacts(of: pattern) { meet(walk, position, hasFailed, .fact(id)) }
        if !hasFailed, !walk.canMatch(position) {
            meet(walk, position, hasFailed, session.literalFinding(of: pattern).map { .missing($0) })
        }
    }

    /// Meets a condition, and goes on where it holds or is the first that fails.
    private mutating func meet(_ walk: RuleReplay, _ position: Int, _ hasFailed: Bool, _ bound: NearMissSearch.Bound?) {
        var walk = walk
        walk.meet(position, bound)
        if !hasFailed, !conditions.isEmpty { note(walk.states[position], at: position) }
        switch walk.states[position] {
        case .holds: go(walk, position + 1, hasFailed: hasFailed)
        case .fails: if !hasFailed { go(walk, position + 1, hasFailed: true) }
        case .open, .notReached: break
        }
    }

    // MARK: Notes

    private mutating func note(_ state: ConditionState, at position: Int) {
        switch state {
        case .holds where conditions[position].holds == nil: conditions[position].holds = number
        case .fails where conditions[position].fails == nil: conditions[position].fails = number
        case .holds, .fails, .open, .notReached: break
        }
    }

    private mutating func observe(_ position: Int, aboutFactsOf pattern: Rule.Pattern, in scope: RuleScope) {
        guard comparisons.contains(where: { $0.condition == position && !$0.isComplete }) else { return }
        for id in session.certainFacts(of: pattern) {
            var scope = scope
            scope.bind(pattern.variable, .fact(id))
            observe(position, in: scope)
        }
    }

    /// Notes which comparisons of a condition are true here and which are false; `nil`: those of the conclusions.
    private mutating func observe(_ position: Int?, in scope: RuleScope) {
        for index in comparisons.indices
        where comparisons[index].condition == position && !comparisons[index].isComplete {
            switch session.evaluator.evaluate(comparisons[index].expression, in: scope).result.set {
            case .exactly(.boolean(true)): comparisons[index].met = comparisons[index].met ?? number
            case .exactly(.boolean(false)): comparisons[index].unmet = comparisons[index].unmet ?? number
            default: break
            }
        }
    }

    /// Notes the rows of which one cell is not met and all others are.
    private mutating func noteRows(of table: Rule.Table, at position: Int, in scope: RuleScope) {
        for index in rows.indices where rows[index].condition == position && rows[index].nearlyHits == nil {
            var missing = 0
            let isKnown = table.rows[rows[index].number - 1].tests.compactMap(\.self).allSatisfy { test in
                let set = session.evaluator.evaluate(test, in: scope).result.set
                if !set.possiblyTrue { missing += 1 }
                return set.certainlyTrue || !set.possiblyTrue
            }
            if isKnown, missing == 1 { rows[index].nearlyHits = number }
        }
    }
}

extension Session {
    /// The facts that are surely there, of those with the key that a pattern writes down.
    fileprivate func certainFacts(of pattern: Rule.Pattern) -> [FactID] {
        var facts: [FactID]?
        for constraint in pattern.constraints {
            guard case (.key(let field), .literal(let value)) = (constraint.field, constraint.value) else { continue }
            facts = table.matching(template: pattern.template, field: field, value: value)
        }
        return (facts ?? table.all(of: pattern.template)).filter { table[$0].isCertain }
    }

    /// The finding that a pattern with a literal key is about.
    fileprivate func literalFinding(of pattern: Rule.Pattern) -> FindingID? {
        let template = ruleBase.templates[pattern.template]
        var key: [String?] = template.key.map { _ in nil }
        for constraint in pattern.constraints {
            if case (.key(let field), .literal(let value)) = (constraint.field, constraint.value) {
                key[field] = value.text
            }
        }
        let texts = key.compactMap(\.self)
        return texts.count == key.count ? FindingID(template: template.name, key: texts) : nil
    }
}
