extension Builtin {
    /// What makes a call take longer, beside calls of functions, which count by themselves.
    package enum Effort: Sendable {
        /// Each argument is read once.
        case reading
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
        case .comparison:
            let others = arguments.reduce(0) { $0 + $1.members.count { !$0.kind.equalsByIdentity } }
            return reading / Self.lengthPerStep + others * others / 2 / Self.lengthPerStep
        case .search: return reading / Self.lengthPerStep * max(1, Self.length(of: arguments[1]))
        }
    }

    private static let lengthPerStep = 64

    private static func length(of value: FEELValue) -> Int {
        switch value {
        case .list(let members): members.count
        case .string(let text): text.utf8.count
        default: 0
        }
    }
}

extension FEELValue.Kind {
    /// `=` between values of this kind is the identity that sets of values go by.
    var equalsByIdentity: Bool {
        switch self {
        case .null, .boolean, .number, .string, .date, .daysDuration, .monthsDuration: true
        case .time, .dateTime, .list, .context, .range, .function: false
        }
    }
}
