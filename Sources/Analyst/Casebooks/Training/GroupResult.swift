package import RuleEngine

/// What a group makes of a case. Of a group so small that a member could be guessed nothing is told.
package struct GroupResult: Sendable {
    /// A line with how many missed it, or picked it although it is not so.
    package struct Line: Sendable {
        package let exercise: LocalizedText
        package let title: LocalizedText
        /// Rounded, so that nobody can be worked out.
        package let count: Int
    }

    package let size: Int
    /// In points, rounded to whole ones.
    package let mean: Int
    /// The standard deviation in points, rounded to whole ones.
    package let spread: Int
    /// How many of a hundred pairs of trainees agree on a line, on the average.
    package let agreement: Int
    package let missedMost: [Line]
    package let extraMost: [Line]

    /// Counts are told in steps of so many.
    package static let step = 5

    /// - Parameters:
    ///   - answers: of those who handed in.
    ///   - least: of a smaller group nothing is told: `nil`.
    package init?(_ answers: [CaseAnswers], in prepared: PreparedCase, least: Int) {
        guard answers.count >= max(least, 1) else { return nil }
        size = answers.count
        let marks = answers.map { prepared.mark($0) }
        let points = marks.map(\.points.hundredths)
        let sum = points.reduce(0, +)
        mean = Self.rounded(sum, by: 100 * points.count)
        // Of whole numbers, so that no fraction is lost before the root.
        let squares = points.reduce(0) { $0 + $1 * $1 }
        let variance = (squares * points.count - sum * sum) / (points.count * points.count)
        spread = Self.rounded(Int(Double(max(variance, 0)).squareRoot()), by: 100)
        var counts: [String: (missed: Int, extra: Int)] = [:]
        for mark in marks {
            for part in mark.parts {
                for line in part.lines {
                    guard let code = line.code else { continue }
                    let key = "\(part.exercise) \(code)"
                    if line.verdict == .missed { counts[key, default: (0, 0)].missed += 1 }
                    if [.tooMany, .notSettled].contains(line.verdict) { counts[key, default: (0, 0)].extra += 1 }
                }
            }
        }
        var missed: [Line] = []
        var extra: [Line] = []
        var agreeing = 0
        var compared = 0
        for exercise in prepared.exercises {
            for option in exercise.options {
                let votes = answers.count { answer in
                    answer.exercises[exercise.id]?.picks.contains { $0.code == option.code } ?? false
                }
                // Lines that nobody picks say nothing of agreement.
                if votes > 0, answers.count > 1 {
                    let others = answers.count - votes
                    agreeing += votes * (votes - 1) / 2 + others * (others - 1) / 2
                    compared += answers.count * (answers.count - 1) / 2
                }
                guard let count = counts["\(exercise.id) \(option.code)"] else { continue }
                func line(_ number: Int) -> Line? {
                    let told = Self.rounded(number, by: Self.step) * Self.step
                    return told == 0 ? nil : Line(exercise: exercise.title, title: option.title, count: told)
                }
                if let line = line(count.missed) { missed.append(line) }
                if let line = line(count.extra) { extra.append(line) }
            }
        }
        agreement = compared == 0 ? 100 : Self.rounded(agreeing * 100, by: compared)
        missedMost = Self.most(missed)
        extraMost = Self.most(extra)
    }

    private static func rounded(_ number: Int, by divisor: Int) -> Int { (number * 2 + divisor) / (2 * divisor) }

    private static func most(_ lines: [Line]) -> [Line] {
        lines.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.prefix(5)
            .map(\.element)
    }
}
