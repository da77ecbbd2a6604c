import RuleEngine
import Testing

struct FEELMonthsDurationTests {
    @Test(arguments: [
        ("P2Y3M", "P2Y3M"), ("-P2Y3M", "-P2Y3M"), ("P14M", "P1Y2M"), ("P12M", "P1Y"), ("P0Y", "P0M"), ("-P0M", "P0M"),
        ("P1Y0M", "P1Y"),
        ("-P1M", "-P1M"), ("P0Y13M", "P1Y1M"),
    ])
    func `a duration is read and written in normal form`(text: String, written: String) throws {
        #expect(try #require(FEELMonthsDuration(text)).description == written)
    }

    @Test(arguments: [
        "", "P", "P1", "P1D", "P1Y1D", "P1M1Y", "P1YT1M", "PT1M", "P1.5Y", "1Y", "+P1Y", "P1Y ", "P-1Y", "P1Y2",
        "P999999999999999999Y",
    ])
    func `what is no duration of months gives nothing`(text: String) {
        #expect(FEELMonthsDuration(text) == nil)
    }

    @Test func `the parts have the sign of the duration`() throws {
        let duration = try #require(FEELMonthsDuration("-P1Y2M"))
        #expect((duration.years, duration.months, duration.totalMonths) == (-1, -2, -14))
        #expect(duration.magnitude?.description == "P1Y2M")
    }

    @Test(arguments: [
        ("P1Y", "P2M", "P1Y2M", "P10M"), ("-P1Y", "P2M", "-P10M", "-P1Y2M"), ("-P1Y", "-P2M", "-P1Y2M", "-P10M"),
        ("P1Y", "P0M", "P1Y", "P1Y"),
    ])
    func `sums and differences`(left: String, right: String, sum: String, difference: String) throws {
        let one = try #require(FEELMonthsDuration(left))
        let other = try #require(FEELMonthsDuration(right))
        #expect(one.adding(other)?.description == sum)
        #expect(one.subtracting(other)?.description == difference)
    }

    @Test(arguments: [
        ("P2M", "1.5", "P3M"), ("P1Y11M", "-2.5", "-P4Y9M"), ("-P1Y", "-10", "P10Y"), ("P1M", "0.9", "P0M"),
    ])
    func `products lose what is no whole month`(duration: String, factor: String, expected: String) throws {
        let product = try #require(FEELMonthsDuration(duration)).multiplied(by: try #require(FEELNumber(factor)))
        #expect(product?.description == expected)
    }

    @Test(arguments: [("P10Y", "10", "P1Y"), ("P10Y11M", "2.5", "P4Y4M"), ("P10Y11M", "-2.5", "-P4Y4M")])
    func `quotients lose what is no whole month`(duration: String, divisor: String, expected: String) throws {
        let quotient = try #require(FEELMonthsDuration(duration)).divided(by: try #require(FEELNumber(divisor)))
        #expect(quotient?.description == expected)
    }

    @Test func `quotients of two durations are numbers and a result outside the range is nothing`() throws {
        let duration = try #require(FEELMonthsDuration("P10Y"))
        #expect(duration.divided(by: try #require(FEELMonthsDuration("P5Y")))?.description == "2")
        #expect(duration.divided(by: FEELMonthsDuration.zero) == nil)
        #expect(duration.divided(by: FEELNumber.zero) == nil)
        let longest = FEELMonthsDuration(totalMonths: .max)
        #expect(longest.adding(longest) == nil)
        #expect(longest.multiplied(by: 2) == nil)
        #expect(FEELMonthsDuration(totalMonths: .min).negated == nil)
    }
}
