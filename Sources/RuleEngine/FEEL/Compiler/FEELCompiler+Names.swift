extension FEELCompiler {
    mutating func addReference(_ reference: FEELCode.Reference) -> Int32 {
        draft.references.append(reference)
        return Int32(draft.references.count - 1)
    }

    /// Ends the innermost binding. Its register is kept only where something reads it.
    mutating func unbind(_ register: Int32) -> Int32 {
        guard names.unbind() else { return FEELCode.none }
        draft.registerCount = max(draft.registerCount, Int(register) + 1)
        return register
    }

    mutating func name(_ name: String, at range: Range<Int>) -> Int32 {
        let found = resolve(name, below: names.bindings.count)
        if case .constant(let index) = found { return add(.constant(index), at: range) }
        let reference = addReference(found)
        return add(.name(reference: reference, name: addName(name)), at: range)
    }

    /// `base.member`; on a name it may be a place of its own.
    mutating func path(_ base: FEELExpression, _ member: String, at range: Range<Int>) -> Int32 {
        guard case .name(let name) = base.kind else {
            return add(.path(compile(base), member: addName(member)), at: range)
        }
        // Where the environment knows the member and nothing here can bind the name, the whole is never read.
        if case .resolver(let resolver) = names.root, !names.mayBind(name),
            let slot = resolver.slot(of: name, member: member)
        {
            let (whole, reference) = (addReference(.slot(slot)), addReference(.unknown))
            return add(
                .namePath(reference: reference, name: addName(name), whole: whole, member: addName(member)), at: range)
        }
        let found = resolve(name, below: names.bindings.count)
        switch found {
        case .register, .constant:
            return add(.path(compile(base), member: addName(member)), at: range)
        default:
            let whole = addReference(resolve(name, member: member))
            let reference = addReference(found)
            return add(
                .namePath(reference: reference, name: addName(name), whole: whole, member: addName(member)), at: range)
        }
    }

    /// The innermost binding of a name among the first `count`. Inside a filter each item around may have an entry of
    /// it.
    mutating func resolve(_ name: String, below count: Int) -> FEELCode.Reference {
        for index in names.bindings.indices.prefix(count).reversed() {
            switch names.bindings[index] {
            case .name(name, let register):
                names.read(index)
                return .register(register)
            case .name: continue
            case .item(let register):
                names.read(index)
                let outer = resolve(name, below: index)
                return .item(register: register, outer: addReference(outer), isItem: name == "item")
            }
        }
        return resolveFree(name)
    }

    private mutating func resolveFree(_ name: String) -> FEELCode.Reference {
        switch names.root {
        case .resolver(let resolver):
            if let slot = resolver.slot(of: name) { return .slot(slot) }
            guard let value = resolver.constant(name) else { return .unknown }
            draft.constants.append(value)
            return .constant(Int32(draft.constants.count - 1))
        case .scope: return .late
        case .function: return .captured(names.capture(name))
        }
    }

    /// The reference of `name.member` where the environment may know it by itself.
    private mutating func resolve(_ name: String, member: String) -> FEELCode.Reference {
        switch names.root {
        case .resolver(let resolver): return resolver.slot(of: name, member: member).map { .slot($0) } ?? .unknown
        case .scope: return .late
        case .function(let outer):
            guard let resolver = outer.resolver else { return .late }
            return resolver.slot(of: name, member: member) == nil
                ? .unknown : .captured(names.capture(name, member: member))
        }
    }

    /// What a function that stands here takes along for one of its free names.
    mutating func reference(to free: FunctionCode.FreeName) -> Int32 {
        if let member = free.member { return addReference(resolve(free.name, member: member)) }
        return addReference(resolve(free.name, below: names.bindings.count))
    }
}
