/// What the numbered cells of a network stand for, in words of the rules.
struct CellNames {
    private let names: [String]

    init(_ network: Network) {
        let ruleBase = network.ruleBase
        var names = ruleBase.record.slots.map(\.path) + ruleBase.parameters.map(\.name)
        names += network.places.constants.map { $0?.exactValue?.literal ?? "" }
        // A register holds what a rule counts; the rule names it.
        for (rule, plan) in zip(ruleBase.rules, network.rules) {
            for (condition, step) in zip(rule.conditions, plan.steps ?? []) {
                if case (.aggregate(let aggregate), .count(_, let register)) = (condition, step) {
                    names[Int(register)] = aggregate.variable
                }
            }
        }
        self.names = names
    }

    subscript(place: Int32) -> String { names[Int(place)] }
}

extension ScalarTest {
    /// The condition in FEEL, as it is tried: `>` and `>=` are turned round, `between` is two comparisons.
    func text(_ names: CellNames) -> String { text(Int32(nodes.count - 1), names) }

    /// Each comparison that is part of the condition.
    func comparisons(_ names: CellNames) -> [String] {
        nodes.indices.compactMap { place in
            if case .compare = nodes[place] { text(Int32(place), names) } else { nil }
        }
    }

    private func text(_ node: Int32, _ names: CellNames) -> String {
        switch nodes[Int(node)] {
        case .compare(let relation, let left, let right):
            return "\(text(left, names)) \(relation.sign) \(text(right, names))"
        case .cell(let place): return names[place]
        case .not(let part): return "not(\(text(part, names)))"
        case .and(let left, let right): return "(\(text(left, names)) and \(text(right, names)))"
        case .or(let left, let right): return "(\(text(left, names)) or \(text(right, names)))"
        }
    }

    private func text(_ term: Term, _ names: CellNames) -> String {
        term.factor < 0 ? names[term.place] : "\(names[term.place]) * \(names[term.factor])"
    }
}

extension ScalarTest.Relation {
    fileprivate var sign: String {
        switch self {
        case .less: "<"
        case .atMost: "<="
        case .equal: "="
        case .notEqual: "!="
        }
    }
}
