/// One way in which rules conclude a fact: a rule, and what met each of its conditions.
package struct Justification: Hashable, Sendable {
    /// What met a condition, in the order of the conditions of the rule.
    package enum Support: Hashable, Sendable {
        case test(UncertainValue)
        /// A fact, and whether it surely fits; whether it surely is there is told by the fact itself.
        case fact(FactID, fits: Bool)
        /// The value of an aggregate, and the facts that it was made of.
        case aggregate(UncertainValue, facts: [FactID])
        /// Nothing certain stands in the way; the facts that still may.
        case absence(possible: [FactID])
        /// The facts of which one is enough, and whether one of them is certain.
        case existence(facts: [FactID], isCertain: Bool)
        /// The facts that were looked at, and whether each surely satisfies.
        case every(facts: [FactID], isCertain: Bool)
        /// The result of a table without null, whether it surely gives one, and what became of each row.
        case table(UncertainValue, isCertain: Bool, rows: [DecisionTable.RowOutcome])
    }

    package var rule: Int { Int(sortKey.rule) }
    /// Which conclusion of the rule.
    package var conclusion: Int { Int(sortKey.conclusion) }
    package var supports: [Support] { content.grounds.supports }
    /// What the rule gives for each field of the conclusion, in its order.
    var values: [UncertainValue] { content.values }
    /// All conditions hold.
    package let isCertain: Bool
    /// What decides whether all conditions hold: unknown inputs, and open facts and fields that wait for inputs
    /// themselves. `Session.inputs(behind:)` gives the inputs.
    package let origins: [InputID]
    /// The choice of facts that it rests on, of a rule that is written out and was met as such; negative for any other.
    var choice: Int32 { sortKey.choice }

    /// What its place among the justifications of one fact is mostly told by; here, so that nothing is taken hold of
    /// for it.
    struct SortKey: Equatable, BitwiseCopyable, Sendable {
        let rule: Int32
        /// Negative where it is told by its facts.
        let choice: Int32
        let conclusion: Int32
    }

    let sortKey: SortKey

    /// What stays the same while the facts that it rests on become more or less sure.
    private let content: Content

    /// Behind one reference, as justifications are handed on and exchanged more often than made.
    fileprivate final class Content: Sendable {
        let grounds: Grounds
        let values: [UncertainValue]

        init(grounds: Grounds, values: [UncertainValue]) {
            self.grounds = grounds
            self.values = values
        }
    }

    /// What met the conditions.
    enum Grounds: Sendable {
        case supports([Support])
        /// Of a rule that is written out: the choice, which of its facts surely fit, and what met the other conditions.
        case choice(Int32, of: GroundRule, fits: UInt64, rest: [Support])
    }

    init(
        rule: Int, conclusion: Int, supports: [Support], values: [UncertainValue], isCertain: Bool, origins: [InputID]
    ) {
        self.init(
            rule: rule, conclusion: conclusion, grounds: .supports(supports), values: values, isCertain: isCertain,
            origins: origins)
    }

    init(rule: Int, conclusion: Int, grounds: Grounds, values: [UncertainValue], isCertain: Bool, origins: [InputID]) {
        sortKey = SortKey(rule: Int32(rule), choice: grounds.choice, conclusion: Int32(conclusion))
        content = Content(grounds: grounds, values: values)
        self.isCertain = isCertain
        self.origins = origins
    }

    /// The facts that patterns are bound to.
    ///
    /// - Parameter patterns: the places of all patterns of the rule among its conditions.
    func facts(at patterns: [Int]) -> [FactID] {
        switch content.grounds {
        case .choice(let choice, let ground, _, _): ground.facts(ofChoice: Int(choice))
        case .supports(let supports):
            patterns.compactMap { if case .fact(let id, _) = supports[$0] { id } else { nil } }
        }
    }

    /// The fact that one pattern is bound to.
    ///
    /// - Parameters:
    ///   - index: that of the pattern among the patterns of the rule.
    ///   - position: its place among the conditions.
    func fact(_ index: Int, at position: Int) -> FactID? {
        switch content.grounds {
        case .choice(let choice, let ground, _, _): return ground.fact(Int(choice) * ground.width + index)
        case .supports(let supports):
            guard case .fact(let id, _) = supports[position] else { return nil }
            return id
        }
    }

    /// The same conditions met in the same way, more or less surely.
    func with(isCertain: Bool, origins: [InputID]) -> Justification {
        Justification(sortKey: sortKey, content: content, isCertain: isCertain, origins: origins)
    }

    private init(sortKey: SortKey, content: Content, isCertain: Bool, origins: [InputID]) {
        self.sortKey = sortKey
        self.content = content
        self.isCertain = isCertain
        self.origins = origins
    }

    /// Whether another one is the same but for how sure it is; `false` where that is not told at a glance.
    func sharesContent(with other: Justification) -> Bool { content === other.content }

    /// Whether another one meets the same conditions in the same way and gives the same values.
    func hasSameContent(as other: Justification) -> Bool {
        content === other.content || sortKey == other.sortKey && content == other.content
    }

    package static func == (left: Justification, right: Justification) -> Bool {
        left.isCertain == right.isCertain && left.origins == right.origins && left.hasSameContent(as: right)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(rule)
        hasher.combine(conclusion)
        hasher.combine(choice)
        if case .supports(let supports) = content.grounds { hasher.combine(supports) }
        hasher.combine(values)
        hasher.combine(isCertain)
        hasher.combine(origins)
    }
}

extension Justification.Content: Equatable {
    static func == (left: Justification.Content, right: Justification.Content) -> Bool {
        left.grounds == right.grounds && left.values == right.values
    }
}

extension Justification.Grounds: Equatable {
    /// In the order of the conditions.
    fileprivate var supports: [Justification.Support] {
        switch self {
        case .supports(let supports): supports
        case .choice(let choice, let ground, let fits, let rest):
            ground.supports(ofChoice: Int(choice), fits: fits, rest: rest)
        }
    }

    fileprivate var choice: Int32 { if case .choice(let choice, _, _, _) = self { choice } else { -1 } }

    static func == (left: Self, right: Self) -> Bool {
        if case .choice(let choice, let ground, let fits, let rest) = left,
            case .choice(let other, let otherGround, let otherFits, let otherRest) = right, ground === otherGround
        {
            return choice == other && fits == otherFits && rest == otherRest
        }
        return left.choice == right.choice && left.supports == right.supports
    }
}

extension Justification {
    /// Bytes that it holds, as estimated: itself, what met its conditions, and the facts and inputs that these name.
    var bytes: Int {
        Self.contentBytes + MemoryLayout<Self>.stride + origins.count * MemoryLayout<InputID>.stride
            + values.count * MemoryLayout<UncertainValue>.stride + content.grounds.bytes
    }

    /// What `Content` takes, its own fields included.
    private static let contentBytes = 64
}

extension Justification.Grounds {
    fileprivate var bytes: Int {
        switch self {
        case .supports(let supports), .choice(_, _, _, let supports): supports.reduce(0) { $0 + $1.bytes }
        }
    }
}

extension Justification.Support {
    fileprivate var bytes: Int {
        let facts =
            switch self {
            case .aggregate(_, let facts), .absence(let facts), .existence(let facts, _), .every(let facts, _):
                facts.count
            case .test, .fact, .table: 0
            }
        return MemoryLayout<Self>.stride + facts * MemoryLayout<FactID>.stride
    }
}
