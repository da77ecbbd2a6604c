package import RuleEngine

/// What a trainee's picks are worth, line by line. The lines add up to the total.
package struct Mark: Sendable {
    package enum Verdict: String, Sendable {
        /// Picked, and found by the engine.
        case found
        /// Found by the engine and not picked.
        case missed
        /// Picked, and refuted by the engine.
        case tooMany
        /// Picked, and neither found nor refuted: the sheet does not tell.
        case notSettled
        /// Nothing is to be found in this part.
        case nothingToFind
        /// Lifts a part to zero: no part is worth less.
        case floor
    }

    package struct Line: Sendable {
        package let verdict: Verdict
        /// `nil` for lines about the part as a whole.
        package let code: String?
        package let title: LocalizedText
        package let points: Points
        /// Why the engine says otherwise; empty where both agree.
        package let because: [LocalizedText]
    }

    package struct Part: Sendable {
        package let template: String
        package let title: LocalizedText
        package let lines: [Line]
        /// What can be earned.
        package let maximum: Points

        package var points: Points { lines.map(\.points).reduce(.zero, +) }
    }

    package let parts: [Part]
    package let passMark: Points

    package var points: Points { parts.map(\.points).reduce(.zero, +) }
    package var isPass: Bool { points >= passMark }
}

/// Points in hundredths, so that lines add up exactly.
package struct Points: Hashable, Comparable, Sendable {
    package let hundredths: Int

    package static let zero = Points(hundredths: 0)

    package init(hundredths: Int) { self.hundredths = hundredths }
    package init(_ whole: Int) { hundredths = whole * 100 }

    package static func + (left: Points, right: Points) -> Points {
        Points(hundredths: left.hundredths + right.hundredths)
    }
    package static prefix func - (points: Points) -> Points { Points(hundredths: -points.hundredths) }
    package static func < (left: Points, right: Points) -> Bool { left.hundredths < right.hundredths }

    /// Divides the points by weights, without a remainder: each share is the difference of two rounded running sums.
    package func shares(_ weights: [Int]) -> [Points] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else { return weights.map { _ in .zero } }
        var running = 0
        return weights.map { weight in
            let before = hundredths * running / sum
            running += weight
            return Points(hundredths: hundredths * running / sum - before)
        }
    }

    package func text(in language: Language) -> String {
        let number = FEELNumber(hundredths).divided(by: FEELNumber(100)) ?? .zero
        return NumberText.text(of: number, in: language)
    }
}
