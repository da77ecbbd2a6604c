/// One way in which rules conclude a fact: a rule, and what met each of its conditions.
public struct Justification: Hashable, Sendable {
    /// What met a condition, in the order of the conditions of the rule.
    public enum Support: Hashable, Sendable {
        case test(Possible)
        /// A fact, and whether it surely is there and fits.
        case fact(FactID, isCertain: Bool)
        /// The value of an aggregate, and the facts that it was made of.
        case aggregate(Possible, facts: [FactID])
        /// Nothing certain stands in the way; the facts that still may.
        case absence(possible: [FactID])
        /// The facts of which one is enough, and whether one of them is certain.
        case existence(facts: [FactID], isCertain: Bool)
        /// The facts that were looked at, and whether each surely satisfies.
        case every(facts: [FactID], isCertain: Bool)
        /// The result of a table without null, whether it surely gives one, and what became of each row.
        case table(Possible, isCertain: Bool, rows: [DecisionTable.Verdict])
    }

    public let rule: Int
    /// Which conclusion of the rule.
    public let conclusion: Int
    public let supports: [Support]
    /// What the rule gives for each field of the conclusion, in its order.
    let values: [Possible]
    /// All conditions hold.
    public let isCertain: Bool
    /// What decides whether all conditions hold: unknown inputs, and open facts and fields that wait for inputs themselves.
    /// `Session.inputs(behind:)` gives the inputs.
    public let origins: [InputID]
    /// The choice of facts that it rests on, of a rule that is written out and was met as such; negative for any other.
    var choice: Int32 = -1
}

extension Justification {
    /// Bytes that it holds, as estimated: itself, what met its conditions, and the facts and inputs that these name.
    var bytes: Int {
        MemoryLayout<Self>.stride + origins.count * MemoryLayout<InputID>.stride
            + values.count * MemoryLayout<Possible>.stride + supports.reduce(0) { $0 + $1.bytes }
    }
}

extension Justification.Support {
    fileprivate var bytes: Int {
        let facts =
            switch self {
            case .aggregate(_, let facts), .absence(let facts), .existence(let facts, _), .every(let facts, _): facts.count
            case .test, .fact, .table: 0
            }
        return MemoryLayout<Self>.stride + facts * MemoryLayout<FactID>.stride
    }
}

/// What a session says of a finding.
public enum FindingState: String, CaseIterable, Hashable, Sendable {
    /// Holds, whatever the unknown inputs turn out to be.
    case found
    /// May hold; waits for inputs.
    case open
    /// Does not hold, whatever the unknown inputs turn out to be.
    case refuted
}
