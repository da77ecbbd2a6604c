extension Builtin {
    static let boolean: [Builtin] = [
        // FEEL's `not` gives null for whatever is neither true nor false.
        Builtin(
            "not",
            documentation: .init(
                nl: "Keert true en false om.",
                en: "Turns true and false around.",
                right: "not(false) = true",
                wrong: #"not("true")"#),
            wordings: [
                .negation
            ], [.init("negand", .any)], result: .boolean,
            lifted: { Ternary($0[0]).negated.set },
            { values in
                switch values[0] {
                case .boolean(let value): .value(.boolean(!value))
                case .null: .value(.null)
                default: .fault(.wrongArgument, .noTruth(values[0]))
                }
            }),
        Builtin(
            "is",
            documentation: .init(
                nl: "Zegt of twee waarden hetzelfde zijn, ook van soort.",
                en: "Says whether two values are the same, in kind as well.",
                right: #"is(@"2012-12-25", @"2012-12-25")"#,
                wrong: "is(1, 1, 1)"),
            wordings: [
                .statement(
                    nl: "{0} is precies hetzelfde als {1}", not: "{0} is niet precies hetzelfde als {1}",
                    en: "{0} is the very same as {1}", not: "{0} is not the very same as {1}")
            ], [.init("value1", .any, optional: true), .init("value2", .any, optional: true)], result: .boolean
        ) { values in
            .value(.boolean(values[0] == values[1]))
        },
        quantifier(
            "all",
            documentation: .init(
                nl: "Is true als alle leden van een lijst true zijn.",
                en: "Is true when all members of a list are true.",
                right: "all([true, 2 > 1])",
                wrong: "all(null)"),
            wordings: [
                .statement(
                    nl: "dit is allemaal waar: {*}", not: "dit is niet allemaal waar: {*}",
                    en: "all of this is true: {*}",
                    not: "not all of this is true: {*}")
            ], start: .true
        ) { $0.and($1) },
        quantifier(
            "any",
            documentation: .init(
                nl: "Is true als ten minste één lid van een lijst true is.",
                en: "Is true when at least one member of a list is true.",
                right: "any([false, 2 > 1])",
                wrong: "any(null)"),
            wordings: [
                .statement(
                    nl: "minstens één hiervan is waar: {*}", not: "niets hiervan is waar: {*}",
                    en: "at least one of this is true: {*}", not: "none of this is true: {*}")
            ], start: .false
        ) { $0.or($1) },
    ]

    /// `all` and `any` fold a list with a connective; a member that may be missing may leave the result as it was.
    private static func quantifier(
        _ name: String, documentation: Documentation, wordings: [CallWording], start: Ternary,
        _ join: @escaping @Sendable (Ternary, Ternary) -> Ternary
    ) -> Builtin {
        Builtin(
            name, documentation: documentation, wordings: wordings,
            signatures: [
                Signature([Parameter("list", .list)]),
                Signature([Parameter("b", .list)], variadic: true),
            ],
            result: .boolean,
            lifted: { sets in
                guard let list = sets[0].asList else { return nil }
                var result = list.members.reduce(start) { result, member in
                    join(result, member.certain ? Ternary(member.value) : Ternary(member.value).union(start))
                }
                if list.open { result = join(result, .unknown) }
                return result.set
            },
            { values in
                guard case .list(let members) = values[0] else { return .value(.null) }
                let result = members.reduce(start) { join($0, Ternary(ValueSet.exactly($1))) }
                return .value(result.set.exactValue ?? .null)
            })
    }
}

extension LocalizedText {
    fileprivate static func noTruth(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "`not` keert true of false om, niet \(value.described.nl).",
            en: "`not` turns true or false around, not \(value.described.en).")
    }
}
