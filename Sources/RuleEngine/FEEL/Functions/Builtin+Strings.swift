/// Functions on text. Positions and lengths count code points, from 1.
extension Builtin {
    static let strings: [Builtin] = [
        Builtin(
            "substring",
            documentation: .init(
                nl: "Geeft een deel van een tekst, vanaf een plaats; een plaats onder nul telt van achteren.",
                en: "Gives a part of a text, from a position; a position below zero counts from the end.",
                right: #"substring("foobar", -3, 2) = "ba""#,
                wrong: #"substring("foobar", 0)"#),
            wordings: [
                .value(nl: "het deel van {0} vanaf teken {1}", en: "the part of {0} from character {1}"),
                .value(
                    nl: "het deel van {0} vanaf teken {1} met {2|teken|tekens}",
                    en: "the part of {0} from character {1} of {2|character|characters}"),
            ],
            [.init("string", .string), .init("start position", .number), .init("length", .number, optional: true)],
            result: .always(.string)
        ) { values in
            substring(values)
        },
        Builtin(
            "string length",
            documentation: .init(
                nl: "Telt de tekens van een tekst.",
                en: "Counts the characters of a text.",
                right: #"string length("straat") = 6"#,
                wrong: "string length(6)"),
            wordings: [
                .value(nl: "het aantal tekens van {0}", en: "the number of characters of {0}")
            ], [.init("string", .string)], result: .number
        ) { values in
            .value(.number(FEELNumber(values[0].text.unicodeScalars.count)))
        },
        text(
            "upper case",
            documentation: .init(
                nl: "Zet letters om in hoofdletters.",
                en: "Turns letters into capitals.",
                right: #"upper case("aBc4") = "ABC4""#,
                wrong: "upper case(4)"),
            wordings: [
                .value(nl: "{0} in hoofdletters", en: "{0} in capitals")
            ]
        ) { $0.uppercased() },
        text(
            "lower case",
            documentation: .init(
                nl: "Zet letters om in kleine letters.",
                en: "Turns letters into small letters.",
                right: #"lower case("aBc4") = "abc4""#,
                wrong: "lower case(4)"),
            wordings: [
                .value(nl: "{0} in kleine letters", en: "{0} in small letters")
            ]
        ) { $0.lowercased() },
        Builtin(
            "substring before",
            documentation: .init(
                nl: "Geeft wat vóór een tekst staat; leeg als die er niet is.",
                en: "Gives what stands before a text; empty when that is not there.",
                right: #"substring before("foobar", "bar") = "foo""#,
                wrong: #"substring before("foobar", 3)"#),
            wordings: [
                .value(nl: "het deel van {0} vóór {1}", en: "the part of {0} before {1}")
            ], [.init("string", .string), .init("match", .string)], result: .always(.string)
        ) { values in
            let (string, match) = (scalars(values[0]), scalars(values[1]))
            guard let place = firstPlace(of: match, in: string) else { return .value(.string("")) }
            return .value(.string(joined(string[..<place])))
        },
        Builtin(
            "substring after",
            documentation: .init(
                nl: "Geeft wat achter een tekst staat; leeg als die er niet is.",
                en: "Gives what stands after a text; empty when that is not there.",
                right: #"substring after("foobar", "ob") = "ar""#,
                wrong: #"substring after("foobar", 3)"#),
            wordings: [
                .value(nl: "het deel van {0} na {1}", en: "the part of {0} after {1}")
            ], [.init("string", .string), .init("match", .string)], result: .always(.string)
        ) { values in
            let (string, match) = (scalars(values[0]), scalars(values[1]))
            guard let place = firstPlace(of: match, in: string) else { return .value(.string("")) }
            return .value(.string(joined(string[(place + match.count)...])))
        },
        test(
            "contains",
            documentation: .init(
                nl: "Zegt of een tekst een andere bevat.",
                en: "Says whether a text holds another.",
                right: #"contains("foobar", "oba")"#,
                wrong: #"contains("foobar", 3)"#),
            wordings: [
                .statement(
                    nl: "{0} bevat de tekst {1}", not: "{0} bevat niet de tekst {1}", en: "{0} contains the text {1}",
                    not: "{0} does not contain the text {1}")
            ]
        ) { firstPlace(of: $1, in: $0) != nil },
        test(
            "starts with",
            documentation: .init(
                nl: "Zegt of een tekst met een andere begint.",
                en: "Says whether a text starts with another.",
                right: #"starts with("foobar", "fo")"#,
                wrong: #"starts with("foobar", 3)"#),
            wordings: [
                .statement(
                    nl: "{0} begint met {1}", not: "{0} begint niet met {1}", en: "{0} starts with {1}",
                    not: "{0} does not start with {1}")
            ]
        ) { $0.starts(with: $1) },
        test(
            "ends with",
            documentation: .init(
                nl: "Zegt of een tekst op een andere eindigt.",
                en: "Says whether a text ends with another.",
                right: #"ends with("foobar", "ar")"#,
                wrong: #"ends with("foobar", 3)"#),
            wordings: [
                .statement(
                    nl: "{0} eindigt op {1}", not: "{0} eindigt niet op {1}", en: "{0} ends with {1}",
                    not: "{0} does not end with {1}")
            ]
        ) { $0.reversed().starts(with: $1.reversed()) },
        Builtin(
            "string join",
            documentation: .init(
                nl: "Voegt teksten samen, met een teken ertussen; null blijft weg.",
                en: "Joins texts, with a sign between them; null is left out.",
                right: #"string join(["a", null, "c"], "_") = "a_c""#,
                wrong: #"string join(["a", 1], "_")"#),
            wordings: [
                .value(nl: "de teksten van {0} achter elkaar", en: "the texts of {0} one after the other"),
                .value(nl: "de teksten van {0} met {1} ertussen", en: "the texts of {0} with {1} between them"),
            ],
            [.init("list", .list), .init("delimiter", .string, optional: true)], result: .always(.string)
        ) { values in
            guard case .list(let members) = values[0] else { return .value(.null) }
            var parts: [String] = []
            for member in members {
                switch member {
                case .string(let part): parts.append(part)
                case .null: break
                default: return .fault(.wrongArgument, .notAllText(member))
                }
            }
            return .value(.string(parts.joined(separator: values[1].isNull ? "" : values[1].text)))
        },
    ]

    private static func text(
        _ name: String, documentation: Documentation, wordings: [CallWording],
        _ body: @escaping @Sendable (String) -> String
    ) -> Builtin {
        Builtin(
            name, documentation: documentation, wordings: wordings, [Parameter("string", .string)],
            result: .always(.string)
        ) { .value(.string(body($0[0].text))) }
    }

    private static func test(
        _ name: String, documentation: Documentation, wordings: [CallWording],
        _ body: @escaping @Sendable ([Unicode.Scalar], [Unicode.Scalar]) -> Bool
    ) -> Builtin {
        Builtin(
            name, documentation: documentation, wordings: wordings,
            [Parameter("string", .string), Parameter("match", .string)], result: .boolean
        ) { values in
            .value(.boolean(body(scalars(values[0]), scalars(values[1]))))
        }
    }

    private static func substring(_ values: [FEELValue]) -> FEELComputation {
        let string = scalars(values[0])
        guard case .number(let position) = values[1],
            let start = FEELOperators.offset(position, in: string.count)
        else { return .fault(.outOfRange, .noSuchPosition) }
        guard case .number(let wanted) = values[2] else { return .value(.string(joined(string[start...]))) }
        guard let length = wanted.rounded(toScale: 0, rule: .down)?.integerValue, length > 0 else {
            return .fault(.outOfRange, .badLength)
        }
        return .value(.string(joined(string[start...].prefix(length))))
    }

    private static func scalars(_ value: FEELValue) -> [Unicode.Scalar] { Array(value.text.unicodeScalars) }

    private static func joined(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The first place of a text in another, in time linear in both (Knuth, Morris and Pratt 1977).
    private static func firstPlace(of match: [Unicode.Scalar], in string: [Unicode.Scalar]) -> Int? {
        guard !match.isEmpty else { return 0 }
        // How much of the match is also the end of what was read, after each of its characters.
        var borders = [0]
        var length = 0
        for character in match.dropFirst() {
            while length > 0, match[length] != character { length = borders[length - 1] }
            if match[length] == character { length += 1 }
            borders.append(length)
        }
        length = 0
        for (place, character) in string.enumerated() {
            while length > 0, match[length] != character { length = borders[length - 1] }
            if match[length] == character { length += 1 }
            if length == match.count { return place + 1 - length }
        }
        return nil
    }
}

extension LocalizedText {
    fileprivate static func notAllText(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "`string join` voegt teksten samen; de lijst bevat \(value.described.nl).",
            en: "`string join` joins texts; the list holds \(value.described.en).")
    }

    fileprivate static let noSuchPosition = LocalizedText(
        nl: "De tekst heeft geen teken op die plaats; het eerste teken is 1.",
        en: "The text has no character at that position; the first one is 1.")

    fileprivate static let badLength = LocalizedText(
        nl: "De lengte moet ten minste 1 zijn.", en: "The length must be at least 1.")
}
