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

    /// The weight or severity that is certain: the least that is still possible; zero where there is none.
    private func weight(of fact: Fact) -> FEELNumber {
        for field in ["weight", "severity"] {
            guard let value = value(of: field, in: fact), value.set.exactValue != .null else { continue }
            switch value.set {
            case .exactly(.number(let number)): return number
            case .oneOf(let values):
                return values.compactMap { if case .number(let number) = $0 { number } else { nil } }.min() ?? .zero
            case .numbers(let interval, _): return interval.low ?? .zero
            default: return .zero
            }
        }
        return .zero
    }
}
