/// What knowing one input settles: the conclusions that are open now and no longer are, over all that it can turn out to
/// be. Data, not text.
package struct NextQuestion: Sendable {
    package let input: InputReference
    /// The open conclusions that wait for it, in the order of the session.
    package let waiting: [FindingID]
    /// One case for each range of values between the thresholds that the input meets, in order.
    package let cases: [Case]

    /// What one answer settles.
    package struct Case: Sendable {
        /// Answers that the rules treat alike, by one that stands for them.
        package let change: InputChange
        /// The conclusions that are no longer open.
        package let settled: [FindingID]
        /// Their weights together.
        package let weight: FEELNumber
    }

    /// The same answers under other weights, with the conclusions that wait now. What each answer settles must still be so.
    package func weighed(_ weights: [FindingID: FEELNumber], waiting: [FindingID]) -> NextQuestion {
        NextQuestion(
            input: input, waiting: waiting,
            cases: cases.map {
                Case(change: $0.change, settled: $0.settled, weight: Session.weight(of: $0.settled, weights))
            })
    }

    /// The weight that is settled whatever the answer is.
    package var worst: FEELNumber { cases.map(\.weight).min() ?? .zero }

    /// The mean of the weights over the cases; each counts once, since nothing is known of how likely they are.
    package var mean: FEELNumber {
        let sum = cases.reduce(FEELNumber.zero) { $0.adding($1.weight) ?? $0 }
        return cases.isEmpty ? .zero : sum.divided(by: FEELNumber(cases.count)) ?? .zero
    }

    /// Whether this one goes before another: more in the worst case, then more in the mean, then more that wait.
    package func precedes(_ other: NextQuestion) -> Bool {
        if worst != other.worst { return worst > other.worst }
        if mean != other.mean { return mean > other.mean }
        return waiting.count > other.waiting.count
    }
}

/// Inputs in the order of what knowing them settles.
package struct NextQuestions: Sendable {
    /// The one that settles most first.
    package let questions: [NextQuestion]
    /// Not all inputs were tried: those that the most weight waits for were.
    package let isCutOff: Bool
    /// How often the rules were run.
    package let runs: Int
}
