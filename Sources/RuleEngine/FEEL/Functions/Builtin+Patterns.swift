/// Functions that look for a pattern in a text (DMN 1.5, table 73), with the regular expressions of XPath.
extension Builtin {
    static let patterns: [Builtin] = [
        Builtin(
            "matches",
            [.init("input", .string), .init("pattern", .string), .init("flags", .string, optional: true)],
            result: .boolean
        ) { values in
            attempt { () throws(RegularExpressionProblem) in
                .value(.boolean(try pattern(values[1], flags: values[2]).isFound(in: values[0].text)))
            }
        }
        .preparing { constants in
            prepared(constants[1], flags: constants[2]) { pattern, values throws(RegularExpressionProblem) in
                .value(.boolean(try pattern.isFound(in: values[0].text)))
            }
        },
        Builtin(
            "replace",
            [
                .init("input", .string), .init("pattern", .string), .init("replacement", .string),
                .init("flags", .string, optional: true),
            ]
        ) { values in
            attempt { () throws(RegularExpressionProblem) in
                try replace(pattern(values[1], flags: values[3]), values)
            }
        }
        .preparing { prepared($0[1], flags: $0[3], replace) },
        Builtin("split", [.init("string", .string), .init("delimiter", .string)]) { values in
            attempt { () throws(RegularExpressionProblem) in
                try split(pattern(values[1], flags: .null), values)
            }
        }
        .preparing { prepared($0[1], flags: .null, split) },
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
