/// Parts whose operands are all constant come down to their value when the code is made for a resolver.
///
/// A part that leaves a note, or gives no single value, stays as it is, so that each run tells the same story. Without
/// places an expression is run once and not worth it; there the name of a function may also be bound by the scope.
extension FEELCompiler {
    mutating func folded(_ node: Int32) -> Int32 {
        guard names.root.resolver != nil, hasConstantOperands(draft.nodes[Int(node)]) else { return node }
        let outcome = evaluator.evaluate(code(node), in: FEELSlotArray([]))
        guard outcome.notes.isEmpty, let value = outcome.result.exactValue, value.isSmall else { return node }
        draft.constants.append(value)
        draft.nodes[Int(node)] = .constant(Int32(draft.constants.count - 1))
        return node
    }

    private func hasConstantOperands(_ node: FEELCode.Node) -> Bool {
        switch node {
        case .temporal: true
        case .negation(let operand), .not(let operand), .path(let operand, _), .instanceOf(let operand, _):
            isConstant(operand)
        case .binary(_, let left, let right): isConstant(left) && isConstant(right)
        case .chain(let site):
            isConstant(draft.chains[Int(site)].first)
                && draft.chains[Int(site)].links.allSatisfy { isConstant($0.operand) }
        case .between(let value, let low, let high): isConstant(value) && isConstant(low) && isConstant(high)
        case .conditional(let condition, let then, let otherwise):
            isConstant(condition) && isConstant(then) && isConstant(otherwise)
        case .range(let low, let high, _): isConstant(low) && isConstant(high)
        case .list(let first, let count):
            draft.members[Int(first)..<Int(first + count)].allSatisfy { isConstant($0) }
        case .builtin(let call):
            draft.calls[Int(call)].isPure && evaluator.extensions[draft.calls[Int(call)].name] == nil
                && draft.calls[Int(call)].arguments.allSatisfy { isConstant($0) }
        case .constant, .name, .membership, .namePath, .filter, .nameCall, .call, .choice, .iteration, .quantified,
            .context,
            .function, .externalFunction:
            false
        }
    }

    /// A bound that is left out is constant too.
    private func isConstant(_ node: Int32) -> Bool {
        guard node != FEELCode.none else { return true }
        guard case .constant(let index) = draft.nodes[Int(node)] else { return false }
        return !draft.constants[Int(index)].hasNamedZone
    }
}

extension FEELValue {
    /// What becomes of it depends on the rules of a time zone, which only a run knows.
    fileprivate var hasNamedZone: Bool {
        switch self {
        case .time(let time): if case .named = time.zone { true } else { false }
        case .dateTime(let moment): if case .named = moment.time.zone { true } else { false }
        default: false
        }
    }

    /// Not worth less than the memory it takes to keep it.
    fileprivate var isSmall: Bool {
        switch self {
        case .list(let members): members.count <= 1000
        case .string(let text): text.utf8.count <= 10_000
        case .function: false
        default: true
        }
    }
}
