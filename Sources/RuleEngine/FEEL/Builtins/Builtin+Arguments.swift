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
        if kind.accepts(value) { return value }
        if kind == .list { return .list([value]) }
        if case .list(let members) = value, members.count == 1, kind.accepts(members[0]) { return members[0] }
        return nil
    }
}

extension Builtin.Kind {
    fileprivate func accepts(_ value: FEELValue) -> Bool {
        switch (self, value.kind) {
        case (.any, _), (.list, .list), (.number, .number), (.string, .string), (.boolean, .boolean),
            (.date, .date), (.time, .time), (.dateTime, .dateTime), (.daysDuration, .daysDuration),
            (.monthsDuration, .monthsDuration), (.context, .context), (.range, .range), (.function, .function):
            true
        // A date and time has a date.
        case (.date, .dateTime): true
        default: false
        }
    }

    var title: LocalizedText {
        switch self {
        case .any: LocalizedText(nl: "een waarde", en: "a value")
        case .list: LocalizedText(nl: "een lijst", en: "a list")
        case .number: LocalizedText(nl: "een getal", en: "a number")
        case .string: LocalizedText(nl: "een tekst", en: "a text")
        case .boolean: LocalizedText(nl: "true of false", en: "true or false")
        case .date: LocalizedText(nl: "een datum", en: "a date")
        case .time: LocalizedText(nl: "een tijd", en: "a time")
        case .dateTime: LocalizedText(nl: "een datum met tijd", en: "a date and time")
        case .daysDuration: LocalizedText(nl: "een duur in dagen of uren", en: "a duration in days or hours")
        case .monthsDuration: LocalizedText(nl: "een duur in jaren of maanden", en: "a duration in years or months")
        case .context: LocalizedText(nl: "een context", en: "a context")
        case .range: LocalizedText(nl: "een bereik", en: "a range")
        case .function: LocalizedText(nl: "een functie", en: "a function")
        }
    }
}
