import RuleEngine
import TestSupport
import Testing

struct SourceFileTests {
    @Test(arguments: [
        ("abc\ndef", 5, 2, 2),
        ("abc\ndef", 3, 1, 4),
        ("abc\ndef", 99, 2, 4),
        ("abc\ndef", -1, 1, 1),
        ("a\r\nb", 2, 1, 2),
        ("a\r\nb", 3, 2, 1),
        ("a\rb", 2, 2, 1),
        ("", 0, 1, 1),
        ("a\n", 2, 2, 1),
        ("é=x", 2, 1, 2),
        ("👩‍👧=x", 11, 1, 2),
        ("e\u{301}=x", 3, 1, 2),
        ("👩‍👧=x", 4, 1, 1),
        ("\u{FEFF}ab", 1, 1, 2),
    ])
    func `a byte offset gives a line and a column in characters`(
        text: String, offset: Int, line: Int, column: Int
    ) {
        let position = SourceFile(name: "a", text: text).position(utf8Offset: offset)
        #expect(position.line == line)
        #expect(position.column == column)
    }

    @Test(arguments: [("a\nb\n", 3), ("a\r\nb", 2), ("a\rb\r", 3), ("", 1)])
    func `lines are counted whatever ends them`(text: String, count: Int) {
        #expect(SourceFile(name: "a", text: text).lineCount == count)
    }

    @Test func `a line comes without its line break`() {
        let file = SourceFile(name: "a", text: "één\r\ntwee\n")
        #expect(file.line(1) == "één")
        #expect(file.line(2) == "twee")
        #expect(file.line(3) == "")
        #expect(file.line(4) == nil)
        #expect(file.line(0) == nil)
    }

    @Test func `columns in a long line agree with counting`() {
        var random = SeededGenerator(seed: 1)
        let letters: [Character] = ["a", "é", "e\u{301}", "👩‍👧", "\t", "€", "\u{1F1F3}\u{1F1F1}"]
        var text = "kop\n"
        for _ in 0..<3000 { text.append(letters.randomElement(using: &random) ?? "a") }
        text += "\nstaart"
        let file = SourceFile(name: "a", text: text)
        var offset = 0
        var line = 1
        var column = 1
        for character in text {
            let position = file.position(utf8Offset: offset)
            #expect(position == SourcePosition(line: line, column: column, offset: offset))
            offset += character.utf8.count
            (line, column) = character.isNewline ? (line + 1, 1) : (line, column + 1)
        }
    }

    @Test func `bytes that are not UTF-8 are refused at their place`() throws {
        let bytes: [UInt8] = Array("a: é\nb: ".utf8) + [0xE9, 0x0A]
        let diagnostic = try #require(throws: Diagnostic.self) { try SourceFile(name: "a", utf8: bytes) }
        #expect(diagnostic.code == "text/invalid-utf8")
        #expect(diagnostic.span?.start == SourcePosition(line: 2, column: 4, offset: 9))
    }

    @Test func `bytes that are UTF-8 become the text`() throws {
        #expect(try SourceFile(name: "a", utf8: Array("a: é".utf8)).text == "a: é")
    }
}
