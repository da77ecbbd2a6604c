/// What a value can be, as far as the text of an expression tells: one or several kinds, each with what is known of it.
///
/// A type holds every value that the expression can have, and perhaps more; `null` is a kind like any other, so that
/// a type says whether a value may be missing.
public enum FEELType: Hashable, Sendable {
    /// Nothing is known.
    case any
    /// A value of one of these kinds: each kind once, in the order of `FEELValue.Kind`. Without kinds there is no value.
    case oneOf([Part])

    /// The values of one kind.
    public enum Part: Hashable, Sendable {
        case null
        /// `nil`: true or false; else only that one.
        case boolean(Bool?)
        case number(NumberInterval)
        /// `nil`: any text; else only these, in order of their characters.
        case string([String]?)
        case date, time, dateTime, daysDuration, monthsDuration
        /// A list with members of a type.
        case list(FEELType)
        /// `nil`: any context; else one with exactly these keys.
        case context([Entry]?)
        /// A range with bounds of a type.
        case range(FEELType)
        /// `nil`: any function.
        case function(Signature?)
    }

    /// What stands under one key of a context.
    public struct Entry: Hashable, Sendable {
        public let key: String
        public let type: FEELType

        public init(_ key: String, _ type: FEELType) {
            self.key = key
            self.type = type
        }
    }

    /// A function that an author wrote: the names of its parameters, and what it gives.
    public struct Signature: Hashable, Sendable {
        public let parameters: [String]
        public let result: FEELType

        public init(parameters: [String], result: FEELType) {
            self.parameters = parameters
            self.result = result
        }
    }
}

extension FEELType {
    public static let null = FEELType.oneOf([.null])
    public static let boolean = FEELType.oneOf([.boolean(nil)])
    public static let number = FEELType.oneOf([.number(.all)])
    public static let string = FEELType.oneOf([.string(nil)])
    public static let date = FEELType.oneOf([.date])
    public static let time = FEELType.oneOf([.time])
    public static let dateTime = FEELType.oneOf([.dateTime])
    public static let daysDuration = FEELType.oneOf([.daysDuration])
    public static let monthsDuration = FEELType.oneOf([.monthsDuration])
    public static let context = FEELType.oneOf([.context(nil)])
    public static let function = FEELType.oneOf([.function(nil)])
    /// No value at all: what the members of an empty list are.
    public static let nothing = FEELType.oneOf([])

    /// A number in an interval.
    public static func number(in interval: NumberInterval) -> FEELType { .oneOf([.number(interval)]) }

    /// One of the given texts.
    public static func strings(_ texts: some Sequence<String>) -> FEELType {
        .oneOf([.string(Array(Set(texts)).sorted())])
    }

    public static func list(of element: FEELType) -> FEELType { .oneOf([.list(element)]) }
    public static func range(of bound: FEELType) -> FEELType { .oneOf([.range(bound)]) }
    public static func context(_ entries: [Entry]) -> FEELType { .oneOf([.context(entries)]) }

    /// The same, or null.
    public var orNull: FEELType { union(.null) }

    public var kind: FEELValue.Kind? {
        guard let only = parts.first, parts.count == 1, self != .any else { return nil }
        return only.kind
    }

    /// Every kind that the value can be of; of `any` all kinds without more.
    public var parts: [Part] {
        switch self {
        case .any: Part.all
        case .oneOf(let parts): parts
        }
    }

    public var isAny: Bool { self == .any }
    /// No value has this type: the place is not reached, or the type comes from contradicting conditions.
    var isNothing: Bool { self == .nothing }
}

extension FEELType.Part {
    /// Every kind, with nothing known of its values.
    static let all: [FEELType.Part] = [
        .null, .boolean(nil), .number(.all), .string(nil), .date, .time, .dateTime, .daysDuration, .monthsDuration,
        .list(.any), .context(nil), .range(.any), .function(nil),
    ]

    public var kind: FEELValue.Kind {
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
}
