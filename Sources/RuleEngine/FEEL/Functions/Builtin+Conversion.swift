/// Functions that read one kind of value out of another.
extension Builtin {
    static let conversion: [Builtin] = [
        Builtin(
            "string",
            documentation: .init(
                nl: "Schrijft een waarde als tekst.",
                en: "Writes a value as text.",
                right: #"string(1.10) = "1.10""#,
                wrong: "string(1, 2)"),
            wordings: [
                .value(nl: "{0} als tekst", en: "{0} as text")
            ], [.init("from", .any)], result: .always(.string)
        ) { values in
            .value(values[0].isNull ? .null : .string(values[0].text))
        },
        Builtin(
            "number",
            documentation: .init(
                nl: "Leest een getal uit een tekst, met de scheidingstekens die u noemt.",
                en: "Reads a number from a text, with the separators that you name.",
                right: #"number("1.000,5", ".", ",") = 1000.5"#,
                wrong: #"number("twaalf")"#),
            wordings: [
                .value(nl: "{0} als getal", en: "{0} as a number"),
                .value(
                    nl: "{0} als getal, met {1} tussen de duizendtallen",
                    en: "{0} as a number, with {1} between thousands"),
                .value(
                    nl: "{0} als getal, met {1} tussen de duizendtallen en {2} voor de decimalen",
                    en: "{0} as a number, with {1} between thousands and {2} before the decimals"),
            ],
            [
                .init("from", .any), .init("grouping separator", .string, optional: true),
                .init("decimal separator", .string, optional: true),
            ],
            result: .number
        ) { values in
            let (grouping, point) = (separator(values[1]), separator(values[2]))
            guard grouping.map([" ", ",", "."].contains) ?? true, point.map([",", "."].contains) ?? true,
                grouping == nil || grouping != point
            else { return .fault(.wrongArgument, .badSeparators) }
            return switch values[0] {
            case .number: .value(values[0])
            case .string(let text): number(text, grouping: grouping, point: point)
            default: .fault(.wrongArgument, .noNumber(values[0]))
            }
        },
    ]

    private static func separator(_ value: FEELValue) -> String? { value.isNull ? nil : value.text }

    private static func number(_ text: String, grouping: String?, point: String?) -> FEELComputation {
        var digits = text
        if let grouping { digits = String(digits.filter { String($0) != grouping }) }
        if let point, point != "." {
            guard !digits.contains(".") else { return .fault(.invalidLiteral, .noNumber(.string(text))) }
            digits = String(digits.map { String($0) == point ? "." : $0 })
        }
        // A literal of FEEL has no plus.
        guard !digits.hasPrefix("+") else { return .fault(.invalidLiteral, .noNumber(.string(text))) }
        return FEELNumber(digits).map { .value(.number($0)) }
            ?? .fault(.invalidLiteral, .noNumber(.string(text)))
    }
}

extension LocalizedText {
    fileprivate static func noNumber(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "\(value.described.nl) is niet als getal te lezen.",
            en: "\(value.described.en) cannot be read as a number.")
    }

    fileprivate static let badSeparators = LocalizedText(
        nl: "Tussen duizendtallen staat een spatie, punt of komma; voor de decimalen een andere punt of komma.",
        en: "Thousands are parted by a space, point or comma; decimals by another point or comma.")
}
