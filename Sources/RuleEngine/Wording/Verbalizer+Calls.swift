/// Calls of functions: FEEL's own by their wordings, others by their name.
extension Verbalizer {
    func call(_ function: FEELExpression, _ arguments: FEELArguments) -> Phrase {
        if let made = constructed(function, arguments) { return Phrase(values.text(of: made), .word) }
        if let (wording, arguments) = wording(function, arguments), case .value(let text) = wording.form {
            return phrase(text, arguments)
        }
        let name = phrase(function).text(in: .middle)
        let inputs: [String] =
            switch arguments {
            case .positional(let values): values.map { phrase($0).text(in: .middle) }
            case .named(let values): values.map { "\($0.name): \(phrase($0.value).text(in: .middle))" }
            }
        guard !inputs.isEmpty else { return Phrase(word("de uitkomst van \(name)", "the result of \(name)"), .tail) }
        return Phrase(word("\(name) toegepast op ", "\(name) applied to ") + values.list(inputs), .loose)
    }

    /// An argument of a statement, with what is known of it.
    func argument(_ expression: FEELExpression, in place: Phrase.Place) -> String {
        let phrase = phrase(expression)
        guard !isConstant(expression), let known = known(expression) else { return phrase.text(in: place) }
        let value = values.text(of: known, unit: unit(expression))
        return value == phrase.text ? value : "\(phrase.text(in: place)) (\(value))"
    }

    /// The wording of a call of a function of FEEL, with the arguments in the order of its places; `nil` for any other
    /// function, and for a call with a wrong number of arguments.
    func wording(
        _ function: FEELExpression, _ arguments: FEELArguments
    ) -> (wording: CallWording, arguments: [FEELExpression])? {
        guard case .name(let name) = function.kind, bound[name] == nil, let values = positions(name, arguments) else {
            return nil
        }
        let wordings = Builtin.function(named: name)?.wordings ?? []
        guard let wording = wordings.first(where: { $0.takes(values) }) else { return nil }
        return (wording, values)
    }

    /// The arguments in the order of the parameters.
    private func positions(_ name: String, _ arguments: FEELArguments) -> [FEELExpression]? {
        switch arguments {
        case .positional(let values): return values
        case .named(let values):
            guard Set(values.map(\.name)).count == values.count else { return nil }
            for signature in Builtin.standard[name]?.signatures ?? [] where !signature.positionalOnly {
                let found = signature.parameters.prefix(values.count).compactMap { parameter in
                    values.first { $0.name == parameter.name }?.value
                }
                if found.count == values.count { return found }
            }
            return nil
        }
    }

    /// A date, time or duration that is made of literals is told as what it is.
    private func constructed(_ function: FEELExpression, _ arguments: FEELArguments) -> FEELValue? {
        guard case .name(let name) = function.kind, Self.constructors.contains(name), bound[name] == nil,
            let parts = positions(name, arguments), parts.allSatisfy(\.isPlainValue)
        else { return nil }
        let call = FEELExpression(.call(function, .positional(parts)), range: function.range)
        let value = FEELEvaluator().evaluate(call, in: FEELDictionaryScope()).result.set.exactValue
        return value == .null ? nil : value
    }

    private static let constructors: Set<String> = ["date", "time", "date and time", "duration"]
}

extension FEELExpression {
    fileprivate var isPlainValue: Bool {
        switch kind {
        case .number, .string, .temporal: true
        default: false
        }
    }
}
