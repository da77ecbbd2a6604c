import RuleEngine
import Testing

@Suite struct PatternBuiltinTests {
    @Test(arguments: [
        (#"matches("foobar", "^fo*b")"#, "true"), (#"matches("foobar", "^x")"#, "false"),
        (#"matches("abc", "b", null)"#, "true"),
        (#"matches("abc", "B", "i")"#, "true"), (#"matches("abc", "b", "z")"#, "null"),
        (#"matches(null, "b")"#, "null"),
        (#"replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")"#, #""[1=ab][2=]cd""#),
        (#"replace("abc", "(b)", "$12")"#, #""ab2c""#), (#"replace("abc", "b", "$1")"#, #""ac""#),
        (#"replace("abc", "b", "\$")"#, #""a$c""#),
        (#"replace("abc", "b*", "x")"#, "null"),
        (#"replace("abc", "b", "$")"#, "null"),
        (#"replace("abc", "b", "\\n")"#, "null"), (#"split("John Doe", "\s")"#, #"["John", "Doe"]"#),
        (#"split("a;b;c;;", ";")"#, #"["a", "b", "c", "", ""]"#), (#"split("", ";")"#, #"[""]"#),
        (#"split("abc", "")"#, "null"),
    ])
    func `functions of patterns give the values of FEEL`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test(arguments: [
        (#"range("[18..21)")"#, "[18..21)"), (#"range("]18..21[")"#, "(18..21)"),
        (#"range(" [ -1 .. 3 ] ")"#, "[-1..3]"),
        (#"range("[\"a\"..\"c\"]") = ["a".."c"]"#, "true"),
        (#"range("[@\"P1D\"..@\"P2D\"]") = [@"P1D"..@"P2D"]"#, "true"),
        (#"range("[date(\"1970-01-01\")..@\"1970-01-02\"]") = [@"1970-01-01"..@"1970-01-02"]"#, "true"),
        (#"range("[date(string(\"1970-01-01\"))..@\"1970-01-02\"]")"#, "null"), (#"range("[x..3]")"#, "null"),
        (#"range("[3..1]")"#, "null"),
        (#"range("[1..]")"#, "null"), (#"range("[1..\"b\"]")"#, "null"), (#"range(">= 10")"#, "null"),
        (#"range("(>= 10)")"#, "null"),
        (#"range("")"#, "null"), (#"range([1..3])"#, "null"), (#"range(from: "[1..3]") = [1..3]"#, "true"),
    ])
    func `a range is read from text`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test func `an impossible pattern is told in words`() throws {
        let note = try #require(try outcome(of: #"matches("a", "(a")"#).notes.first)
        #expect(note.kind == .wrongArgument)
        #expect(note.message.en == "The pattern ends in the middle of a group: a `)` is missing.")
    }

    @Test func `a pattern that is too large is a limit`() throws {
        let note = try #require(try outcome(of: #"matches("a", "((a{99}){99}){99}")"#).notes.first)
        #expect(note.kind == .limit)
    }
}
