/// Conditions as their bare truth. The unknown inputs of those that are not exact wait on a stack until a value is
/// made.
extension Evaluation {
    /// The truth of a part as a condition.
    mutating func conditionResult(_ node: Int32) -> ConditionResult {
        switch code.nodes[Int(node)] {
        case .binary(let operation, let left, let right) where !operation.isArithmetic:
            return counted(node) { $0.conditionResult(operation, left, right, at: node) }
        case .chain(let site) where !code.chains[Int(site)].isArithmetic:
            return counted(node) { $0.connective(Int(site)) }
        case .between(let value, let low, let high):
            return counted(node) { $0.between(value, low, high, at: node) }
        case .membership(let value, let first, let count, let register):
            return counted(node) {
                $0.membership(value, tests: Int(first)..<Int(first + count), register, at: node)
            }
        default: return read(evaluate(node))
        }
    }

    /// A value read as a condition; its origins wait on the stack when it is not exact.
    mutating func read(_ value: UncertainValue) -> ConditionResult {
        if case .exactly(.boolean(let value)) = value.set { return ConditionResult(value) }
        if !value.isExact { pending += value.origins }
        return ConditionResult(value.set)
    }

    @inline(__always)
    private mutating func counted(_ node: Int32, _ body: (inout Self) -> ConditionResult) -> ConditionResult {
        guard ledger.enter() else { return read(stopped(at: node)) }
        let mark = pending.count
        let result = body(&self)
        // What settles a condition for certain leaves nothing to wait for.
        if result.isExact, pending.count > mark { pending.removeSubrange(mark...) }
        ledger.leave()
        return result
    }

    /// A result as a value, with the origins that it left on the stack.
    @inline(__always)
    mutating func possible(_ body: (inout Self) -> ConditionResult) -> UncertainValue {
        let mark = pending.count
        let result = body(&self)
        return possible(result.truth, since: mark)
    }

    mutating func possible(_ truth: Ternary, since mark: Int) -> UncertainValue {
        switch truth {
        case .true: return withoutOrigins(.boolean(true), since: mark)
        case .false: return withoutOrigins(.boolean(false), since: mark)
        case .null: return withoutOrigins(.null, since: mark)
        default: return UncertainValue(truth.set, origins: takePending(since: mark))
        }
    }

    private mutating func withoutOrigins(_ value: FEELValue, since mark: Int) -> UncertainValue {
        if pending.count > mark { pending.removeSubrange(mark...) }
        return UncertainValue(value)
    }

    // MARK: Origins

    /// The origins that lie above the mark on the stack: sorted, without doubles.
    func origins(since mark: Int) -> [InputID] {
        guard pending.count > mark else { return [] }
        var origins: [InputID] = []
        for origin in pending[mark...].sorted() where origins.last != origin { origins.append(origin) }
        return origins
    }

    /// Takes them from the stack.
    mutating func takePending(since mark: Int) -> [InputID] {
        let origins = origins(since: mark)
        if pending.count > mark { pending.removeSubrange(mark...) }
        return origins
    }

    /// A result that is made of what left its origins on the stack.
    mutating func possible(_ set: ValueSet, since mark: Int) -> UncertainValue {
        let origins = takePending(since: mark)
        return UncertainValue(set, origins: set.isExact ? [] : origins)
    }

    /// Puts the origins of a part on the stack.
    mutating func remember(_ part: UncertainValue) { pending += part.origins }
}
