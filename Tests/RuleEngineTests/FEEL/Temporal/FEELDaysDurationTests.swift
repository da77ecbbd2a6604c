import RuleEngine
import TestSupport
import Testing

struct FEELDaysDurationTests {
    @Test(arguments: [
        ("P1D", "P1D"), ("PT24H", "P1D"), ("-PT36H", "-P1DT12H"), ("P1DT2H3.5S", "P1DT2H3.5S"), ("PT90M", "PT1H30M"),
        ("PT0S", "PT0S"),
        ("-P0D", "PT0S"), ("P0DT0H0M0.000S", "PT0S"), ("PT0.5S", "PT0.5S"), ("-PT0.000000001S", "-PT0.000000001S"),
        ("PT3600S", "PT1H"),
        ("P1DT1M", "P1DT1M"), ("-PT1.25S", "-PT1.25S"), ("PT61.0S", "PT1M1S"), ("P100000000000D", "P100000000000D"),
    ])
    func `a duration is read and written in normal form`(text: String, written: String) throws {
        let duration = try #require(FEELDaysDuration(text))
        #expect(duration.description == written)
        #expect(FEELDaysDuration(written) == duration)
    }

    @Test(arguments: [
        "", "P", "PT", "-P", "P1", "1D", "P1DT", "P1Y", "P1M", "P1Y2M", "P1Y1D", "P1H", "PT1D", "PT1M1H", "PT1S1M",
        "PT1H1H", "PT1.S", "PT.5S",
        "PT1.5H", "P1.5D", "+P1D", "P-1D", "p1d", "P1D ", "P1DT1HT1M", "PT1.5S1S", "P99999999999999999999D",
        "P200000000000000D",
    ])
    func `what is no duration of days gives nothing`(text: String) {
        #expect(FEELDaysDuration(text) == nil)
    }

    @Test func `the parts have the sign of the duration`() throws {
        let duration = try #require(FEELDaysDuration("-P1DT2H3M4.5S"))
        #expect((duration.days, duration.hours, duration.minutes, duration.seconds) == (-1, -2, -3, -4))
        #expect(duration.nanoseconds == -500_000_000)
        #expect(duration.isNegative)
        #expect(duration.magnitude?.description == "P1DT2H3M4.5S")
        #expect(duration.totalSeconds.description == "-93784.5")
        #expect(try #require(FEELDaysDuration("-PT0.5S")).isNegative)
    }

    @Test(arguments: [
        ("P1D", "PT2H", "P1DT2H", "PT22H"), ("-P1D", "PT2H", "-PT22H", "-P1DT2H"),
        ("PT0.7S", "PT0.6S", "PT1.3S", "PT0.1S"),
    ])
    func `sums and differences`(left: String, right: String, sum: String, difference: String) throws {
        let one = try #require(FEELDaysDuration(left))
        let other = try #require(FEELDaysDuration(right))
        #expect(one.adding(other)?.description == sum)
        #expect(one.subtracting(other)?.description == difference)
    }

    @Test(arguments: [
        ("P4DT1H", "1.5", "P6DT1H30M"), ("PT23H", "2.5", "P2DT9H30M"), ("-P1D", "-10", "P10D"), ("P1D", "0", "PT0S"),
        ("PT1S", "0.0000000004", "PT0S"), ("PT1S", "0.0000000006", "PT0.000000001S"),
    ])
    func `products`(duration: String, factor: String, expected: String) throws {
        let product = try #require(FEELDaysDuration(duration)).multiplied(by: try #require(FEELNumber(factor)))
        #expect(product?.description == expected)
    }

    @Test(arguments: [("P10D", "10", "P1D"), ("P10DT23H", "2.5", "P4DT9H12M"), ("PT1S", "3", "PT0.333333333S")])
    func `quotients by a number`(duration: String, divisor: String, expected: String) throws {
        let quotient = try #require(FEELDaysDuration(duration)).divided(by: try #require(FEELNumber(divisor)))
        #expect(quotient?.description == expected)
    }

    @Test func `quotients of two durations are numbers`() throws {
        let duration = try #require(FEELDaysDuration("P10D"))
        #expect(duration.divided(by: try #require(FEELDaysDuration("P5D")))?.description == "2")
        #expect(duration.divided(by: FEELDaysDuration.zero) == nil)
        #expect(duration.divided(by: FEELNumber.zero) == nil)
    }

    @Test func `a result outside the range gives nothing`() throws {
        let longest = FEELDaysDuration(seconds: .max)
        let shortest = FEELDaysDuration(seconds: .min)
        #expect(longest.adding(longest) == nil)
        #expect(longest.adding(FEELDaysDuration(seconds: 1)) == nil)
        #expect(shortest.subtracting(longest) == nil)
        #expect(shortest.negated == nil)
        #expect(shortest.magnitude == nil)
        #expect(longest.negated?.negated == longest)
        #expect(longest.multiplied(by: 2) == nil)
        #expect(longest.multiplied(by: try #require(FEELNumber("1E6000"))) == nil)
        #expect(longest.divided(by: try #require(FEELNumber("1E-20"))) == nil)
        #expect(FEELDaysDuration(shortest.description) == shortest)
    }

    @Test func `random durations survive being written`() throws {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<2_000 {
            let limits: [Int128] = [2_000_000_000, 1_000_000_000_000_000, 9_000_000_000_000_000_000_000_000_000]
            let limit = limits.randomElement(using: &generator) ?? 1
            let duration = try #require(
                FEELDaysDuration(totalNanoseconds: .random(in: -limit...limit, using: &generator)))
            #expect(FEELDaysDuration(duration.description) == duration)
            #expect(duration.negated?.negated == duration)
            #expect((duration < .zero) == duration.isNegative)
        }
    }
}
