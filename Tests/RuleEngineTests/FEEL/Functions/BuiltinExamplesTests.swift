import RuleEngine
import Testing

/// The calls in the documentation of the functions are run: what is right is true, what is wrong null with a note.
@Suite struct BuiltinExamplesTests {
    private static let evaluator = FEELEvaluator(
        now: FEELDateTime("2026-05-01T10:00:00"), extensions: Builtin.extensions)

    @Test(arguments: Builtin.allNames)
    func `every function is documented in each language, and its calls do what they say`(name: String) throws {
        let documentation = try documentation(of: name)
        for text in [documentation.summary, documentation.details].compactMap(\.self) {
            #expect(text.nl.hasSuffix(".") && text.en.hasSuffix(".") && text.nl != text.en)
        }
        let right = try outcome(of: documentation.right, evaluator: Self.evaluator)
        #expect(right.result.set.description == "true")
        let wrong = try outcome(of: documentation.wrong, evaluator: Self.evaluator)
        #expect(wrong.result.set.description == "null")
        #expect(!wrong.notes.isEmpty)
    }

    @Test(arguments: Builtin.allNames)
    func `the first example of a function is a call that works, the last one a call that does not`(name: String) throws
    {
        let function = try #require(Builtin.function(named: name))
        let examples = function.examples(by: Self.evaluator)
        for example in examples { #expect(FEELPrinter.text(of: example.call).hasPrefix("\(name)(")) }
        let first = try #require(examples.first)
        #expect(first.outcome.notes.isEmpty && first.outcome.result.set.description != "null")
        #expect(examples.count >= 2)
        #expect(examples.contains { !$0.outcome.notes.isEmpty })
    }

    @Test(arguments: [
        ("round up", ["round up(-5.5, 0)", "round up(null, 0)", "round up(-5.5, null)", "round up(5.5)"]),
        ("min", ["min(3, 1, 2)", "min(null, 1, 2)", "min([1, \"a\"])"]),
        ("append", ["append([1], 2, 3)", "append(null, 2, 3)", "append([1], null, 3)", "append([1])"]),
        ("all", ["all([true, 2 > 1])", "all(null)"]), ("today", ["today()", "today(1)"]),
    ])
    func `each argument is null once, and no call is shown twice`(name: String, calls: [String]) throws {
        let function = try #require(Builtin.function(named: name))
        #expect(function.examples(by: Self.evaluator).map { FEELPrinter.text(of: $0.call) } == calls)
    }

    @Test func `only what is beyond the standard says where it may be called`() throws {
        let beyond = try Builtin.allNames.filter { try documentation(of: $0).onlyIn != nil }
        #expect(beyond == ["atan2", "known"])
        #expect(beyond.filter(Builtin.standardNames.contains) == [])
    }

    @Test(arguments: [
        ("substring", ["substring(string: string, start position: number, length: number)"], ["length"], "string"),
        ("min", ["min(list: list)", "min(n, ...)"], [], anyOrdered), ("today", ["today()"], [], "date"),
        ("count", ["count(list: list)"], [], "number [0..)"), ("get value", getValue, [], "Any"),
    ])
    func `a function has forms, parameters that may be left out, and a type`(
        name: String, forms: [String], optional: [String], result: String
    ) throws {
        let function = try #require(Builtin.function(named: name))
        #expect(function.typedForms == forms)
        #expect(function.optionalParameters == optional)
        #expect(function.resultText == result)
    }

    private static let anyOrdered =
        "number | string | date | time | date and time | days and time duration | years and months duration"
    private static let getValue = ["get value(m: context, key: Any)"]

    @Test func `no two functions have one name, and each is in one family`() {
        let names = Builtin.families.flatMap(\.functions).map(\.name)
        #expect(names.sorted() == Builtin.allNames)
    }

    @Test func `a function that a caller makes has no documentation and no examples`() {
        let double = Builtin("double", [.init("n", .number)]) { .value($0[0]) }
        #expect(double.documentation == nil)
        #expect(double.examples(by: Self.evaluator).isEmpty)
    }

    private func documentation(of name: String) throws -> Builtin.Documentation {
        try #require(Builtin.function(named: name)?.documentation, "\(name) is not documented")
    }
}
