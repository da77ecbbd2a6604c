import RuleEngine
import TestSupport
import Testing

@testable import Analyst

@Suite struct XMLTextTests {
    @Test(arguments: [
        ("a < b & c > d", "<a>a &lt; b &amp; c &gt; d</a>"), ("", "<a/>"), ("é", "<a>é</a>"),
        ("bel\u{7}", "<a>bel␇</a>"), ("\u{FFFE}", "<a>\u{FFFD}</a>"), ("a\nb", "<a>a\nb</a>"),
        ("\u{202E}om", "<a>\u{FFFD}om</a>"), ("]]>", "<a>]]&gt;</a>"),
    ])
    func `a text is escaped, and what XML does not know becomes a sign`(text: String, expected: String) {
        var xml = XMLText()
        xml.element("a", text: text)
        #expect(xml.text == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + expected)
    }

    @Test func `an attribute keeps its quotation marks and line breaks, and one without a value is left out`() {
        var xml = XMLText()
        xml.element("a", ["b": "\"1\"\n\t'2' <&>", "c": nil]) { $0.element("d") }
        #expect(xml.text.hasSuffix("<a b=\"&quot;1&quot;&#10;&#9;'2' &lt;&amp;&gt;\"><d/></a>"))
    }

    @Test func `any text comes back as it was, but for what XML does not know`() throws {
        var generator = SeededGenerator(seed: 7_001)
        for _ in 0..<300 {
            let scalars = (0..<20).compactMap { _ in
                Unicode.Scalar(
                    UInt32.random(in: 0..<(Bool.random(using: &generator) ? 0x80 : 0x1_1000), using: &generator))
            }
            let text = String(String.UnicodeScalarView(scalars))
            var xml = XMLText()
            xml.element("a", ["b": text], text: text)
            let tree = try MarkupTree.read(xml.bytes)
            let expected = HarmlessText.of(text, lineBreaks: .kept)
                .replacing("\u{FFFE}", with: "\u{FFFD}").replacing("\u{FFFF}", with: "\u{FFFD}")
            #expect(Array(tree.text.unicodeScalars) == Array(expected.unicodeScalars))
            #expect(tree["b"].map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
        }
    }
}
