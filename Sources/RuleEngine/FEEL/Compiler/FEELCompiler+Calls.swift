extension FEELCompiler {
    mutating func call(_ callee: FEELExpression, _ arguments: FEELArguments, at range: Range<Int>) -> Int32 {
        guard case .name(let name) = callee.kind else {
            let callee = compile(callee)
            return add(.call(callee, call: site("", arguments)), at: range)
        }
        let found = resolve(name, below: names.bindings.count)
        let call = site(name, arguments)
        if case .unknown = found, draft.calls[Int(call)].builtin != nil { return add(.builtin(call: call), at: range) }
        let reference = addReference(found)
        return add(.nameCall(reference: reference, name: addName(name), call: call), at: range)
    }

    private mutating func site(_ name: String, _ arguments: FEELArguments) -> Int32 {
        let nodes = arguments.expressions.map { compile($0) }
        let argumentNames: [String] = if case .named(let pairs) = arguments { pairs.map(\.name) } else { [] }
        let builtin = name.isEmpty ? nil : evaluator.builtin(named: name)
        let fit = builtin?.fit(count: nodes.count, names: argumentNames)
        draft.calls.append(
            .init(
                name: name, arguments: nodes, argumentNames: argumentNames, builtin: builtin, fit: fit,
                prepared: builtin.flatMap { prepared($0, fit, nodes) }))
        return Int32(draft.calls.count - 1)
    }

    /// What the function makes of those arguments that are constant.
    private func prepared(_ builtin: Builtin, _ fit: Builtin.Fit?, _ arguments: [Int32]) -> Builtin.Body? {
        guard let fit, let prepare = builtin.preparing else { return nil }
        return prepare(
            fit.slots.map { slot in
                if slot == Builtin.Fit.missing { return .null }
                guard arguments.indices.contains(slot), case .constant(let index) = draft.nodes[Int(arguments[slot])]
                else { return nil }
                return draft.constants[Int(index)]
            })
    }
}
