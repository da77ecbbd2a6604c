import RuleEngine
import TestSupport
import Testing

/// Laws of decimal arithmetic on random numbers of all sizes.
struct FEELNumberLawTests {
    private static let rounds = 4_000

    @Test func `sums and products do not depend on the order of two operands`() {
        forRandomPairs(seed: 1) { left, right in
            #expect(left.adding(right)?.description == right.adding(left)?.description)
            #expect(left.multiplied(by: right)?.description == right.multiplied(by: left)?.description)
        }
    }

    @Test func `a difference is the negative of the reverse difference`() {
        forRandomPairs(seed: 2) { left, right in
            #expect(left.subtracting(right) == right.subtracting(left).map { -$0 })
            #expect(left.subtracting(left) == .zero)
        }
    }

    @Test func `rounding keeps order`() {
        forRandomPairs(seed: 3) { left, right in
            let low = min(left, right)
            let high = max(left, right)
            for addend in [FEELNumber(1), left, right] {
                guard let first = low.adding(addend), let second = high.adding(addend) else { continue }
                #expect(first <= second)
            }
            for scale in [-3, 0, 2] {
                for rule in FEELNumber.RoundingRule.allCases {
                    guard let first = low.rounded(toScale: scale, rule: rule),
                        let second = high.rounded(toScale: scale, rule: rule)
                    else { continue }
                    #expect(first <= second)
                }
            }
        }
    }

    @Test func `a quotient times the divisor is near the dividend`() throws {
        let tolerance = try #require(FEELNumber("1E-33"))
        // Below this a number has fewer than 34 digits.
        let smallest = try #require(FEELNumber("1E-6143"))
        forRandomPairs(seed: 4) { left, right in
            guard left.magnitude > smallest, let quotient = left.divided(by: right),
                quotient.magnitude > smallest, let product = quotient.multiplied(by: right),
                let difference = product.subtracting(left)
            else { return }
            #expect(difference.magnitude <= left.magnitude * tolerance)
        }
    }

    @Test func `modulo lies between zero and the divisor`() {
        forRandomPairs(seed: 5) { left, right in
            guard let remainder = left.modulo(right) else { return }
            #expect(remainder.isZero || remainder.isNegative == right.isNegative)
            #expect(remainder.magnitude <= right.magnitude)
        }
    }

    @Test func `floor and ceiling enclose a number`() {
        forRandomPairs(seed: 6) { number, _ in
            guard let floor = number.floor(), let ceiling = number.ceiling() else { return }
            #expect(floor <= number && number <= ceiling)
            #expect(number.isInteger == (floor == ceiling))
        }
    }

    @Test func `reading what was written gives the same number`() {
        forRandomPairs(seed: 7) { number, _ in
            #expect(FEELNumber(number.description) == number)
            #expect(FEELNumber(number.normalizedDescription)?.hashValue == number.hashValue)
        }
    }

    @Test func `small integers behave as machine integers`() {
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<Self.rounds {
            let left = Int.random(in: -1_000_000...1_000_000, using: &generator)
            let right = Int.random(in: -1_000_000...1_000_000, using: &generator)
            #expect((FEELNumber(left) + FEELNumber(right)).integerValue == left + right)
            #expect((FEELNumber(left) * FEELNumber(right)).integerValue == left * right)
            #expect((FEELNumber(left) < FEELNumber(right)) == (left < right))
            guard right != 0 else { continue }
            let remainder = (left % right + right) % right
            #expect(FEELNumber(left).modulo(FEELNumber(right))?.integerValue == remainder)
        }
    }

    @Test func `the square root of a square is the number`() {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<Self.rounds {
            let number = FEELNumber(Int.random(in: 0...100_000_000_000_000_000, using: &generator))
            #expect((number * number).squareRoot() == number)
        }
    }

    @Test func `the logarithm of an exponential is near the number`() throws {
        var generator = SeededGenerator(seed: 10)
        let tolerance = try #require(FEELNumber("1E-32"))
        for _ in 0..<100 {
            let number = try #require(
                FEELNumber(Int.random(in: 1_000...9_999_999, using: &generator)).divided(by: 1_000))
            let back = try #require(number.exponential()?.naturalLogarithm())
            #expect((back - number).magnitude <= number * tolerance)
        }
    }

    private func forRandomPairs(seed: UInt64, _ check: (FEELNumber, FEELNumber) -> Void) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<Self.rounds {
            check(.random(using: &generator), .random(using: &generator))
        }
    }
}

extension FEELNumber {
    /// Mostly of the sizes that occur in figures, sometimes with all digits or at the edges of the range.
    fileprivate static func random(using generator: inout SeededGenerator) -> FEELNumber {
        let digitCount = [1, 2, 5, 9, 18, 19, 20, 34].randomElement(using: &generator) ?? 1
        var text = Bool.random(using: &generator) ? "-" : ""
        for _ in 0..<digitCount { text += String(Int.random(in: 0...9, using: &generator)) }
        let exponents = [-2...0, -2...0, -2...0, -40...20, -6176...6111].randomElement(using: &generator) ?? 0...0
        text += "E\(Int.random(in: exponents, using: &generator))"
        return FEELNumber(text) ?? .zero
    }
}
