package import RuleEngine

/// Reads the values of cases in XML, and compares them as the README of the kit says.
package enum CaseValue {
    /// The value inside `inputNode`, `item`, `component` or `expected`.
    static func read(_ element: MarkupElement) -> FEELValue {
        if element.attributes["nil"] == "true" { return .null }
        let components = element.all("component")
        if !components.isEmpty {
            return .context(
                FEELContext(components.map { .init(key: $0.attributes["name"]?.asName ?? "", value: read($0)) }))
        }
        if let list = element.first("list") {
            return list.attributes["nil"] == "true" ? .null : .list(list.all("item").map(read))
        }
        guard let value = element.first("value"), value.attributes["nil"] != "true" else { return .null }
        return plain(value)
    }

    private static func plain(_ element: MarkupElement) -> FEELValue {
        let text = element.text.trimmed
        switch element.attributes["type"]?.localName ?? "string" {
        case "decimal", "double", "integer", "int", "long", "float":
            return FEELNumber(text).map(FEELValue.number) ?? .null
        case "boolean": return .boolean(text == "true" || text == "1")
        case "date": return FEELDate(text).map(FEELValue.date) ?? .null
        case "time": return FEELTime(text).map(FEELValue.time) ?? .null
        case "dateTime":
            return FEELDateTime(text).map(FEELValue.dateTime)
                ?? FEELDate(text).map { .dateTime(FEELDateTime($0)) } ?? .null
        case "duration", "dayTimeDuration", "yearMonthDuration":
            return FEELMonthsDuration(text).map(FEELValue.monthsDuration)
                ?? FEELDaysDuration(text).map(FEELValue.daysDuration) ?? .null
        default: return .string(element.text)
        }
    }

    /// Numbers within 0.00000001, strings exactly, contexts by their entries, lists in order.
    package static func agree(_ found: FEELValue, _ expected: FEELValue, _ timeZones: (any TimeZoneRules)?) -> Bool {
        switch (found, expected) {
        case (.number(let one), .number(let two)):
            return (one - two).magnitude <= tolerance
        case (.list(let one), .list(let two)):
            return one.count == two.count && zip(one, two).allSatisfy { agree($0, $1, timeZones) }
        case (.context(let one), .context(let two)):
            return one.entries.count == two.entries.count
                && two.entries.allSatisfy { entry in one[entry.key].map { agree($0, entry.value, timeZones) } ?? false }
        default:
            return found.isEqual(expected, timeZones: timeZones) ?? false
        }
    }

    private static let tolerance = FEELNumber("0.00000001") ?? 0
}
