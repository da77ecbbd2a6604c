/// Finds all ways in which the conditions of a rule can be met, certainly or possibly.
///
/// Conditions are met from the top down; facts are found by their key wherever a constraint gives one exactly.
struct Matcher {
    let evaluator: FEELEvaluator
    let rule: Rule
    private let index: Int
    private let plan: RulePlan
    var scope: RuleScope
    private var supports: [Justification.Support] = []
    private(set) var found: [Derivation] = []
    /// The number of conclusions that the matcher may draw.
    private let budget: Int
    /// Rows of tables that hit together although they may not.
    private(set) var conflicts: [Diagnostic] = []
    /// More could be concluded than the budget allows; `found` is a part of it.
    private(set) var isExhausted = false

    /// A conclusion with its justification, before it becomes a fact.
    struct Derivation {
        let template: Int
        let key: [Possible]
        let justification: Justification
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

    init(session: Session, rule: Int, budget: Int = .max) {
        evaluator = session.evaluator
        self.rule = session.ruleBase.rules[rule]
        index = rule
        plan = session.network.rules[rule]
        self.budget = budget
        scope = session.scope
    }

    mutating func run() { match(0, Status()) }

    /// Finds only the ways that rest on at least one of these facts; each once.
    mutating func run(through changed: Set<FactID>) {
        let reads = rule.conditions.indices.filter { position in
            guard let pattern = rule.conditions[position].pattern else { return false }
            return changed.contains { scope.facts[$0].template == pattern.template }
        }
        // A condition over several facts can change by any of them.
        let isJoin = reads.allSatisfy { if case .pattern = rule.conditions[$0] { true } else { false } }
        guard isJoin else { return run() }
        for position in reads {
            restriction = Restriction(position: position, earlier: reads.prefix { $0 < position }, changed: changed)
            match(0, Status())
        }
        restriction = nil
    }

    /// The pattern at a position takes only changed facts, those before it only others, so that no way is found twice.
    private struct Restriction {
        let position: Int
        let earlier: ArraySlice<Int>
        let changed: Set<FactID>

        func allows(_ fact: FactID, at place: Int) -> Bool {
            if place == position { return changed.contains(fact) }
            return place > position || !earlier.contains(place) || !changed.contains(fact)
        }
    }

    private var restriction: Restriction?

    private mutating func match(_ position: Int, _ status: Status) {
        guard !isExhausted else { return }
        guard position < rule.conditions.count else {
            conclude(status)
            return
        }
        var status = status
        switch rule.conditions[position] {
        case .test(let expression):
            let result = evaluate(expression)
            guard result.set.possiblyTrue else { return }
            if !result.set.certainlyTrue { status.open(result.origins) }
            meet(.test(result), position, status)
        case .pattern(let pattern):
            for (id, sure) in matches(pattern, plan.patterns[position]) {
                if isExhausted { return }
                if let restriction, !restriction.allows(id, at: position) { continue }
                var status = status
                if !sure.isCertain { status.open(sure.origins) }
                scope.bind(pattern.variable, .fact(id))
                meet(.fact(id, isCertain: sure.isCertain), position, status)
                scope.unbind()
            }
        case .exists(let pattern):
            let all = matches(pattern, plan.patterns[position])
            guard !all.isEmpty else { return }
            let isCertain = all.contains { $0.1.isCertain }
            if !isCertain { for (_, sure) in all { status.open(sure.origins) } }
            meet(.existence(facts: all.map(\.0), isCertain: isCertain), position, status)
        case .absent(let pattern):
            let all = matches(pattern, plan.patterns[position])
            guard !all.contains(where: { $0.1.isCertain }) else { return }
            for (_, sure) in all { status.open(sure.origins) }
            meet(.absence(possible: all.map(\.0)), position, status)
        case .every(let pattern, let satisfies):
            var facts: [FactID] = []
            var isCertain = true
            for (id, sure) in matches(pattern, plan.patterns[position]) {
                facts.append(id)
                scope.bind(pattern.variable, .fact(id))
                let result = evaluate(satisfies)
                scope.unbind()
                if result.set.certainlyTrue { continue }
                if sure.isCertain, !result.set.possiblyTrue { return }
                isCertain = false
                status.open(InputID.merge(sure.origins, result.origins))
            }
            meet(.every(facts: facts, isCertain: isCertain), position, status)
        case .aggregate(let aggregate):
            let (value, facts) = self.value(of: aggregate, plan.patterns[position])
            scope.bind(aggregate.variable, .value(value))
            meet(.aggregate(value, facts: facts), position, status)
            scope.unbind()
        case .table(let table):
            let outcome = evaluator.evaluate(table.decision, in: scope)
            if let conflict = outcome.conflict, status.isCertain { note(conflict, of: table) }
            guard let value = outcome.result.withoutNull else { return }
            let isCertain = !outcome.result.set.possiblyNull
            if !isCertain { status.open(outcome.result.origins) }
            scope.bind(table.variable, .value(value))
            meet(.table(value, isCertain: isCertain, rows: outcome.verdicts), position, status)
            scope.unbind()
        }
    }

    private mutating func note(_ conflict: DecisionTable.Conflict, of table: Rule.Table) {
        let found = TableConflict(rule: rule, table: table, conflict: conflict).diagnostic
        if !conflicts.contains(found) { conflicts.append(found) }
    }

    private mutating func meet(_ support: Justification.Support, _ position: Int, _ status: Status) {
        supports.append(support)
        match(position + 1, status)
        supports.removeLast()
    }

    func evaluate(_ expression: RuleExpression) -> Possible {
        evaluator.evaluate(expression, in: scope).result
    }

    /// The facts that match a pattern or may, with how sure that is, in the order of their keys.
    mutating func matches(_ pattern: Rule.Pattern, _ plan: PatternPlan?) -> [(FactID, Status)] {
        var result: [(FactID, Status)] = []
        if let plan, plan.isDecided, let rows = plan.rows {
            for row in rows where scope.facts.isPresent(FactID(row)) {
                let fact = scope.facts[FactID(row)]
                result.append((FactID(row), Status(isCertain: fact.isCertain, origins: fact.origins)))
            }
            let unfixed = scope.facts.unfixed(of: pattern.template)
            if !unfixed.isEmpty { result += tried(unfixed, pattern) }
            return result
        }
        return tried(nil, pattern, plan)
    }

    /// The facts out of some that match a pattern or may.
    ///
    /// - Parameter candidates: `nil` for all that can match.
    private mutating func tried(
        _ candidates: [FactID]?, _ pattern: Rule.Pattern, _ plan: PatternPlan? = nil
    ) -> [(FactID, Status)] {
        var operands: [(Rule.FieldPlace, Possible)] = []
        for constraint in pattern.constraints {
            switch constraint.value {
            case .literal(let value): operands.append((constraint.place, Possible(value)))
            case .computed(let expression): operands.append((constraint.place, evaluate(expression)))
            }
        }
        var result: [(FactID, Status)] = []
        for id in candidates ?? self.candidates(pattern.template, operands, plan) {
            guard var status = status(of: id, operands) else { continue }
            if let filter = pattern.filter {
                scope.bind(pattern.variable, .fact(id))
                let truth = evaluate(filter)
                scope.unbind()
                guard truth.set.possiblyTrue else { continue }
                if !truth.set.certainlyTrue { status.open(truth.origins) }
            }
            result.append((id, status))
        }
        return result
    }

    /// How sure it is that a fact is there and has the values that are asked; `nil` when it has not.
    private func status(of id: FactID, _ operands: [(Rule.FieldPlace, Possible)]) -> Status? {
        let fact = scope.facts[id]
        var status = Status(isCertain: fact.isCertain, origins: fact.origins)
        for (place, operand) in operands {
            let value = scope.value(at: place, of: fact)
            if let left = value.set.exactValue, let right = operand.set.exactValue {
                guard left.isEqual(right) == true else { return nil }
                continue
            }
            guard value.set.overlaps(operand.set) else { return nil }
            status.open(InputID.merge(value.origins, operand.origins))
        }
        return status
    }

    private func candidates(
        _ template: Int, _ operands: [(Rule.FieldPlace, Possible)], _ plan: PatternPlan?
    ) -> [FactID] {
        for case (.key(let field), let operand) in operands {
            guard let value = operand.set.exactValue else { continue }
            return scope.facts.matching(template: template, field: field, value: value)
        }
        guard let rows = plan?.rows else { return scope.facts.all(of: template) }
        let fixed = rows.compactMap { scope.facts.isPresent(FactID($0)) ? FactID($0) : nil }
        return fixed + scope.facts.unfixed(of: template)
    }

    /// The value of an aggregate over the facts that match, and those facts.
    mutating func value(of aggregate: Rule.Aggregate, _ plan: PatternPlan?) -> (Possible, [FactID]) {
        var members: [UncertainList.Member] = []
        var isOpen = false
        var origins: [InputID] = []
        var facts: [FactID] = []
        for (id, sure) in matches(aggregate.pattern, plan).sorted(by: { self.scope.facts.precedes($0.0, $1.0) }) {
            facts.append(id)
            if !sure.isCertain { origins = InputID.merge(origins, sure.origins) }
            if scope.facts[id].isAnonymous {
                isOpen = true
                continue
            }
            scope.bind(aggregate.pattern.variable, .fact(id))
            let value: Possible
            if let of = aggregate.of {
                value = evaluate(of)
            } else if aggregate.function == .count {
                // What is counted plays no part.
                value = Possible(.null)
            } else {
                value = scope.value(of: aggregate.pattern.variable) ?? Possible(.null)
            }
            scope.unbind()
            origins = InputID.merge(origins, value.origins)
            members.append(UncertainList.Member(value.set, certain: sure.isCertain))
        }
        if aggregate.distinct, !isOpen, members.allSatisfy({ $0.certain && $0.value.isExact }) {
            var seen: Set<FEELValue> = []
            members = members.filter { member in member.value.exactValue.map { seen.insert($0).inserted } ?? true }
        }
        if aggregate.function == .sum { members.append(UncertainList.Member(.exactly(.number(0)), certain: true)) }
        let list: ValueSet =
            if !isOpen, members.allSatisfy({ $0.certain && $0.value.isExact }) {
                .exactly(.list(members.compactMap(\.value.exactValue)))
            } else {
                .list(UncertainList(members: members, open: isOpen, distinct: aggregate.distinct, unordered: true))
            }
        let collected = Possible(list, from: [Possible(.anything, origins: origins)])
        guard aggregate.function != .collect else { return (collected, facts) }
        let scope = FEELDictionaryScope(["list": collected])
        let name = aggregate.function.rawValue
        let call = FEELExpression(
            .call(
                FEELExpression(.name(name), range: 0..<0),
                .positional([FEELExpression(.name("list"), range: 0..<0)])), range: 0..<0)
        return (evaluator.evaluate(call, in: scope).result, facts)
    }

    private mutating func conclude(_ status: Status) {
        for (place, conclusion) in rule.conclusions.enumerated() {
            guard found.count < budget else {
                isExhausted = true
                return
            }
            let justification = Justification(
                rule: index, conclusion: place, supports: supports,
                values: conclusion.fields.map { value(of: $0.value) }, isCertain: status.isCertain,
                origins: status.isCertain ? [] : status.origins)
            found.append(
                Derivation(
                    template: conclusion.template, key: conclusion.key.map { value(of: $0) },
                    justification: justification))
        }
    }

    private func value(of operand: Rule.Operand) -> Possible {
        switch operand {
        case .literal(let value): Possible(value)
        case .computed(let expression): evaluate(expression)
        }
    }
}
