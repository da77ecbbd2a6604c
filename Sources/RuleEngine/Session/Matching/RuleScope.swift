/// What an expression of a rule sees: the variables bound so far, parameters on the day of the analysis, the record.
struct RuleScope: FEELScope {
    enum Binding: Sendable {
        case fact(FactID)
        case value(UncertainValue)
    }

    private let world: World
    /// Whoever reads the scope accounts for the facts themselves: a key that is not exact does not wait for its fact.
    var presumesFacts = false
    /// Innermost last.
    private(set) var variables: [Variable] = []

    /// A name that a condition bound.
    typealias Variable = (name: String, binding: Binding)

    /// What does not change while a rule is matched: behind one reference, as a scope is handed on with each
    /// expression.
    private final class World: Sendable {
        let network: Network
        let facts: FactTable
        let slots: [UncertainValue]
        let date: FEELDate

        init(network: Network, facts: FactTable, slots: [UncertainValue], date: FEELDate) {
            self.network = network
            self.facts = facts
            self.slots = slots
            self.date = date
        }
    }

    init(network: Network, facts: FactTable, slots: [UncertainValue], date: FEELDate) {
        world = World(network: network, facts: facts, slots: slots, date: date)
    }

    var network: Network { world.network }
    var facts: FactTable { _read { yield world.facts } }
    /// What is known of each slot of the record, in its order.
    var slots: [UncertainValue] { _read { yield world.slots } }
    var date: FEELDate { world.date }
    /// All parameters have a value on the day. Where one has not, it is an unknown input that memories of answers do not
    /// reckon with: they take a parameter for one value.
    var knowsParameters: Bool { network.parametersBegin.map { $0 <= date } ?? true }

    /// The same with other variables.
    func seeing(_ variables: [Variable]) -> RuleScope {
        var scope = self
        scope.variables = variables
        return scope
    }

    mutating func bind(_ name: String, _ binding: Binding) { variables.append((name, binding)) }
    mutating func unbind(_ count: Int = 1) { variables.removeLast(count) }

    func value(of name: String) -> UncertainValue? {
        if let binding = binding(name) {
            switch binding {
            case .value(let value): return value
            case .fact(let id): return value(of: facts[id])
            }
        }
        if let parameter = network.ruleBase.parameterIndex(name) {
            return network.value(ofParameter: parameter, on: date)
        }
        return network.ruleBase.record.index(of: .init(name: name)).map { slots[$0] }
    }

    func value(of name: String, member: String) -> UncertainValue? {
        if case .fact(let id) = binding(name) { return value(of: member, in: facts[id]) }
        guard binding(name) == nil else { return nil }
        return network.ruleBase.record.index(of: .init(context: name, name: member)).map { slots[$0] }
    }

    private func binding(_ name: String) -> Binding? { variables.last { $0.name == name }?.binding }

    // MARK: By place

    func value(at read: CompiledExpression.Read) -> UncertainValue {
        switch read {
        case .slot(let index): slots[index]
        case .parameter(let index): network.value(ofParameter: index, on: date)
        case .variable(let name): value(of: name) ?? UncertainValue(.null)
        case .member(let member):
            switch binding(member.variable) {
            case .fact(let id): value(at: member.field, of: id)
            case .value(let value):
                UncertainValue(value.set.entry(named: member.name).value ?? .exactly(.null), from: [value])
            case nil: UncertainValue(.null)
            }
        }
    }

    /// The same as for a whole fact, without taking hold of it.
    func value(at field: Rule.FieldReference, of id: FactID) -> UncertainValue {
        switch field {
        case .key(let index):
            let set = facts.key(index, of: id)
            return UncertainValue(set, origins: set.isExact || presumesFacts ? [] : facts.origins(of: id))
        case .field(let index): return facts.field(index, of: id)
        case .attribute(let name):
            if facts.isFixed(id), let value = network.rows.value(of: name, ofRow: id.index) { return value }
            return value(of: name, in: facts[id]) ?? UncertainValue(.null)
        }
    }

    func value(at field: Rule.FieldReference, of fact: Fact) -> UncertainValue {
        switch field {
        case .key(let index):
            UncertainValue(fact.key[index], origins: fact.key[index].isExact ? [] : presence(of: fact))
        case .field(let index): fact.fields[index]
        case .attribute(let name): value(of: name, in: fact) ?? UncertainValue(.null)
        }
    }

    /// A field of a fact, or what the vocabulary fixes for its code.
    func value(of member: String, in fact: Fact) -> UncertainValue? {
        let template = network.ruleBase.templates[fact.template]
        if let index = template.keyIndex(of: member) { return value(at: .key(index), of: fact) }
        if let index = template.fieldIndex(of: member) { return fact.fields[index] }
        if let code = network.ruleBase.code(of: fact.template, key: fact.key) {
            return UncertainValue(code.value(member) ?? .null)
        }
        return UncertainValue(.anything, origins: presence(of: fact))
    }

    /// The origins of the question whether the fact is there.
    private func presence(of fact: Fact) -> [InputID] { presumesFacts ? [] : fact.origins }

    /// The whole fact as a context.
    private func value(of fact: Fact) -> UncertainValue {
        let template = network.ruleBase.templates[fact.template]
        var entries: [ValueSet.Entry] = []
        for (field, value) in zip(template.key, fact.key) {
            entries.append(ValueSet.Entry(key: field.name, value: value))
        }
        for (field, value) in zip(template.fields, fact.fields) {
            entries.append(ValueSet.Entry(key: field.name, value: value.set))
        }
        return UncertainValue(
            ValueSet(entries: entries), from: fact.fields + [UncertainValue(.anything, origins: presence(of: fact))])
    }
}

/// What a piece of code reads of a scope.
private struct RuleEnvironment: FEELEnvironment {
    let scope: RuleScope
    let reads: [CompiledExpression.Read]

    func value(at slot: Int32) -> UncertainValue { scope.value(at: reads[Int(slot)]) }
}

extension FEELEvaluator {
    /// Runs an expression of a rule on what the rule sees.
    func evaluate(_ expression: RuleExpression, in scope: RuleScope) -> FEELOutcome {
        evaluate(expression.code.code, in: RuleEnvironment(scope: scope, reads: expression.code.reads))
    }

    /// What a part of an expression of a rule is worth on what the rule sees, by the code that the rule has.
    ///
    /// - Returns: `nil` for a part that has no code of its own.
    func value(of part: FEELExpression, in expression: RuleExpression, _ scope: RuleScope) -> ValueSet? {
        expression.code.code.part(part).map { code in
            evaluate(code, in: RuleEnvironment(scope: scope, reads: expression.code.reads)).result.set
        }
    }

    /// Runs a table of a rule on what the rule sees.
    func evaluate(_ table: Rule.Table, in scope: RuleScope) -> DecisionTable.Outcome {
        evaluate(table.code.code, in: RuleEnvironment(scope: scope, reads: table.code.reads))
    }
}
