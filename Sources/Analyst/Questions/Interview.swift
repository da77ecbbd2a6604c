package import RuleEngine

/// A conversation that fills in a sheet, apart from how it is shown: which question now, forwards and backwards, and what an
/// answer changes.
///
/// A confirmed answer is kept before the next question comes. Going back takes nothing away: the answer is shown again and
/// stays until another one is given.
package struct Interview: Sendable {
    package private(set) var questionnaire: Questionnaire
    private let store: any AnswerStore
    private let day: FEELDate
    private let author: String?
    /// The questions that were put, on earlier days too, in order.
    private var trail: [QuestionID]
    /// Where the conversation is: in the trail, or at its end, where a new question comes.
    private var position: Int
    /// The stop that new questions come from.
    package private(set) var stop: Questionnaire.Stop = .first
    /// The question to put now; `nil` when none waits but those that were put off.
    package private(set) var current: Questionnaire.Entry?

    /// - Parameters:
    ///   - day: the day on which the answers are given.
    ///   - author: who gives them, in a word of their own choice.
    package init(_ questionnaire: Questionnaire, in store: any AnswerStore, day: FEELDate, author: String? = nil) {
        self.questionnaire = questionnaire
        self.store = store
        self.day = day
        self.author = author
        trail = questionnaire.trail
        position = trail.count
        choose()
    }

    package var area: AreaSession { questionnaire.area }

    /// The number of the current question, from 1: within the first stop, or within its part. Those of earlier days count.
    package var number: Int {
        guard case .part = stop, let current else { return position + 1 }
        let part = questionnaire.part(of: current.question)
        let before = trail[..<position].filter { id in
            questionnaire.entry(id).map { questionnaire.part(of: $0.question) == part } ?? false
        }
        return before.count + 1
    }

    /// The part that the current question stands in.
    package var part: Questionnaire.Part? { current.flatMap { questionnaire.part(of: $0.question) } }

    /// Questions that are left in this stop, the current one not counted. Answers may settle others, so it is at most this.
    package var remaining: Int {
        var questionnaire = questionnaire
        let waiting = questionnaire.waiting(at: stop).map(\.id)
        return waiting.count { $0 != current?.question.id }
    }

    package var isAtStart: Bool { position == 0 }

    /// Keeps an answer to the current question and moves on to the question that comes next.
    ///
    /// - Throws: `AnswerFault.conflict` when somebody else answered it meanwhile: the question stays, with that answer.
    package mutating func answer(
        _ value: Answer.Value, with details: AnswerDetails = .init()
    ) throws(AnswerFault) -> Questionnaire.Effect {
        guard let question = current?.question.id else { return questionnaire.unchanged }
        let effect = try record(question, Answer(to: question, value, on: day, with: details))
        moveToEnd(after: question)
        return effect
    }

    /// Leaves the current question as it stands: a new one is put off, an answered one keeps its answer.
    package mutating func skip() throws(AnswerFault) {
        guard let entry = current else { return }
        let question = entry.question.id
        if entry.answer == nil { _ = try record(question, Answer(to: question, .skipped, on: day)) }
        moveOn(after: question)
    }

    /// Goes on with what stands at the current question.
    package mutating func keep() {
        guard let entry = current, entry.answer != nil || entry.figure != nil else { return }
        moveOn(after: entry.question.id)
    }

    /// Puts the question before this one again, with its answer. Nothing happens at the start.
    package mutating func back() {
        guard position > 0 else { return }
        position -= 1
        choose()
    }

    /// Goes to the questions of a part.
    package mutating func go(to stop: Questionnaire.Stop) {
        self.stop = stop
        position = trail.count
        choose()
    }

    /// Puts a question that was put off or answered.
    package mutating func go(to question: QuestionID) {
        guard questionnaire.entry(question) != nil else { return }
        if let index = trail.firstIndex(of: question) {
            position = index
        } else {
            trail.append(question)
            position = trail.count - 1
        }
        choose()
    }

    /// The questions that were put off.
    package var putOff: [Question] {
        questionnaire.area.sheet.putOff(on: area.date).compactMap { questionnaire.entry(QuestionID($0))?.question }
    }

    private mutating func record(
        _ question: QuestionID, _ answer: Answer
    ) throws(AnswerFault) -> Questionnaire.Effect {
        do {
            return questionnaire.take(try store.record(questionnaire.change(question, to: answer), by: author))
        } catch {
            if case .conflict = error {
                _ = questionnaire.take(try store.sheet())
                current = questionnaire.entry(question)
            }
            throw error
        }
    }

    private mutating func moveOn(after question: QuestionID) {
        if position == trail.count { trail.append(question) }
        position += 1
        choose()
    }

    private mutating func moveToEnd(after question: QuestionID) {
        if !trail.contains(question) { trail.append(question) }
        position = trail.count
        choose()
    }

    private mutating func choose() {
        if position < trail.count {
            current = questionnaire.entry(trail[position])
            if current != nil { return }
        }
        position = trail.count
        let following = questionnaire.following(stop)
        if let following { stop = following.stop }
        current = following.flatMap { questionnaire.entry($0.question.id) }
    }
}

extension Questionnaire {
    /// The effect of no change.
    package var unchanged: Effect { Self.effect(from: area.session, to: area.session) }
}
