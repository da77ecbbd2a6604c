/// The arguments of a call after evaluation.
enum CallArguments {
    case positional([Possible])
    case named([(name: String, value: Possible)])

    var values: [Possible] {
        switch self {
        case .positional(let values): values
        case .named(let pairs): pairs.map(\.value)
        }
    }
}

extension Evaluation {
    mutating func call(
        _ callee: FEELExpression, _ arguments: FEELArguments, _ bindings: Bindings, at range: Range<Int>
    ) -> Possible {
        let values: CallArguments =
            switch arguments {
            case .positional(let expressions): .positional(expressions.map { evaluate($0, bindings) })
            case .named(let pairs): .named(pairs.map { ($0.name, evaluate($0.value, bindings)) })
            }
        if case .name(let name) = callee.kind {
            return call(name, values, bindings, at: range)
        }
        return call(evaluate(callee, bindings), values, at: range)
    }

    /// A name that is bound to a function goes before the builtin of that name; one that is bound to data does not.
    private mutating func call(
        _ name: String, _ arguments: CallArguments, _ bindings: Bindings, at range: Range<Int>
    ) -> Possible {
        let builtin = evaluator.builtin(named: name)
        if let target = lookUp(name, bindings), builtin == nil || target.set.maybeFunction {
            return call(target, arguments, at: range)
        }
        guard let builtin else { return fault(.unknownFunction, .unknownFunction(name), at: range) }
        return call(builtin, arguments, at: range)
    }

    private mutating func call(_ target: Possible, _ arguments: CallArguments, at range: Range<Int>) -> Possible {
        switch target.set {
        case .exactly(.function(let function)):
            return call(function, arguments, at: range)
        case .exactly(let value):
            return fault(.wrongType, .notAFunction(value), at: range)
        case .oneOf(let values):
            return withoutNotes { evaluation in
                let results = values.map { evaluation.call(Possible($0), arguments, at: range) }
                return Possible(.union(results.map(\.set)), from: [target] + results)
            }
        default:
            return .anything(from: [target] + arguments.values)
        }
    }

    mutating func call(_ function: FEELFunction, _ arguments: CallArguments, at range: Range<Int>) -> Possible {
        switch function.content {
        case .builtin(let name):
            guard let builtin = evaluator.builtin(named: name) else {
                return fault(.unknownFunction, .unknownFunction(name), at: range)
            }
            return call(builtin, arguments, at: range)
        case .closure(let closure):
            return call(closure, function, arguments, at: range)
        }
    }

    // MARK: Functions that an author wrote

    private mutating func call(
        _ closure: FEELFunction.Closure, _ function: FEELFunction, _ arguments: CallArguments, at range: Range<Int>
    ) -> Possible {
        guard let values = match(arguments, to: closure.parameters) else {
            return fault(.wrongArgument, .parametersDoNotMatch(function), at: range)
        }
        var bindings = closure.bindings
        if let name = closure.ownName { bindings = bindings.binding(name, to: Possible(.function(function))) }
        var maybeWrong: [Possible] = []
        for (parameter, value) in zip(closure.parameters, values) {
            guard let type = parameter.type?.resolved(by: evaluator.types), value.exactValue?.isNull != true else {
                bindings = bindings.binding(parameter.name, to: value)
                continue
            }
            let fitted = Possible(FEELTypeCheck.coerced(value.set, to: type), from: [value])
            let verdict = FEELTypeCheck.accepts(fitted.set, as: type)
            if verdict == .false {
                return fault(.wrongArgument, .wrongParameterType(parameter.name, function), at: range)
            }
            if verdict.contains(.false) { maybeWrong.append(value) }
            bindings = bindings.binding(parameter.name, to: fitted)
        }
        guard !maybeWrong.isEmpty else { return evaluate(closure.body, bindings) }
        let result = withoutNotes { $0.evaluate(closure.body, bindings) }
        return Possible(result.set.union(.exactly(.null)), from: maybeWrong + [result])
    }

    private func match(_ arguments: CallArguments, to parameters: [FEELParameter]) -> [Possible]? {
        switch arguments {
        case .positional(let values): return values.count == parameters.count ? values : nil
        case .named(let pairs):
            guard pairs.count == parameters.count else { return nil }
            let values = parameters.compactMap { parameter in pairs.first { $0.name == parameter.name }?.value }
            return values.count == parameters.count ? values : nil
        }
    }

    // MARK: Builtins

    mutating func call(_ builtin: Builtin, _ arguments: CallArguments, at range: Range<Int>) -> Possible {
        guard let (signature, slots) = builtin.match(arguments) else {
            return fault(.wrongArgument, .argumentsDoNotMatch(builtin), at: range)
        }
        if case .observing(let body) = builtin.implementation { return body(slots) }
        let sets = slots.map(\.set)
        let outer = openVerdicts
        openVerdicts = []
        defer { openVerdicts = outer }
        let result = lift(slots, at: range) { evaluation, values in
            switch signature.coerced(values) {
            case .success(let values): evaluation.run(builtin, values)
            case .failure(let mismatch):
                .fault(.wrongArgument, .wrongArgument(mismatch, of: builtin))
            }
        } widened: {
            builtin.lifted?(sets) ?? builtin.result.hull
        }
        return openVerdicts.isEmpty ? result : .anything(from: slots + openVerdicts)
    }

    /// The verdict of a function that a builtin was given. Where it is not known, neither is the builtin's result.
    mutating func verdict(of function: FEELFunction, _ values: [FEELValue]) -> Bool? {
        let result = call(function, .positional(values.map { Possible($0) }), at: 0..<0)
        if !result.isExact { openVerdicts.append(result) }
        guard case .boolean(let verdict)? = result.exactValue else { return nil }
        return verdict
    }

    private mutating func run(_ builtin: Builtin, _ values: [FEELValue]) -> FEELComputation {
        switch builtin.implementation {
        case .plain(let body): body(values)
        case .calling(let body): body(values, &self)
        case .observing: .value(.null)
        }
    }
}

extension ValueSet {
    /// A function is possible. What is not known at all is data: inputs never hold functions.
    fileprivate var maybeFunction: Bool { finiteValues?.contains { $0.kind == .function } ?? false }
}

extension FEELTypeCheck {
    /// A list of one stands for its member where no list is asked, and a value for the list of itself where one is.
    static func coerced(_ set: ValueSet, to type: FEELTypeName) -> ValueSet {
        guard let values = set.finiteValues else { return set }
        return ValueSet(
            oneOf: values.map { value in
                if conforms(value, to: type) { return value }
                if case .list(let members) = value, members.count == 1, conforms(members[0], to: type) {
                    return members[0]
                }
                let wrapped = FEELValue.list([value])
                return conforms(wrapped, to: type) ? wrapped : value
            })
    }

    /// Like `conforms`, with null accepted by every type.
    static func accepts(_ set: ValueSet, as type: FEELTypeName) -> Truth {
        if let values = set.finiteValues {
            return values.reduce(into: []) { $0.insert($1.isNull || conforms($1, to: type) ? .true : .false) }
        }
        if case .numbers(let interval, _) = set { return conforms(.numbers(interval, orNull: false), to: type) }
        return conforms(set, to: type)
    }
}

extension LocalizedText {
    fileprivate static func unknownFunction(_ name: String) -> LocalizedText {
        LocalizedText(nl: "De functie `\(name)` is niet bekend.", en: "The function `\(name)` is not known.")
    }

    fileprivate static func notAFunction(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "\(value.described.nl) is geen functie.", en: "\(value.described.en) is not a function.")
    }

    fileprivate static func parametersDoNotMatch(_ function: FEELFunction) -> LocalizedText {
        LocalizedText(
            nl: "De argumenten passen niet op `\(function.text)`.",
            en: "The arguments do not fit `\(function.text)`.")
    }

    fileprivate static func wrongParameterType(_ name: String, _ function: FEELFunction) -> LocalizedText {
        LocalizedText(
            nl: "De waarde van `\(name)` heeft niet het type dat `\(function.text)` vraagt.",
            en: "The value of `\(name)` does not have the type that `\(function.text)` asks.")
    }

    fileprivate static func argumentsDoNotMatch(_ builtin: Builtin) -> LocalizedText {
        let forms = builtin.signatureTexts.map { "`\($0)`" }
        return LocalizedText(
            nl: "Zo kunt u `\(builtin.name)` niet aanroepen. Het kan als \(forms.joined(separator: " of ")).",
            en: "`\(builtin.name)` cannot be called like this. It is called as \(forms.joined(separator: " or ")).")
    }

    fileprivate static func wrongArgument(_ mismatch: Builtin.Mismatch, of builtin: Builtin) -> LocalizedText {
        LocalizedText(
            nl: "`\(builtin.name)` verwacht bij `\(mismatch.parameter.name)` \(mismatch.parameter.kind.title.nl), "
                + "niet \(mismatch.value.described.nl).",
            en: "`\(builtin.name)` expects \(mismatch.parameter.kind.title.en) for `\(mismatch.parameter.name)`, "
                + "not \(mismatch.value.described.en).")
    }
}
