extension FEELValue {
    /// The value as FEEL's `string()` writes it; a string stands as it is, without quotes.
    public var text: String {
        if case .string(let value) = self { return value }
        return literal
    }

    /// The value as a part of another one: strings in quotes.
    var literal: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let value): value.description
        case .string(let value): value.quoted
        case .date(let value): value.description
        case .time(let value): value.description
        case .dateTime(let value): value.description
        case .daysDuration(let value): value.description
        case .monthsDuration(let value): value.description
        case .list(let values): "[" + values.map(\.literal).joined(separator: ", ") + "]"
        case .context(let context):
            "{" + context.entries.map { "\($0.key.asKey): \($0.value.literal)" }.joined(separator: ", ") + "}"
        case .range(let range): range.text
        case .function(let function): function.text
        }
    }
}

extension FEELRange {
    fileprivate var text: String {
        switch (low?.value.text, high?.value.text) {
        case (nil, let high?): (highIncluded ? "<= " : "< ") + high
        case (let low?, nil): (lowIncluded ? ">= " : "> ") + low
        case (let low?, let high?):
            (lowIncluded ? "[" : "(") + low + ".." + high + (highIncluded ? "]" : ")")
        case (nil, nil): "(..)"
        }
    }
}

extension String {
    fileprivate var quoted: String {
        var result = "\""
        for character in unicodeScalars {
            if character == "\"" || character == "\\" { result.append("\\") }
            result.unicodeScalars.append(character)
        }
        return result + "\""
    }

    /// A key in quotes where it would break the context's own punctuation.
    fileprivate var asKey: String {
        contains { "{}:,\"[]()".contains($0) } ? quoted : self
    }
}
