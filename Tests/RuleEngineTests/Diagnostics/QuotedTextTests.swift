import Testing

@testable import RuleEngine

struct QuotedTextTests {
    @Test(arguments: [
        ("a", #""a""#), (#"a "b" \c"#, #""a \"b\" \\c""#), ("\n\t\r", #""\n\t\r""#), ("é👩‍👧", #""é👩‍👧""#),
        ("\u{1B}\u{9B}", #""\u001B\u009B""#), ("\u{202E}", #""\u202E""#),
    ])
    func `a text is quoted so that FEEL and YAML read it back`(text: String, quoted: String) throws {
        #expect(QuotedText.of(text) == quoted)
        let yaml = YAMLParser.parseSingle(SourceFile(name: "a", text: quoted))
        #expect(yaml.root?.scalar?.text == text)
        let feel = try #require(FEELParser.parse(quoted).expression)
        guard case .string(let value) = feel.kind else {
            Issue.record("no text")
            return
        }
        #expect(value == text)
    }
}
