import Testing

@testable import Analyst

/// Lines of a stream, however its bytes come.
@Suite struct LineReaderTests {
    private static func lines(_ parts: [String]) -> [String] {
        var rest = parts[...]
        var reader = LineReader { rest.popFirst().map { Array($0.utf8) } }
        var lines: [String] = []
        while let line = reader.line() {
            switch line {
            case .text(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
            case .tooLong: lines.append("too long")
            }
        }
        return lines
    }

    @Test(arguments: [
        (["a\nb\n"], ["a", "b"]), (["a\nb"], ["a", "b"]), (["a", "b\n", "c"], ["ab", "c"]),
        (["a\r\nb\r\n"], ["a", "b"]),
        (["\n\na"], ["", "", "a"]), ([], []), (["\n"], [""]), (["é"], ["é"]),
    ])
    func `lines are the same however they are cut`(parts: [String], lines: [String]) {
        #expect(Self.lines(parts) == lines)
        #expect(Self.lines(parts.joined().unicodeScalars.map { String($0) }) == lines)
    }

    @Test func `a line that is too long is told, and the next one is read`() {
        let part = String(repeating: "x", count: 1 << 20)
        #expect(Self.lines(["a\n"] + Array(repeating: part, count: 9) + ["\nb\n"]) == ["a", "too long", "b"])
        #expect(Self.lines(Array(repeating: part, count: 4) + ["\nb"]).count == 2)
        #expect(Self.lines(Array(repeating: part, count: 9)) == ["too long"])
    }
}
