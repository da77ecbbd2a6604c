// What types have in common, what they are together, and which values they hold.

extension FEELType {
    /// A type of these parts, those of one kind joined.
    init(_ parts: some Sequence<Part>) {
        self = parts.reduce(.nothing) { $0.union(.oneOf([$1])) }
    }

    /// The type of every value of one or the other.
    package func union(_ other: FEELType) -> FEELType {
        guard case .oneOf(let left) = self, case .oneOf(let right) = other else { return .any }
        var parts = left
        for part in right {
            if let index = parts.firstIndex(where: { $0.kind == part.kind }) {
                parts[index] = parts[index].union(part)
            } else {
                parts.append(part)
            }
        }
        return .oneOf(parts.sorted { $0.kind < $1.kind })
    }

    static func union(_ types: some Sequence<FEELType>) -> FEELType { types.reduce(.nothing) { $0.union($1) } }

    func part(_ kind: FEELValue.Kind) -> Part? { parts.first { $0.kind == kind } }

    func has(_ kind: FEELValue.Kind) -> Bool { part(kind) != nil }

    /// Of these kinds alone; `nothing` when it is of none of them.
    func restricted(to kinds: Set<FEELValue.Kind>) -> FEELType { .oneOf(parts.filter { kinds.contains($0.kind) }) }

    var withoutNull: FEELType { .oneOf(parts.filter { $0.kind != .null }) }

    var kinds: Set<FEELValue.Kind> { Set(parts.map(\.kind)) }

    /// The numbers that it can be.
    var interval: NumberInterval? {
        if case .number(let interval)? = part(.number) { interval } else { nil }
    }

    /// The texts that it can be, where they can be listed.
    var strings: [String]? {
        if case .string(let strings)? = part(.string) { strings } else { nil }
    }

    /// What a condition of this type can come to.
    var truth: Ternary {
        var truth: Ternary = []
        for part in parts {
            switch part {
            case .boolean(let only): truth.formUnion(only.map { Ternary($0) } ?? .either)
            default: truth.insert(.null)
            }
        }
        return truth
    }

    init(_ truth: Ternary) {
        var parts: [Part] = truth.contains(.null) ? [.null] : []
        if !truth.isDisjoint(with: .either) {
            let both = truth.contains(.true) && truth.contains(.false)
            parts.append(.boolean(both ? nil : truth.contains(.true)))
        }
        self = .oneOf(parts)
    }

    /// The type of what is known of a value.
    package init(_ set: ValueSet) {
        switch set {
        case .exactly(let value): self.init(value)
        case .oneOf(let values): self = .union(values.map(FEELType.init))
        case .numbers(let interval, let orNull):
            self = orNull ? FEELType.number(in: interval).orNull : .number(in: interval)
        case .list(let list):
            self = .list(of: list.open ? .any : .union(list.members.map { FEELType($0.value) }))
        case .context(let entries): self = .context(entries.map { Entry($0.key, FEELType($0.value)) })
        case .anything: self = .any
        }
    }

    /// The narrowest type of a value.
    package init(_ value: FEELValue) {
        switch value {
        case .null: self = .null
        case .boolean(let value): self = .oneOf([.boolean(value)])
        case .number(let number): self = .number(in: NumberInterval(number))
        case .string(let text): self = .strings([text])
        case .date: self = .date
        case .time: self = .time
        case .dateTime: self = .dateTime
        case .daysDuration: self = .daysDuration
        case .monthsDuration: self = .monthsDuration
        case .list(let members): self = .list(of: .union(members.map(FEELType.init)))
        case .context(let context): self = .context(context.entries.map { Entry($0.key, FEELType($0.value)) })
        case .range(let range):
            self = .range(of: .union([range.low, range.high].compactMap { $0.map { FEELType($0) } }))
        case .function: self = .function
        }
    }

    /// The value is of this type.
    package func contains(_ value: FEELValue) -> Bool {
        parts.contains { $0.contains(value) }
    }
}

extension FEELType.Part {
    /// Both parts are of one kind.
    fileprivate func union(_ other: FEELType.Part) -> FEELType.Part {
        switch (self, other) {
        case (.boolean(let left), .boolean(let right)): .boolean(left == right ? left : nil)
        case (.number(let left), .number(let right)): .number(left.hull(right))
        case (.string(let left), .string(let right)): .string(Self.joined(left, right))
        case (.list(let left), .list(let right)): .list(left.union(right))
        case (.range(let left), .range(let right)): .range(left.union(right))
        case (.context(let left), .context(let right)): .context(Self.joined(left, right))
        case (.function(let left), .function(let right)): .function(left == right ? left : nil)
        default: self
        }
    }

    private static func joined(_ left: [String]?, _ right: [String]?) -> [String]? {
        guard let left, let right else { return nil }
        return Set(left + right).sorted()
    }

    /// Contexts with different keys have nothing in common that a reader could rely on.
    private static func joined(_ left: [FEELType.Entry]?, _ right: [FEELType.Entry]?) -> [FEELType.Entry]? {
        guard let left, let right, left.map(\.key) == right.map(\.key) else { return nil }
        return zip(left, right).map { FEELType.Entry($0.key, $0.type.union($1.type)) }
    }

    fileprivate func contains(_ value: FEELValue) -> Bool {
        switch (self, value) {
        case (.boolean(let only), .boolean(let value)): only.map { $0 == value } ?? true
        case (.number(let interval), .number(let number)): interval.contains(number)
        case (.string(let texts), .string(let text)): texts?.contains { $0.hasSameScalars(as: text) } ?? true
        case (.list(let element), .list(let members)): members.allSatisfy(element.contains)
        case (.range(let bound), .range(let range)):
            [range.low, range.high].allSatisfy { $0.map { bound.contains($0) } ?? true }
        case (.context(let entries), .context(let context)):
            entries.map { entries in
                entries.count == context.entries.count
                    && entries.allSatisfy { entry in context[entry.key].map(entry.type.contains) ?? false }
            } ?? true
        default: kind == value.kind
        }
    }
}
