import TestSupport
import Testing

@testable import RuleEngine

/// What is remembered of an expression is what it gives, with the same inputs behind it.
@Suite struct ExpressionMemoryTests {
    private static let numbers = ["x + y * 2", "if ripe then x else y", "if x > 2 then 1 else 0 * y", "y / 2 - x"]
    private static let conditions = [
        "x > y and ripe", "x in [1..2] or dry", "not(x + y = 4)", "if dry then x > 1 else y > 1",
    ]

    @Test func `an answer from memory is the answer`() throws {
        let rules =
            Self.numbers.enumerated().map { "n\($0): ripe => fruit: { kind: plum, price: \($1) }" }
            + Self.conditions.enumerated().map { "c\($0): \($1) => fruit: { kind: plum }" }
        let orchard = Orchard(rules.joined(separator: "\n"))
        let codes = orchard.ruleBase.rules.flatMap(\.expressions).filter { !$0.code.reads.isEmpty }
        try #require(codes.count >= rules.count, "\(orchard.diagnostics.map(\.message.en))")
        var random = SeededGenerator(seed: 3)
        var memory = ExpressionMemory()
        let evaluator = FEELEvaluator(extensions: [RuleFunctions.known: .known])
        for _ in 0..<4_000 {
            guard let expression = codes.randomElement(using: &random) else { continue }
            let inputs = expression.code.reads.enumerated().map { place, _ in Self.input(place, using: &random) }
            let expected = evaluator.evaluate(expression.code.code, in: FEELSlotArray(inputs)).result
            let actual = memory.value(of: expression, for: inputs, evaluator) { _ in UncertainValue(.null) }
            #expect(actual == expected, "\(expression.text) of \(inputs)")
        }
    }

    @Test(arguments: DecisionTable.HitPolicy.allCases)
    func `what a table gives from memory is what it gives`(policy: DecisionTable.HitPolicy) throws {
        let rows = #"> 1 | [1..3] | 2\n0, 2 | - | 1\n- | not(2) | x + bonus"#
        let table =
            "{ table: { policy: \(policy.rawValue), inputs: [x, y], "
            + "outputs: [{ name: o, allowed: '3, 1, 2' }], rows: \"\(rows)\", as: t } }"
        let orchard = Orchard(
            "r: \(table) => fruit: { kind: plum }",
            parameters: "  bonus: { title: { nl: b, en: b }, values: { 2015-01-01: 1 }, judgement: { nl: b, en: b } }")
        let code = try #require(
            orchard.ruleBase.rules.first?.tables.first?.code, "\(orchard.diagnostics.map(\.message.en))")
        #expect(code.varyingSlots.count == 2 && code.reads.count == 3)
        var random = SeededGenerator(seed: 4)
        var memory = ExpressionMemory()
        let evaluator = FEELEvaluator()
        for _ in 0..<300 {
            let inputs = code.varyingSlots.map { Self.input($0, using: &random) }
            var values = code.reads.map { _ in UncertainValue(.number(1)) }
            for (input, place) in zip(inputs, code.varyingSlots) { values[place] = input }
            let expected = evaluator.evaluate(code.code, in: FEELSlotArray(values))
            let actual = memory.outcome(of: code, for: inputs, evaluator) { _ in UncertainValue(.number(1)) }
            #expect(actual == expected, "\(inputs)")
        }
    }

    @Test func `a memory that is full forgets, and what is asked again is worked out again`() {
        final class Question {}
        let question = Question()
        var memory = AnswerMemory<Int>()
        var worked = 0
        func ask(_ number: Int) -> Int {
            memory.answer(ObjectIdentifier(question), for: [UncertainValue(.number(FEELNumber(number)))]) { _ in
                worked += 1
                return number * 2
            }
        }
        for number in 0..<20_000 { #expect(ask(number) == number * 2) }
        for number in [0, 9_999, 19_999] { #expect(ask(number) == number * 2) }
        #expect(worked == 20_000)
        #expect(ask(20_000) == 40_000)
        for number in [0, 9_999, 19_999, 20_000] { #expect(ask(number) == number * 2) }
        #expect(worked == 20_004)
    }

    @Test func `parameters are read where they stand`() throws {
        let orchard = Orchard(
            "r: ripe => fruit: { kind: plum, price: factor * x - factor * y }",
            parameters: "  factor: { title: { nl: f, en: f }, values: { 2015-01-01: 3 }, judgement: { nl: f, en: f } }")
        try #require(orchard.errors == [], "\(orchard.diagnostics.map(\.message.en))")
        let expression = try #require(orchard.ruleBase.rules.flatMap(\.expressions).first { $0.code.reads.count > 2 })
        #expect(expression.code.varyingSlots.count == 2)
        var memory = ExpressionMemory()
        for _ in 0..<2 {
            let inputs = [
                UncertainValue(.number(5)),
                UncertainValue(ValueSet(oneOf: [.number(1), .number(2)]), origins: [InputID(7)]),
            ]
            let value = memory.value(of: expression, for: inputs, FEELEvaluator()) { _ in UncertainValue(.number(3)) }
            #expect(value == UncertainValue(ValueSet(oneOf: [.number(9), .number(12)]), origins: [InputID(7)]))
        }
    }

    /// One of a few values or more, each input with two of its own behind it; one of them is shared by all.
    private static func input(_ place: Int, using random: inout SeededGenerator) -> UncertainValue {
        let count = Int.random(in: 1...3, using: &random)
        let values = (0..<count).map { _ in FEELValue.number(FEELNumber(Int.random(in: 0...4, using: &random))) }
        let set: ValueSet =
            switch Int.random(in: 0..<8, using: &random) {
            case 0: .exactly(.boolean(Bool.random(using: &random)))
            case 1: .oneOf([.boolean(false), .boolean(true)])
            case 2: .numbers(NumberInterval(low: 0, high: 4), orNull: false)
            case 3: .anything
            default: ValueSet(oneOf: values)
            }
        return UncertainValue(set, origins: set.isExact ? [] : [InputID(Int32(place + 5)), InputID(40)])
    }
}
