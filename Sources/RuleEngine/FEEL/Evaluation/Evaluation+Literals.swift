extension Evaluation {
    mutating func list(_ members: [FEELExpression], _ bindings: Bindings) -> Possible {
        let values = members.map { evaluate($0, bindings) }
        let list = UncertainList(members: values.map { .init($0.set, certain: true) })
        return Possible(ValueSet(list), from: values)
    }

    /// Later entries see earlier ones; a function sees itself by its key. Two entries of one key give null.
    mutating func context(
        _ entries: [FEELContextEntry], _ bindings: Bindings, at range: Range<Int>
    ) -> Possible {
        var inner = bindings
        var values: [Possible] = []
        var result: [ValueSet.Entry] = []
        var keys: Set<String> = []
        for entry in entries {
            var value = evaluate(entry.value, inner)
            if case .function(let function)? = value.exactValue {
                value = Possible(.function(function.named(entry.key)))
            }
            inner = inner.binding(entry.key, to: value)
            values.append(value)
            guard keys.insert(entry.key).inserted else {
                return fault(.wrongArgument, .keyTwice(entry.key), at: range)
            }
            result.append(ValueSet.Entry(key: entry.key, value: value.set))
        }
        return Possible(ValueSet(entries: result), from: values)
    }

    mutating func range(_ syntax: FEELRangeSyntax, _ bindings: Bindings, at range: Range<Int>) -> Possible {
        let low = syntax.low.map { evaluate($0, bindings) }
        let high = syntax.high.map { evaluate($0, bindings) }
        return lift([low, high].compactMap { $0 }, at: range) { _, values in
            var rest = values[...]
            let lowValue = low == nil ? nil : rest.popFirst()
            let highValue = high == nil ? nil : rest.popFirst()
            return FEELOperators.range(
                from: lowValue, to: highValue, lowIncluded: syntax.lowIncluded, highIncluded: syntax.highIncluded,
                isEquality: syntax.equality == .equal)
        } widened: {
            .anything
        }
    }

    mutating func function(
        _ parameters: [FEELParameter], _ body: FEELExpression, external: Bool, _ bindings: Bindings,
        at range: Range<Int>
    ) -> Possible {
        guard !external else { return fault(.unknownFunction, .externalFunction, at: range) }
        return Possible(
            .function(FEELFunction(parameters: parameters, body: body, bindings: bindings, ownName: nil)))
    }

    /// `@"…"`: a date, a time, a date and time, or a duration.
    mutating func temporalLiteral(_ text: String, at range: Range<Int>) -> Possible {
        guard let value = FEELValue(temporal: text) else { return fault(.invalidLiteral, .notTemporal(text), at: range) }
        return exact(inKnownZone(value), at: range)
    }
}

extension FEELValue {
    /// What `@"…"` means: a date, a date with time, a time or a duration. Whether a named zone exists is not checked.
    ///
    /// - Returns: `nil` for any other text.
    init?(temporal text: String) {
        if let value = FEELDate(text) {
            self = .date(value)
        } else if let value = FEELDateTime(text) {
            self = .dateTime(value)
        } else if let value = FEELTime(text) {
            self = .time(value)
        } else if let value = FEELDaysDuration(text) {
            self = .daysDuration(value)
        } else if let value = FEELMonthsDuration(text) {
            self = .monthsDuration(value)
        } else {
            return nil
        }
    }
}

extension Evaluation {
    /// The value, or a fault when it lies in a zone that the rules for time zones do not know.
    func inKnownZone(_ value: FEELValue) -> FEELComputation {
        let zone: FEELZone? =
            switch value {
            case .time(let time): time.zone
            case .dateTime(let moment): moment.zone
            default: nil
            }
        if case .named(let name)? = zone, evaluator.timeZones?.isKnown(zone: name) == false {
            return .fault(.invalidLiteral, .unknownZone(name))
        }
        return .value(value)
    }
}

extension LocalizedText {
    fileprivate static func unknownZone(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "De tijdzone `\(name)` is niet bekend.", en: "The time zone `\(name)` is not known.")
    }

    fileprivate static let externalFunction = LocalizedText(
        nl: "Functies van buiten FEEL worden niet uitgevoerd.",
        en: "Functions from outside FEEL are not run.")

    fileprivate static func keyTwice(_ key: String) -> LocalizedText {
        LocalizedText(
            nl: "De sleutel `\(key)` staat twee keer in deze context.",
            en: "The key `\(key)` stands twice in this context.")
    }

    fileprivate static func notTemporal(_ text: String) -> LocalizedText {
        LocalizedText(
            nl: "`\(text)` is geen datum, tijd of duur.",
            en: "`\(text)` is not a date, time or duration.")
    }
}
