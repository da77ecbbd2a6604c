import RuleEngine

/// The judge of the join network: a production system that tries all facts in nested loops, every time anew, with the
/// evaluator on plain values.
struct NaiveProductionEngine {
    let set: ProductionSet
    private(set) var facts: [ProductionFact] = []
    private(set) var isHalted = false
    private var nextID = 1
    /// What fired and still matches.
    private var fired: Set<ProductionFiring> = []

    init(_ set: ProductionSet) {
        self.set = set
        for fact in set.facts { add(set.templates[fact.template], fact.values) }
        forget()
    }

    // MARK: Working memory

    mutating func assert(_ template: String, _ fields: FEELContext) {
        guard let template = set.templates.first(where: { $0.name == template }) else { return }
        add(template, template.fields.map { fields[$0.name] ?? .null })
        forget()
    }

    mutating func retract(_ id: Int) {
        facts.removeAll { $0.id == id }
        forget()
    }

    /// All that matches the facts as they are.
    private var matches: [Match] = []

    private mutating func add(_ template: Template, _ values: [FEELValue]) {
        let fields = FEELContext(zip(template.fields, values).map { .init(key: $0.name, value: $1) })
        guard !facts.contains(where: { $0.template == template.name && $0.fields == fields }) else { return }
        facts.append(ProductionFact(id: nextID, template: template.name, fields: fields))
        nextID += 1
    }

    /// What no longer matches may fire again when it does.
    private mutating func forget() {
        matches = allMatches
        fired.formIntersection(matches.map { firing($0) })
    }

    // MARK: Firing

    private struct Match {
        let rule: ProductionRule
        let facts: [ProductionFact]
        let names: [String: UncertainValue]
    }

    private func firing(_ match: Match) -> ProductionFiring {
        ProductionFiring(rule: match.rule.name, facts: match.facts.map(\.id))
    }

    /// All that may fire, best first.
    private var agenda: [Match] {
        matches.filter { !fired.contains(firing($0)) }.sorted { left, right in
            if left.rule.salience != right.rule.salience { return left.rule.salience > right.rule.salience }
            let (one, other) = (left.facts.map(\.id).sorted(by: >), right.facts.map(\.id).sorted(by: >))
            for (newer, older) in zip(one, other) where newer != older { return newer > older }
            if one.count != other.count { return one.count > other.count }
            if left.rule.name != right.rule.name { return left.rule.name < right.rule.name }
            return left.facts.map(\.id).lexicographicallyPrecedes(right.facts.map(\.id))
        }
    }

    var conflictSet: [ProductionFiring] { agenda.map { firing($0) } }

    mutating func step() -> ProductionFiring? {
        guard !isHalted, let match = agenda.first else { return nil }
        fired.insert(firing(match))
        var names = match.names
        for action in match.rule.actions {
            switch action {
            case .bind(let name, let expression): names[name] = UncertainValue(value(expression, names))
            case .assert(let template, let fields):
                add(set.templates[template], values(fields, on: nil, set.templates[template], names))
            case .modify(let variable, let fields):
                guard let fact = bound(variable, match), facts.contains(fact),
                    let template = set.templates.first(where: { $0.name == fact.template })
                else { continue }
                let changed = values(fields, on: fact, template, names)
                facts.removeAll { $0.id == fact.id }
                add(template, changed)
            case .retract(let variable):
                if let fact = bound(variable, match) { facts.removeAll { $0.id == fact.id } }
            case .halt: isHalted = true
            }
        }
        forget()
        return firing(match)
    }

    private func bound(_ variable: String, _ match: Match) -> ProductionFact? {
        let variables = match.rule.conditions.compactMap { condition -> String? in
            if case .pattern(let pattern) = condition { pattern.variable } else { nil }
        }
        return variables.firstIndex(of: variable).map { match.facts[$0] }
    }

    private func values(
        _ fields: [ProductionRule.Assignment], on fact: ProductionFact?, _ template: Template,
        _ names: [String: UncertainValue]
    ) -> [FEELValue] {
        template.fields.enumerated().map { place, field in
            guard let assignment = fields.first(where: { $0.field == place }) else { return fact?[field.name] ?? .null }
            return value(assignment.value, names)
        }
    }

    // MARK: Matching

    private var allMatches: [Match] {
        self.set.rules.flatMap { rule in
            var found: [Match] = [Match(rule: rule, facts: [], names: [:])]
            for condition in rule.conditions { found = found.flatMap { extend($0, condition) } }
            return found
        }
    }

    private func extend(_ match: Match, _ condition: Rule.Condition) -> [Match] {
        switch condition {
        case .test(let expression): isTrue(expression, match.names) ? [match] : []
        case .pattern(let pattern):
            candidates(pattern, match.names).map { fact, names in
                Match(rule: match.rule, facts: match.facts + [fact], names: names)
            }
        case .absent(let pattern): candidates(pattern, match.names).isEmpty ? [match] : []
        case .exists(let pattern): candidates(pattern, match.names).isEmpty ? [] : [match]
        case .every(let pattern, let satisfies):
            candidates(pattern, match.names).allSatisfy { isTrue(satisfies, $0.1) } ? [match] : []
        case .aggregate, .table: []
        }
    }

    private func candidates(
        _ pattern: Rule.Pattern, _ names: [String: UncertainValue]
    ) -> [(ProductionFact, [String: UncertainValue])] {
        let template = set.templates[pattern.template]
        return facts.filter { $0.template == template.name }.compactMap { fact in
            for constraint in pattern.constraints {
                guard case .field(let field) = constraint.field,
                    fact[template.fields[field].name]?.isEqual(value(constraint.value, names)) == true
                else { return nil }
            }
            var inside = names
            inside[pattern.variable] = UncertainValue(.context(fact.fields))
            if let filter = pattern.filter, !isTrue(filter, inside) { return nil }
            return (fact, inside)
        }
    }

    private func isTrue(_ expression: RuleExpression, _ names: [String: UncertainValue]) -> Bool {
        value(expression, names) == .boolean(true)
    }

    private func value(_ operand: Rule.Operand, _ names: [String: UncertainValue]) -> FEELValue {
        switch operand {
        case .literal(let value): value
        case .computed(let expression): value(expression, names)
        }
    }

    private func value(_ expression: RuleExpression, _ names: [String: UncertainValue]) -> FEELValue {
        let outcome = FEELEvaluator().evaluate(expression.expression, in: FEELDictionaryScope(names))
        if case .exactly(let value) = outcome.result.set { return value }
        return .null
    }
}
