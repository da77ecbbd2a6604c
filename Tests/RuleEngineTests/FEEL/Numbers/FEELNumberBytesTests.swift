import RuleEngine
import TestSupport
import Testing

/// Numbers that are read from bytes are those that are read from text.
@Suite struct FEELNumberBytesTests {
    @Test(arguments: [
        "0", "12", "-3.50", ".5", "-.5", "1.2E3", "123456789012345678", "1234567890123456789", "0.00000000000000000001",
        "99999999999999999999999999999999999", "+4", "007",
        "", "-", ".", "1.", "-1.", "1e", " 1", "1 ", "1,5", "1.2.3", "--1", "1-", "NA", "é",
    ])
    func `bytes give the number of the text, or none where the text is none`(text: String) {
        let bytes = Array("ab\(text)cd".utf8)
        let number = FEELNumber(utf8: bytes, in: 2..<bytes.count - 2)
        #expect(number == FEELNumber(text))
        #expect(number?.description == FEELNumber(text)?.description)
    }

    @Test func `random short texts are read alike`() {
        var random = SeededGenerator(seed: 41)
        for _ in 0..<5_000 {
            let text = String(
                (0..<Int.random(in: 1...6, using: &random)).map { _ in
                    "0123459.-+e".randomElement(using: &random) ?? "0"
                })
            let bytes = Array(text.utf8)
            #expect(FEELNumber(utf8: bytes, in: bytes.indices)?.description == FEELNumber(text)?.description, "\(text)")
        }
    }
}
