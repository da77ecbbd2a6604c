import RuleEngine
import Testing

@testable import Analyst

/// A number is read as its column writes numbers, or refused; never as another figure.
@Suite struct NumberNotationTests {
    /// The figures of a column of these cells, or the failure.
    private func figures(_ cells: [String], expecting expectation: NumberNotation.Expectation = .unknown) -> String {
        do {
            let lines = cells.map { "1;\"\($0)\"\n" }.joined()
            return try figureTexts(published("naam;figuur\n\(lines)"), "figuur", expecting: expectation)
                .joined(separator: " ")
        } catch {
            return failure { throw error }
        }
    }

    @Test(arguments: [
        (["12", "  12,5 ", "-0,25", "1,60%", "12,5 %"], "12 12.5 -0.25 1.60 12.5"),
        (["12.5", "    78.4", "\u{A0}3.1\u{A0}", "0.278"], "12.5 78.4 3.1 0.278"),
        (["-0.312", "1.010", "4.270599604867483"], "-0.312 1.010 4.270599604867483"),
        (["140.0", "2540.0", "23648.0"], "140.0 2540.0 23648.0"),
        (["1234.567", "1.234"], "1234.567 1.234"),
        (["+5", "007", "0"], "5 7 0"),
        (["1e+05", "2.5e-03"], "1E+5 0.0025"),
    ])
    func `decimal comma and point, blanks, percent signs and signs are read`(cells: [String], expected: String) {
        #expect(
            figures(cells).split(separator: " ").map { FEELNumber(String($0)) }
                == expected.split(separator: " ").map { FEELNumber(String($0)) })
    }

    @Test(arguments: [
        (
            ["", ".", "       .", "NA", "x", "-", "N.B."],
            "(empty) (not-given) (not-given) (not-given) (not-given) (not-given) (not-given)"
        ),
        (
            ["-99997", "-99995", "-99999999", "-99995.0", "-99997,00"],
            "(secret) (unavailable) (unavailable) (unavailable) (secret)"
        ),
        (["99997", "-9999", "-99990"], "99997 -9999 -99990"),
        (["0", "-0"], "0 0"),
    ])
    func `a missing figure has a reason and is never a number`(cells: [String], expected: String) {
        #expect(figures(cells) == expected)
    }

    @Test(arguments: [
        (["540", "4.195"], NumberNotation.Expectation.unknown, "table/thousands 3:4"),
        (["78.730", "14.505", "4.195"], .unknown, "table/thousands 2:4"),
        (["12,345"], .unknown, "table/thousands 2:4"),
        (["1.234.567"], .fraction, "table/thousands 2:4"),
        (["1.234,5"], .fraction, "table/thousands 2:4"),
        (["12 345"], .unknown, "table/thousands 2:4"),
        (["12\u{202F}345"], .unknown, "table/thousands 2:4"),
        (["12'345"], .unknown, "table/thousands 2:4"),
        (["0.5", "4.195"], .whole, "table/thousands 3:4"),
        (["0,5", "4.195"], .fraction, "table/thousands 3:4"),
        (["0.5", "0,7"], .unknown, "table/two-decimal-marks 3:4"),
        (["4.195", "4,195"], .fraction, "table/thousands 2:4"),
        (["4.195", "5.2"], .unknown, "4.195 5.2"),
        (["4.195", "12"], .fraction, "4.195 12"),
        (["0.195"], .unknown, "0.195"),
    ])
    func `three digits behind a mark are read only where the column shows what the mark is`(
        cells: [String], expectation: NumberNotation.Expectation, expected: String
    ) {
        #expect(figures(cells, expecting: expectation) == expected)
    }

    @Test(arguments: [
        ("twaalf", "table/not-a-number 2:4"),
        ("NaN", "table/not-a-number 2:4"),
        ("inf", "table/not-a-number 2:4"),
        ("-Infinity", "table/not-a-number 2:4"),
        ("12-13", "table/not-a-number 2:4"),
        ("€ 12", "table/not-a-number 2:4"),
        ("1,", "table/not-a-number 2:4"),
        ("12%%", "table/not-a-number 2:4"),
        ("1e5", "table/not-a-number 2:4"),
        ("4,2E+03", "table/rounded-number 2:4"),
        ("1e+999", "table/number-too-large 2:4"),
        ("1234567890123456", "table/number-too-large 2:4"),
        ("0.1234567890123456789012345678901234567890", "table/number-too-large 2:4"),
    ])
    func `what is no figure is refused at its cell`(cell: String, expected: String) {
        #expect(figures([cell]) == expected)
    }

    @Test func `a number of thousands of digits is refused and stops nothing`() {
        #expect(figures([String(repeating: "9", count: 6_143)]) == "table/number-too-large 2:4")
        #expect(figures(["0," + String(repeating: "9", count: 6_143)]) == "table/number-too-large 2:4")
        #expect(figures([String(repeating: "1.", count: 3_000)]) == "table/not-a-number 2:4")
    }

    @Test(.enabled(if: Cuts.folder != nil, "the cuts are at hand"))
    func `the cut with the thousands of a spreadsheet is refused`() throws {
        let table = try PublishedTable(Cuts.sheet("17-excel-thousands.csv"))
        #expect(failure { try figureTexts(table, "AantalInwoners") } == "table/thousands 2:83")
    }
}
