import RuleEngine
import Testing

@Suite struct RegularExpressionTests {
    @Test(arguments: [
        ("abc", "abc", "", "abc"), ("b", "abc", "", "b"), ("x", "abc", "", nil), ("", "abc", "", ""),
        ("a|ab", "ab", "", "a"), ("(?:a|ab)c", "abc", "", "abc"), ("a.c", "a\nc", "", nil),
        ("a.c", "a\nc", "s", "a\nc"),
        ("a.c", "a\rc", "", nil), ("a.*a", "abracadabra", "", "abracadabra"), ("a.*?a", "abracadabra", "", "abra"),
        ("a+?", "aaa", "", "a"), ("a??b", "ab", "", "ab"), ("a{2}", "aaa", "", "aa"), ("a{2,}", "aaa", "", "aaa"),
        ("a{1,2}?", "aaa", "", "a"), ("a{0}b", "ab", "", "b"), ("^b", "ab", "", nil), ("^b", "a\nb", "m", "b"),
        ("a$", "a\nb", "m", "a"), ("a$", "a\nb", "", nil), ("^$", "a\n", "m", nil), ("^$", "a\n\n", "m", ""),
        ("(a*)*", "aaa", "", "aaa"), ("(a|b*)*c", "abbc", "", "abbc"), ("\\.", "a.b", "", "."),
        ("\\n", "a\nb", "", "\n"),
        ("a b", "ab", "x", "ab"), ("a[ ]b", "a b", "x", "a b"), ("a\\[ b", "a[b", "x", "a[b"),
    ])
    func `a pattern finds its first match`(pattern: String, text: String, flags: String, expected: String?) throws {
        #expect(try first(pattern, text, flags) == expected)
    }

    @Test(arguments: [
        ("[a-c]", "c", "", true), ("[a-c]", "d", "", false), ("[^a-c]", "d", "", true),
        ("[a-z-[aeiou]]", "e", "", false),
        ("[a-z-[aeiou]]", "f", "", true), ("[a-z-[^aeiou]]", "f", "", false), ("[-a]", "-", "", true),
        ("[a-]", "-", "", true),
        ("[^-a]", "-", "", false), ("[\\d\\-]", "7", "", true), ("[\\]]", "]", "", true), ("[a^]", "^", "", true),
        ("\\d", "٣", "", true), ("\\D", "3", "", false), ("\\w", "é", "", true), ("\\w", "_", "", false),
        ("\\W", "-", "", true),
        ("\\s", "\u{A0}", "", false), ("\\S", " ", "", false), ("\\i", ":", "", true), ("\\i", "1", "", false),
        ("\\c", "1", "", true),
        ("\\C", "1", "", false), ("\\I", "1", "", true), ("\\p{Lu}", "É", "", true), ("\\p{Lu}", "é", "", false),
        ("\\p{L}", "é", "", true),
        ("\\P{L}", "é", "", false), ("\\p{IsCyrillic}", "я", "", true), ("\\p{IsCyrillic}", "a", "", false),
        ("\\p{Sc}", "€", "", true), ("\\p{ I s Greek }", "α", "x", true),
        ("k", "\u{212A}", "i", true), ("[K]", "\u{212A}", "i", true), ("É", "é", "i", true), ("[^Q]", "q", "i", false),
        ("[A-Z-[OI]]", "i", "i", false), ("[A-Z-[OI]]", "x", "i", true), ("\\p{Lu}", "a", "i", false),
        ("ς", "Σ", "i", true),
    ])
    func `a class holds its characters`(pattern: String, text: String, flags: String, isFound: Bool) throws {
        #expect(try RegularExpression(pattern, flags: flags).isFound(in: text) == isFound)
    }

    @Test func `groups are counted by their opening bracket`() throws {
        let match = try #require(try RegularExpression("((a)|(b))(?:c)(d)").matches(in: "xbcd").first)
        #expect(match.groups == [1..<4, 1..<2, nil, 1..<2, 3..<4])
    }

    @Test func `matches do not overlap`() throws {
        #expect(try RegularExpression("aa").matches(in: "aaaaa").map(\.range) == [0..<2, 2..<4])
        #expect(try RegularExpression("a*").matches(in: "baa").map(\.range) == [0..<0, 1..<3, 3..<3])
    }

    @Test(arguments: [
        ("(a)\\1", "aA", "i", true), ("(a)\\1", "ab", "", false), ("(.)(.)\\2\\1", "abba", "", true),
        ("(a)\\10", "aa0", "", true),
        ("(a|b)*\\1", "abb", "", true), ("(a)?b\\1", "b", "", true),
    ])
    func `a back-reference repeats its group`(pattern: String, text: String, flags: String, isFound: Bool) throws {
        #expect(try RegularExpression(pattern, flags: flags).isFound(in: text) == isFound)
    }

    @Test(
        arguments: [
            ("a", "p", .unknownFlag("p")), ("*a", "", .misplaced("*")), ("a**", "", .misplaced("*")),
            ("a)", "", .misplaced(")")),
            ("]", "", .misplaced("]")), ("(?=a)", "", .misplaced("?")), ("[a[b]", "", .misplaced("[")),
            ("[a-c-e]", "", .misplaced("-")),
            ("[]", "", .misplaced("]")), ("(a", "", .unfinished(.group)), ("[a", "", .unfinished(.characterClass)),
            ("a{2", "", .unfinished(.quantifier)), ("a\\", "", .unfinished(.escape)),
            ("\\y", "", .unknownEscape("\\y")),
            ("(a)[\\1]", "", .unknownEscape("\\1")), ("\\p{Xx}", "", .unknownProperty("Xx")),
            ("\\p{IsNowhere}", "", .unknownProperty("IsNowhere")),
            ("\\p{ IsGreek}", "", .unknownProperty(" IsGreek")), ("a{,2}", "", .badQuantifier("{,2}")),
            ("a{3,2}", "", .badQuantifier("{3,2}")),
            ("[c-a]", "", .badRange("c-a")), ("[a-\\d]", "", .badRange("a-\\d")), ("(a)\\2", "", .noSuchGroup(2)),
            ("(a\\1)", "", .noSuchGroup(1)),
            ("(((a{99}){99}){99}){99}", "", .tooLarge), ("((((){999}){999}){999}){999}", "", .tooLarge),
            ("(?:(?:(?:){999}){999}){999}", "", .tooLarge), ("a{99999999999999999999}", "", .tooLarge),
        ] as [(String, String, RegularExpressionProblem)])
    func `a pattern that means nothing is refused`(pattern: String, flags: String, problem: RegularExpressionProblem) {
        #expect(throws: problem) { try RegularExpression(pattern, flags: flags) }
    }

    @Test func `groups nest up to a limit`() throws {
        let nested = { (depth: Int) in String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
        }
        #expect(try first(nested(100), "a") == "a")
        #expect(throws: RegularExpressionProblem.tooDeep(100)) { try RegularExpression(nested(101)) }
        #expect(throws: RegularExpressionProblem.tooDeep(100)) {
            try RegularExpression(String(repeating: "[a-", count: 200))
        }
    }

    @Test(arguments: [
        "(a+)+b", "(a|a)*b", "(a*)*b", "(.*)*b", "(a|aa)+b", "a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaab", "(?:(?:a+)+)+b",
    ])
    func `a pattern that ruins backtracking is linear here`(pattern: String) throws {
        #expect(try !RegularExpression(pattern).isFound(in: String(repeating: "a", count: 5000)))
    }

    @Test func `a back-reference that would take for ever is stopped`() throws {
        let pattern = try RegularExpression("(a+)+\\1b", limits: RegexLimits(steps: 100_000))
        #expect(throws: RegularExpressionProblem.tooManySteps) {
            try pattern.isFound(in: String(repeating: "a", count: 40))
        }
    }

    @Test func `a long text is refused, and one that is not quite as long is searched`() throws {
        let pattern = try RegularExpression("b", limits: RegexLimits(textLength: 10))
        #expect(throws: RegularExpressionProblem.textTooLong(10)) { try pattern.isFound(in: "aaaaaaaaaab") }
        #expect(try pattern.isFound(in: "aaaaaaaaab"))
    }

    private func first(_ pattern: String, _ text: String, _ flags: String = "") throws -> String? {
        let scalars = Array(text.unicodeScalars)
        return try RegularExpression(pattern, flags: flags).matches(in: text).first.map { match in
            String(String.UnicodeScalarView(scalars[match.range]))
        }
    }
}
