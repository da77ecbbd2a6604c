extension Builtin {
    /// `range("[18..21]")`: reads a range of literals (DMN 1.5, table 71). Names and other calls are no literals.
    static let rangeReading: [Builtin] = [
        Builtin(
            "range",
            documentation: .init(
                nl: "Leest een bereik uit een tekst.",
                en: "Reads a range from a text.",
                right: #"range("[18..21)") = [18..21)"#,
                wrong: #"range("[21..18]")"#),
            wordings: [
                .value(nl: "het bereik dat geschreven is als {0}", en: "the range that is written as {0}")
            ], [.init("from", .string)],
            .reading { values, evaluator in
                guard let syntax = rangeSyntax(of: values[0].text), let low = syntax.low, let high = syntax.high else {
                    return .fault(.invalidLiteral, .noRange(values[0]))
                }
                let ends = [low, high].map {
                    evaluator.evaluate($0, in: FEELDictionaryScope()).result.exactValue ?? .null
                }
                guard let order = ends[0].compare(ends[1], timeZones: evaluator.timeZones), order != .greater
                else { return .fault(.invalidLiteral, .badEnds(values[0])) }
                return .value(
                    .range(
                        FEELRange(
                            low: ends[0], high: ends[1], lowIncluded: syntax.lowIncluded,
                            highIncluded: syntax.highIncluded)))
            })
    ]

    private static func rangeSyntax(of text: String) -> FEELRangeSyntax? {
        guard case .range(let syntax)? = FEELParser.parse(text).expression?.kind, syntax.equality == nil,
            [syntax.low, syntax.high].allSatisfy({ $0.map(isLiteral) ?? false })
        else { return nil }
        return syntax
    }

    private static func isLiteral(_ expression: FEELExpression) -> Bool {
        switch expression.kind {
        case .number, .string, .temporal: return true
        case .negation(let inside):
            if case .number = inside.kind { return true }
            return false
        case .call(let callee, .positional(let arguments)):
            guard case .name(let name) = callee.kind, constructors.contains(name), arguments.count == 1,
                case .string = arguments[0].kind
            else { return false }
            return true
        default: return false
        }
    }

    /// With a text between the brackets these are literals of FEEL (grammar rule 62).
    private static let constructors = ["date", "time", "date and time", "duration"]
}

extension LocalizedText {
    fileprivate static func noRange(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "\(value.described.nl) is niet als bereik te lezen. Schrijf bijvoorbeeld \"[18..21)\".",
            en: "\(value.described.en) cannot be read as a range. Write for example \"[18..21)\".")
    }

    fileprivate static func badEnds(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "\(value.described.nl) loopt niet van laag naar hoog, of de grenzen zijn van verschillende soort.",
            en: "\(value.described.en) does not run from low to high, or its ends are of different kinds.")
    }
}
