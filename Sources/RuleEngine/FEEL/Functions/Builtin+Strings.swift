/// Functions on text. Positions and lengths count code points, from 1.
extension Builtin {
    static let strings: [Builtin] = [
        Builtin(
            "substring",
            [.init("string", .string), .init("start position", .number), .init("length", .number, optional: true)]
        ) { values in
            substring(values)
        },
        Builtin("string length", [.init("string", .string)], result: .number) { values in
            .value(.number(FEELNumber(values[0].text.unicodeScalars.count)))
        },
        text("upper case") { $0.uppercased() },
        text("lower case") { $0.lowercased() },
        Builtin("substring before", [.init("string", .string), .init("match", .string)]) { values in
            let (string, match) = (scalars(values[0]), scalars(values[1]))
            guard let place = firstPlace(of: match, in: string) else { return .value(.string("")) }
            return .value(.string(joined(string[..<place])))
        },
        Builtin("substring after", [.init("string", .string), .init("match", .string)]) { values in
            let (string, match) = (scalars(values[0]), scalars(values[1]))
            guard let place = firstPlace(of: match, in: string) else { return .value(.string("")) }
            return .value(.string(joined(string[(place + match.count)...])))
        },
        test("contains") { firstPlace(of: $1, in: $0) != nil },
        test("starts with") { $0.starts(with: $1) },
        test("ends with") { $0.reversed().starts(with: $1.reversed()) },
        Builtin(
            "string join",
            [.init("list", .list), .init("delimiter", .string, optional: true)]
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

    private static func text(_ name: String, _ body: @escaping @Sendable (String) -> String) -> Builtin {
        Builtin(name, [Parameter("string", .string)]) { .value(.string(body($0[0].text))) }
    }

    private static func test(
        _ name: String, _ body: @escaping @Sendable ([Unicode.Scalar], [Unicode.Scalar]) -> Bool
    ) -> Builtin {
        Builtin(name, [Parameter("string", .string), Parameter("match", .string)], result: .boolean) { values in
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
