/// A rule written out: once for each choice of facts that its patterns can be bound to as far as the keys of the facts
/// and what the vocabularies fix for them tell. A run then asks of each choice whether its facts are there and fit, and
/// looks for nothing; a changed fact leads straight to the choices that rest on it.
///
/// This is grounding, as in answer set programming (M. Gebser, R. Kaminski, B. Kaufmann, T. Schaub, "Answer Set Solving
/// in Practice", 2012, chapter 4), for rules whose facts all have fixed rows, as long as the choices are few.
///
/// A class, so that the match loop holds one at the cost of one reference.
final class GroundRule: Sendable {
    /// The number of patterns.
    let width: Int
    /// The places of the patterns among the conditions, and of the other conditions.
    let patterns: [Int]
    let others: [Int]
    /// The rows of each choice, one for each pattern in the order of the conditions.
    let rows: [Int32]
    /// What is left to be asked of the fact of each pattern.
    let asks: [Ask]
    /// The templates of the patterns, each once.
    let templates: [Int]
    /// The other conditions that hang on no pattern, and the rest of them, from the top down.
    let common: JoinOrder
    let rest: JoinOrder
    /// By choice and conclusion: the fixed row of the fact that is concluded; negative where it has none.
    let heads: [Int32]
    /// By choice and conclusion: the key of the fact, where it has no fixed row but its key hangs on the choice alone;
    /// empty elsewhere.
    let keys: [[ValueSet]]
    /// The number of conclusions.
    let headCount: Int
    /// Each choice concludes one fact at most by each conclusion: all keys hang on the choice alone.
    let hasDeterminedHeads: Bool
    /// By conclusion and field: the value that each choice gives; `nil` where it hangs on more than the rows, or is
    /// written down in the rule.
    let values: [[[UncertainValue]?]]
    private let byRow: [Int32: [Int32]]

    /// What keys do not settle for a pattern.
    struct Ask: Sendable {
        /// The pattern is about a relation, so that its facts are always there.
        let isRelation: Bool
        let constraints: [Rule.Constraint]
        let filter: RuleExpression?
        /// The number of the filter where what it says is remembered.
        let filterNumber: Int?
        let variable: String
    }

    var count: Int { rows.count / width }

    /// - Parameter offset: a place in `rows`.
    func fact(_ offset: Int) -> FactID { FactID(Int(rows[offset])) }

    /// The facts of a choice, one for each pattern in the order of the conditions.
    func facts(ofChoice choice: Int) -> [FactID] { rows[choice * width..<(choice + 1) * width].map { FactID(Int($0)) } }

    /// What meets the conditions in a choice.
    ///
    /// - Parameters:
    ///   - fits: the facts of the choice that surely fit, by their places.
    ///   - rest: what meets the conditions that are no patterns, in their order.
    func supports(ofChoice choice: Int, fits: UInt64, rest: [Justification.Support]) -> [Justification.Support] {
        var supports = Array(filledWith: Justification.Support.absence(possible: []), width + others.count)
        for (offset, position) in patterns.enumerated() {
            supports[position] = .fact(fact(choice * width + offset), fits: fits >> UInt64(offset) & 1 == 1)
        }
        for (offset, position) in others.enumerated() { supports[position] = rest[offset] }
        return supports
    }

    /// The rows that choices bind a pattern to.
    ///
    /// - Parameter offset: that of the pattern among the patterns.
    func rows(at offset: Int) -> Set<Int> {
        Set(stride(from: offset, to: rows.count, by: width).map { Int(rows[$0]) })
    }

    /// The choices that rest on some facts, each once, in their order.
    func choices(on facts: [FactID]) -> [Int32] {
        guard facts.count > 1 else { return facts.first.flatMap { byRow[$0.rawValue] } ?? [] }
        var result: [Int32] = []
        for fact in facts { result += byRow[fact.rawValue] ?? [] }
        return result.unique
    }

    /// - Returns: `nil` where facts of a pattern have no fixed rows, where a table could speak of several choices,
    ///   where a pattern asks for what is counted of the patterns above it, or where there are too many choices.
    init?(_ rule: Rule, _ plans: [PatternPlan?], _ joins: JoinPlan, _ ruleBase: RuleBase, _ layout: RowLayout) {
        guard !joins.patterns.isEmpty, joins.patterns.count <= 64,
            !rule.conditions.contains(where: { if case .table = $0 { true } else { false } }),
            var grounding = Grounding(rule, plans, joins.patterns, ruleBase, layout), grounding.run()
        else { return nil }
        width = joins.patterns.count
        patterns = joins.patterns
        others = rule.conditions.indices.filter { !joins.patterns.contains($0) }
        rows = grounding.rows
        asks = grounding.asks
        templates = Set(joins.patterns.compactMap { plans[$0]?.template }).sorted()
        let bound = rule.conditionsOnPatterns
        func order(_ isWanted: (Int) -> Bool) -> JoinOrder {
            let positions = rule.conditions.indices.filter { !joins.patterns.contains($0) && isWanted($0) }
            return JoinOrder(steps: positions.map { .init(position: $0, access: .matched, completes: []) })
        }
        common = order { !bound.contains($0) }
        rest = order { bound.contains($0) }
        // What a pattern asks must be known before these.
        let late = Set(rest.steps.compactMap { rule.conditions[$0.position].given })
        guard !asks.contains(where: { ask in ask.variables.contains { late.contains($0) } }) else { return nil }
        (heads, keys, values, hasDeterminedHeads) = grounding.conclusions()
        headCount = rule.conclusions.count
        var byRow: [Int32: [Int32]] = [:]
        for choice in 0..<rows.count / width {
            for row in Set(rows[choice * width..<(choice + 1) * width]) {
                byRow[row, default: []].append(Int32(choice))
            }
        }
        self.byRow = byRow
    }

    /// The most choices that are written out, and the most facts that are tried to find them.
    fileprivate static let limits = (choices: 20_000, tries: 200_000)
}

extension Rule {
    /// The conditions that bind a fact, and those that read what is bound there, at first or at second hand.
    fileprivate var conditionsOnPatterns: Set<Int> {
        var names: Set<String> = []
        var result: Set<Int> = []
        for (position, condition) in conditions.enumerated() {
            var own: String?
            switch condition {
            case .absent(let pattern), .exists(let pattern), .every(let pattern, _): own = pattern.variable
            case .aggregate(let aggregate): own = aggregate.pattern.variable
            case .pattern, .table, .test: break
            }
            let isOnPatterns = condition.expressions.flatMap(\.variables).contains {
                $0.name != own && names.contains($0.name)
            }
            if case .pattern = condition {} else if !isOnPatterns { continue }
            result.insert(position)
            if let gives = condition.given { names.insert(gives) }
        }
        return result
    }
}

extension Rule.Condition {
    /// The name that a condition binds for those below it.
    fileprivate var given: String? {
        switch self {
        case .pattern(let pattern): pattern.variable
        case .aggregate(let aggregate): aggregate.variable
        case .table(let table): table.variable
        case .test, .absent, .exists, .every: nil
        }
    }
}

extension GroundRule.Ask {
    /// The names of all that it reads.
    fileprivate var variables: [String] {
        var expressions = filter.map { [$0] } ?? []
        for case .computed(let expression) in constraints.map(\.value) { expressions.append(expression) }
        return expressions.flatMap(\.variables).map(\.name)
    }
}

/// Finds the choices, pattern by pattern.
private struct Grounding {
    private let rule: Rule
    private let ruleBase: RuleBase
    private let layout: RowLayout
    private let patterns: [(pattern: Rule.Pattern, plan: PatternPlan)]
    /// By pattern: computed key fields that rows settle, and a filter that does.
    private var determined: [(constraints: [Rule.Constraint], filter: RuleExpression?)] = []
    private(set) var asks: [GroundRule.Ask] = []
    private(set) var rows: [Int32] = []
    private var environment: GroundEnvironment
    private var tries = 0
    private let evaluator = FEELEvaluator()

    init?(_ rule: Rule, _ plans: [PatternPlan?], _ positions: [Int], _ ruleBase: RuleBase, _ layout: RowLayout) {
        self.rule = rule
        self.ruleBase = ruleBase
        self.layout = layout
        environment = GroundEnvironment(ruleBase: ruleBase, layout: layout)
        var patterns: [(Rule.Pattern, PatternPlan)] = []
        for position in positions {
            guard case .pattern(let pattern) = rule.conditions[position], let plan = plans[position],
                !layout.range(pattern.template).isEmpty
            else { return nil }
            patterns.append((pattern, plan))
        }
        self.patterns = patterns
        var variables: [String: Int] = [:]
        for (pattern, plan) in patterns {
            variables[pattern.variable] = pattern.template
            let isRelation = ruleBase.templates[pattern.template].relation != nil
            let isPair = isPair(pattern.template)
            let known = pattern.constraints.filter { constraint in
                isFixed(constraint.field, isPair) && isDetermined(constraint.value, variables)
            }
            let open = pattern.constraints.filter { constraint in
                !(isFixed(constraint.field, isPair) && isDetermined(constraint.value, variables))
            }
            let filter = pattern.filter.flatMap { isDetermined(.computed($0), variables) ? $0 : nil }
            determined.append((known, filter))
            asks.append(
                GroundRule.Ask(
                    isRelation: isRelation, constraints: open, filter: filter == nil ? pattern.filter : nil,
                    filterNumber: filter == nil ? plan.filter : nil, variable: pattern.variable))
        }
    }

    /// The facts of the template have no code of their own, and so no attributes.
    private func isPair(_ template: Int) -> Bool { ruleBase.templates[template].relation?.attribute != nil }

    private func isFixed(_ field: Rule.FieldReference, _ isPair: Bool) -> Bool {
        switch field {
        case .key: true
        case .attribute: !isPair
        case .field: false
        }
    }

    /// A value hangs on nothing but the rows that some variables stand for.
    ///
    /// - Parameter variables: the template of each.
    private func isDetermined(_ operand: Rule.Operand, _ variables: [String: Int]) -> Bool {
        guard case .computed(let expression) = operand else { return true }
        guard expression.slots.isEmpty, expression.parameters.isEmpty else { return false }
        let readsRowsOnly = expression.code.reads.allSatisfy { read in
            guard case .member(let member) = read, let template = variables[member.variable] else { return false }
            return isFixed(member.field, isPair(template))
        }
        return readsRowsOnly && !expression.readsClock
    }

    /// - Returns: `false` where there are too many choices.
    mutating func run() -> Bool { bind(0) }

    private mutating func bind(_ offset: Int) -> Bool {
        guard offset < patterns.count else {
            rows += environment.bound.map { Int32($0.row) }
            return rows.count / patterns.count <= GroundRule.limits.choices
        }
        let (pattern, plan) = patterns[offset]
        let wanted = determined[offset].constraints.map { ($0.field, value(of: $0.value)) }
        for row in candidates(plan, wanted) {
            tries += 1
            guard tries <= GroundRule.limits.tries else { return false }
            let fits = wanted.allSatisfy { environment.value(at: $0, ofRow: row, named: nil).isEqual($1) == true }
            guard fits else { continue }
            environment.bound.append((pattern.variable, row))
            defer { environment.bound.removeLast() }
            if let filter = determined[offset].filter, !possible(filter).set.certainlyTrue { continue }
            guard bind(offset + 1) else { return false }
        }
        return true
    }

    private func candidates(_ plan: PatternPlan, _ wanted: [(Rule.FieldReference, FEELValue)]) -> [Int] {
        for case (.key(let field), let value) in wanted {
            if let related = layout.related(template: plan.template, field: field, value: value) {
                return related.map(\.index)
            }
            let row = layout.row(template: plan.template, key: value)
            return row.map { plan.admits($0, isFixed: true) ? [$0] : [] } ?? []
        }
        return plan.rows ?? Array(layout.range(plan.template))
    }

    private func value(of operand: Rule.Operand) -> FEELValue {
        switch operand {
        case .literal(let value): value
        case .computed(let expression): possible(expression).set.exactValue ?? .null
        }
    }

    private func possible(_ expression: RuleExpression) -> UncertainValue {
        if case .member(let member)? = expression.code.soleRead { return UncertainValue(environment.value(of: member)) }
        var environment = environment
        environment.reads = expression.code.reads
        return evaluator.evaluate(expression.code.code, in: environment).result
    }

    /// The rows that the choices conclude, and the values of fields that hang on nothing else.
    mutating func conclusions() -> (
        heads: [Int32], keys: [[ValueSet]], values: [[[UncertainValue]?]], areDetermined: Bool
    ) {
        var variables: [String: Int] = [:]
        for (pattern, _) in patterns { variables[pattern.variable] = pattern.template }
        var heads: [Int32] = []
        var keys: [[ValueSet]] = []
        let determinedKeys = rule.conclusions.map { $0.key.allSatisfy { isDetermined($0, variables) } }
        var values = rule.conclusions.map { conclusion in
            conclusion.fields.map { field -> [UncertainValue]? in
                guard case .computed = field.value else { return nil }
                return isDetermined(field.value, variables) ? [] : nil
            }
        }
        for choice in 0..<rows.count / patterns.count {
            environment.bound = patterns.indices.map {
                (patterns[$0].pattern.variable, Int(rows[choice * patterns.count + $0]))
            }
            for (offset, conclusion) in rule.conclusions.enumerated() {
                let key = determinedKeys[offset] ? conclusion.key.map { ValueSet.exactly(value(of: $0)) } : []
                let row = layout.row(template: conclusion.template, key: key)
                heads.append(Int32(row ?? -1))
                keys.append(row == nil && !key.contains(.exactly(.null)) ? key : [])
                for (field, entry) in conclusion.fields.enumerated() where values[offset][field] != nil {
                    guard case .computed(let expression) = entry.value else { continue }
                    values[offset][field]?.append(possible(expression))
                }
            }
        }
        return (heads, keys, values, determinedKeys.allSatisfy { $0 })
    }
}

/// What expressions see of a choice: keys and what the vocabularies fix for them.
private struct GroundEnvironment: FEELEnvironment {
    let ruleBase: RuleBase
    let layout: RowLayout
    var bound: [(variable: String, row: Int)] = []
    var reads: [CompiledExpression.Read] = []

    init(ruleBase: RuleBase, layout: RowLayout) {
        self.ruleBase = ruleBase
        self.layout = layout
    }

    func value(at slot: Int32) -> UncertainValue {
        guard case .member(let member) = reads[Int(slot)] else { return UncertainValue(.null) }
        return UncertainValue(value(of: member))
    }

    func value(of member: CompiledExpression.Member) -> FEELValue {
        guard let row = bound.last(where: { $0.variable == member.variable })?.row else { return .null }
        return value(at: member.field, ofRow: row, named: member.name)
    }

    func value(at field: Rule.FieldReference, ofRow row: Int, named name: String?) -> FEELValue {
        switch field {
        case .key(let index): layout.keys[row].key[index].exactValue ?? .null
        case .attribute(let attribute): layout.value(of: attribute, ofRow: row)?.set.exactValue ?? .null
        case .field: .null
        }
    }
}
