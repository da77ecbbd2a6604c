extension Evaluation {
    mutating func list(_ members: Range<Int>, at node: Int32) -> UncertainValue {
        var values: [FEELValue] = []
        values.reserveCapacity(members.count)
        for index in members {
            let value = evaluate(code.members[index])
            guard case .exactly(let exact) = value.set else {
                return list(
                    values.map { UncertainValue($0) } + [value], then: (index + 1)..<members.upperBound, at: node)
            }
            values.append(exact)
        }
        return ledger.charged(UncertainValue(.list(values)), at: range(node))
    }

    private mutating func list(_ first: [UncertainValue], then rest: Range<Int>, at node: Int32) -> UncertainValue {
        let values = first + rest.map { evaluate(code.members[$0]) }
        let list = UncertainList(members: values.map { .init($0.set, certain: true) })
        return ledger.charged(UncertainValue(ValueSet(list), from: values), at: range(node))
    }

    /// Later entries see earlier ones; a function sees itself by its key. Two entries of one key give null.
    mutating func context(_ index: Int, at node: Int32) -> UncertainValue {
        let site = code.contexts[index]
        var values: [UncertainValue] = []
        var result: [ValueSet.Entry] = []
        for entry in site.entries {
            var value = evaluate(entry.value)
            if case .exactly(.function(let function)) = value.set {
                value = UncertainValue(.function(function.named(entry.key)))
            }
            if entry.register != FEELCode.none { registers[base + Int(entry.register)] = value }
            values.append(value)
            result.append(ValueSet.Entry(key: entry.key, value: value.set))
        }
        if site.hasDoubleKey, let last = site.entries.last {
            return ledger.fault(.wrongArgument, .keyTwice(last.key), at: range(node))
        }
        return ledger.charged(UncertainValue(ValueSet(entries: result), from: values), at: range(node))
    }

    mutating func makeRange(_ low: Int32, _ high: Int32, _ shape: FEELCode.RangeShape, at node: Int32) -> UncertainValue
    {
        let low = low == FEELCode.none ? nil : evaluate(low)
        let high = high == FEELCode.none ? nil : evaluate(high)
        return ledger.lift([low, high].compactMap { $0 }, at: range(node)) { values in
            var rest = values[...]
            let lowValue = low == nil ? nil : rest.popFirst()
            let highValue = high == nil ? nil : rest.popFirst()
            return FEELOperators.range(
                from: lowValue, to: highValue, lowIncluded: shape.lowIncluded, highIncluded: shape.highIncluded,
                isEquality: shape.isEquality)
        } widened: {
            .anything
        }
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

extension FEELEvaluator {
    /// `@"…"`: a date, a time, a date and time, or a duration.
    func temporalValue(_ text: String) -> FEELComputation {
        guard let value = FEELValue(temporal: text) else { return .fault(.invalidLiteral, .notTemporal(text)) }
        return inKnownZone(value)
    }

    /// The value, or a fault when it lies in a zone that the rules for time zones do not know.
    func inKnownZone(_ value: FEELValue) -> FEELComputation {
        let zone: FEELZone? =
            switch value {
            case .time(let time): time.zone
            case .dateTime(let moment): moment.zone
            default: nil
            }
        if case .named(let name)? = zone, timeZones?.isKnown(zone: name) == false {
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

    static let externalFunction = LocalizedText(
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
