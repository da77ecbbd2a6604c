extension Builtin {
    static let numeric: [Builtin] = [
        rounding(
            "decimal",
            documentation: .init(
                nl: "Rondt af op een aantal decimalen; een half naar het even cijfer.",
                en: "Rounds to a number of decimals; a half goes to the even digit.",
                right: "decimal(1.115, 2) = 1.12",
                wrong: #"decimal(1.115, "2")"#),
            wordings: [
                .value(
                    nl: "{0}, afgerond op {1|cijfer|cijfers} achter de komma, een half naar het even cijfer",
                    en: "{0}, rounded to {1|decimal|decimals}, a half to the even digit")
            ], defaultScale: nil, .halfEven),
        rounding(
            "floor",
            documentation: .init(
                nl: "Rondt naar beneden af.",
                en: "Rounds down.",
                right: "floor(-1.5) = -2",
                wrong: #"floor("1.5")"#),
            wordings: [
                .value(
                    nl: "{0}, naar beneden afgerond op een geheel getal", en: "{0}, rounded down to a whole number"),
                .value(
                    nl: "{0}, naar beneden afgerond op {1|cijfer|cijfers} achter de komma",
                    en: "{0}, rounded down to {1|decimal|decimals}"),
            ], defaultScale: 0, .floor),
        rounding(
            "ceiling",
            documentation: .init(
                nl: "Rondt naar boven af.",
                en: "Rounds up.",
                right: "ceiling(-1.5) = -1",
                wrong: #"ceiling("1.5")"#),
            wordings: [
                .value(nl: "{0}, naar boven afgerond op een geheel getal", en: "{0}, rounded up to a whole number"),
                .value(
                    nl: "{0}, naar boven afgerond op {1|cijfer|cijfers} achter de komma",
                    en: "{0}, rounded up to {1|decimal|decimals}"),
            ], defaultScale: 0, .ceiling),
        rounding(
            "round up",
            documentation: .init(
                nl: "Rondt van nul af.",
                en: "Rounds away from zero.",
                right: "round up(-5.5, 0) = -6",
                wrong: "round up(5.5)"),
            wordings: [
                .value(
                    nl: "{0}, van nul af afgerond op {1|cijfer|cijfers} achter de komma",
                    en: "{0}, rounded away from zero to {1|decimal|decimals}")
            ], defaultScale: nil, .up),
        rounding(
            "round down",
            documentation: .init(
                nl: "Rondt naar nul toe.",
                en: "Rounds towards zero.",
                right: "round down(-5.5, 0) = -5",
                wrong: "round down(5.5)"),
            wordings: [
                .value(
                    nl: "{0}, naar nul toe afgerond op {1|cijfer|cijfers} achter de komma",
                    en: "{0}, rounded towards zero to {1|decimal|decimals}")
            ], defaultScale: nil, .down),
        rounding(
            "round half up",
            documentation: .init(
                nl: "Rondt af naar het dichtstbijzijnde; een half gaat van nul af.",
                en: "Rounds to the nearest; a half goes away from zero.",
                right: "round half up(-2.5, 0) = -3",
                wrong: "round half up(2.5)"),
            wordings: [
                .value(
                    nl: "{0}, afgerond op {1|cijfer|cijfers} achter de komma, een half van nul af",
                    en: "{0}, rounded to {1|decimal|decimals}, a half away from zero")
            ], defaultScale: nil, .halfUp),
        rounding(
            "round half down",
            documentation: .init(
                nl: "Rondt af naar het dichtstbijzijnde; een half gaat naar nul toe.",
                en: "Rounds to the nearest; a half goes towards zero.",
                right: "round half down(-2.5, 0) = -2",
                wrong: "round half down(2.5)"),
            wordings: [
                .value(
                    nl: "{0}, afgerond op {1|cijfer|cijfers} achter de komma, een half naar nul toe",
                    en: "{0}, rounded to {1|decimal|decimals}, a half towards zero")
            ], defaultScale: nil, .halfDown),
        Builtin(
            "abs",
            documentation: .init(
                nl: "Geeft de grootte van een getal of duur, zonder min.",
                en: "Gives the size of a number or duration, without minus.",
                right: "abs(-10) = 10",
                wrong: #"abs("-10")"#),
            wordings: [
                .value(nl: "de grootte zonder minteken van {0}", en: "the size without minus sign of {0}")
            ], [.init("n", .any)], result: .magnitude, lifted: { absolute($0[0]) }
        ) { values in
            switch values[0] {
            case .number(let number): .value(.number(number.magnitude))
            case .daysDuration(let duration): FEELOperators.inRange(duration.magnitude.map(FEELValue.daysDuration))
            case .monthsDuration(let duration): FEELOperators.inRange(duration.magnitude.map(FEELValue.monthsDuration))
            default: .fault(.wrongArgument, .noSize(values[0]))
            }
        },
        Builtin(
            "modulo",
            documentation: .init(
                nl: "Geeft de rest van een deling, met het teken van de deler.",
                en: "Gives the remainder of a division, with the sign of the divisor.",
                right: "modulo(-12, 5) = 3",
                wrong: "modulo(12, 0)"),
            wordings: [
                .value(nl: "de rest van {0} gedeeld door {1}", en: "the remainder of {0} divided by {1}")
            ], [.init("dividend", .number), .init("divisor", .number)], result: .number
        ) { values in
            guard case .number(let dividend) = values[0], case .number(let divisor) = values[1] else {
                return .value(.null)
            }
            if divisor.isZero { return .fault(.divisionByZero, .moduloZero) }
            return FEELOperators.number(dividend.modulo(divisor))
        },
        function(
            "sqrt",
            documentation: .init(
                nl: "Geeft de vierkantswortel.",
                en: "Gives the square root.",
                right: "sqrt(16) = 4",
                wrong: "sqrt(-1)"),
            wordings: [
                .value(nl: "de wortel van {0}", en: "the square root of {0}")
            ]
        ) { $0.squareRoot() },
        function(
            "log",
            documentation: .init(
                nl: "Geeft de natuurlijke logaritme.",
                en: "Gives the natural logarithm.",
                right: "log(1) = 0",
                wrong: "log(0)"),
            wordings: [
                .value(nl: "de natuurlijke logaritme van {0}", en: "the natural logarithm of {0}")
            ]
        ) { $0.naturalLogarithm() },
        function(
            "exp",
            documentation: .init(
                nl: "Geeft e tot de macht van een getal.",
                en: "Gives e to the power of a number.",
                right: "exp(0) = 1",
                wrong: #"exp("0")"#),
            wordings: [
                .value(nl: "e tot de macht {0}", en: "e to the power {0}")
            ]
        ) { $0.exponential() },
        parity(
            "odd",
            documentation: .init(
                nl: "Zegt of een geheel getal oneven is.",
                en: "Says whether a whole number is odd.",
                right: "odd(5)",
                wrong: "odd(1.5)"),
            wordings: [
                .statement(
                    nl: "{0} is oneven", not: "{0} is niet oneven", en: "{0} is odd", not: "{0} is not odd")
            ], remainder: 1),
        parity(
            "even",
            documentation: .init(
                nl: "Zegt of een geheel getal even is.",
                en: "Says whether a whole number is even.",
                right: "even(4)",
                wrong: "even(1.5)"),
            wordings: [
                .statement(nl: "{0} is even", not: "{0} is niet even", en: "{0} is even", not: "{0} is not even")
            ], remainder: 0),
    ]

    /// A rounding function. Rounding keeps order, so an interval is rounded at its ends.
    private static func rounding(
        _ name: String, documentation: Documentation, wordings: [CallWording], defaultScale: Int?,
        _ rule: FEELNumber.RoundingRule
    ) -> Builtin {
        let short = Signature([Parameter("n", .number)])
        let full = Signature([Parameter("n", .number), Parameter("scale", .number)])
        return Builtin(
            name, documentation: documentation, wordings: wordings,
            signatures: defaultScale == nil ? [full] : [short, full], result: .number,
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
        _ name: String, documentation: Documentation, wordings: [CallWording],
        _ body: @escaping @Sendable (FEELNumber) -> FEELNumber?
    ) -> Builtin {
        Builtin(
            name, documentation: documentation, wordings: wordings, [Parameter("number", .number)], result: .number
        ) { values in
            guard case .number(let number) = values[0] else { return .value(.null) }
            return FEELOperators.number(body(number))
        }
    }

    private static func parity(
        _ name: String, documentation: Documentation, wordings: [CallWording], remainder: FEELNumber
    ) -> Builtin {
        Builtin(
            name, documentation: documentation, wordings: wordings, [Parameter("number", .number)], result: .boolean
        ) { values in
            guard case .number(let number) = values[0] else { return .value(.null) }
            guard number.isInteger else { return .fault(.wrongArgument, .noWholeNumber(number)) }
            return .value(FEELValue(number.modulo(2).map { $0 == remainder }))
        }
    }
}

// MARK: - Types

extension Builtin.Result {
    fileprivate static let magnitude = Builtin.Result { $0.first.map { $0.union($0.members).total } }
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
