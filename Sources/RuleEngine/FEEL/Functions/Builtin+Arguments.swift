extension Builtin {
    /// An argument that its parameter does not accept.
    struct Mismatch: Error {
        let parameter: Parameter
        let value: FEELValue
    }

    /// How arguments fit one of the signatures.
    struct Fit: Sendable {
        let signature: Signature
        /// For each parameter the number of its argument; `missing` where there is none.
        let slots: [Int]
        /// The arguments are the parameters, one by one.
        let isDirect: Bool

        static let missing = -1
    }

    /// The first signature that arguments fit by number, or by name when they have names.
    func fit(count: Int, names: [String]) -> Fit? {
        func fit(_ slots: (Signature) -> [Int]?) -> Fit? {
            for signature in signatures {
                guard let slots = slots(signature) else { continue }
                let isDirect = !signature.variadic && slots.count == count && slots.elementsEqual(0..<count)
                return Fit(signature: signature, slots: slots, isDirect: isDirect)
            }
            return nil
        }
        if names.isEmpty { return fit { $0.slots(count: count) } }
        return fit { $0.slots(names: names, all: true) } ?? fit { $0.slots(names: names, all: false) }
    }
}

extension Builtin.Fit {
    /// An argument for each parameter.
    func arranged(_ values: [FEELValue]) -> [FEELValue] {
        if isDirect { return values }
        return arranged(values, missing: .null) { .list(Array($0)) }
    }

    func arranged(_ values: [UncertainValue]) -> [UncertainValue] {
        if isDirect { return values }
        return arranged(values, missing: UncertainValue(.null)) { rest in
            let list = UncertainList(members: rest.map { .init($0.set, certain: true) })
            return UncertainValue(ValueSet(list), from: rest)
        }
    }

    private func arranged<Value>(
        _ values: [Value], missing: Value, gathered: (ArraySlice<Value>) -> Value
    ) -> [Value] {
        guard signature.variadic else { return slots.map { $0 == Self.missing ? missing : values[$0] } }
        let fixed = signature.parameters.count - 1
        return values.prefix(fixed) + [gathered(values.dropFirst(fixed))]
    }
}

extension Builtin.Signature {
    fileprivate func slots(count: Int) -> [Int]? {
        if variadic { return count >= parameters.count ? Array(parameters.indices) : nil }
        guard count <= parameters.count, parameters.dropFirst(count).allSatisfy(\.optional) else { return nil }
        return parameters.indices.map { $0 < count ? $0 : Builtin.Fit.missing }
    }

    /// - Parameter all: every parameter that is not optional has an argument; otherwise what has none is null (DMN 1.5,
    ///   table 63).
    fileprivate func slots(names: [String], all: Bool) -> [Int]? {
        guard !variadic, !positionalOnly else { return nil }
        guard names.allSatisfy({ name in parameters.contains { $0.name == name } }) else { return nil }
        var slots: [Int] = []
        for parameter in parameters {
            let matching = names.indices.filter { names[$0] == parameter.name }
            guard matching.count <= 1, !all || parameter.optional || matching.count == 1 else { return nil }
            slots.append(matching.first ?? Builtin.Fit.missing)
        }
        return slots
    }

    /// The arguments as the parameters ask for them: a list of one for its member, a value for the list of itself.
    func coerced(_ values: [FEELValue]) -> Result<[FEELValue], Builtin.Mismatch> {
        if zip(parameters, values).allSatisfy({ $0.takes($1) }) { return .success(values) }
        var result: [FEELValue] = []
        for (parameter, value) in zip(parameters, values) {
            guard let fitted = parameter.fitted(value) else {
                return .failure(Builtin.Mismatch(parameter: parameter, value: value))
            }
            result.append(fitted)
        }
        return .success(result)
    }
}

extension Builtin.Parameter {
    /// The value needs no coercion.
    fileprivate func takes(_ value: FEELValue) -> Bool {
        value.isNull ? optional || kind == .any : kind.accepts(value.kind)
    }

    fileprivate func fitted(_ value: FEELValue) -> FEELValue? {
        if takes(value) { return value }
        if value.isNull { return nil }
        if kind == .list { return .list([value]) }
        if case .list(let members) = value, members.count == 1, kind.accepts(members[0].kind) { return members[0] }
        return nil
    }
}

extension Builtin.Kind {
    /// The kind of value that the parameter asks for; `nil` where any will do.
    var valueKind: FEELValue.Kind? {
        switch self {
        case .any: nil
        case .list: .list
        case .number: .number
        case .string: .string
        case .boolean: .boolean
        case .date: .date
        case .time: .time
        case .dateTime: .dateTime
        case .daysDuration: .daysDuration
        case .monthsDuration: .monthsDuration
        case .context: .context
        case .range: .range
        case .function: .function
        }
    }

    func accepts(_ kind: FEELValue.Kind) -> Bool {
        // A date and time has a date.
        valueKind == nil || valueKind == kind || (self == .date && kind == .dateTime)
    }

    var title: LocalizedText { valueKind?.title ?? LocalizedText(nl: "een waarde", en: "a value") }
}
