import Foundation
import RuleEngine
import TestSupport
import Testing

/// The angle of a direction. The known values are worked out to 50 digits with the series of the arc tangent.
@Suite struct FEELNumberAngleTests {
    @Test(arguments: [
        ("0", "1", "0"),
        ("0", "-1", "3.14159265358979323846"),
        ("1", "0", "1.57079632679489661923"),
        ("-1", "0", "-1.57079632679489661923"),
        ("1", "1", "0.78539816339744830962"),
        ("-1", "-1", "-2.35619449019234492885"),
        ("1", "-1", "2.35619449019234492885"),
        ("1", "2", "0.46364760900080611621"),
        ("2", "1", "1.10714871779409050302"),
        ("-3", "4", "-0.64350110879328438680"),
        ("5", "-12", "2.74680153389003172172"),
        ("1", "16", "0.06241880999595734847"),
        // Half-way between the angles that are taken from the table, where the series has most to do.
        ("1", "32", "0.03123983343026827625"),
        ("3", "32", "0.09347678115858946350"),
        ("31", "32", "0.76952648040565826041"),
        ("1", "1000000", "0.00000099999999999967"),
        ("0.1", "0.3", "0.32175055439664219340"),
        ("99", "-100", "2.36121957352315733956"),
        ("0.000000001", "1", "0.00000000100000000000"),
    ])
    func `the angle is right to fifteen digits behind the point`(y: String, x: String, known: String) throws {
        let angle = try #require(FEELNumber.angle(y: FEELNumber(y) ?? .zero, x: FEELNumber(x) ?? .zero))
        let difference = (angle - (try #require(FEELNumber(known)))).magnitude
        #expect(difference <= (try #require(FEELNumber("1E-15"))), "\(angle)")
    }

    @Test func `the angle is near that of the mathematics library in every direction`() throws {
        var random = SeededGenerator(seed: 62)
        for _ in 0..<2_000 {
            let (y, x) = (
                Int.random(in: -9_999...9_999, using: &random), Int.random(in: -9_999...9_999, using: &random)
            )
            guard x != 0 || y != 0 else { continue }
            let angle = try #require(FEELNumber.angle(y: FEELNumber(y), x: FEELNumber(x)))
            let near = try #require(Double("\(angle)"))
            #expect(abs(near - atan2(Double(y), Double(x))) < 2e-15 + 4 * Double.pi.ulp, "atan2(\(y), \(x)) = \(angle)")
        }
    }

    @Test func `only the origin lies in no direction`() {
        #expect(FEELNumber.angle(y: .zero, x: .zero) == nil)
        #expect(FEELNumber.angle(y: .zero, x: FEELNumber("1E-30") ?? .zero) == .zero)
    }
}
