/// What knowing one input settles: the conclusions that are open now and no longer are, over all that it can turn out to
/// be. Data, not text.
public struct NextQuestion: Sendable {
    public let input: InputReference
    /// The open conclusions that wait for it, in the order of the session.
    public let waiting: [FindingID]
    /// One case for each range of values between the thresholds that the input meets, in order.
    public let cases: [Case]

    /// What one answer settles.
    public struct Case: Sendable {
        /// Answers that the rules treat alike, by one that stands for them.
        public let change: InputChange
        /// The conclusions that are no longer open.
        public let settled: [FindingID]
        /// Their weights together.
        public let weight: FEELNumber
    }

    /// The weight that is settled whatever the answer is.
    public var worst: FEELNumber { cases.map(\.weight).min() ?? .zero }

    /// The mean of the weights over the cases; each counts once, since nothing is known of how likely they are.
    public var mean: FEELNumber {
        let sum = cases.reduce(FEELNumber.zero) { $0.adding($1.weight) ?? $0 }
        return cases.isEmpty ? .zero : sum.divided(by: FEELNumber(cases.count)) ?? .zero
    }

    /// Whether this one goes before another: more in the worst case, then more in the mean, then more that wait.
    public func precedes(_ other: NextQuestion) -> Bool {
        if worst != other.worst { return worst > other.worst }
        if mean != other.mean { return mean > other.mean }
        return waiting.count > other.waiting.count
    }
}

/// Inputs in the order of what knowing them settles.
public struct NextQuestions: Sendable {
    /// The one that settles most first.
    public let questions: [NextQuestion]
    /// Not all inputs were tried: those that the most weight waits for were.
    public let isCutOff: Bool
    /// How often the rules were run.
    public let runs: Int
}
