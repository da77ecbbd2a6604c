import RuleEngine

/// What a trainee answers in a case, with the reasons, and what was done with it.
package struct CaseAnswers: Equatable, Sendable {
    /// By exercise.
    package var exercises: [String: ExerciseAnswer] = [:]
    /// By exercise, how many hints were read.
    package var hints: [String: Int] = [:]
    /// What was asked for, in order.
    package var asked: [String] = []
    /// How often it was handed in.
    package var attempts = 0
    /// The best points of an attempt so far, in hundredths.
    package var scores: [Int] = []
    package var decisions: [TrainerDecision] = []

    package init() {}
}

/// What a trainee answers in one exercise.
package struct ExerciseAnswer: Equatable, Sendable {
    package var picks: [Pick] = []
    /// What the trainee misses in the list.
    package var other = ""
    /// Words for the trainer.
    package var text = ""

    package init(picks: [Pick] = [], other: String = "", text: String = "") {
        self.picks = picks
        self.other = other
        self.text = text
    }

    package init(codes: [String]) { picks = codes.map { Pick(code: $0) } }

    package var isEmpty: Bool { picks.isEmpty && other.isEmpty && text.isEmpty }
}

/// One line that a trainee picks, with why and how sure.
package struct Pick: Equatable, Sendable {
    package let code: String
    /// What it rests on: passages, figures, other lines.
    package var reasons: [String] = []
    /// 1 hardly, 2 fairly, 3 very; `nil`: not said.
    package var sureness: Int?
    package var note = ""

    package init(code: String, reasons: [String] = [], sureness: Int? = nil, note: String = "") {
        self.code = code
        self.reasons = reasons
        self.sureness = sureness
        self.note = note
    }
}

/// What a trainer gives by the rubric, or changes with a reason.
package struct TrainerDecision: Equatable, Sendable {
    package let exercise: String
    /// The part of the rubric; `nil`: the whole exercise is marked otherwise.
    package let criterion: String?
    package let points: Points
    package let reason: String

    package init(exercise: String, criterion: String? = nil, points: Points, reason: String) {
        self.exercise = exercise
        self.criterion = criterion
        self.points = points
        self.reason = reason
    }
}
