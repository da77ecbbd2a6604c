extension Builtin {
    static let boolean: [Builtin] = [
        // FEEL's `not` gives null for whatever is neither true nor false.
        Builtin(
            "not", [.init("negand", .any)], result: .boolean,
            lifted: { Ternary($0[0]).negated.set },
            { values in
                switch values[0] {
                case .boolean(let value): .value(.boolean(!value))
                case .null: .value(.null)
                default: .fault(.wrongArgument, .noTruth(values[0]))
                }
            }),
        Builtin(
            "is", [.init("value1", .any, optional: true), .init("value2", .any, optional: true)], result: .boolean
        ) { values in
            .value(.boolean(values[0] == values[1]))
        },
        quantifier("all", start: .true) { $0.and($1) },
        quantifier("any", start: .false) { $0.or($1) },
    ]

    /// `all` and `any` fold a list with a connective; a member that may be missing may leave the result as it was.
    private static func quantifier(
        _ name: String, start: Ternary, _ join: @escaping @Sendable (Ternary, Ternary) -> Ternary
    ) -> Builtin {
        Builtin(
            name,
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
