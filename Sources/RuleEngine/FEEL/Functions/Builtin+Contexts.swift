/// Functions on contexts. Entries keep their order.
extension Builtin {
    static let contexts: [Builtin] = [
        Builtin("get value", [.init("m", .context), .init("key", .any)]) { values in
            guard case .context(let context) = values[0], case .string(let key) = values[1] else {
                return .value(.null)
            }
            return .value(context[key] ?? .null)
        },
        Builtin("get entries", [.init("m", .context)]) { values in
            guard case .context(let context) = values[0] else { return .value(.null) }
            return .value(.list(context.entries.map { .context(entry($0.key, $0.value)) }))
        },
        Builtin("context", [.init("entries", .list)]) { values in
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
            signatures: [
                Signature(
                    [.init("context", .context), .init("key", .any), .init("value", .any)], positionalOnly: true),
                Signature([.init("context", .context), .init("key", .string), .init("value", .any)]),
                Signature([.init("context", .context), .init("keys", .list), .init("value", .any)]),
            ]
        ) { values in
            guard case .context(let context) = values[0] else { return .value(.null) }
            let keys = values[1].kind == .list ? values[1].members : [values[1]]
            guard !keys.isEmpty, keys.allSatisfy({ $0.kind == .string }) else {
                return .fault(.wrongArgument, .keysAreNoText)
            }
            return put(values[2], at: keys.map(\.text)[...], in: context)
        },
        Builtin("context merge", [.init("contexts", .list)]) { values in
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
