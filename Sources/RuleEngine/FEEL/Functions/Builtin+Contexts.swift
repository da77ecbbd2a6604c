/// Functions on contexts. Entries keep their order.
extension Builtin {
    static let contexts: [Builtin] = [
        Builtin(
            "get value",
            documentation: .init(
                nl: "Geeft de waarde onder een sleutel.",
                en: "Gives the value under a key.",
                right: #"get value({naam: "Zuid"}, "naam") = "Zuid""#,
                wrong: #"get value("Zuid", "naam")"#),
            wordings: [
                .value(nl: "de waarde met de naam {1} in {0}", en: "the value with the name {1} in {0}")
            ], [.init("m", .context), .init("key", .any)]
        ) { values in
            guard case .context(let context) = values[0], case .string(let key) = values[1] else {
                return .value(.null)
            }
            return .value(context[key] ?? .null)
        },
        Builtin(
            "get entries",
            documentation: .init(
                nl: "Geeft de sleutels en waarden als lijst.",
                en: "Gives the keys and values as a list.",
                right: #"get entries({a: 1}) = [{key: "a", value: 1}]"#,
                wrong: "get entries(1)"),
            wordings: [
                .value(nl: "de namen en waarden van {0}", en: "the names and values of {0}")
            ], [.init("m", .context)], result: .always(.list(of: .context))
        ) { values in
            guard case .context(let context) = values[0] else { return .value(.null) }
            return .value(.list(context.entries.map { .context(entry($0.key, $0.value)) }))
        },
        Builtin(
            "context",
            documentation: .init(
                nl: "Maakt een context van een lijst van sleutels en waarden.",
                en: "Makes a context of a list of keys and values.",
                right: #"context([{key: "a", value: 1}]) = {a: 1}"#,
                wrong: #"context([{key: "a", value: 1}, {key: "a", value: 2}])"#),
            wordings: [
                .value(
                    nl: "de gegevens met de namen en waarden van {0}", en: "the record with the names and values of {0}"
                )
            ], [.init("entries", .list)], result: .always(.context)
        ) { values in
            var result = FEELContext()
            for member in values[0].members {
                guard case .context(let entry) = member, case .string(let key)? = entry["key"],
                    let value = entry["value"]
                else { return .fault(.wrongArgument, .notAnEntry(member)) }
                guard result[key] == nil else { return .fault(.wrongArgument, .keyTwice(key)) }
                result.set(key, to: value)
            }
            return .value(.context(result))
        },
        Builtin(
            "context put",
            documentation: .init(
                nl: "Zet een waarde onder een sleutel, of onder een reeks van sleutels.",
                en: "Puts a value under a key, or under a row of keys.",
                right: #"context put({x: {y: 0}}, ["x", "y"], 2) = {x: {y: 2}}"#,
                wrong: "context put({x: 1}, 5, 2)"),
            wordings: [
                .value(nl: "{0} met {2} onder de naam {1}", en: "{0} with {2} under the name {1}")
            ],
            signatures: [
                Signature(
                    [.init("context", .context), .init("key", .any), .init("value", .any)], positionalOnly: true),
                Signature([.init("context", .context), .init("key", .string), .init("value", .any)]),
                Signature([.init("context", .context), .init("keys", .list), .init("value", .any)]),
            ], result: .always(.context)
        ) { values in
            guard case .context(let context) = values[0] else { return .value(.null) }
            let keys = values[1].kind == .list ? values[1].members : [values[1]]
            guard !keys.isEmpty, keys.allSatisfy({ $0.kind == .string }) else {
                return .fault(.wrongArgument, .keysAreNoText)
            }
            return put(values[2], at: keys.map(\.text)[...], in: context)
        },
        Builtin(
            "context merge",
            documentation: .init(
                nl: "Voegt contexten samen; bij dezelfde sleutel geldt de laatste.",
                en: "Merges contexts; of one key the last value counts.",
                right: "context merge([{x: 1}, {x: 2, y: 0}]) = {x: 2, y: 0}",
                wrong: "context merge([{x: 1}, 2])"),
            wordings: [
                .value(
                    nl: "de gegevens van {0} samen, waarbij het laatste voorgaat",
                    en: "the records of {0} together, of which the last goes first")
            ], [.init("contexts", .list)], result: .always(.context)
        ) { values in
            var result = FEELContext()
            for member in values[0].members {
                guard case .context(let context) = member else { return .fault(.wrongArgument, .notAContext(member)) }
                for entry in context.entries { result.set(entry.key, to: entry.value) }
            }
            return .value(.context(result))
        },
    ]

    private static func entry(_ key: String, _ value: FEELValue) -> FEELContext {
        FEELContext([.init(key: "key", value: .string(key)), .init(key: "value", value: value)])
    }

    /// Follows the keys; the last one gets the value.
    private static func put(
        _ value: FEELValue, at keys: ArraySlice<String>, in context: FEELContext
    ) -> FEELComputation {
        guard let key = keys.first else { return .value(.null) }
        var result = context
        if keys.count == 1 {
            result.set(key, to: value)
            return .value(.context(result))
        }
        guard case .context(let inner)? = context[key],
            case .value(let changed) = put(value, at: keys.dropFirst(), in: inner)
        else { return .fault(.wrongArgument, .noInnerContext(key)) }
        result.set(key, to: changed)
        return .value(.context(result))
    }
}

extension LocalizedText {
    fileprivate static func notAnEntry(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "Elk lid moet een `key` (tekst) en een `value` hebben; \(value.described.nl) heeft dat niet.",
            en: "Each member must have a `key` (text) and a `value`; \(value.described.en) does not.")
    }

    fileprivate static func keyTwice(_ key: String) -> LocalizedText {
        LocalizedText(nl: "De sleutel `\(key)` komt twee keer voor.", en: "The key `\(key)` occurs twice.")
    }

    fileprivate static let keysAreNoText = LocalizedText(
        nl: "Een sleutel is een tekst, of een lijst van teksten.", en: "A key is a text, or a list of texts.")

    fileprivate static func notAContext(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "\(value.described.nl) is geen context.", en: "\(value.described.en) is not a context.")
    }

    fileprivate static func noInnerContext(_ key: String) -> LocalizedText {
        LocalizedText(
            nl: "Onder `\(key)` staat geen context.", en: "There is no context under `\(key)`.")
    }
}
