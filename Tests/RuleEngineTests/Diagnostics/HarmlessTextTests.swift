import RuleEngine
import Testing

struct HarmlessTextTests {
    @Test(arguments: [
        ("plain é 👩‍👧 “x”", "plain é 👩‍👧 “x”"), ("\u{1B}[31m", "␛[31m"), ("a\0b", "a␀b"), ("\u{7F}", "␡"),
        ("\u{9B}31m", "\u{FFFD}31m"), ("a\u{202E}b", "a\u{FFFD}b"), ("a\u{2066}b\u{2069}", "a\u{FFFD}b\u{FFFD}"),
        ("a\u{2028}b", "a\u{FFFD}b"), ("a\u{85}b", "a\u{FFFD}b"), ("a\tb", "a\tb"),
        ("‘x’ – 5 €\u{A0}", "‘x’ – 5 €\u{A0}"),
    ])
    func `what would change how a text is shown becomes a sign`(text: String, shown: String) {
        #expect(HarmlessText.of(text, lineBreaks: .kept) == shown)
        #expect(HarmlessText.of(text, lineBreaks: .shown) == shown)
    }

    @Test(arguments: [
        ("a\nb", "a\nb", "a␊b"), ("a\r\nb", "a\r\nb", "a␍b"), ("a\rb", "a␍b", "a␍b"), ("\r\r\n", "␍\r\n", "␍␍"),
    ])
    func `line breaks are kept or shown`(text: String, kept: String, shown: String) {
        #expect(HarmlessText.of(text, lineBreaks: .kept) == kept)
        #expect(HarmlessText.of(text, lineBreaks: .shown) == shown)
    }
}
