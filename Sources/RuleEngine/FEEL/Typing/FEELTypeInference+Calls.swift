extension FEELTypeInference {
    /// A name that is bound to a function goes before the builtin of that name; one that is bound to data does not.
    mutating func call(_ callee: FEELExpression, _ arguments: FEELArguments, at range: Range<Int>) -> FEELType {
        guard case .name(let name) = callee.kind else {
            return call(type(of: callee), arguments, at: callee.range)
        }
        let bound = environment.bindings.isEmpty ? scope.type(of: name) : lookUp(name, environment.bindings[...])
        guard let builtin = builtin(named: name) else {
            // An unknown function is another's to tell.
            return call(bound ?? .any, arguments, at: callee.range)
        }
        let mayBeOwn = bound.map { $0 != .function && ($0.isAny || $0.has(.function)) } ?? false
        guard !mayBeOwn else { return call(.any, arguments, at: callee.range) }
        return call(builtin, arguments, at: range)
    }

    // MARK: Functions that an author wrote

    private mutating func call(_ target: FEELType, _ arguments: FEELArguments, at range: Range<Int>) -> FEELType {
        for argument in arguments.expressions { _ = type(of: argument) }
        guard !target.isAny, !target.isNothing else { return .any }
        guard case .function(let signature)? = target.part(.function) else {
            report(.notAFunction(target), at: range)
            return .null
        }
        guard let signature, target.kind == .function else { return .any }
        let text = "function(" + signature.parameters.joined(separator: ", ") + ")"
        switch arguments {
        case .positional(let values) where values.count != signature.parameters.count:
            report(.wrongNumberOfArguments(function: text, forms: [text], given: values.count), at: range)
            return .null
        case .named(let values):
            for value in values where !signature.parameters.contains(value.name) {
                report(
                    .wrongArgumentName(value.name, function: text, known: signature.parameters), at: value.value.range)
                return .null
            }
        case .positional: break
        }
        return signature.result.orNull
    }

    // MARK: Builtins

    private mutating func call(_ builtin: Builtin, _ arguments: FEELArguments, at range: Range<Int>) -> FEELType {
        let types = arguments.expressions.map { type(of: $0) }
        guard let (signature, places) = match(builtin, arguments, at: range) else { return .null }
        if case .observing = builtin.implementation { return builtin.resultType(of: types) }
        let findingsBefore = findings.count
        for (parameter, position) in zip(signature.parameters, places) {
            // Further arguments of a variadic function become members of a list.
            if signature.variadic, parameter.name == signature.parameters.last?.name { continue }
            for index in position {
                check(types[index], as: parameter, of: builtin, at: arguments.expressions[index].range)
            }
        }
        if builtin.name == "not", let negand = types.first, findings.count == findingsBefore {
            return negation(of: negand, at: arguments.expressions[0].range)
        }
        if findings.count == findingsBefore {
            checkFixedCall(builtin, arguments, at: range)
            checkSingleValue(builtin, arguments, types, at: range)
        }
        return builtin.resultType(of: types)
    }

    /// The signature that evaluation takes, with the arguments of each parameter; tells when there is none.
    private mutating func match(
        _ builtin: Builtin, _ arguments: FEELArguments, at range: Range<Int>
    ) -> (Builtin.Signature, [[Int]])? {
        for signature in builtin.signatures {
            if let places = signature.positions(of: arguments) { return (signature, places) }
        }
        if case .named(let pairs) = arguments {
            let known = builtin.signatures.filter { !$0.variadic && !$0.positionalOnly }.flatMap(\.parameters).map(
                \.name)
            if let wrong = pairs.first(where: { !known.contains($0.name) }), !known.isEmpty {
                report(.wrongArgumentName(wrong.name, function: builtin.name, known: known), at: range)
                return nil
            }
        }
        report(
            .wrongNumberOfArguments(
                function: builtin.name, forms: builtin.forms, given: arguments.expressions.count),
            at: range)
        return nil
    }

    private mutating func check(
        _ type: FEELType, as parameter: Builtin.Parameter, of builtin: Builtin, at range: Range<Int>
    ) {
        guard !type.isAny, !type.isNothing else { return }
        if !type.parts.contains(where: parameter.mayAccept) {
            report(.wrongArgument(function: builtin.name, parameter: parameter, type), at: range)
        }
    }

    private mutating func negation(of negand: FEELType, at range: Range<Int>) -> FEELType {
        if !negand.isNothing, !negand.has(.boolean), negand != .null { report(.notBoolean(.not, negand), at: range) }
        return negand.isNothing ? FEELType(.unknown) : FEELType(negand.truth.negated)
    }

    /// Of one number the sum, the mean or the greatest is that number: a list was meant.
    private mutating func checkSingleValue(
        _ builtin: Builtin, _ arguments: FEELArguments, _ types: [FEELType], at range: Range<Int>
    ) {
        guard Self.overLists.contains(builtin.name), types.count == 1, let argument = arguments.expressions.first,
            types[0].withoutNull.kind == .number, !argument.isLiteral
        else { return }
        report(.singleValue(function: builtin.name, subject: FEELPrinter.text(of: argument)), at: range)
    }

    private static let overLists: Set = ["sum", "mean", "min", "max", "median", "product", "stddev", "mode"]

    /// A call on literals alone is tried out: what fails now always fails.
    private mutating func checkFixedCall(_ builtin: Builtin, _ arguments: FEELArguments, at range: Range<Int>) {
        let values = arguments.expressions
        guard !values.isEmpty, extensions[builtin.name] == nil, values.allSatisfy({ $0.isLiteral && $0.kind != .null })
        else {
            return
        }
        let call = FEELExpression(.call(FEELExpression(.name(builtin.name), range: range), arguments), range: range)
        let outcome = FEELEvaluator().evaluate(call, in: FEELDictionaryScope())
        guard outcome.result.exactValue == .null, let note = outcome.notes.first else { return }
        report(.failingCall(note.message), at: range)
    }
}

extension Builtin.Signature {
    /// The places of the arguments of each parameter, when the arguments fit by number and names.
    fileprivate func positions(of arguments: FEELArguments) -> [[Int]]? {
        switch arguments {
        case .positional(let values):
            if variadic {
                let fixed = parameters.count - 1
                guard values.count > fixed else { return nil }
                return (0..<fixed).map { [$0] } + [Array(fixed..<values.count)]
            }
            guard values.count <= parameters.count, parameters.dropFirst(values.count).allSatisfy(\.optional) else {
                return nil
            }
            return parameters.indices.map { $0 < values.count ? [$0] : [] }
        case .named(let pairs):
            guard !variadic, !positionalOnly,
                pairs.allSatisfy({ pair in parameters.contains { $0.name == pair.name } })
            else { return nil }
            var places: [[Int]] = []
            for parameter in parameters {
                let matching = pairs.indices.filter { pairs[$0].name == parameter.name }
                guard matching.count <= 1, parameter.optional || matching.count == 1 else { return nil }
                places.append(matching)
            }
            return places
        }
    }
}

extension Builtin.Parameter {
    /// Some value of these may stand here; a list of one stands for its member, and a value for the list of itself.
    fileprivate func mayAccept(_ part: FEELType.Part) -> Bool {
        if part.kind == .null { return optional || kind == .any }
        if kind.accepts(part.kind) || kind == .list { return true }
        guard case .list(let element) = part else { return false }
        return element.isAny || element.parts.contains { kind.accepts($0.kind) }
    }
}
