/// Writes values as FEEL does, and stops when there is enough for a message.
struct FEELValueWriter {
    private(set) var text = ""
    /// Bytes after which nothing more is begun.
    private let limit: Int

    init(limit: Int = .max) { self.limit = limit }

    /// The text may go on beyond what was written.
    var isCut: Bool { text.utf8.count > limit }

    /// The value as a part of another one: strings in quotes.
    mutating func write(_ value: FEELValue) {
        guard !isCut else { return }
        switch value {
        case .null: text += "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .number(let value): text += value.description
        case .string(let value): writeQuoted(value)
        case .date(let value): text += value.description
        case .time(let value): text += value.description
        case .dateTime(let value): text += value.description
        case .daysDuration(let value): text += value.description
        case .monthsDuration(let value): text += value.description
        case .list(let values): write(values)
        case .context(let context): write(context)
        case .range(let range): write(range)
        case .function(let function): text += function.text
        }
    }

    /// The value by itself: a string as it is, without quotes.
    mutating func writeBare(_ value: FEELValue) {
        guard case .string(let string) = value else { return write(value) }
        if string.utf8.count <= limit {
            text += string
        } else {
            // A byte more than the limit, so that the cut shows.
            text.unicodeScalars.append(contentsOf: string.unicodeScalars.prefix(limit + 1))
        }
    }

    private mutating func write(_ values: [FEELValue]) {
        text += "["
        for (index, value) in values.enumerated() where !isCut {
            if index > 0 { text += ", " }
            write(value)
        }
        text += "]"
    }

    private mutating func write(_ context: FEELContext) {
        text += "{"
        for (index, entry) in context.entries.enumerated() where !isCut {
            if index > 0 { text += ", " }
            if entry.key.breaksContext { writeQuoted(entry.key) } else { text += entry.key }
            text += ": "
            write(entry.value)
        }
        text += "}"
    }

    private mutating func write(_ range: FEELRange) {
        switch (range.low, range.high) {
        case (nil, let high?):
            text += range.highIncluded ? "<= " : "< "
            writeBare(high)
        case (let low?, nil):
            text += range.lowIncluded ? ">= " : "> "
            writeBare(low)
        case (let low?, let high?):
            text += range.lowIncluded ? "[" : "("
            writeBare(low)
            text += ".."
            writeBare(high)
            text += range.highIncluded ? "]" : ")"
        case (nil, nil): text += "(..)"
        }
    }

    private mutating func writeQuoted(_ string: String) {
        text += "\""
        for character in string.unicodeScalars where !isCut {
            if character == "\"" || character == "\\" { text.unicodeScalars.append("\\") }
            text.unicodeScalars.append(character)
        }
        text += "\""
    }
}

extension String {
    /// A key that has the context's own punctuation in it.
    fileprivate var breaksContext: Bool { contains { "{}:,\"[]()".contains($0) } }
}
