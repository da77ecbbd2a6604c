import Dispatch
package import RuleEngine
import Synchronization

/// Puts the unknown inputs of a session in the order of what knowing them settles.
///
/// For each candidate the session is run again with one of each range of values between the thresholds of the rules, and
/// the conclusions that were open and no longer are, are weighed by severity: those of the leading parts of the report, as
/// what follows from them would count twice. The value that settles least counts first, then the mean over the values.
package struct QuestionOrder: Sendable {
    /// A question with what its answers settle.
    package struct Rank: Sendable {
        package let question: Question
        package let answer: NextQuestion

        /// Whether this question goes before another.
        package func precedes(_ other: Rank) -> Bool {
            if answer.worst != other.answer.worst || answer.mean != other.answer.mean {
                return answer.precedes(other.answer)
            }
            return question.settles.count > other.question.settles.count
        }
    }

    /// Only so many inputs are tried: those that most open conclusions wait for.
    package static let candidateLimit = 25

    private let session: Session
    private let weights: [FindingID: FEELNumber]
    private var known: [RecordSchema.Slot: NextQuestion] = [:]
    /// Every input that people can be asked for and that an open conclusion waits for, in the order of the report.
    package let questions: [Question]

    /// - Parameters:
    ///   - closed: inputs that need no question: answered with "don't know", or skipped.
    ///   - perspective: ask only this one; `nil` for all.
    package init(_ area: AreaSession, closed: Set<RecordSchema.Slot> = [], perspective: String? = nil) {
        let session = area.session
        self.session = session
        weights = Self.weights(area)
        questions = WaitingInput.all(of: area, AwaitedInputs(session)).compactMap { waiting in
            guard case .slot(let slot) = session.reference(waiting.input), !closed.contains(slot),
                let question = Question(slot, settles: waiting.conclusions, in: session.ruleBase),
                perspective == nil || question.perspective == perspective
            else { return nil }
            return question
        }
    }

    private static func weights(_ area: AreaSession) -> [FindingID: FEELNumber] {
        let leading = area.rules.report.leadingTemplates
        var weights = area.session.severityWeights
        // What follows from leading conclusions would count twice.
        for (finding, _) in area.session.openConclusions
        where !leading.isEmpty && !leading.contains(finding.template) {
            weights[finding] = .zero
        }
        return weights
    }

    /// The order of some of an area's questions, as one made of all of them gives it.
    ///
    /// - Parameter known: what answers settle, where that was worked out before and is still so.
    init(_ area: AreaSession, of questions: [Question], known: [RecordSchema.Slot: NextQuestion] = [:]) {
        session = area.session
        weights = Self.weights(area)
        self.questions = questions
        self.known = known
    }

    /// The candidates, the one that settles most first.
    package func ranking() -> [Rank] { Self.ordered(ranks(Array(questions.prefix(Self.candidateLimit)))) }

    /// Equals keep their order.
    private static func ordered(_ ranks: [Rank]) -> [Rank] {
        ranks.enumerated()
            .sorted { left, right in
                if left.element.precedes(right.element) { return true }
                if right.element.precedes(left.element) { return false }
                return left.offset < right.offset
            }
            .map(\.element)
    }

    /// The ranks of questions, in their order; all cores work on them.
    private func ranks(_ questions: [Question]) -> [Rank] {
        let results = Mutex<[Rank?]>(Array(repeating: nil, count: questions.count))
        DispatchQueue.concurrentPerform(iterations: questions.count) { index in
            let rank = rank(questions[index])
            results.withLock { $0[index] = rank }
        }
        return results.withLock { $0 }.compactMap { $0 }
    }

    private func rank(_ question: Question) -> Rank {
        let answer =
            known[question.slot]?.weighed(weights, waiting: question.settles)
            ?? session.question(about: .slot(question.slot), waiting: question.settles, weights: weights)
        return Rank(question: question, answer: answer)
    }
}
