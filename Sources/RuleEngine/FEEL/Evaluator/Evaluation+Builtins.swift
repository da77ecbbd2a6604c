/// Functions of the language at work.
extension Evaluation {
    /// On known arguments, in the order of the call.
    mutating func call(
        _ builtin: Builtin, _ fit: Builtin.Fit, prepared: Builtin.Body?, _ values: [FEELValue], at range: Range<Int>
    ) -> UncertainValue {
        let outer = openVerdicts
        openVerdicts = []
        defer { openVerdicts = outer }
        let arranged = fit.arranged(values)
        let result = ledger.charged(
            ledger.exact(run(builtin, fit, prepared, arranged, at: range), at: range), at: range)
        return openVerdicts.isEmpty ? result : .anything(from: openVerdicts)
    }

    /// On arguments that may not be known, one for each parameter.
    mutating func call(
        _ builtin: Builtin, _ fit: Builtin.Fit, prepared: Builtin.Body?, _ slots: [UncertainValue], at range: Range<Int>
    ) -> UncertainValue {
        if case .observing(let body) = builtin.implementation { return body(slots) }
        let values = slots.compactMap(\.exactValue)
        let outer = openVerdicts
        openVerdicts = []
        defer { openVerdicts = outer }
        let result: UncertainValue
        if values.count == slots.count {
            result = ledger.charged(ledger.exact(run(builtin, fit, prepared, values, at: range), at: range), at: range)
        } else if let rows = cartesianProduct(slots.map(\.set), atMost: FEELLimits.enumeration) {
            let results = withoutNotes { evaluation in
                rows.map { evaluation.run(builtin, fit, prepared, $0, at: range).value }
            }
            result = ledger.charged(UncertainValue(ValueSet(oneOf: results), from: slots), at: range)
        } else {
            let set = builtin.lifted?(slots.map(\.set)) ?? builtin.result.hull
            result = ledger.charged(UncertainValue(set, from: slots), at: range)
        }
        return openVerdicts.isEmpty ? result : .anything(from: slots + openVerdicts)
    }

    private mutating func run(
        _ builtin: Builtin, _ fit: Builtin.Fit, _ prepared: Builtin.Body?, _ values: [FEELValue], at range: Range<Int>
    ) -> FEELComputation {
        switch fit.signature.coerced(values) {
        case .failure(let mismatch):
            return .fault(.wrongArgument, .wrongArgument(mismatch, of: builtin))
        case .success(let values):
            guard ledger.spend(builtin.effort(on: values), at: range) else { return .value(.null) }
            switch builtin.implementation {
            case .plain(let body): return (prepared ?? body)(values)
            case .reading(let body): return body(values, ledger.evaluator)
            case .calling(let body):
                let evaluator = ledger.evaluator
                return body(values, evaluator) { self.booleanResult(of: $0, $1) }
            case .observing: return .value(.null)
            }
        }
    }

    /// The answer of a function that a builtin was given. Where it is not known, neither is the builtin's result.
    private mutating func booleanResult(of function: FEELFunction, _ values: [FEELValue]) -> Bool? {
        let result = call(function, CallArguments(values: values.map { UncertainValue($0) }), at: 0..<0)
        if !result.isExact { openVerdicts.append(result) }
        guard case .boolean(let answer)? = result.exactValue else { return nil }
        return answer
    }
}

extension LocalizedText {
    fileprivate static func wrongArgument(_ mismatch: Builtin.Mismatch, of builtin: Builtin) -> LocalizedText {
        LocalizedText(
            nl: "`\(builtin.name)` verwacht bij `\(mismatch.parameter.name)` \(mismatch.parameter.kind.title.nl), "
                + "niet \(mismatch.value.described.nl).",
            en: "`\(builtin.name)` expects \(mismatch.parameter.kind.title.en) for `\(mismatch.parameter.name)`, "
                + "not \(mismatch.value.described.en).")
    }
}
