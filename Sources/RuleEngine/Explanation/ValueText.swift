/// Values and sets of values as a reader sees them: "6,7 %", "ja", "nog niet bekend (0 tot 100)".
public struct ValueText: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    public func text(of value: FEELValue, unit: String? = nil) -> String {
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

    public func text(of set: ValueSet, unit: String? = nil) -> String {
        switch set {
        case .exactly(let value): return text(of: value, unit: unit)
        case .oneOf(let values):
            return unknown(values.map { text(of: $0, unit: unit) }.joined(separator: language == .nl ? " of " : " or "))
        case .numbers(let interval, _):
            guard let low = interval.low, let high = interval.high else { return unknown(nil) }
            let (from, to) = (number(low, unit), number(high, unit))
            return unknown(language == .nl ? "\(from) tot \(to)\(suffix(unit))" : "\(from) to \(to)\(suffix(unit))")
        case .list(let list):
            let sure = list.members.filter(\.certain).map { text(of: $0.value, unit: unit) }
            let more = list.members.filter { !$0.certain }.map { text(of: $0.value, unit: unit) }
            var parts: [String] = []
            if !sure.isEmpty { parts.append(self.list(sure)) }
            if !more.isEmpty { parts.append((language == .nl ? "misschien ook " : "perhaps also ") + self.list(more)) }
            if list.open { parts.append(language == .nl ? "misschien nog andere" : "perhaps others") }
            return parts.joined(separator: "; ")
        case .context, .anything: return unknown(nil)
        }
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

    private func suffix(_ unit: String?) -> String { unit.map { " \($0)" } ?? "" }

    /// "a, b en c"
    public func list(_ items: [String]) -> String { list(items, language.word("en", "and")) }

    /// - Parameter link: the word before the last one.
    func list(_ items: [String], _ link: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(link) " + last
    }
}
