package import RuleEngine

/// What an answer is worth, line by line. The lines add up to the total.
package struct Mark: Sendable {
    package enum Verdict: String, CaseIterable, Sendable {
        /// Picked, and expected.
        case found
        /// Expected and not picked.
        case missed
        /// Picked, and not so.
        case tooMany
        /// Picked, and neither found nor refuted: the text does not tell.
        case notSettled
        /// Picked, not expected, and yet to be defended.
        case defensible
        /// Nothing is to be found in this exercise.
        case nothingToFind
        /// What hints cost.
        case hint
        /// Lifts an exercise to zero: none is worth less.
        case floor
        /// Brings an exercise back to what it is worth.
        case ceiling
        /// What the trainer gives by the rubric.
        case rubric
        /// What the trainer changes, with a reason.
        case overruled
        /// Waits for the trainer.
        case waiting
    }

    package struct Line: Sendable {
        package let verdict: Verdict
        /// `nil` for lines about the exercise as a whole.
        package let code: String?
        package let title: LocalizedText
        package let points: Points
        /// Why it is marked so, where there is more to say than the verdict.
        package var note: LocalizedText?
        /// The panel is divided on it: to be talked about.
        package var isDivided = false
    }

    package struct Part: Sendable {
        package let exercise: String
        package let title: LocalizedText
        package let lines: [Line]
        /// What can be earned.
        package let maximum: Points

        package var points: Points { lines.map(\.points).reduce(.zero, +) }
        /// The trainer has yet to mark it.
        package var isWaiting: Bool { lines.contains { $0.verdict == .waiting } }
    }

    package let parts: [Part]
    package let passMark: Points

    package var points: Points { parts.map(\.points).reduce(.zero, +) }
    package var maximum: Points { parts.map(\.maximum).reduce(.zero, +) }
    package var isPass: Bool { points >= passMark }
    package var isWaiting: Bool { parts.contains(where: \.isWaiting) }
}

// MARK: - Wordings

extension Mark.Verdict {
    package var title: LocalizedText {
        switch self {
        case .found: LocalizedText(nl: "gevonden", en: "found")
        case .missed: LocalizedText(nl: "gemist", en: "missed")
        case .tooMany: LocalizedText(nl: "te veel", en: "too many")
        case .notSettled: LocalizedText(nl: "te veel: nog niet vast te stellen", en: "too many: not to be settled yet")
        case .defensible: LocalizedText(nl: "anders maar verdedigbaar", en: "different but defensible")
        case .nothingToFind: LocalizedText(nl: "niets te vinden", en: "nothing to find")
        case .hint: LocalizedText(nl: "hint", en: "hint")
        case .floor: LocalizedText(nl: "ondergrens", en: "floor")
        case .ceiling: LocalizedText(nl: "bovengrens", en: "ceiling")
        case .rubric: LocalizedText(nl: "rubriek", en: "rubric")
        case .overruled: LocalizedText(nl: "aangepast door de trainer", en: "changed by the trainer")
        case .waiting: LocalizedText(nl: "wacht op de trainer", en: "waits for the trainer")
        }
    }
}
