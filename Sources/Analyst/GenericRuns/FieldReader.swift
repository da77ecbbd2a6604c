package import RuleEngine

/// Reads the text of a cell as a field of a fact, or a value of a record, holds it.
package struct FieldReader {
    package let ruleBase: RuleBase
    /// A value may also be known in part, or not at all.
    package let takesPartial: Bool

    package init(ruleBase: RuleBase, takesPartial: Bool = false) {
        self.ruleBase = ruleBase
        self.takesPartial = takesPartial
    }

    /// - Throws: `facts/value` where the text is none of what the field can hold.
    package func value(_ given: GivenFact.Value, of field: Template.Field) throws(BadInput) -> FEELValue {
        if let value = value(given.text, of: field.type) { return value }
        throw given.place.failure(
            "facts/value", .wrongValue(given.text, field.name),
            hint: hint(given.text, choices: choices(of: field.type), field.type))
    }

    /// - Throws: `facts/value` where the text is none of what the record allows there.
    package func value(_ given: GivenFact.Value, ofSlot slot: Int) throws(BadInput) -> FEELValue {
        let record = ruleBase.record
        // A text that looks like a number stays a text.
        if record.textSlots.contains(slot), case .anything = record.domains[slot] { return .string(given.text) }
        return try value(given, in: record.domains[slot])
    }

    private func value(_ given: GivenFact.Value, in domain: ValueSet) throws(BadInput) -> FEELValue {
        if let value = value(given.text, in: domain) { return value }
        throw given.place.failure(
            "facts/value", .wrongValue(given.text, given.name), hint: Self.hint(domain, orPartial: takesPartial))
    }

    /// What a value of a record can be, for whoever gave something else, as files write it.
    ///
    /// - Parameter orPartial: a range and `unknown` can be written there, too.
    package static func hint(_ domain: ValueSet, orPartial: Bool = false) -> LocalizedText {
        LocalizedText { language in
            let possible = language.word("mogelijk is: ", "possible: ")
            switch domain {
            case .oneOf(let values):
                let list = values.map(\.text) + (orPartial ? ["unknown"] : [])
                return possible + list.joined(separator: ", ")
            case .numbers(let interval, _):
                let partial = language.word(
                    ", een bereik zoals 60..80, of unknown", ", a range such as 60..80, or unknown")
                return possible + number(in: interval)[language] + (orPartial ? partial : "")
            case .exactly, .list, .context, .anything:
                return possible + ValueText(language).text(of: domain)
            }
        }
    }

    private static func number(in interval: NumberInterval) -> LocalizedText {
        switch (interval.low, interval.high) {
        case (let low?, let high?):
            LocalizedText(nl: "een getal van \(low) tot en met \(high)", en: "a number from \(low) to \(high)")
        case (let low?, nil): LocalizedText(nl: "een getal vanaf \(low)", en: "a number from \(low)")
        case (nil, let high?): LocalizedText(nl: "een getal tot en met \(high)", en: "a number up to \(high)")
        case (nil, nil): LocalizedText(nl: "een getal", en: "a number")
        }
    }

    private func value(_ text: String, in domain: ValueSet) -> FEELValue? {
        switch domain {
        case .exactly(let value): return value.text == text ? value : nil
        case .oneOf(let values): return values.first { $0.text == text }
        case .numbers(let interval, _):
            return FEELNumber(text).flatMap { interval.contains($0) ? .number($0) : nil }
        case .list, .context, .anything: return FEELNumber(text).map { .number($0) } ?? .string(text)
        }
    }

    private func value(_ text: String, of type: Template.FieldType) -> FEELValue? {
        switch type {
        case .string: return .string(text)
        case .number: return FEELNumber(text).map { .number($0) }
        case .numbers(let interval): return FEELNumber(text).flatMap { interval.contains($0) ? .number($0) : nil }
        case .boolean: return text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
        case .values(let values):
            let number = FEELNumber(text).map { FEELValue.number($0) }
            return values.first { $0.text == text || $0 == number }
        case .code(let name): return ruleBase.vocabulary(name)?[text] == nil ? nil : .string(text)
        case .codes(let name):
            let codes = text.split(whereSeparator: { $0 == " " || $0 == ";" || $0 == "," }).map(String.init)
            guard let vocabulary = ruleBase.vocabulary(name), codes.allSatisfy({ vocabulary[$0] != nil }) else {
                return nil
            }
            return .list(codes.map { .string($0) })
        }
    }

    private func choices(of type: Template.FieldType) -> [String] {
        switch type {
        case .boolean: ["true", "false"]
        case .values(let values): values.map(\.text)
        case .code(let name), .codes(let name): ruleBase.vocabulary(name)?.codes.map(\.code) ?? []
        case .string, .number, .numbers: []
        }
    }

    private func hint(_ text: String, choices: [String], _ type: Template.FieldType) -> LocalizedText {
        if let near = Suggestion.nearest(to: text, among: choices) {
            return LocalizedText(nl: "bedoelde u ‘\(near)’?", en: "did you mean ‘\(near)’?")
        }
        let shown = choices.prefix(8).joined(separator: ", ") + (choices.count > 8 ? ", …" : "")
        return choices.isEmpty
            ? Self.hint(ruleBase.domain(of: type))
            : LocalizedText(nl: "mogelijk is: \(shown)", en: "possible: \(shown)")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func wrongValue(_ text: String, _ field: String) -> LocalizedText {
        LocalizedText(nl: "‘\(text)’ past niet in ‘\(field)’", en: "‘\(text)’ does not fit in ‘\(field)’")
    }
}
