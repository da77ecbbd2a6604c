package import RuleEngine

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

    package func text(in language: Language) -> String { NumberText.text(of: number, in: language) }

    package var number: FEELNumber { FEELNumber(hundredths).divided(by: FEELNumber(100)) ?? .zero }

    /// `12`, `12.5` or `-0.25`.
    package var json: JSONText { .number(plain) }

    /// The digits with a decimal point, as programs read them.
    package var plain: String {
        let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        let digits = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : (rest < 10 ? ".0" : ".") + "\(rest)"
        return (hundredths < 0 ? "-" : "") + "\(whole)" + digits
    }
}
