/// Names of types and of the parts of values that FEEL itself defines.
extension Verbalizer {
    /// "number", "list (members: text)"
    func name(of type: FEELTypeName) -> String {
        switch type {
        case .named(let name):
            return switch name {
            case "number": word("getal", "number")
            case "string": word("tekst", "text")
            case "boolean": word("ja of nee", "yes or no")
            case "date": word("datum", "date")
            case "time": word("tijd", "time")
            case "date and time": word("datum met tijd", "date and time")
            case "days and time duration": word("duur in dagen en uren", "duration in days and hours")
            case "years and months duration": word("duur in jaren en maanden", "duration in years and months")
            case "Any": word("elke waarde", "any value")
            case "Null": word("geen waarde", "no value")
            case "list": word("lijst", "list")
            case "context": word("gegevens", "record")
            case "range": word("bereik", "range")
            case "function": word("functie", "function")
            default: Self.quoted(name)
            }
        case .list(let element):
            return word("lijst (leden: \(name(of: element)))", "list (members: \(name(of: element)))")
        case .range(let element):
            return word("bereik (grenzen: \(name(of: element)))", "range (bounds: \(name(of: element)))")
        case .context(let fields):
            let words = fields.map { "\($0.name): \(name(of: $0.type))" }.joined(separator: "; ")
            return word("gegevens (\(words))", "record (\(words))")
        case .function(let parameters, let result):
            let inputs = parameters.isEmpty ? word("niets", "nothing") : values.list(parameters.map { name(of: $0) })
            let output = name(of: result)
            return word("functie (van \(inputs) naar \(output))", "function (of \(inputs) to \(output))")
        }
    }

    /// "the year"; a member that FEEL does not define keeps its name.
    func title(ofMember member: String) -> String {
        switch member {
        case "year": word("het jaar", "the year")
        case "month": word("de maand", "the month")
        case "day": word("de dag", "the day")
        case "weekday": word("de dag van de week", "the day of the week")
        case "hour": word("het uur", "the hour")
        case "minute": word("de minuut", "the minute")
        case "second": word("de seconde", "the second")
        case "time offset": word("het verschil met UTC", "the distance from UTC")
        case "timezone": word("de tijdzone", "the time zone")
        case "years": word("de hele jaren", "the whole years")
        case "months": word("de resterende maanden", "the remaining months")
        case "days": word("de hele dagen", "the whole days")
        case "hours": word("de resterende uren", "the remaining hours")
        case "minutes": word("de resterende minuten", "the remaining minutes")
        case "seconds": word("de resterende seconden", "the remaining seconds")
        case "start": word("het begin", "the start")
        case "end": word("het einde", "the end")
        case "start included": word("of het begin erbij hoort", "whether the start is included")
        case "end included": word("of het einde erbij hoort", "whether the end is included")
        default: member
        }
    }
}
