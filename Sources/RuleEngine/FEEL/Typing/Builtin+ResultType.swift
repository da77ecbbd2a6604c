extension Builtin {
    /// What a call of one of FEEL's own functions gives, for arguments of these types; null is always possible, as the
    /// result of a fault.
    func resultType(of arguments: [FEELType]) -> FEELType {
        (known(arguments) ?? .any).orNull
    }

    private func known(_ arguments: [FEELType]) -> FEELType? {
        switch result {
        case .boolean: return .boolean
        case .number: return name == "count" ? .number(in: NumberInterval(low: 0, high: nil)) : .number
        case .anything: break
        }
        switch name {
        case "string", "substring", "upper case", "lower case", "substring before", "substring after", "replace",
            "string join":
            return .string
        case "day of week": return .strings(Self.weekdays)
        case "month of year": return .strings(Self.months)
        case "date", "today": return .date
        case "time": return .time
        case "date and time", "now": return .dateTime
        case "duration": return FEELType.daysDuration.union(.monthsDuration)
        case "years and months duration": return .monthsDuration
        case "split": return .list(of: .string)
        case "index of", "mode": return .list(of: .number)
        case "get entries": return .list(of: .context)
        case "context", "context put", "context merge": return .context
        case "min", "max": return listed(arguments)?.restricted(to: Set(FEELValue.Kind.allCases.filter(\.hasOrder)))
        case "sum", "mean": return listed(arguments).map { Self.total($0) }
        case "abs": return arguments.first.map { Self.total($0.union($0.members)) }
        case "sort", "reverse", "distinct values", "remove", "sublist":
            return arguments.first.map { .list(of: $0.members) }
        case "concatenate", "union": return .list(of: .union(arguments.map(\.members)))
        case "append": return arguments.first.map { .list(of: .union([$0.members] + arguments.dropFirst())) }
        case "insert before", "list replace":
            guard let first = arguments.first, let last = arguments.last, arguments.count == 3 else { return nil }
            return .list(of: first.members.union(last))
        default: return nil
        }
    }

    /// The members of the list that an aggregate looks at: its only argument, or all of its arguments.
    private func listed(_ arguments: [FEELType]) -> FEELType? {
        arguments.count == 1 ? arguments[0].members : .union(arguments)
    }

    /// Numbers and durations stay what they are when they are added up; of the numbers nothing more is known.
    private static func total(_ type: FEELType) -> FEELType {
        FEELType.any.restricted(to: type.kinds.intersection([.number, .daysDuration, .monthsDuration]))
    }
}
