import Analyst
import TestSupport
import Testing

/// The names of dossiers.
@Suite struct DossierIDTests {
    @Test(arguments: [
        ("abcdefghijkmnpqr", true), ("abcdefghijkmnpq", false), ("abcdefghijkmnpq1", false),
        ("Abcdefghijkmnpqr", false), ("../../etc/passwd", false), ("abcdefghijkmnpq%", false), ("", false),
    ])
    func `a name is sixteen signs or more that can stand in an address`(text: String, isName: Bool) {
        #expect((DossierID(text) != nil) == isName)
    }

    @Test func `random bytes give names that differ, and that are read back`() throws {
        let names = try (UInt64(1)...1000).map { try Village.id($0) }
        #expect(Set(names).count == 1000)
        #expect(names.allSatisfy { $0.text.count == 20 && DossierID($0.text) == $0 })
        #expect(try Village.id(7) == Village.id(7), "nothing but the bytes decides")
        #expect(DossierID(random: [1, 2, 3]) == nil, "too few bytes give none")
    }

    @Test func `every bit of the bytes counts`() throws {
        let zero = [UInt8](repeating: 0, count: 10)
        let names = (0..<80).map { bit in
            var bytes = zero
            bytes[bit / 8] = 1 << UInt8(bit % 8)
            return DossierID(random: bytes)
        }
        #expect(Set(names + [DossierID(random: zero)]).count == 81)
    }
}
