import RuleEngine
import Testing

/// What asks for more than there is gives null and says why; what asks for nearly as much does not.
struct FEELLimitTests {
    private let evaluator = FEELEvaluator(limits: FEELLimits(depth: 100, steps: 20_000, listSize: 1_000))

    @Test(arguments: [
        ("for i in 1..1001 return i", "Het bereik telt meer dan 1000 stappen.", "The range has more than 1000 steps."),
        (
            "for i in [1..9E17] return i", "Het bereik telt meer dan 1000 stappen.",
            "The range has more than 1000 steps."
        ),
        (
            "some i in 1..900, j in 1..900 satisfies i * j < 0",
            "De berekening is te lang: meer dan 20000 stappen.", "The computation is too long: more than 20000 steps."
        ),
        (
            "for i in 1..40, j in 1..40 return 1",
            "De lijst is te lang: meer dan 1000 leden.", "The list is too long: more than 1000 members."
        ),
        (
            "{f: function(n) f(n + 1), r: f(0)}.r",
            "De berekening is te diep: meer dan 100 niveaus. Roept een functie zichzelf aan?",
            "The computation is too deep: more than 100 levels. Does a function call itself?"
        ),
        (
            "(function(f) f(f))(function(f) f(f))",
            "De berekening is te diep: meer dan 100 niveaus. Roept een functie zichzelf aan?",
            "The computation is too deep: more than 100 levels. Does a function call itself?"
        ),
        (
            "for i in 1..11 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])",
            "De lijst is te lang: meer dan 1000 leden.", "The list is too long: more than 1000 members."
        ),
        (
            "for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]",
            "De berekening is te lang: meer dan 20000 stappen.", "The computation is too long: more than 20000 steps."
        ),
        (
            "for i in 1..60 return if i = 1 then {a: 1} else {a: partial[-1], b: partial[-1]}",
            "De berekening is te lang: meer dan 20000 stappen.", "The computation is too long: more than 20000 steps."
        ),
        (
            "for i in 1..60 return if i = 1 then \"ab\" else partial[-1] + partial[-1]",
            "De berekening is te lang: meer dan 20000 stappen.", "The computation is too long: more than 20000 steps."
        ),
    ])
    func `what would never end stops at a limit and says which`(text: String, nl: String, en: String) throws {
        let outcome = try outcome(of: text, evaluator: evaluator)
        #expect(outcome.result.set == .exactly(.null))
        #expect(outcome.notes.map(\.kind) == [.limit])
        #expect(outcome.notes.map(\.message) == [LocalizedText(nl: nl, en: en)])
    }

    @Test(arguments: [
        ("count(for i in 1..1000 return i)", "1000"),
        ("count(for i in [1..1000] return i)", "1000"),
        ("some i in 1..50, j in 1..50 satisfies i * j < 0", "false"),
        ("count(for i in 1..31, j in 1..31 return 1)", "961"),
        ("{f: function(n) if n = 0 then 0 else f(n - 1), r: f(40)}.r", "0"),
        ("count((for i in 1..10 return if i = 1 then [1] else concatenate(partial[-1], partial[-1]))[-1])", "512"),
        ("string length((for i in 1..10 return if i = 1 then \"ab\" else partial[-1] + partial[-1])[-1])", "1024"),
    ])
    func `what ends just in time gives its value`(text: String, value: String) throws {
        let outcome = try outcome(of: text, evaluator: evaluator)
        #expect(outcome.result.set.description == value)
        #expect(outcome.notes == [])
    }

    @Test func `what is not known may have stayed below the limit`() throws {
        let outcome = try outcome(of: "for i in 1..x, j in 1..900 return i * j", ["x": "1 | 900"], evaluator: evaluator)
        #expect(outcome.result.set == .anything)
    }

    @Test func `a text longer than five million bytes is not made`() throws {
        let half = FEELValue.string(String(repeating: "a", count: 2_500_000))
        let within = try evaluated("string length(s + s)", s: half)
        #expect(within.result.set.description == "5000000")
        let beyond = try evaluated("string length(s + s + \"a\")", s: half)
        #expect(beyond.notes.map(\.message.en) == ["The text is too long: more than 5000000 bytes."])
        #expect(beyond.notes.map(\.message.nl) == ["De tekst is te lang: meer dan 5000000 bytes."])
    }

    @Test(arguments: ["[s]", "{a: s}", "append([1], s)", "for i in [1] return s"])
    func `lists and contexts inside each other stop at two hundred levels`(text: String) throws {
        var value = FEELValue.list([])
        for _ in 1..<199 { value = .list([value]) }
        #expect(try evaluated(text, s: value).notes == [])
        let beyond = try evaluated(text, s: .list([value]))
        #expect(
            beyond.notes.map(\.message.en) == [
                "The value is too deep: more than 200 lists or contexts inside each other."
            ])
        #expect(
            beyond.notes.map(\.message.nl) == ["De waarde is te diep: meer dan 200 lijsten of contexten in elkaar."])
    }

    @Test func `a context of two thousand entries is read, shown and let go`() throws {
        let entries = (0..<2_000).map { "k\($0): \($0 == 0 ? "1" : "k0")" }.joined(separator: ", ")
        let outcome = try outcome(of: "{\(entries)}.k1999")
        #expect(outcome.result.set.description == "1")
    }

    @Test func `a loop with thousands of variables is too deep`() throws {
        let variables = (0..<5_000).map { "v\($0) in [1]" }.joined(separator: ", ")
        let outcome = try outcome(of: "for \(variables) return v1", evaluator: evaluator)
        #expect(outcome.notes.map(\.kind) == [.limit])
        #expect(try feel("for a in [1], b in [2], c in [3] return a + b + c", evaluator: evaluator) == "[6]")
    }

    @Test func `a tiny number to a huge power is zero and stops nothing`() throws {
        #expect(try feel("1E-6100 ** 9E6143 = 0") == "true")
        #expect(try feel("1E-3 ** 2") == "0.000001")
    }

    @Test func `null filtered by what is not known may be an empty list`() throws {
        #expect(try feel("null[x]", ["x": "anything"]) == "anything")
        #expect(try feel("null[x > 1]", ["x": "anything"]) == "[]")
        #expect(try feel("for i in null[x] return i", ["x": "anything"]) == "anything")
        #expect(try feel("[][x]", ["x": "anything"]) == "anything")
    }

    @Test func `an if on what may be null may take its else branch`() throws {
        let set = try outcome(of: "if decimal(x, -7000) then 1 else 2", ["x": "[0..10]"]).result.set
        #expect(set.contains(.number(2)))
    }

    @Test func `a function sees no more than it names`() throws {
        #expect(try feel("{a: 1, f: function(x) x + a, a2: 5, r: f(2)}.r") == "3")
        #expect(try feel("(for i in [1, 2] return function(x) x + i)[2](10)") == "12")
        #expect(try feel("for i in [1, 2, 3] return if i = 1 then 1 else sum(partial)") == "[1, 1, 2]")
    }

    private func evaluated(_ text: String, s value: FEELValue) throws -> FEELOutcome {
        try outcome(of: text, in: ["s": UncertainValue(value)])
    }
}
