/// The arguments of a call after evaluation; `names` is empty where they go by position.
struct CallArguments {
    let values: [UncertainValue]
    var names: [String] = []
}

extension Evaluation {
    // MARK: Sites of calls

    /// A function of the language.
    mutating func callBuiltin(_ call: Int32, at node: Int32) -> UncertainValue {
        let site = code.calls[Int(call)]
        var values: [FEELValue] = []
        values.reserveCapacity(site.arguments.count)
        for (index, argument) in site.arguments.enumerated() {
            let value = evaluate(argument)
            guard case .exactly(let exact) = value.set else {
                let rest = site.arguments[(index + 1)...].map { evaluate($0) }
                return callBuiltin(site, values.map { UncertainValue($0) } + [value] + rest, at: node)
            }
            values.append(exact)
        }
        guard let builtin = site.builtin, let fit = site.fit else { return callBuiltin(site, [], at: node) }
        if case .observing = builtin.implementation {
            return callBuiltin(site, values.map { UncertainValue($0) }, at: node)
        }
        return self.call(builtin, fit, prepared: site.prepared, values, at: range(node))
    }

    private mutating func callBuiltin(
        _ site: FEELCode.CallSite, _ arguments: [UncertainValue], at node: Int32
    ) -> UncertainValue {
        guard let builtin = site.builtin else {
            return ledger.fault(.unknownFunction, .unknownFunction(site.name), at: range(node))
        }
        guard let fit = site.fit else {
            return ledger.fault(.wrongArgument, .argumentsDoNotMatch(builtin), at: range(node))
        }
        return call(builtin, fit, prepared: site.prepared, fit.arranged(arguments), at: range(node))
    }

    /// A name that is bound to a function goes before the builtin of that name; one that is bound to data does not.
    mutating func callName(_ reference: Int32, _ name: Int32, _ call: Int32, at node: Int32) -> UncertainValue {
        guard let target = find(name, reference) else { return callBuiltin(call, at: node) }
        guard code.calls[Int(call)].builtin == nil || target.set.maybeFunction else {
            return callBuiltin(call, at: node)
        }
        return self.call(target, arguments(of: call), at: range(node))
    }

    /// A function that an expression gives.
    mutating func callValue(_ callee: Int32, _ call: Int32, at node: Int32) -> UncertainValue {
        let arguments = arguments(of: call)
        return self.call(evaluate(callee), arguments, at: range(node))
    }

    private mutating func arguments(of call: Int32) -> CallArguments {
        let site = code.calls[Int(call)]
        return CallArguments(values: site.arguments.map { evaluate($0) }, names: site.argumentNames)
    }

    // MARK: Functions as values

    private mutating func call(_ target: UncertainValue, _ arguments: CallArguments, at range: Range<Int>)
        -> UncertainValue
    {
        switch target.set {
        case .exactly(.function(let function)):
            return call(function, arguments, at: range)
        case .exactly(let value):
            return ledger.fault(.wrongType, .notAFunction(value), at: range)
        case .oneOf(let values):
            return withoutNotes { evaluation in
                let results = values.map { evaluation.call(UncertainValue($0), arguments, at: range) }
                return UncertainValue(.union(results.map(\.set)), from: [target] + results)
            }
        default:
            return .anything(from: [target] + arguments.values)
        }
    }

    mutating func call(_ function: FEELFunction, _ arguments: CallArguments, at range: Range<Int>) -> UncertainValue {
        switch function.content {
        case .builtin(let name):
            guard let builtin = ledger.evaluator.builtin(named: name) else {
                return ledger.fault(.unknownFunction, .unknownFunction(name), at: range)
            }
            guard let fit = builtin.fit(count: arguments.values.count, names: arguments.names) else {
                return ledger.fault(.wrongArgument, .argumentsDoNotMatch(builtin), at: range)
            }
            return call(builtin, fit, prepared: nil, fit.arranged(arguments.values), at: range)
        case .closure(let closure):
            return call(closure, function, arguments, at: range)
        }
    }

    private mutating func call(
        _ closure: FEELFunction.Closure, _ function: FEELFunction, _ arguments: CallArguments, at range: Range<Int>
    ) -> UncertainValue {
        guard let values = match(arguments, to: closure.parameters) else {
            return ledger.fault(.wrongArgument, .parametersDoNotMatch(function), at: range)
        }
        var fitted: [UncertainValue] = []
        var maybeWrong: [UncertainValue] = []
        for (parameter, value) in zip(closure.parameters, values) {
            guard let type = parameter.type?.resolved(by: ledger.evaluator.types), value.exactValue?.isNull != true
            else {
                fitted.append(value)
                continue
            }
            let coerced = UncertainValue(FEELTypeCheck.coerced(value.set, to: type), from: [value])
            let answer = FEELTypeCheck.accepts(coerced.set, as: type)
            if answer == .false {
                return ledger.fault(.wrongArgument, .wrongParameterType(parameter.name, function), at: range)
            }
            if answer.contains(.false) { maybeWrong.append(value) }
            fitted.append(coerced)
        }
        guard !maybeWrong.isEmpty else { return run(closure, function, fitted) }
        let result = withoutNotes { $0.run(closure, function, fitted) }
        return UncertainValue(result.set.union(.exactly(.null)), from: maybeWrong + [result])
    }

    /// Runs the body of a function in registers of its own.
    private mutating func run(
        _ closure: FEELFunction.Closure, _ function: FEELFunction, _ arguments: [UncertainValue]
    ) -> UncertainValue {
        let caller = (code: code, base: base, captured: captured)
        code = closure.code.code.parts
        base = registers.count
        captured = closure.captured
        // A function that is an entry of a context knows itself by its key.
        if let name = closure.ownName {
            for (index, free) in closure.code.freeNames.enumerated() where free.name == name {
                captured[index] = free.member == nil ? UncertainValue(.function(function)) : nil
            }
        }
        registers += arguments
        registers += repeatElement(UncertainValue(.null), count: code.registerCount - arguments.count)
        let result = evaluate(closure.code.code.root)
        registers.removeSubrange(base...)
        (code, base, captured) = caller
        return result
    }

    private func match(_ arguments: CallArguments, to parameters: [FEELParameter]) -> [UncertainValue]? {
        if arguments.names.isEmpty { return arguments.values.count == parameters.count ? arguments.values : nil }
        let known = parameters.map(\.name)
        guard arguments.names.allSatisfy(known.contains), Set(arguments.names).count == arguments.names.count else {
            return nil
        }
        // A parameter that no argument names is null (DMN 1.5, table 63).
        return known.map { name in
            arguments.names.firstIndex(of: name).map { arguments.values[$0] } ?? UncertainValue(.null)
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
                if case .date(let date) = value, type == .named("date and time") { return .dateTime(date.midnightUTC) }
                let wrapped = FEELValue.list([value])
                return conforms(wrapped, to: type) ? wrapped : value
            })
    }

    /// Like `conforms`, with null accepted by every type.
    static func accepts(_ set: ValueSet, as type: FEELTypeName) -> Ternary {
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
        let forms = builtin.forms.map { "`\($0)`" }
        return LocalizedText(
            nl: "Zo kunt u `\(builtin.name)` niet aanroepen. Het kan als \(forms.joined(separator: " of ")).",
            en: "`\(builtin.name)` cannot be called like this. It is called as \(forms.joined(separator: " or ")).")
    }
}
