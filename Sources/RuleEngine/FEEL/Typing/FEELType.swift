/// What a value can be, as far as the text of an expression tells: one or several kinds, each with what is known of it.
///
/// A type holds every value that the expression can have, and perhaps more; `null` is a kind like any other, so that
/// a type says whether a value may be missing.
package enum FEELType: Hashable, Sendable {
    /// Nothing is known.
    case any
    /// A value of one of these kinds: each kind once, in the order of `FEELValue.Kind`. Without kinds there is no value.
    case oneOf([Part])

    /// The values of one kind.
    package enum Part: Hashable, Sendable {
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
    package struct Entry: Hashable, Sendable {
        package let key: String
        package let type: FEELType

        package init(_ key: String, _ type: FEELType) {
            self.key = key
            self.type = type
        }
    }

    /// A function that an author wrote: the names of its parameters, and what it gives.
    package struct Signature: Hashable, Sendable {
        package let parameters: [String]
        package let result: FEELType

        package init(parameters: [String], result: FEELType) {
            self.parameters = parameters
            self.result = result
        }
    }
}

extension FEELType {
    package static let null = FEELType.oneOf([.null])
    package static let boolean = FEELType.oneOf([.boolean(nil)])
    package static let number = FEELType.oneOf([.number(.all)])
    package static let string = FEELType.oneOf([.string(nil)])
    package static let date = FEELType.oneOf([.date])
    package static let time = FEELType.oneOf([.time])
    package static let dateTime = FEELType.oneOf([.dateTime])
    package static let daysDuration = FEELType.oneOf([.daysDuration])
    package static let monthsDuration = FEELType.oneOf([.monthsDuration])
    package static let context = FEELType.oneOf([.context(nil)])
    package static let function = FEELType.oneOf([.function(nil)])
    /// No value at all: what the members of an empty list are.
    package static let nothing = FEELType.oneOf([])

    /// A number in an interval.
    package static func number(in interval: NumberInterval) -> FEELType { .oneOf([.number(interval)]) }

    /// One of the given texts.
    package static func strings(_ texts: some Sequence<String>) -> FEELType {
        .oneOf([.string(Array(Set(texts)).sorted())])
    }

    package static func list(of element: FEELType) -> FEELType { .oneOf([.list(element)]) }
    package static func range(of bound: FEELType) -> FEELType { .oneOf([.range(bound)]) }
    package static func context(_ entries: [Entry]) -> FEELType { .oneOf([.context(entries)]) }

    /// The same, or null.
    package var orNull: FEELType { union(.null) }

    package var kind: FEELValue.Kind? {
        guard let only = parts.first, parts.count == 1, self != .any else { return nil }
        return only.kind
    }

    /// Every kind that the value can be of; of `any` all kinds without more.
    package var parts: [Part] {
        switch self {
        case .any: Part.all
        case .oneOf(let parts): parts
        }
    }

    package var isAny: Bool { self == .any }
    /// No value has this type: the place is not reached, or the type comes from contradicting conditions.
    var isNothing: Bool { self == .nothing }
}

extension FEELType.Part {
    /// Every kind, with nothing known of its values.
    static let all: [FEELType.Part] = [
        .null, .boolean(nil), .number(.all), .string(nil), .date, .time, .dateTime, .daysDuration, .monthsDuration,
        .list(.any), .context(nil), .range(.any), .function(nil),
    ]

    package var kind: FEELValue.Kind {
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
