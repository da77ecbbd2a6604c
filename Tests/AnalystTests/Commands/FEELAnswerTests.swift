import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystTool

@Suite struct FEELAnswerTests {
    @Test(arguments: [
        ("1 + 2", "3", "number"), ("\"a\"", "\"a\"", "string"), ("[1, \"a\"]", "[1, \"a\"]", "list<Any>"),
        ("{a: [1]}", "{a: [1]}", "context<a: list<number>>"), ("(> 5)", "> 5", "range<number>"),
        ("1 / 0", "null", "Null"),
        ("@\"2026-05-01T10:00:00@Europe/Amsterdam\" = @\"2026-05-01T08:00:00Z\"", "true", "boolean"),
    ])
    func `an answer has a value and a type`(text: String, value: String, type: String) throws {
        let answer = FEELAnswer(to: text, now: nil, language: .en)
        #expect(answer.value == value)
        #expect(answer.explanation.contains("\ntype:     \(type)\n"))
    }

    @Test func `an explanation shows the value, the type, the normal form, the names and the notes`() {
        let answer = FEELAnswer(to: "sum( [1,x] )", now: nil, language: .en)
        #expect(
            answer.explanation == """
                in words: the sum of 1 and x has no value
                value:    null
                type:     Null
                can be:   number | days and time duration | years and months duration | Null
                read as:  sum([1, x])
                names:    sum, x

                expression:1:1: note: The list must hold numbers only. [feel/wrong-argument]
                1 | sum( [1,x] )
                  | ^^^^^^^^^^^^

                expression:1:9: note: The name `x` is not known. [feel/unknown-name]
                1 | sum( [1,x] )
                  |         ^

                """)
    }

    @Test func `an explanation tells what can be told without a value, instead of the note on the same place`() {
        let answer = FEELAnswer(to: "x + 1 / 0", now: nil, language: .en)
        #expect(
            answer.explanation.contains(
                "expression:1:5: error: Division by zero gives no value. [feel/division-by-zero]"))
        #expect(!answer.explanation.contains("expression:1:5: note"))
        #expect(FEELAnswer(to: "x + 1 / 2", now: nil, language: .en).explanation.contains("error:") == false)
    }

    @Test func `a text that is not FEEL has no value and a message`() {
        let answer = FEELAnswer(to: "1 +", now: nil, language: .nl)
        #expect(answer.value == nil)
        #expect(answer.messages.hasPrefix("expressie:1:"))
    }

    @Test func `today is the day that was given`() {
        let answer = FEELAnswer(to: "today()", now: FEELDateTime("2026-05-01T10:00:00Z"), language: .nl)
        #expect(answer.value == "2026-05-01")
    }
}
