/// Values and sets of values as a reader sees them: "6,7 %", "ja", "nog niet bekend (0 tot 100)".
package struct ValueText: Sendable {
    package let language: Language
    /// Units by code, a unit as it is written with hyphens for spaces; without it units are told as they are written.
    private let units: Vocabulary?

    package init(_ language: Language, units: Vocabulary? = nil) {
        self.language = language
        self.units = units
    }

    package func text(of value: FEELValue, unit: String? = nil) -> String {
        switch value {
        case .null: language == .nl ? "niet van toepassing" : "not applicable"
        case .boolean(let value):
            switch language {
            case .nl: value ? "ja" : "nee"
            case .en: value ? "yes" : "no"
            }
        case .number(let number): self.number(number, unit) + suffix(unit)
        case .string(let text): text
        case .date(let date): DateText.text(of: date, in: language)
        case .list(let values):
            values.isEmpty
                ? language.word("een lege lijst", "an empty list") : list(values.map { text(of: $0, unit: unit) })
        case .time(let time): text(of: time)
        case .dateTime(let moment): text(of: moment)
        case .daysDuration(let duration): text(of: duration)
        case .monthsDuration(let duration): text(of: duration)
        case .context(let context): self.context(context.entries.map { "\($0.key): \(text(of: $0.value))" })
        case .range(let range): text(of: range)
        case .function: language.word("een functie", "a function")
        }
    }

    package func text(of set: ValueSet, unit: String? = nil) -> String {
        switch set {
        case .exactly(let value): text(of: value, unit: unit)
        case .oneOf, .numbers, .context, .anything: unknown(range(of: set, unit))
        case .list(let list): text(of: list, unit)
        }
    }

    /// The same as a part of a sentence that counts with it: "4 of 5" where `text(of:)` adds that it is not yet known.
    package func part(of set: ValueSet, unit: String? = nil) -> String {
        range(of: set, unit) ?? text(of: set, unit: unit)
    }

    /// The values still possible; `nil` where they are known or cannot be told.
    private func range(of set: ValueSet, _ unit: String?) -> String? {
        switch set {
        case .oneOf(let values):
            let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
            if numbers.count == values.count, numbers.count > 2, let low = numbers.min(), let high = numbers.max() {
                return range(low, high, unit)
            }
            return list(values.map { text(of: $0, unit: unit) }, language.word("of", "or"))
        case .numbers(let interval, _):
            guard let low = interval.low, let high = interval.high else { return nil }
            return range(low, high, unit)
        case .exactly, .list, .context, .anything: return nil
        }
    }

    private func range(_ low: FEELNumber, _ high: FEELNumber, _ unit: String?) -> String {
        number(low, unit) + language.word(" tot ", " to ") + number(high, unit) + suffix(unit)
    }

    private func text(of list: UncertainList, _ unit: String?) -> String {
        let sure = list.members.filter(\.certain).map { text(of: $0.value, unit: unit) }
        let more = list.members.filter { !$0.certain }.map { text(of: $0.value, unit: unit) }
        var parts: [String] = []
        if !sure.isEmpty { parts.append(self.list(sure)) }
        if !more.isEmpty {
            let perhaps =
                sure.isEmpty
                ? language.word("misschien ", "perhaps ") : language.word("misschien ook ", "perhaps also ")
            parts.append(perhaps + self.list(more))
        }
        if list.open { parts.append(language.word("misschien nog andere", "perhaps others")) }
        return parts.joined(separator: "; ")
    }

    /// Thousands are set apart in amounts only: a number without a unit, or counted in years, may be a year.
    private func number(_ number: FEELNumber, _ unit: String?) -> String {
        let isAmount = unit.map { !["jaar", "year", "years"].contains($0) } ?? false
        return NumberText.text(of: number, in: language, grouping: isAmount)
    }

    private func unknown(_ range: String?) -> String {
        let word = language == .nl ? "nog niet bekend" : "not yet known"
        return range.map { "\(word) (\($0))" } ?? word
    }

    /// The unit behind a number; nothing for a unit that is not said there, as a number of things or a ratio.
    private func suffix(_ unit: String?) -> String {
        guard let unit, code(ofUnit: unit)?.value("unspoken") != .boolean(true) else { return "" }
        return " \(title(ofUnit: unit))"
    }

    /// "pieces per crate"
    package func title(ofUnit unit: String) -> String { code(ofUnit: unit)?.title[language] ?? unit }

    private func code(ofUnit unit: String) -> Vocabulary.Term? {
        units?[unit.replacing("%", with: "procent").split(separator: " ").joined(separator: "-")]
    }

    /// "a, b en c"
    package func list(_ items: [String]) -> String { list(items, language.word("en", "and")) }

    /// - Parameter link: the word before the last one.
    func list(_ items: [String], _ link: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(link) " + last
    }
}
