extension Builtin {
    static let numeric: [Builtin] = [
        rounding("decimal", defaultScale: nil, .halfEven),
        rounding("floor", defaultScale: 0, .floor),
        rounding("ceiling", defaultScale: 0, .ceiling),
        rounding("round up", defaultScale: nil, .up),
        rounding("round down", defaultScale: nil, .down),
        rounding("round half up", defaultScale: nil, .halfUp),
        rounding("round half down", defaultScale: nil, .halfDown),
        Builtin("abs", [.init("n", .any)], lifted: { absolute($0[0]) }) { values in
            switch values[0] {
            case .number(let number): .value(.number(number.magnitude))
            case .daysDuration(let duration): FEELOperators.inRange(duration.magnitude.map(FEELValue.daysDuration))
            case .monthsDuration(let duration): FEELOperators.inRange(duration.magnitude.map(FEELValue.monthsDuration))
            default: .fault(.wrongArgument, .noSize(values[0]))
            }
        },
        Builtin("modulo", [.init("dividend", .number), .init("divisor", .number)], result: .number) { values in
            guard case .number(let dividend) = values[0], case .number(let divisor) = values[1] else {
                return .value(.null)
            }
            if divisor.isZero { return .fault(.divisionByZero, .moduloZero) }
            return FEELOperators.number(dividend.modulo(divisor))
        },
        function("sqrt") { $0.squareRoot() },
        function("log") { $0.naturalLogarithm() },
        function("exp") { $0.exponential() },
        parity("odd", remainder: 1),
        parity("even", remainder: 0),
    ]

    /// A rounding function. Rounding keeps order, so an interval is rounded at its ends.
    private static func rounding(
        _ name: String, defaultScale: Int?, _ rule: FEELNumber.RoundingRule
    ) -> Builtin {
        let short = Signature([Parameter("n", .number)])
        let full = Signature([Parameter("n", .number), Parameter("scale", .number)])
        return Builtin(
            name, signatures: defaultScale == nil ? [full] : [short, full], result: .number,
            lifted: { sets in
                guard let scale = sets.count == 1 ? defaultScale : scale(sets[1].exactValue) else { return nil }
                let view = NumericView(sets[0])
                guard !view.maybeOtherKind, let interval = view.interval else { return nil }
                let low = interval.low.map { $0.rounded(toScale: scale, rule: rule) }
                let high = interval.high.map { $0.rounded(toScale: scale, rule: rule) }
                let overflows = interval.low == nil || interval.high == nil || low == .some(nil) || high == .some(nil)
                return NumberInterval(low: low ?? nil, high: high ?? nil).set(orNull: view.maybeNull || overflows)
            },
            { values in
                guard case .number(let number) = values[0],
                    let scale = values.count == 1 ? defaultScale : scale(values[1])
                else { return .fault(.wrongArgument, .badScale) }
                return FEELOperators.number(number.rounded(toScale: scale, rule: rule))
            })
    }

    /// The scale of a rounding, within the exponents of decimal128; a fraction of it does not count.
    private static func scale(_ value: FEELValue?) -> Int? {
        guard case .number(let number)? = value,
            let scale = number.rounded(toScale: 0, rule: .down)?.integerValue, (-6111...6176).contains(scale)
        else { return nil }
        return scale
    }

    private static func absolute(_ set: ValueSet) -> ValueSet? {
        let view = NumericView(set)
        guard !view.maybeOtherKind, let interval = view.interval else { return nil }
        let mirrored = LiftedArithmetic.negate(interval)
        let zero = NumberInterval(0)
        if interval.intersection(zero) != nil {
            let hull = interval.hull(mirrored)
            return NumberInterval(low: 0, high: hull.high, highIncluded: hull.highIncluded).set(orNull: view.maybeNull)
        }
        let positive = interval.low.map { $0 >= 0 } ?? false
        return (positive ? interval : mirrored).set(orNull: view.maybeNull)
    }

    private static func function(
        _ name: String, _ body: @escaping @Sendable (FEELNumber) -> FEELNumber?
    ) -> Builtin {
        Builtin(name, [Parameter("number", .number)], result: .number) { values in
            guard case .number(let number) = values[0] else { return .value(.null) }
            return FEELOperators.number(body(number))
        }
    }

    private static func parity(_ name: String, remainder: FEELNumber) -> Builtin {
        Builtin(name, [Parameter("number", .number)], result: .boolean) { values in
            guard case .number(let number) = values[0] else { return .value(.null) }
            guard number.isInteger else { return .fault(.wrongArgument, .noWholeNumber(number)) }
            return .value(FEELValue(number.modulo(2).map { $0 == remainder }))
        }
    }
}

extension LocalizedText {
    fileprivate static func noSize(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "`abs` werkt op getallen en duren, niet op \(value.described.nl).",
            en: "`abs` works on numbers and durations, not on \(value.described.en).")
    }

    fileprivate static let moduloZero = LocalizedText(
        nl: "Delen door nul heeft geen rest.", en: "Division by zero has no remainder.")

    fileprivate static let badScale = LocalizedText(
        nl: "Het aantal decimalen moet een getal van -6111 tot 6176 zijn.",
        en: "The number of decimals must be a number from -6111 to 6176.")

    fileprivate static func noWholeNumber(_ number: FEELNumber) -> LocalizedText {
        LocalizedText(
            nl: "\(number.description) is geen geheel getal.", en: "\(number.description) is not a whole number.")
    }
}
