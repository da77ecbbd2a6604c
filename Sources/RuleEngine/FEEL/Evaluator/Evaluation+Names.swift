extension Evaluation {
    /// The value of a name: what it is bound to, else a function of the language.
    mutating func value(ofName name: Int32, _ reference: Int32, at node: Int32) -> UncertainValue {
        if let value = find(name, reference) { return value }
        let name = code.names[Int(name)]
        if ledger.evaluator.builtin(named: name) != nil {
            return UncertainValue(.function(FEELFunction(builtin: name)))
        }
        return ledger.fault(.unknownName, .unknownName(name), at: range(node))
    }

    mutating func value(at slot: Int32) -> UncertainValue {
        let value = environment.value(at: slot)
        ledger.meet(value)
        return value
    }

    /// What a name is bound to; `nil` when it is bound to nothing.
    mutating func find(_ name: Int32, _ reference: Int32) -> UncertainValue? {
        switch code.references[Int(reference)] {
        case .register(let register): return registers[base + Int(register)]
        case .slot(let slot): return value(at: slot)
        case .constant(let index): return UncertainValue(code.constants[Int(index)])
        case .captured(let index): return captured[Int(index)] ?? lookUp(code.names[Int(name)])
        case .late: return lookUp(code.names[Int(name)])
        case .unknown: return nil
        case .item(let register, let outer, let isItem):
            let item = registers[base + Int(register)]
            let (value, maybeAbsent) = item.set.entry(named: code.names[Int(name)])
            guard let value else { return isItem ? item : find(name, outer) }
            guard maybeAbsent else { return UncertainValue(value, from: [item]) }
            let other = isItem ? item : find(name, outer) ?? UncertainValue(.null)
            return UncertainValue(value.union(other.set), from: [item, other])
        }
    }

    private mutating func lookUp(_ name: String) -> UncertainValue? {
        guard let value = environment.value(named: name) else { return nil }
        ledger.meet(value)
        return value
    }

    /// The name is bound inside the expression or by the function at hand, not by the environment.
    private func isBound(_ name: Int32, _ reference: Int32) -> Bool {
        switch code.references[Int(reference)] {
        case .register: true
        case .captured(let index): captured[Int(index)] != nil
        case .slot, .constant, .late, .unknown: false
        case .item(let register, let outer, let isItem):
            isItem || registers[base + Int(register)].set.entry(named: code.names[Int(name)]).value != nil
                || isBound(name, outer)
        }
    }

    // MARK: Paths

    mutating func path(_ base: Int32, _ member: Int32, at node: Int32) -> UncertainValue {
        self.member(code.names[Int(member)], of: evaluate(base), at: node)
    }

    /// `name.member`. The environment is asked for the member at once, so that it need not build the whole.
    mutating func path(
        _ reference: Int32, _ name: Int32, _ whole: Int32, _ member: Int32, at node: Int32
    ) -> UncertainValue {
        if !isBound(name, reference), let value = wholeMember(whole, name, member) { return value }
        guard ledger.enter() else {
            ledger.stop(at: range(node))
            return UncertainValue(.null)
        }
        let base = value(ofName: name, reference, at: node)
        ledger.leave()
        return self.member(code.names[Int(member)], of: base, at: node)
    }

    private mutating func wholeMember(_ whole: Int32, _ name: Int32, _ member: Int32) -> UncertainValue? {
        switch code.references[Int(whole)] {
        case .slot(let slot): return value(at: slot)
        case .captured(let index): return captured[Int(index)]
        case .late:
            guard let value = environment.value(named: code.names[Int(name)], member: code.names[Int(member)]) else {
                return nil
            }
            ledger.meet(value)
            return value
        case .register, .item, .constant, .unknown: return nil
        }
    }

    private mutating func member(_ name: String, of value: UncertainValue, at node: Int32) -> UncertainValue {
        if case .exactly(let exact) = value.set {
            let result = ledger.exact(FEELOperators.member(name, of: exact), at: range(node))
            return exact.kind == .list ? ledger.charged(result, at: range(node)) : result
        }
        return UncertainValue(value.set.member(name), from: [value])
    }

    // MARK: Functions

    /// A function with what it takes along. Names of the scope are not taken along: they are looked up when it is
    /// called.
    mutating func function(_ index: Int, at node: Int32) -> UncertainValue {
        let site = code.functions[index]
        let captured = site.captures.map { capture($0.name, $0.reference) }
        var extent = ValueExtent(atMost: ledger.roomForParts)
        for value in captured { if let value { extent.add(value.set, level: 1) } }
        guard ledger.charge(extent, at: range(node)) else { return UncertainValue(.null) }
        return UncertainValue(.function(FEELFunction(site.function, captured: captured, ownName: nil, extent: extent)))
    }

    private mutating func capture(_ name: Int32, _ reference: Int32) -> UncertainValue? {
        switch code.references[Int(reference)] {
        case .late, .unknown: nil
        case .captured(let index): captured[Int(index)]
        case .item(let register, let outer, let isItem):
            isItem || registers[base + Int(register)].set.entry(named: code.names[Int(name)]).value != nil
                ? find(name, reference) : capture(name, outer)
        case .register, .slot, .constant: find(name, reference)
        }
    }
}

extension ValueSet {
    /// The possible values of `value.name`.
    fileprivate func member(_ name: String) -> ValueSet {
        switch self {
        case .exactly(let value): return .exactly(FEELOperators.member(name, of: value).value)
        case .oneOf(let values):
            return ValueSet(oneOf: values.map { FEELOperators.member(name, of: $0).value })
        case .context(let entries): return entries.first { $0.key == name }?.value ?? .exactly(.null)
        case .list(let list):
            let loose = list.withoutDistinctness
            return ValueSet(
                UncertainList(
                    members: loose.members.map { .init($0.value.member(name), certain: $0.certain) },
                    open: loose.open, unordered: loose.unordered))
        case .numbers: return .exactly(.null)
        case .anything: return .anything
        }
    }
}

extension LocalizedText {
    fileprivate static func unknownName(_ name: String) -> LocalizedText {
        LocalizedText(nl: "De naam `\(name)` is niet bekend.", en: "The name `\(name)` is not known.")
    }
}
