import RuleEngine
import Testing

struct FEELNumberTests {
    // MARK: Text

    @Test(arguments: [
        ("1", "1"), ("007", "7"), ("-3.50", "-3.50"), ("+2", "2"), (".5", "0.5"), ("-.5", "-0.5"), ("1.10", "1.10"),
        ("0", "0"), ("-0", "0"), ("0.00", "0.00"), ("1.2E3", "1200"), ("1.2e-3", "0.0012"), ("1E+2", "100"),
        ("0E3", "0"), ("1E33", "1000000000000000000000000000000000"), ("1E34", "1E+34"), ("12E40", "1.2E+41"),
        ("1E-34", "0.0000000000000000000000000000000001"), ("1E-35", "1E-35"), ("-1.5E-40", "-1.5E-40"),
        ("1234567890123456789012345678901234", "1234567890123456789012345678901234"),
        ("12345678901234567890123456789012344999", "1.234567890123456789012345678901234E+37"),
        ("12345678901234567890123456789012345", "1.234567890123456789012345678901234E+34"),
        ("123456789012345678901234567890123450000000001", "1.234567890123456789012345678901235E+44"),
        ("9999999999999999999999999999999999.5", "1.000000000000000000000000000000000E+34"),
        ("9.999999999999999999999999999999999E6144", "9.999999999999999999999999999999999E+6144"),
        ("1E-6176", "1E-6176"), ("1E-9999", "0E-6176"),
    ])
    func `a literal is read and written in plain notation`(text: String, written: String) throws {
        let number = try #require(FEELNumber(text))
        #expect(number.description == written)
        #expect(FEELNumber(written) == number)
    }

    @Test(arguments: [
        "", "-", ".", "1.", "1.e3", "e3", "1e", "1e+", "1.2.3", "1,2", " 1", "1 ", "--1", "0x1", "١", "NaN", "Infinity",
        "1E6145", "10E6144", "9.9999999999999999999999999999999995E6144", "1E99999999999999999999",
    ])
    func `what is no literal or out of range gives nothing`(text: String) {
        #expect(FEELNumber(text) == nil)
    }

    @Test(arguments: [
        ("1.10", "1.1"), ("100", "100"), ("1.2E3", "1200"), ("0.00", "0"), ("-2.000", "-2"), ("1E40", "1E+40"),
    ])
    func `the normalised text has no zeros at the end of the fraction`(text: String, written: String) throws {
        #expect(try #require(FEELNumber(text)).normalizedDescription == written)
    }

    // MARK: Identity

    @Test(arguments: [
        ("1.0", "1"), ("1E3", "1000"), ("0.00", "0"), ("0E-6176", "0"), ("-1.50", "-1.5"),
        ("1000000000000000000000000000000000", "1E33"), ("10000000000000000000", "1E19"),
    ])
    func `equal numbers are equal and hash alike whatever their zeros`(one: String, other: String) throws {
        let left = try #require(FEELNumber(one))
        let right = try #require(FEELNumber(other))
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(!(left < right) && !(right < left))
    }

    @Test func `numbers are ordered by value`() throws {
        let texts = [
            "-9E6144", "-1E20", "-1000000000000000000000000000000001E-15", "-1E18", "-2", "-1.5", "-1.49", "-1E-6176",
            "0",
            "1E-6176", "0.1", "0.10000000000000000000000000000001", "1", "9.99", "10", "9223372036854775807",
            "9223372036854775807.1", "9223372036854775808", "1E19", "1E6144",
        ]
        let numbers = try texts.map { try #require(FEELNumber($0)) }
        for (index, left) in numbers.enumerated() {
            for (otherIndex, right) in numbers.enumerated() {
                #expect((left < right) == (index < otherIndex), "\(left) and \(right)")
                #expect((left == right) == (index == otherIndex), "\(left) and \(right)")
            }
        }
    }

    @Test func `a number takes at most sixteen bytes`() {
        #expect(MemoryLayout<FEELNumber>.stride == 16)
    }

    // MARK: Arithmetic

    @Test func `a third times three is not one`() throws {
        let third = try #require(FEELNumber(1).divided(by: 3))
        #expect(third.description == "0.3333333333333333333333333333333333")
        #expect((third * 3).description == "0.9999999999999999999999999999999999")
    }

    @Test func `sums keep the scale of the finer operand and products add the scales`() throws {
        let price = try #require(FEELNumber("1.10"))
        #expect((price + 1).description == "2.10")
        #expect((price * price).description == "1.2100")
        #expect((price - price).description == "0.00")
        #expect(price.divided(by: 2)?.description == "0.55")
        #expect(FEELNumber(100).divided(by: 10)?.description == "10")
    }

    @Test func `a result beyond the range is nothing and one below it is zero`() throws {
        let large = try #require(FEELNumber("9E6144"))
        let small = try #require(FEELNumber("1E-6176"))
        #expect(large.adding(large) == nil)
        #expect(large.adding(0) == large)
        #expect(large.multiplied(by: 2) == nil)
        #expect(large.divided(by: small) == nil)
        #expect(small.divided(by: 3) == .zero)
        #expect(small.divided(by: 2) == .zero)
        #expect(small.multiplied(by: try #require(FEELNumber("1.5")))?.description == "2E-6176")
    }

    @Test func `division by zero gives nothing`() {
        #expect(FEELNumber(1).divided(by: .zero) == nil)
        #expect(FEELNumber(0).divided(by: .zero) == nil)
        #expect(FEELNumber(0).divided(by: 5) == .zero)
        #expect(FEELNumber(1).modulo(.zero) == nil)
    }

    @Test(arguments: [
        ("12", "5", "2"), ("-12", "5", "3"), ("12", "-5", "-3"), ("-12", "-5", "-2"), ("10.1", "4.5", "1.1"),
        ("-10.1", "4.5", "3.4"), ("10.1", "-4.5", "-3.4"), ("-10.1", "-4.5", "-1.1"), ("-10", "5", "0"),
        ("1E6000", "7", "1"), ("5", "1E6000", "5"), ("-1E-30", "1E10", "10000000000"),
    ])
    func `modulo has the sign of the divisor`(dividend: String, divisor: String, expected: String) throws {
        let left = try #require(FEELNumber(dividend))
        let right = try #require(FEELNumber(divisor))
        #expect(left.modulo(right) == FEELNumber(expected))
    }

    // MARK: Rounding

    @Test(arguments: [
        (FEELNumber.RoundingRule.up, ["6", "3", "2", "2", "1", "-1", "-2", "-2", "-3", "-6"]),
        (.down, ["5", "2", "1", "1", "1", "-1", "-1", "-1", "-2", "-5"]),
        (.halfUp, ["6", "3", "2", "1", "1", "-1", "-1", "-2", "-3", "-6"]),
        (.halfDown, ["5", "2", "2", "1", "1", "-1", "-1", "-2", "-2", "-5"]),
        (.halfEven, ["6", "2", "2", "1", "1", "-1", "-1", "-2", "-2", "-6"]),
        (.floor, ["5", "2", "1", "1", "1", "-1", "-2", "-2", "-3", "-6"]),
        (.ceiling, ["6", "3", "2", "2", "1", "-1", "-1", "-1", "-2", "-5"]),
    ])
    func `each rule rounds as the specification shows`(
        rule: FEELNumber.RoundingRule, expected: [String]
    ) throws {
        let inputs = ["5.5", "2.5", "1.6", "1.1", "1.0", "-1.0", "-1.1", "-1.6", "-2.5", "-5.5"]
        let rounded = try inputs.map { try #require(FEELNumber($0)).rounded(toScale: 0, rule: rule) }
        #expect(rounded.map { $0?.description } == expected)
    }

    @Test(arguments: [
        ("1", 2, "1.00"), ("0", 2, "0.00"), ("1234", -2, "1200"), ("1E3", 0, "1000"), ("51", -2, "100"),
        ("49", -2, "0"),
        ("0.004", 2, "0.00"), ("1234", -6000, "0E+6000"), ("1E30", 10, "1000000000000000000000000000000.000"),
    ])
    func `a scale sets the digits after the point as far as there is room`(
        text: String, scale: Int, expected: String
    ) throws {
        let number = try #require(FEELNumber(text))
        #expect(number.rounded(toScale: scale, rule: .halfEven)?.description == expected)
    }

    @Test func `a scale outside the range gives nothing`() {
        #expect(FEELNumber(1).rounded(toScale: 6176, rule: .up) != nil)
        #expect(FEELNumber(1).rounded(toScale: 6177, rule: .up) == nil)
        #expect(FEELNumber(1).rounded(toScale: -6111, rule: .up)?.description == "1E+6111")
        #expect(FEELNumber(1).rounded(toScale: -6112, rule: .up) == nil)
        #expect(FEELNumber(1).rounded(toScale: .min, rule: .up) == nil)
    }

    // MARK: Functions

    @Test(arguments: [
        ("2", "10", "1024"), ("1.10", "2", "1.2100"), ("4", "0.5", "2"), ("2", "-1", "0.5"), ("0", "0", "1"),
        ("0", "3", "0"),
        ("-2", "3", "-8"), ("-2", "4", "16"), ("-2", "-3", "-0.125"), ("10", "-6176", "1E-6176"), ("-1", "1E30", "1"),
        ("-1", "9999999999999999999999999999999999", "-1"), ("1", "0.3", "1"), ("0.0625", "0.25", "0.5"),
        ("27", "3E-1", "2.687875379522286583581921073726943"), ("1E-6000", "2", "0"),
        ("1.5", "-99999999999999999999", "0"),
        ("1.0000000000000000000000000000001", "1E30", "1.105170918075647624811707826490241"), ("5", "1E-200", "1"),
    ])
    func `powers`(base: String, exponent: String, expected: String) throws {
        let number = try #require(FEELNumber(base))
        let power = number.power(try #require(FEELNumber(exponent)))
        #expect(power == FEELNumber(expected), "\(String(describing: power))")
    }

    @Test(arguments: [
        ("0", "-1"), ("-8", "0.5"), ("10", "6145"), ("1.5", "1E40"), ("1E-6000", "-2"), ("0.5", "-1E300"),
    ])
    func `a power that is no number gives nothing`(base: String, exponent: String) throws {
        #expect(try #require(FEELNumber(base)).power(try #require(FEELNumber(exponent))) == nil)
    }

    @Test func `exp and ln at the edges`() throws {
        #expect(FEELNumber(0).exponential()?.description == "1")
        #expect(FEELNumber(1).exponential()?.description == "2.718281828459045235360287471352662")
        #expect(FEELNumber(14_149).exponential() != nil)
        #expect(FEELNumber(14_150).exponential() == nil)
        #expect(FEELNumber(-14_300).exponential() == .zero)
        #expect(try #require(FEELNumber("-1E6000")).exponential() == .zero)
        #expect(try #require(FEELNumber("1E-6000")).exponential() == .one)
        #expect(FEELNumber(1).naturalLogarithm() == .zero)
        #expect(FEELNumber(10).naturalLogarithm()?.description == "2.302585092994045684017991454684364")
        #expect(FEELNumber(0).naturalLogarithm() == nil)
        #expect(FEELNumber(-1).naturalLogarithm() == nil)
        #expect(FEELNumber(-4).squareRoot() == nil)
        #expect(FEELNumber(16).squareRoot()?.description == "4")
        #expect(FEELNumber(2).squareRoot()?.description == "1.414213562373095048801688724209698")
    }

    // MARK: Conversion

    @Test func `integers`() throws {
        #expect(try #require(FEELNumber("3.00")).integerValue == 3)
        #expect(try #require(FEELNumber("3.01")).integerValue == nil)
        #expect(try #require(FEELNumber("1E18")).integerValue == 1_000_000_000_000_000_000)
        #expect(try #require(FEELNumber("9223372036854775807.0")).integerValue == .max)
        #expect(try #require(FEELNumber("9223372036854775808")).integerValue == nil)
        #expect(try #require(FEELNumber("1E6000")).isInteger)
        #expect(try #require(FEELNumber("0E-6000")).integerValue == 0)
        #expect(try !#require(FEELNumber("1E-6000")).isInteger)
        #expect(FEELNumber(.min).integerValue == .min)
        #expect((-FEELNumber(.min)).description == "9223372036854775808")
    }

    @Test(arguments: [
        "0", "0.1", "-2.5", "1E22", "1E23", "123456789012345678", "4.9E-324", "1.7976931348623157E308",
        "0.30000000000000004",
        "9007199254740993", "1E-400",
    ])
    func `the nearest double is that of the standard library`(text: String) throws {
        #expect(try #require(FEELNumber(text)).doubleValue == Double(text))
    }

    @Test(arguments: [
        (0.5, "0.5"), (0, "0"), (-0.0, "0"), (-123456.75, "-123456.75"), (1e22, "10000000000000000000000"), (8, "8"),
        (0x1p-20, "0.00000095367431640625"), (0x1p112, "5192296858534827628530496329220096"),
    ])
    func `a double of few digits is taken over exactly`(value: Double, expected: String) {
        #expect(FEELNumber(exactly: value) == FEELNumber(expected))
    }

    @Test(arguments: [0.1, 0x1p113 + 0x1p61, Double.leastNonzeroMagnitude, 0x1p-60, .nan, .infinity])
    func `a double of more digits than a number has is not taken over`(value: Double) {
        #expect(FEELNumber(exactly: value) == nil)
    }

    @Test(arguments: [
        (0.1, 15, "0.1"), (0.1 + 0.2, 15, "0.3"), (0.1 + 0.2, 17, "0.30000000000000004"), (1e22, 3, "1E22"),
        (1234.5, 2, "1200"),
        (2.0 / 3, 4, "0.6667"), (-0.0, 5, "0"), (Double.leastNonzeroMagnitude, 3, "5E-324"),
    ])
    func `a measured double becomes a number of so many digits`(value: Double, digits: Int, expected: String) {
        #expect(FEELNumber(approximating: value, digits: digits) == FEELNumber(expected))
    }

    @Test func `what is not finite becomes no number`() {
        #expect(FEELNumber(approximating: .nan) == nil)
        #expect(FEELNumber(approximating: -.infinity) == nil)
        #expect(FEELNumber(approximating: 1, digits: 0) == nil)
    }
}
