extension Builtin {
    /// What a function gives, as far as its arguments tell. Null is always possible, as the result of a fault.
    package struct Result: Sendable {
        /// Holds every result, for when nothing is known of the values of the arguments.
        let hull: ValueSet
        /// The values that it gives for arguments of these types; `nil` where nothing is known.
        let type: @Sendable ([FEELType]) -> FEELType?

        init(hull: ValueSet = .anything, _ type: @escaping @Sendable ([FEELType]) -> FEELType?) {
            self.hull = hull
            self.type = type
        }

        package static let anything = Result { _ in nil }
        package static let boolean = Result(hull: Ternary.unknown.set) { _ in .boolean }
        package static let number = Result(hull: .numbers(.all, orNull: true)) { _ in .number }

        /// A list with members of the first argument.
        static let membersOfFirst = Result { $0.first.map { .list(of: $0.members) } }

        /// The same type for all arguments.
        static func always(_ type: FEELType) -> Result { Result { _ in type } }
    }

    /// The type of a call with arguments of these types.
    func resultType(of arguments: [FEELType]) -> FEELType { (result.type(arguments) ?? .any).orNull }
}

extension FEELType {
    /// Numbers and durations stay what they are when they are added up; of the numbers nothing more is known.
    var total: FEELType { FEELType.any.restricted(to: kinds.intersection([.number, .daysDuration, .monthsDuration])) }
}
