package import RuleEngine

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

    private let leading: LeadingConclusions
    private var known: [RecordSchema.Slot: NextQuestion] = [:]
    /// Every input that people can be asked for and that an open conclusion waits for, in the order of the report.
    package let questions: [Question]

    /// - Parameters:
    ///   - closed: inputs that need no question: answered with "don't know", or skipped.
    ///   - perspective: ask only this one; `nil` for all.
    package init(_ area: AreaSession, closed: Set<RecordSchema.Slot> = [], perspective: String? = nil) {
        self.init(area, LeadingConclusions(area), closed: closed, perspective: perspective)
    }

    /// - Parameter leading: those of the area as it stands.
    init(_ area: AreaSession, _ leading: LeadingConclusions, closed: Set<RecordSchema.Slot>, perspective: String?) {
        self.leading = leading
        questions = WaitingInput.all(of: area, leading.awaited).compactMap { waiting in
            guard case .slot(let slot) = leading.session.reference(waiting.input), !closed.contains(slot),
                let question = Question(slot, settles: waiting.conclusions, in: area.ruleBase),
                perspective == nil || question.perspective == perspective
            else { return nil }
            return question
        }
    }

    /// The order of some questions, as one made of all of them gives it.
    ///
    /// - Parameters:
    ///   - leading: those of the area as it stands.
    ///   - known: what answers settle, where that was worked out before and is still so.
    init(
        _ questions: [Question], settling leading: LeadingConclusions, known: [RecordSchema.Slot: NextQuestion] = [:]
    ) {
        self.leading = leading
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
        Concurrently.map(questions) { rank($0) }
    }

    private func rank(_ question: Question) -> Rank {
        let answer =
            known[question.slot]?.weighed(leading.weights, waiting: question.settles)
            ?? leading.settled(by: question)
        return Rank(question: question, answer: answer)
    }
}
