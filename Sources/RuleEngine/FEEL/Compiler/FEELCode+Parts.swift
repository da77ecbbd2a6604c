extension FEELCode {
    /// The code of a part of the expression that the code was made of, so that what it was worth can be told.
    ///
    /// - Returns: `nil` for a part that has no code of its own.
    func part(_ expression: FEELExpression) -> FEELCode? {
        let nodes = parts.ranges.indices.reversed().filter { parts.ranges[$0] == expression.range }
        return nodes.first { isCode(Int32($0), of: expression) }.map { FEELCode(parts, root: Int32($0)) }
    }

    /// Whether a node that stands at the same place says the same: a cell of a table and its input are of two texts, of
    /// which places may coincide.
    private func isCode(_ node: Int32, of expression: FEELExpression) -> Bool {
        guard node != Self.none else { return false }
        func name(_ index: Int32) -> String { parts.names[Int(index)] }
        switch (parts.nodes[Int(node)], expression.kind) {
        case (.constant(let index), .number(let number)): return parts.constants[Int(index)] == .number(number)
        case (.constant(let index), .string(let text)): return parts.constants[Int(index)] == .string(text)
        case (.constant, _): return expression.freeNames.allSatisfy(\.isCalled)
        case (.name(_, let index), .name(let written)): return name(index) == written
        case (.namePath(_, let base, _, let member), .path(let written, let writtenMember)):
            return written.kind == .name(name(base)) && name(member) == writtenMember
        case (.path(let base, let member), .path(let written, let writtenMember)):
            return name(member) == writtenMember && isCode(base, of: written)
        case (.negation(let operand), .negation(let written)): return isCode(operand, of: written)
        case (.binary(let sign, let left, let right), .binary(let written, let first, let second)):
            return sign == written && isCode(left, of: first) && isCode(right, of: second)
        case (.between(let value, let low, let high), .between(let first, let second, let third)):
            return isCode(value, of: first) && isCode(low, of: second) && isCode(high, of: third)
        case (.membership(let value, _, _, _), .membership(let written, _)): return isCode(value, of: written)
        case (.instanceOf(let value, _), .instanceOf(let written, _)): return isCode(value, of: written)
        case (.builtin(let call), .call), (.nameCall(_, _, let call), .call), (.call(_, let call), .call):
            return isCode(parts.calls[Int(call)], of: expression)
        case (.temporal, .temporal), (.not, .call), (.filter, .filter), (.conditional, .conditional),
            (.chain, .chain), (.choice, .choice), (.iteration, .iteration), (.quantified, .quantified), (.list, .list),
            (.context, .context),
            (.range, .range), (.function, .function), (.externalFunction, .function):
            return true
        default: return false
        }
    }

    private func isCode(_ call: CallSite, of expression: FEELExpression) -> Bool {
        guard case .call(let callee, let arguments) = expression.kind else { return false }
        if case .name(let name) = callee.kind, name != call.name { return false }
        let written = arguments.expressions
        return call.arguments.count == written.count
            && zip(call.arguments, written).allSatisfy { isCode($0, of: $1) }
    }
}
