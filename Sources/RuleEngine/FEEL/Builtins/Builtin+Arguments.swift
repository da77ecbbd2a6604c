extension Builtin {
    /// An argument that its parameter does not accept.
    struct Mismatch: Error {
        let parameter: Parameter
        let value: FEELValue
    }

    /// The first signature that the arguments fit by number and names, with an argument for each parameter.
    func match(_ arguments: CallArguments) -> (Signature, [Possible])? {
        for signature in signatures {
            if let slots = signature.slots(for: arguments) { return (signature, slots) }
        }
        return nil
    }
}

extension Builtin.Signature {
    fileprivate func slots(for arguments: CallArguments) -> [Possible]? {
        switch arguments {
        case .positional(let values):
            if variadic {
                let fixed = parameters.count - 1
                guard values.count > fixed else { return nil }
                return values.prefix(fixed) + [gathered(Array(values.dropFirst(fixed)))]
            }
            guard values.count <= parameters.count,
                parameters.dropFirst(values.count).allSatisfy(\.optional)
            else { return nil }
            return values + parameters.dropFirst(values.count).map { _ in Possible(.null) }
        case .named(let pairs):
            guard !variadic, !positionalOnly else { return nil }
            guard pairs.allSatisfy({ pair in parameters.contains { $0.name == pair.name } }) else { return nil }
            var slots: [Possible] = []
            for parameter in parameters {
                let matching = pairs.filter { $0.name == parameter.name }
                guard matching.count <= 1, parameter.optional || matching.count == 1 else { return nil }
                slots.append(matching.first?.value ?? Possible(.null))
            }
            return slots
        }
    }

    private func gathered(_ values: [Possible]) -> Possible {
        let list = UncertainList(members: values.map { .init($0.set, certain: true) })
        return Possible(ValueSet(list), from: values)
    }

    /// The arguments as the parameters ask for them: a list of one for its member, a value for the list of itself.
    func coerced(_ values: [FEELValue]) -> Result<[FEELValue], Builtin.Mismatch> {
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
    fileprivate func fitted(_ value: FEELValue) -> FEELValue? {
        if value.isNull { return optional || kind == .any ? value : nil }
        if kind.accepts(value.kind) { return value }
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
