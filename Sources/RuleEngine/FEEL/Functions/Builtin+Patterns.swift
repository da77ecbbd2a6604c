/// Functions that look for a pattern in a text (DMN 1.5, table 73), with the regular expressions of XPath.
extension Builtin {
    static let patterns: [Builtin] = [
        Builtin(
            "matches",
            documentation: .init(
                nl: "Zegt of een patroon in een tekst voorkomt.",
                en: "Says whether a pattern occurs in a text.",
                details: .flags,
                right: #"matches("1012 AB", "^\d{4} ?[a-z]{2}$", "i")"#,
                wrong: #"matches("1012 AB", "(1012")"#),
            wordings: [
                .statement(
                    nl: "{0} past bij het patroon {1}", not: "{0} past niet bij het patroon {1}",
                    en: "{0} matches the pattern {1}", not: "{0} does not match the pattern {1}"),
                .statement(
                    nl: "{0} past bij het patroon {1} met de vlaggen {2}",
                    not: "{0} past niet bij het patroon {1} met de vlaggen {2}",
                    en: "{0} matches the pattern {1} with the flags {2}",
                    not: "{0} does not match the pattern {1} with the flags {2}"),
            ],
            [.init("input", .string), .init("pattern", .string), .init("flags", .string, optional: true)],
            result: .boolean, effort: .search,
            preparing: { constants in
                prepared(constants[1], flags: constants[2]) { pattern, values throws(RegularExpressionProblem) in
                    .value(.boolean(try pattern.isFound(in: values[0].text)))
                }
            }
        ) { values in
            attempt { () throws(RegularExpressionProblem) in
                .value(.boolean(try pattern(values[1], flags: values[2]).isFound(in: values[0].text)))
            }
        },
        Builtin(
            "replace",
            documentation: .init(
                nl: "Vervangt elke plek waar een patroon past; `$1` is wat de eerste groep vond.",
                en: "Replaces every place where a pattern matches; `$1` is what the first group found.",
                details: .flags,
                right: #"replace("jan-feb", "(\w+)-(\w+)", "$2-$1") = "feb-jan""#,
                wrong: #"replace("abc", "x*", "-")"#),
            wordings: [
                .value(
                    nl: "{0} met {2} in plaats van wat past bij het patroon {1}",
                    en: "{0} with {2} in place of what matches the pattern {1}"),
                .value(
                    nl: "{0} met {2} in plaats van wat past bij het patroon {1} met de vlaggen {3}",
                    en: "{0} with {2} in place of what matches the pattern {1} with the flags {3}"),
            ],
            [
                .init("input", .string), .init("pattern", .string), .init("replacement", .string),
                .init("flags", .string, optional: true),
            ], result: .always(.string), effort: .search, preparing: { prepared($0[1], flags: $0[3], replace) }
        ) { values in
            attempt { () throws(RegularExpressionProblem) in
                try replace(pattern(values[1], flags: values[3]), values)
            }
        },
        Builtin(
            "split",
            documentation: .init(
                nl: "Deelt een tekst op bij elke plek waar een patroon past.",
                en: "Parts a text at every place where a pattern matches.",
                right: #"split("a; b;c", ";\s*") = ["a", "b", "c"]"#,
                wrong: #"split("abc", "")"#),
            wordings: [
                .value(
                    nl: "de stukken van {0} tussen wat past bij het patroon {1}",
                    en: "the pieces of {0} between what matches the pattern {1}")
            ], [.init("string", .string), .init("delimiter", .string)], result: .always(.list(of: .string)),
            effort: .search, preparing: { prepared($0[1], flags: .null, split) }
        ) { values in
            attempt { () throws(RegularExpressionProblem) in
                try split(pattern(values[1], flags: .null), values)
            }
        },
    ]

    private static func pattern(
        _ pattern: FEELValue, flags: FEELValue
    ) throws(RegularExpressionProblem) -> RegularExpression {
        try RegularExpression(pattern.text, flags: flags.isNull ? "" : flags.text)
    }

    private static func replace(
        _ pattern: RegularExpression, _ values: [FEELValue]
    ) throws(RegularExpressionProblem) -> FEELComputation {
        if try pattern.matchesNothing() { return .fault(.wrongArgument, .matchesNothing(values[1])) }
        guard let replacement = RegexReplacement(values[2].text, for: pattern) else {
            return .fault(.wrongArgument, .badReplacement(values[2]))
        }
        let matches = try pattern.matches(in: values[0].text)
        return replacement.replacing(matches, in: values[0].text, limit: FEELLimits.textLength)
            .map { .value(.string($0)) } ?? .fault(.limit, .tooLong)
    }

    private static func split(
        _ pattern: RegularExpression, _ values: [FEELValue]
    ) throws(RegularExpressionProblem) -> FEELComputation {
        if try pattern.matchesNothing() { return .fault(.wrongArgument, .matchesNothing(values[1])) }
        let scalars = Array(values[0].text.unicodeScalars)
        var parts: [FEELValue] = []
        var start = 0
        for match in try pattern.matches(in: values[0].text) {
            parts.append(.string(String(String.UnicodeScalarView(scalars[start..<match.range.lowerBound]))))
            start = match.range.upperBound
        }
        parts.append(.string(String(String.UnicodeScalarView(scalars[start...]))))
        return .value(.list(parts))
    }

    /// The work on a pattern that is the same in every call, done once. A pattern with a mistake is left to the call.
    private static func prepared(
        _ constant: FEELValue?, flags: FEELValue?,
        _ body: @escaping @Sendable (RegularExpression, [FEELValue]) throws(RegularExpressionProblem) -> FEELComputation
    ) -> Body? {
        guard case .string? = constant, let constant, let flags, flags.isNull || flags.kind == .string,
            case .success(let pattern) = reading(constant, flags)
        else { return nil }
        return { values in attempt { () throws(RegularExpressionProblem) in try body(pattern, values) } }
    }

    private static func reading(
        _ text: FEELValue, _ flags: FEELValue
    ) -> Swift.Result<RegularExpression, RegularExpressionProblem> {
        do { return .success(try pattern(text, flags: flags)) } catch { return .failure(error) }
    }

    private static func attempt(
        _ body: () throws(RegularExpressionProblem) -> FEELComputation
    ) -> FEELComputation {
        do {
            return try body()
        } catch {
            return .fault(error.isLimit ? .limit : .wrongArgument, error.message)
        }
    }
}

extension LocalizedText {
    fileprivate static let flags = LocalizedText(
        nl: "Vlaggen: `i` hoofdletters maken niet uit, `s` een punt past ook op een regeleinde, `m` `^` en `$` gelden "
            + "per regel, `x` spaties in het patroon tellen niet.",
        en: "Flags: `i` case does not matter, `s` a dot also takes a line end, `m` `^` and `$` work per line, `x` "
            + "spaces in the pattern do not count.")

    fileprivate static func matchesNothing(_ pattern: FEELValue) -> LocalizedText {
        LocalizedText(
            nl:
                "Het patroon \"\(pattern.excerpt)\" past ook op een lege tekst. Gebruik bijvoorbeeld `+` in plaats van `*`.",
            en: "The pattern \"\(pattern.excerpt)\" also matches an empty text. Use for example `+` instead of `*`.")
    }

    fileprivate static func badReplacement(_ text: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "In \"\(text.excerpt)\" hoort achter `$` een cijfer en achter `\\` een `\\` of een `$`.",
            en: "In \"\(text.excerpt)\" a `$` takes a digit after it, and a `\\` takes a `\\` or a `$`.")
    }

    fileprivate static let tooLong = LocalizedText(
        nl: "De tekst wordt door het vervangen te lang.", en: "The replacement makes the text too long.")
}
