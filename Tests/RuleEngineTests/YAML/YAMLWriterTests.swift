import RuleEngine
import TestSupport
import Testing

struct YAMLWriterTests {
    @Test(arguments: [
        ("a > b", "a > b"), ("> 5", "'> 5'"), ("", "''"), ("it's", "it's"), ("'x'", "'''x'''"), ("a: b", "'a: b'"),
        ("a #b", "'a #b'"), ("-", "'-'"), ("-5", "-5"), ("a\nb", "|-\n  a\n  b"), ("a\n", "|\n  a"),
        ("a\n\n", "|+\n  a\n"), (" a\nb", "\" a\\nb\""), ("\u{7}", "\"\\u0007\""), ("é", "é"),
    ])
    func `a text gets the lightest form that is safe`(text: String, written: String) {
        #expect(YAMLWriter.scalar(text, flow: false) == written)
    }

    @Test(arguments: [("a, b", "'a, b'"), ("a\nb", "\"a\\nb\""), ("a", "a"), ("[", "'['")])
    func `inside brackets more needs quotes`(text: String, written: String) {
        #expect(YAMLWriter.scalar(text, flow: true) == written)
    }

    @Test func `any text is read back as it was`() throws {
        var random = SeededGenerator(seed: 2)
        let pieces = [
            "a", "é", "👩‍👧", " ", "\n", "\t", ":", "#", "-", "'", "\"", "\\", "[", "]", "{", "}", ",", "&", "*", "!",
            "|", ">", "%", "@", "`", "?", "---", "...", "<<", "~", "\r", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{1}", "=",
        ]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...6, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            for flow in [false, true] {
                let scalar = YAMLWriter.scalar(text, flow: flow, indentation: 4)
                let source = flow ? "[{ k: \(scalar) }, x]" : "- k: \(scalar)\n- x"
                let result = YAMLParser.parseSingle(SourceFile(name: "a", text: source))
                let read = result.root?.sequence?.first?["k"]?.scalar?.text
                try #require(result.diagnostics.isEmpty, "\(text.debugDescription): \(source.debugDescription)")
                try #require(
                    read.map { Array($0.utf8) } == Array(text.utf8),
                    "\(text.debugDescription): \(source.debugDescription)")
            }
        }
    }
}
