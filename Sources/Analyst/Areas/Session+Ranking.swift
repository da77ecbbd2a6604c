package import RuleEngine

extension Session {
    /// The facts of a template that hold, in the order of its vocabulary.
    package func certainFacts(of template: String) -> [Fact] {
        facts(of: template).map(\.fact).filter { $0.isCertain && !$0.isAnonymous }
    }

    /// The codes of facts, in their order.
    package func codes(of facts: [Fact]) -> [String] { facts.flatMap { finding($0).key } }

    /// The heaviest first, where there is a weight or severity; equals keep their order.
    package func heaviestFirst(_ facts: [Fact]) -> [Fact] {
        facts.enumerated().map { ($0.offset, $0.element, weight(of: $0.element)) }
            .sorted { $0.2 == $1.2 ? $0.0 < $1.0 : $0.2 > $1.2 }
            .map(\.1)
    }

    private func weight(of fact: Fact) -> FEELNumber { leastNumber(of: ["weight", "severity"], in: fact) }

    /// What is certain of the first of some fields that the fact has: the least number that is still possible; zero where
    /// there is none.
    package func leastNumber(of fields: [String], in fact: Fact) -> FEELNumber {
        for field in fields {
            guard let value = value(of: field, in: fact), value.set.exactValue != .null else { continue }
            switch value.set {
            case .exactly(.number(let number)): return number
            case .oneOf(let values): return values.compactMap(\.number).min() ?? .zero
            case .numbers(let interval, _): return interval.low ?? .zero
            default: return .zero
            }
        }
        return .zero
    }

    /// The greatest number that a field may still have; zero where it has none.
    package func mostNumber(of field: String, in fact: Fact) -> FEELNumber {
        switch value(of: field, in: fact)?.set {
        case .exactly(.number(let number)): number
        case .oneOf(let values): values.compactMap(\.number).max() ?? .zero
        case .numbers(let interval, _): interval.high ?? .zero
        default: .zero
        }
    }

    /// The codes that are certain to be in a list.
    package func certainMembers(of field: String, in fact: Fact) -> [String] {
        switch value(of: field, in: fact)?.set {
        case .exactly(.list(let values)): return values.map(\.text)
        case .list(let list):
            return list.members.compactMap { member in
                guard member.certain, case .exactly(let value) = member.value else { return nil }
                return value.text
            }
        default: return []
        }
    }
}

extension FEELValue {
    fileprivate var number: FEELNumber? { if case .number(let number) = self { number } else { nil } }
}
