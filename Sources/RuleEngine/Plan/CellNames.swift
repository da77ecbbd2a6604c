/// What the numbered cells of a network stand for, in words of the rules.
struct CellNames {
    private enum Kind { case value, constant, register }

    private let names: [String]
    private var kinds: [Kind]

    init(_ network: Network) {
        let ruleBase = network.ruleBase
        var names = ruleBase.record.slots.map(\.path) + ruleBase.parameters.map(\.name)
        names += network.cellLayout.constants.map { $0?.exactValue?.literal ?? "" }
        kinds = names.map { _ in .value }
        for (cell, constant) in zip(network.cellLayout.parameters.upperBound..., network.cellLayout.constants) {
            kinds[cell] = constant == nil ? .register : .constant
        }
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

    subscript(cell: Int32) -> String { names[Int(cell)] }

    func isConstant(_ cell: Int32) -> Bool { kinds[Int(cell)] == .constant }

    /// The cell has a value only while its rule is tried.
    func isRegister(_ cell: Int32) -> Bool { kinds[Int(cell)] == .register }
}

extension ScalarTest {
    /// The condition in FEEL, as it is tried: `between` is two comparisons.
    func text(_ names: CellNames) -> String { text(Int32(nodes.count - 1), names) }

    /// Each comparison that is part of the condition and gives the same in every rule.
    func comparisons(_ names: CellNames) -> [String] {
        nodes.indices.compactMap { node in
            guard case .compare(_, let left, let right) = nodes[node] else { return nil }
            let isOfRule = [left.cell, left.factor, right.cell, right.factor].contains {
                $0 >= 0 && names.isRegister($0)
            }
            return isOfRule ? nil : text(Int32(node), names)
        }
    }

    private func text(_ node: Int32, _ names: CellNames) -> String {
        switch nodes[Int(node)] {
        case .compare(let relation, let left, let right):
            // `x > 3` is kept as `3 < x`; a reader wants the constant last.
            let (one, two) = (text(left, names), text(right, names))
            let isTurned = left.factor < 0 && names.isConstant(left.cell)
            return isTurned ? "\(two) \(relation.turned) \(one)" : "\(one) \(relation.sign) \(two)"
        case .cell(let cell): return names[cell]
        case .not(let part): return "not(\(text(part, names)))"
        case .and(let left, let right): return "(\(text(left, names)) and \(text(right, names)))"
        case .or(let left, let right): return "(\(text(left, names)) or \(text(right, names)))"
        }
    }

    private func text(_ term: Term, _ names: CellNames) -> String {
        term.factor < 0 ? names[term.cell] : "\(names[term.cell]) * \(names[term.factor])"
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

    /// The sign with the sides exchanged.
    fileprivate var turned: String {
        switch self {
        case .less: ">"
        case .atMost: ">="
        case .equal, .notEqual: sign
        }
    }
}
