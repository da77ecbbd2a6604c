/// Finds all ways in which the conditions of a rule can be met, certainly or possibly.
///
/// Conditions are met from the top down, or from a changed fact outwards; facts are found by their key wherever a
/// constraint gives one exactly.
struct Matcher {
    let evaluator: FEELEvaluator
    private let network: Network
    private let index: Int
    private let ground: GroundRule?
    /// The current instance of a grounded rule; negative outside of one.
    private var choice = -1
    /// A bit per pattern of the instance: its fact certainly fits.
    private var fits: UInt64 = .max
    /// The instances still to verify, while the conditions are met that depend on none of them.
    private var choices: [Int32]?
    var scope: RuleScope
    /// The facts of the scope.
    let factTable: FactTable
    /// By condition, what met it.
    private var supports: [Justification.Support]
    /// By condition, the fact that a pattern is bound to.
    private var bound: [FactID]
    private var alternatives: [Alternatives] = []
    private(set) var found: [Derivation] = []
    /// The number of conclusions that the matcher may draw.
    private let budget: Int
    /// Diagnostics for rows of tables that hit together although their policy forbids it.
    private(set) var conflicts: [Diagnostic] = []
    /// The limit that was met; `found` is then a part of what could be concluded.
    private(set) var limit: SessionLimits.Kind?
    /// Conditions and facts that were tried.
    private(set) var steps = 0
    /// The number of these that the matcher may try.
    private let stepBudget: Int
    /// Treat bound facts as certain; the caller adds their certainty.
    let presumesFacts: Bool
    var memory: MatchMemory
    /// Limits the search to ways that rest on changed facts.
    private var restriction: Restriction?

    /// A conclusion with its justification, before it becomes a fact.
    struct Derivation {
        let template: Int
        /// Empty where the row is known.
        let key: [UncertainValue]
        /// The fixed row of the fact, where it is known beforehand.
        var row: FactID?
        let justification: Justification
        var alternatives: [Alternatives] = []
    }

    /// The facts of a condition that one fact is enough for.
    struct Alternatives: Equatable, Sendable {
        struct Member: Equatable, Sendable {
            let fact: FactID
            /// The fact surely fits, if it is there.
            let isSure: Bool
            /// What decides whether it fits.
            let origins: [InputID]
        }

        let position: Int
        let members: [Member]
    }

    /// How sure a condition is.
    struct Status {
        var isCertain = true
        var origins: [InputID] = []

        fileprivate mutating func open(_ more: [InputID]) {
            isCertain = false
            origins = InputID.merge(origins, more)
        }
    }

    /// - Parameter presumesFacts: take the facts that patterns are bound to as certain, so that what is found says how
    ///   sure each way is by itself; and keep the alternatives of a recursive stratum apart.
    init(
        _ rule: Int, _ scope: RuleScope, _ evaluator: FEELEvaluator, budget: Int = .max, steps: Int = .max,
        memory: consuming MatchMemory = MatchMemory(), presumesFacts: Bool = false
    ) {
        let network = scope.network
        self.memory = memory
        self.evaluator = evaluator
        self.network = network
        index = rule
        ground = network.grounds[rule].flatMap { ground in
            ground.templates.contains(where: scope.facts.hasUnfixed) ? nil : ground
        }
        self.budget = budget
        stepBudget = steps
        self.presumesFacts = presumesFacts
        factTable = scope.facts
        self.scope = scope
        self.scope.presumesFacts = presumesFacts
        let count = network.ruleBase.rules[rule].conditions.count
        supports = Array(filledWith: .absence(possible: []), count)
        bound = Array(filledWith: FactID(0), count)
    }

    // What the network holds of the rule is read where it lies, as a matcher mostly lives for a few facts only.
    var rule: Rule { _read { yield network.ruleBase.rules[index] } }
    private var plan: RulePlan { _read { yield network.rules[index] } }
    private var join: JoinPlan { _read { yield network.joins[index] } }

    mutating func run() {
        guard let ground else { return match(0, join.natural, Status()) }
        run(ground, Array(0..<Int32(ground.count)))
    }

    /// Verifies some instances of a grounded rule.
    private mutating func run(_ ground: GroundRule, _ choices: [Int32]) {
        guard choices.contains(where: { !factTable.quicklyRejects(ground, Int($0) * ground.width, memory.filters) })
        else {
            return
        }
        self.choices = choices
        match(0, ground.common, Status())
        self.choices = nil
    }

    private mutating func verify(_ choices: [Int32], _ status: Status) {
        guard let ground else { return }
        self.choices = nil
        for choice in choices { verify(Int(choice), ground, status) }
        self.choices = choices
    }

    /// Finds only the ways of which a pattern is bound to at least one of these facts; each once.
    ///
    /// - Parameter choices: of a rule that is written out, the choices that rest on the facts.
    mutating func run(through changed: [FactID], _ choices: [Int32]? = nil) {
        if let ground { return run(ground, choices ?? ground.choices(on: changed)) }
        let facts = Set(changed)
        var earlier: [Int] = []
        for position in join.patterns {
            guard let order = join.orders[position], let pattern = plan.patterns[position] else { continue }
            let given = changed.filter { admits($0, pattern) }
            guard !given.isEmpty else { continue }
            restriction = Restriction(given: given, earlier: earlier, changed: facts)
            match(0, order, Status())
            earlier.append(position)
        }
        restriction = nil
    }

    /// One pattern takes only changed facts, those before it only others, so that no way is found twice.
    private struct Restriction {
        let given: [FactID]
        let earlier: [Int]
        let changed: Set<FactID>

        func allows(_ fact: FactID, at position: Int) -> Bool { !earlier.contains(position) || !changed.contains(fact) }
    }

    /// Verifies that the facts of an instance are present and fit, and goes on to the other conditions.
    private mutating func verify(_ choice: Int, _ ground: GroundRule, _ common: Status) {
        guard limit == nil else { return }
        takeStep()
        let first = choice * ground.width
        guard !factTable.quicklyRejects(ground, first, memory.filters) else { return }
        for (pattern, ask) in ground.asks.enumerated() { scope.bind(ask.variable, .fact(ground.fact(first + pattern))) }
        defer { scope.unbind(ground.width) }
        var status = common
        var allFits = UInt64.max
        for (pattern, ask) in ground.asks.enumerated() {
            let id = ground.fact(first + pattern)
            var fits = true
            func open(_ origins: [InputID], _ status: inout Status) {
                fits = false
                status.open(origins)
            }
            if !ask.isRelation, !presumesFacts, !factTable.isCertain(id) { status.open(factTable.origins(of: id)) }
            for constraint in ask.constraints {
                let wanted = value(of: constraint.value)
                let given = scope.value(at: constraint.field, of: id)
                if let left = given.set.exactValue, let right = wanted.set.exactValue {
                    guard left.isEqual(right) == true else { return }
                    continue
                }
                guard given.set.overlaps(wanted.set) else { return }
                open(InputID.merge(given.origins, wanted.origins), &status)
            }
            if let filter = ask.filter {
                let (truth, origins) = memory.truth(of: filter, ask.filterNumber, id, in: scope, evaluator)
                guard truth.contains(.true) else { return }
                if truth != .true { open(origins, &status) }
            }
            bound[ground.patterns[pattern]] = id
            if !fits { allFits &= ~(1 << UInt64(pattern)) }
        }
        self.choice = choice
        fits = allFits
        match(0, ground.rest, status)
        self.choice = -1
    }

    private mutating func match(_ step: Int, _ order: JoinOrder, _ status: Status) {
        guard limit == nil else { return }
        takeStep()
        guard step < order.steps.count else {
            if let choices { verify(choices, status) } else { conclude(status) }
            return
        }
        let current = order.steps[step]
        let position = current.position
        var status = status
        switch rule.conditions[position] {
        case .test(let expression):
            let result = answer(expression)
            guard result.set.possiblyTrue else { return }
            if !result.set.certainlyTrue { status.open(result.origins) }
            meet(.test(result), step, order, status)
        case .pattern(let pattern): bind(pattern, step, order, status)
        case .exists(let pattern):
            let isAlternative = presumesFacts && join.alternatives.contains(position)
            let all = matches(pattern, plan.patterns[position], presumed: isAlternative)
            guard !all.isEmpty else { return }
            guard isAlternative else {
                let isCertain = all.contains { $0.1.isCertain }
                if !isCertain { for (_, sure) in all { status.open(sure.origins) } }
                meet(.existence(facts: all.map(\.0), isCertain: isCertain), step, order, status)
                return
            }
            alternatives.append(
                Alternatives(
                    position: position,
                    members: all.map { .init(fact: $0.0, isSure: $0.1.isCertain, origins: $0.1.origins) }))
            meet(.existence(facts: all.map(\.0), isCertain: true), step, order, status)
            alternatives.removeLast()
        case .absent(let pattern):
            let all = matches(pattern, plan.patterns[position])
            guard !all.contains(where: { $0.1.isCertain }) else { return }
            for (_, sure) in all { status.open(sure.origins) }
            meet(.absence(possible: all.map(\.0)), step, order, status)
        case .every(let pattern, let satisfies):
            var facts: [FactID] = []
            var isCertain = true
            for (id, sure) in matches(pattern, plan.patterns[position]) {
                facts.append(id)
                scope.bind(pattern.variable, .fact(id))
                let result = answer(satisfies)
                scope.unbind()
                if result.set.certainlyTrue { continue }
                if sure.isCertain, !result.set.possiblyTrue { return }
                isCertain = false
                status.open(InputID.merge(sure.origins, result.origins))
            }
            meet(.every(facts: facts, isCertain: isCertain), step, order, status)
        case .aggregate(let aggregate):
            let (value, facts) = self.value(of: aggregate, plan.patterns[position])
            scope.bind(aggregate.variable, .value(value))
            meet(.aggregate(value, facts: facts), step, order, status)
            scope.unbind()
        case .table(let table):
            let outcome = memory.outcome(of: table, in: scope, evaluator)
            if let conflict = outcome.conflict, status.isCertain, isSure(above: position) { note(conflict, of: table) }
            guard let value = outcome.result.withoutNull else { return }
            let isCertain = !outcome.result.set.possiblyNull
            if !isCertain { status.open(outcome.result.origins) }
            scope.bind(table.variable, .value(value))
            meet(.table(value, isCertain: isCertain, rows: outcome.rows), step, order, status)
            scope.unbind()
        }
    }

    /// Goes through the facts that a pattern can be bound to.
    private mutating func bind(_ pattern: Rule.Pattern, _ step: Int, _ order: JoinOrder, _ status: Status) {
        let position = order.steps[step].position
        let facts: [FactID]
        switch order.steps[step].access {
        case .matched:
            for (id, sure) in matches(pattern, plan.patterns[position], presumed: true) {
                if limit != nil { return }
                if let restriction, !restriction.allows(id, at: position) { continue }
                var status = status
                if !sure.isCertain { status.open(sure.origins) }
                openWherePossible(id, &status)
                bound[position] = id
                supports[position] = .fact(id, fits: sure.isCertain)
                scope.bind(pattern.variable, .fact(id))
                checkDelayedPatterns(order.steps[step].completes[...], step, order, status)
                scope.unbind()
            }
            return
        case .given: facts = restriction?.given ?? []
        case .sought(let key, let other, let source):
            let wanted = scope.value(at: source, of: bound[other])
            facts =
                (wanted.exactValue.map { factTable.matching(template: pattern.template, field: key, value: $0) }
                ?? factTable.all(of: pattern.template))
                .filter { restriction?.allows($0, at: position) ?? true }
        }
        for id in facts {
            if limit != nil { return }
            bound[position] = id
            scope.bind(pattern.variable, .fact(id))
            checkDelayedPatterns(order.steps[step].completes[...], step, order, status)
            scope.unbind()
        }
    }

    /// Checks the constraints of patterns that were bound before the values they read, and goes on to the next step.
    private mutating func checkDelayedPatterns(
        _ waiting: ArraySlice<Int>, _ step: Int, _ order: JoinOrder, _ status: Status
    ) {
        var status = status
        for position in waiting {
            guard let pattern = rule.conditions[position].pattern,
                let sure = sureness(of: bound[position], pattern, plan.patterns[position])
            else { return }
            if !sure.isCertain { status.open(sure.origins) }
            openWherePossible(bound[position], &status)
            supports[position] = .fact(bound[position], fits: sure.isCertain)
        }
        match(step + 1, order, status)
    }

    /// Opens the status when a fact is only possibly present and facts are not presumed.
    private func openWherePossible(_ id: FactID, _ status: inout Status) {
        if !presumesFacts, !factTable.isCertain(id) { status.open(factTable.origins(of: id)) }
    }

    /// How sure it is that a bound fact fits its pattern once it is there; `nil` when it does not.
    private mutating func sureness(of id: FactID, _ pattern: Rule.Pattern, _ plan: PatternPlan?) -> Status? {
        guard let plan, admits(id, plan) else { return nil }
        if plan.isDecided, plan.rows != nil, factTable.isFixed(id) { return Status() }
        // The variable stays bound to the same fact while the filter is tried.
        return tried([id], pattern, plan, presumed: true).first?.1
    }

    /// Whether the facts that are presumed by the conditions above one are certain.
    private func isSure(above position: Int) -> Bool {
        guard presumesFacts else { return true }
        return join.patterns.allSatisfy { $0 >= position || factTable.isCertain(bound[$0]) }
            && alternatives.allSatisfy { $0.members.contains { $0.isSure && factTable.isCertain($0.fact) } }
    }

    private mutating func note(_ conflict: DecisionTable.Conflict, of table: Rule.Table) {
        let found = TableConflict(rule: rule, table: table, conflict: conflict).diagnostic
        if !conflicts.contains(found) { conflicts.append(found) }
    }

    private mutating func meet(_ support: Justification.Support, _ step: Int, _ order: JoinOrder, _ status: Status) {
        supports[order.steps[step].position] = support
        checkDelayedPatterns(order.steps[step].completes[...], step, order, status)
    }

    private mutating func takeStep() {
        steps += 1
        if steps > stepBudget { limit = .steps }
    }

    /// The same, from memory where the expression gave it before for the same values.
    mutating func answer(_ expression: RuleExpression) -> UncertainValue {
        memory.answer(expression, in: scope, evaluator)
    }

    func evaluate(_ expression: RuleExpression) -> UncertainValue {
        if let read = expression.code.soleRead { return scope.value(at: read) }
        return evaluator.evaluate(expression, in: scope).result
    }

    /// The facts that match a pattern or may, with how sure that is, in the order of their keys.
    ///
    /// - Parameter presumed: take the facts as certain.
    /// - Parameter inKeyOrder: give facts with fixed rows by their keys too, not in the order of the vocabulary.
    mutating func matches(
        _ pattern: Rule.Pattern, _ plan: PatternPlan?, presumed: Bool = false, inKeyOrder: Bool = false
    ) -> [(FactID, Status)] {
        var result: [(FactID, Status)] = []
        if let plan, plan.isDecided, let rows = inKeyOrder ? plan.rowsInKeyOrder : plan.rows {
            for row in rows where factTable.isPresent(FactID(row)) {
                result.append((FactID(row), presence(of: FactID(row), presumed)))
            }
            let unfixed = factTable.unfixed(of: pattern.template)
            if !unfixed.isEmpty { result += tried(unfixed, pattern, plan, presumed: presumed) }
            return result
        }
        return tried(nil, pattern, plan, presumed: presumed, inKeyOrder: inKeyOrder)
    }

    /// Whether a fact is there and can match a pattern, as far as that is fixed before any run.
    private func admits(_ id: FactID, _ plan: PatternPlan) -> Bool {
        let isThere = factTable.isPresent(id) && factTable.template(of: id) == plan.template
        return isThere && plan.admits(id.index, isFixed: factTable.isFixed(id))
    }

    /// How sure it is that a fact is there.
    func presence(of id: FactID, _ presumed: Bool) -> Status {
        presumed ? Status() : Status(isCertain: factTable.isCertain(id), origins: factTable.origins(of: id))
    }

    /// The facts out of some that match a pattern or may.
    ///
    /// - Parameter candidates: `nil` for all that can match.
    mutating func tried(
        _ candidates: [FactID]?, _ pattern: Rule.Pattern, _ plan: PatternPlan?, presumed: Bool, inKeyOrder: Bool = false
    ) -> [(FactID, Status)] {
        var operands: [(Rule.FieldReference, UncertainValue)] = []
        for constraint in pattern.constraints {
            switch constraint.value {
            case .literal(let value): operands.append((constraint.field, UncertainValue(value)))
            case .computed(let expression): operands.append((constraint.field, answer(expression)))
            }
        }
        var result: [(FactID, Status)] = []
        let (filter, number, variable) = (pattern.filter, plan?.filter, pattern.variable)
        let all = candidates ?? self.candidates(pattern.template, operands, plan, inKeyOrder)
        result.reserveCapacity(all.count)
        for id in all {
            takeStep()
            if limit != nil { break }
            guard var status = status(of: id, operands, presumed) else { continue }
            if let filter {
                scope.bind(variable, .fact(id))
                let (truth, origins) = memory.truth(of: filter, number, id, in: scope, evaluator)
                scope.unbind()
                guard truth.contains(.true) else { continue }
                if truth != .true { status.open(origins) }
            }
            result.append((id, status))
        }
        return result
    }

    /// How sure it is that a fact is there and has the values that are asked; `nil` when it has not.
    private func status(of id: FactID, _ operands: [(Rule.FieldReference, UncertainValue)], _ presumed: Bool) -> Status?
    {
        var status = presence(of: id, presumed)
        for (field, operand) in operands {
            let value = scope.value(at: field, of: id)
            if let left = value.set.exactValue, let right = operand.set.exactValue {
                guard left.isEqual(right) == true else { return nil }
                continue
            }
            guard value.set.overlaps(operand.set) else { return nil }
            status.open(InputID.merge(value.origins, operand.origins))
        }
        return status
    }

    func candidates(
        _ template: Int, _ operands: [(Rule.FieldReference, UncertainValue)], _ plan: PatternPlan?, _ inKeyOrder: Bool
    ) -> [FactID] {
        let keys = operands.compactMap { field, operand -> (field: Int, value: FEELValue)? in
            guard case .key(let key) = field, let value = operand.set.exactValue else { return nil }
            return (key, value)
        }
        if !keys.isEmpty { return factTable.matching(template: template, keys) }
        guard let rows = inKeyOrder ? plan?.rowsInKeyOrder : plan?.rows else { return factTable.all(of: template) }
        let fixed = rows.compactMap { factTable.isPresent(FactID($0)) ? FactID($0) : nil }
        return fixed + factTable.unfixed(of: template)
    }

    private mutating func conclude(_ status: Status) {
        for conclusion in rule.conclusions.indices {
            guard found.count < budget else {
                limit = .firings
                return
            }
            let values = values(ofConclusion: conclusion)
            let justification = Justification(
                rule: index, conclusion: conclusion, grounds: grounds, values: values, isCertain: status.isCertain,
                origins: status.isCertain ? [] : status.origins)
            var head = -1
            var key: [UncertainValue] = []
            var isKnown = false
            if choice >= 0, let ground {
                head = Int(ground.heads[choice * ground.headCount + conclusion])
                isKnown = head >= 0 || !ground.keys[choice * ground.headCount + conclusion].isEmpty
            }
            if !isKnown { for operand in rule.conclusions[conclusion].key { key.append(value(of: operand)) } }
            found.append(
                Derivation(
                    template: rule.conclusions[conclusion].template, key: key, row: head < 0 ? nil : FactID(head),
                    justification: justification, alternatives: alternatives))
        }
    }

    /// What met the conditions.
    private var grounds: Justification.Grounds {
        guard choice >= 0, let ground else { return .supports(supports) }
        return .choice(Int32(choice), of: ground, fits: fits, rest: ground.others.map { supports[$0] })
    }

    /// What a conclusion gives for its fields.
    private mutating func values(ofConclusion conclusion: Int) -> [UncertainValue] {
        let fields = rule.conclusions[conclusion].fields
        if fields.isEmpty { return [] }
        let determined = choice < 0 ? nil : ground?.values[conclusion]
        var result: [UncertainValue] = []
        result.reserveCapacity(fields.count)
        for field in fields.indices {
            if let known = determined?[field] {
                result.append(known[choice])
            } else {
                switch fields[field].value {
                case .literal(let value): result.append(UncertainValue(value))
                case .computed(let expression): result.append(answer(expression))
                }
            }
        }
        return result
    }

    mutating func value(of operand: Rule.Operand) -> UncertainValue {
        switch operand {
        case .literal(let value): UncertainValue(value)
        case .computed(let expression): answer(expression)
        }
    }
}
