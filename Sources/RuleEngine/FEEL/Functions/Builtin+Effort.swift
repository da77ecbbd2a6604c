extension Builtin {
    /// What makes a call take longer, beside calls of functions, which count by themselves.
    package enum Effort: Sendable {
        /// Each argument is read once.
        case reading
        /// Each member of a list is compared with one value.
        case equality
        /// Each member of a list is compared with all before it.
        case comparison
        /// A text is searched for the pattern in the second argument.
        case search
    }

    /// About how many steps of an evaluation a call takes as long as, beyond the first: what goes over a long list or
    /// text takes longer than what adds two numbers.
    func effort(on arguments: [FEELValue]) -> Int {
        let reading = arguments.reduce(0) { $0 + Self.length(of: $1) }
        guard reading > Self.lengthPerStep else { return 0 }
        switch effort {
        case .reading: return reading / Self.lengthPerStep
        case .equality: return reading / Self.equalitiesPerStep
        case .comparison:
            let others = arguments.reduce(0) { $0 + $1.members.count { $0.identity == nil } }
            return reading / Self.lengthPerStep + others * others / 2 / Self.lengthPerStep
        case .search: return reading / Self.lengthPerStep * max(1, Self.length(of: arguments[1]))
        }
    }

    private static let lengthPerStep = 64
    private static let equalitiesPerStep = 4

    private static func length(of value: FEELValue) -> Int {
        switch value {
        case .list(let members): members.count
        case .string(let text): text.utf8.count
        default: 0
        }
    }
}

extension FEELValue {
    /// A value of which the identity, which sets of values go by, is what `=` says of this one: the same for two values
    /// that `=` calls equal, and different for others. `nil` where there is none: a local time equals that time in each
    /// zone.
    var identity: FEELValue? {
        switch self {
        case .null, .boolean, .number, .string, .date, .daysDuration, .monthsDuration: self
        case .list(let members):
            members.identities.map { .list($0) }
        case .context(let context):
            // The order of entries is no part of equality.
            context.entries.map(\.value).identities.map { values in
                let entries = zip(context.keys, values).sorted { $0.0 < $1.0 }
                return .context(FEELContext(entries.map { FEELContext.Entry(key: $0.0, value: $0.1) }))
            }
        case .time, .dateTime, .range, .function: nil
        }
    }
}

extension [FEELValue] {
    /// The identities of all; `nil` where one has none.
    fileprivate var identities: [FEELValue]? {
        var result: [FEELValue] = []
        result.reserveCapacity(count)
        for value in self {
            guard let identity = value.identity else { return nil }
            result.append(identity)
        }
        return result
    }
}
