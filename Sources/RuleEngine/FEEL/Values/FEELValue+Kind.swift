extension FEELValue {
    /// Kind of a value, in the order in which kinds are sorted where a fixed order is needed.
    package enum Kind: Int, CaseIterable, Comparable, Hashable, Sendable {
        case null, boolean, number, string, date, time, dateTime
        case daysDuration, monthsDuration, list, context, range, function

        /// Name of the type in FEEL.
        package var typeName: String {
            switch self {
            case .null: "Null"
            case .boolean: "boolean"
            case .number: "number"
            case .string: "string"
            case .date: "date"
            case .time: "time"
            case .dateTime: "date and time"
            case .daysDuration: "days and time duration"
            case .monthsDuration: "years and months duration"
            case .list: "list"
            case .context: "context"
            case .range: "range"
            case .function: "function"
            }
        }

        package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    package var kind: Kind {
        switch self {
        case .null: .null
        case .boolean: .boolean
        case .number: .number
        case .string: .string
        case .date: .date
        case .time: .time
        case .dateTime: .dateTime
        case .daysDuration: .daysDuration
        case .monthsDuration: .monthsDuration
        case .list: .list
        case .context: .context
        case .range: .range
        case .function: .function
        }
    }

    package var isNull: Bool { kind == .null }
}
