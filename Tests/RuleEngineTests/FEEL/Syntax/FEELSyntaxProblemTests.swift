import RuleEngine
import Testing

struct FEELSyntaxProblemTests {
    /// Texts with 1️⃣ where the first problem starts, 2️⃣ for the second, and their codes.
    @Test(arguments: [
        ("a 1️⃣== b", ["foreign-operator"]),
        ("a 1️⃣&& b 2️⃣|| c", ["foreign-operator", "foreign-operator"]),
        ("a 1️⃣<> b", ["foreign-operator"]), ("a 1️⃣=> b", ["foreign-operator"]),
        ("a 1️⃣=< b", ["foreign-operator"]),
        ("a 1️⃣≤ b", ["foreign-operator"]),
        ("a 1️⃣≥ b and c 2️⃣≠ d", ["foreign-operator", "foreign-operator"]),
        ("a 1️⃣× b", ["foreign-operator"]), ("a 1️⃣^ 2", ["foreign-operator"]),
        ("a 1️⃣– b", ["foreign-operator"]),
        ("(1️⃣≤ 5)", ["foreign-operator"]), ("x in 1️⃣=> 5", ["foreign-operator"]),
        ("1️⃣!a", ["not-without-brackets"]), ("1️⃣not a", ["not-without-brackets"]),
        ("b and 1️⃣niet a", ["not-without-brackets"]),
        ("a = 1️⃣'tekst'", ["single-quotes"]), ("a = 1️⃣“tekst”", ["curly-quotes"]),
        ("a = 1️⃣‘tekst’", ["single-quotes"]), ("a1️⃣'", ["single-quotes"]),
        ("a = 1️⃣'tekst", ["single-quotes"]),
        ("a > 1️⃣2,5", ["decimal-comma"]),
        ("a > 1️⃣2,5 and b 2️⃣== 1", ["decimal-comma", "foreign-operator"]),
        ("(1️⃣2,5)", ["decimal-comma"]), ("if a then 1️⃣2,5 else 3", ["decimal-comma"]),
        ("a[1️⃣2,5]", ["decimal-comma"]),
        ("{a: 1️⃣2,5}", ["decimal-comma"]), ("1️⃣1.000.000", ["thousands-separator"]),
        ("1️⃣1.000,50 + a", ["decimal-comma"]),
        ("a > 501️⃣%", ["percent-sign"]), ("a = 1️⃣1e99999", ["number-too-large"]),
        ("a = 1️⃣\"tekst", ["unclosed-string"]), ("f(1️⃣\"tekst)", ["unclosed-string"]),
        ("a 1️⃣/* b", ["unclosed-comment"]),
        ("\"1️⃣\\u00G1\"", ["bad-escape"]), ("\"1️⃣\\uD83D\"", ["bad-escape"]),
        ("1️⃣(a + b", ["unclosed-bracket"]), ("f1️⃣(a, b", ["unclosed-bracket"]),
        ("1️⃣[1, 2", ["unclosed-bracket"]),
        ("a1️⃣[b", ["unclosed-bracket"]), ("1️⃣{a: 1", ["unclosed-bracket"]),
        ("1️⃣[1..2", ["unclosed-bracket"]),
        ("(a1️⃣]", ["wrong-bracket"]), ("[a, b1️⃣)", ["wrong-bracket"]), ("a1️⃣)", ["unopened-bracket"]),
        ("[1..21️⃣}", ["wrong-bracket"]),
        ("if a 1️⃣else b", ["missing-word"]), ("if a then b1️⃣", ["missing-word"]),
        ("if a then b 1️⃣elseif c then d else e", ["foreign-word"]),
        ("if a 1️⃣dan b 2️⃣anders c", ["foreign-word", "foreign-word"]),
        ("1️⃣als a 2️⃣dan b else c", ["foreign-word", "foreign-word"]),
        ("1️⃣IF a 2️⃣THEN b else c", ["foreign-word", "foreign-word"]),
        ("a 1️⃣en b 2️⃣of c", ["foreign-word", "foreign-word"]), ("a 1️⃣AND b", ["foreign-word"]),
        ("x 1️⃣tussen 1 2️⃣en 2", ["foreign-word", "foreign-word"]),
        ("x 1️⃣is 5", ["foreign-word"]), ("1️⃣voor x in a return x", ["foreign-word"]),
        ("for x 1️⃣return x", ["missing-word"]), ("for x in a1️⃣", ["missing-word"]),
        ("some x in a 1️⃣return x", ["missing-word"]),
        ("x between 1 1️⃣or 2", ["missing-between-and"]),
        ("a + 1️⃣", ["missing-expression"]), ("a + 1️⃣)", ["missing-expression"]),
        ("f(a,1️⃣)", ["missing-expression"]),
        ("a > 5 and 1️⃣< 10", ["lone-comparison"]), ("a.1️⃣", ["missing-name"]),
        ("x instance of 1️⃣5", ["missing-type"]),
        ("1️⃣sociale huur > 5", ["unknown-long-name"]),
        ("if 1️⃣sociale huur then 1 else 2", ["unknown-long-name"]),
        ("f(a: 1, 1️⃣2)", ["mixed-arguments"]), ("{a 1️⃣= 1}", ["missing-sign"]),
        ("{\"a\" 1️⃣1}", ["missing-sign"]), ("{1️⃣1: 2}", ["missing-name"]),
        ("a 1️⃣# b", ["stray-character"]), ("1️⃣", ["empty"]), ("  1️⃣", ["empty"]),
        ("a 1️⃣5", ["unexpected"]), ("5 1️⃣(a)", ["unexpected"]),
        ("function 1️⃣a", ["missing-sign"]), ("x instance of function<number>1️⃣", ["missing-sign"]),
        ("[a 1️⃣5, b, 2️⃣*]", ["unexpected", "missing-expression"]),
        ("f(1️⃣*, {a 2️⃣1})", ["missing-expression", "missing-sign"]),
    ])
    func `a mistake is reported where it stands`(marked: String, codes: [String]) {
        expect(marked, as: .expression, codes)
    }

    @Test(arguments: [
        ("> 5 1️⃣and < 10", ["unexpected"]), ("1️⃣=> 5", ["foreign-operator"]),
        ("[1..5], 1️⃣", ["missing-expression"]),
        ("not1️⃣(5", ["unclosed-bracket"]), ("1️⃣'a', 2️⃣'b'", ["single-quotes", "single-quotes"]),
        ("1️⃣", ["empty"]),
    ])
    func `a mistake in a cell is reported where it stands`(marked: String, codes: [String]) {
        expect(marked, as: .unaryTests, codes)
    }

    /// Near misses: they look like one of the mistakes above, and are FEEL.
    @Test(arguments: [
        "max(2,5)", "[2,5]", "x in (2,5)", "f(x)[2]", "en", "en and of", "niet(a)", "als + dan",
        "is(a, b)", "not(a)", "waar",
        "leeg = null", "\"it's\"", "\"a == b\"", "a != b", "a >= b", "a<-1",
        "x instance of function<> -> number", "1.5",
        "f(a: 1, b: 2)", "if a then b else if c then d else e", "a /* en */ and b", "a // 'b",
        "\"%\"", "€", "[1...5]",
        "for en in of return en", "{en: 1, of: 2}", "\"\\\\u00G1\"", "anders", "a.en.of",
        "item[en = 1]",
    ])
    func `what only looks like a mistake is accepted`(text: String) {
        #expect(FEELParser.parse(text).problems == [])
    }

    @Test func `the message says what to write instead`() throws {
        let problem = try #require(FEELParser.parse("x > 2,5").problems.first)
        #expect(problem.message.nl == "Het getal '2,5' staat er met een komma.")
        #expect(problem.hint?.nl == "Schrijf '2.5'.")
        #expect(problem.hint?.en == "Write '2.5'.")
        #expect(problem.range == 4..<7)
        let word = try #require(FEELParser.parse("a en b").problems.first)
        #expect(word.message.nl == "FEEL kent 'en' niet.")
        #expect(word.hint?.nl == "Schrijf 'and'.")
    }

    @Test(arguments: [
        "(", "[", "-", "not(", "{a: ", "if ", "f(", "a + (", "x in (", "function() ",
    ])
    func `a text that nests too deeply is one problem`(opener: String) {
        let deep = String(repeating: opener, count: 5_000)
        let problems = FEELParser.parse(deep + "1").problems
        #expect(problems.map(\.code) == ["feel/too-deep"])
    }

    @Test(arguments: [" = a", ".a", "[1]", "(1)"])
    func `a tree that grows too tall is one problem`(link: String) {
        let tall = "a" + String(repeating: link, count: 5_000)
        #expect(FEELParser.parse(tall).problems.map(\.code) == ["feel/too-deep"])
        let fair = "a" + String(repeating: link, count: 150)
        #expect(FEELParser.parse(fair).problems == [])
    }

    private func expect(_ marked: String, as goal: FEELParser.Goal, _ codes: [String]) {
        var text = ""
        var places: [Int] = []
        for character in marked {
            if character == "1️⃣" || character == "2️⃣" {
                places.append(text.utf8.count)
            } else {
                text.append(character)
            }
        }
        let problems = FEELParser.parse(text, as: goal).problems
        #expect(problems.map(\.code) == codes.map { "feel/" + $0 }, "\(marked)")
        #expect(problems.map(\.range.lowerBound) == places, "\(marked)")
    }
}
