import RuleEngine
import TestSupport
import Testing

/// Random small tables over `x` and `y`, whose cells hold whole numbers from 0 to 4, or texts where `x` is one.
struct TableGenerator {
    /// Two that a reader takes for one are among them: written with one character, and with two.
    private static let texts = ["a", "b", "c", "\u{E9}", "e\u{301}"]

    private var random: SeededGenerator
    private let hasTexts: Bool

    /// - Parameter hasTexts: the cells of `x` hold texts.
    init(seed: UInt64, hasTexts: Bool = false) {
        random = SeededGenerator(seed: seed)
        self.hasTexts = hasTexts
    }

    /// - Parameter hasUnknownCells: some cells compare with `z`, and some outputs are `z`.
    mutating func next(_ policy: DecisionTable.HitPolicy, hasUnknownCells: Bool) throws -> DecisionTable {
        let outputs = policy.computes || chance(2) ? ["level"] : ["level", "kind"]
        let givesDefault = !policy.givesList && chance(3)
        let columns = try outputs.enumerated().map { place, name in
            DecisionTable.Output(
                name: name, allowed: place == 0 || chance(2) ? try tests("3, 1, 2") : nil,
                whenNone: givesDefault ? try tree(number(7...9)) : nil)
        }
        let rules = try (0..<Int.random(in: 1...4, using: &random)).map { _ in
            DecisionTable.Rule(
                tests: [
                    try tests(hasTexts ? textCell() : cell(hasUnknownCells)), try tests(cell(hasUnknownCells)),
                ],
                outputs: try outputs.map { _ in
                    try tree(hasUnknownCells && chance(5) ? "z" : chance(12) ? "null" : number(1...3))
                })
        }
        return DecisionTable(
            inputs: [
                .init(expression: try tree("x"), allowed: chance(6) ? try tests(allowed) : nil),
                .init(expression: try tree("y")),
            ],
            outputs: columns, rules: rules, policy: policy, noHits: chance(2) ? .null : .emptyList)
    }

    /// Up to three of the numbers from 0 to 4, sometimes with null.
    mutating func listedValues() -> ValueSet {
        let numbers = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            FEELValue.number(FEELNumber(Int.random(in: 0...4, using: &random)))
        }
        return ValueSet(oneOf: chance(6) ? numbers + [.null] : numbers)
    }

    /// One to four of the texts, sometimes with a number or null.
    mutating func listedTexts() -> ValueSet {
        let texts = (0..<Int.random(in: 1...4, using: &random)).map { _ in FEELValue.string(text()) }
        return ValueSet(oneOf: texts + (chance(5) ? [.null] : []) + (chance(5) ? [.number(FEELNumber(1))] : []))
    }

    private var allowed: String { hasTexts ? "\"a\", \"b\", \"\u{E9}\"" : "[0..3]" }

    private mutating func text() -> String { Self.texts.randomElement(using: &random) ?? "a" }

    private mutating func textCell() -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: "-"
        case 1: "not(\"\(text())\")"
        case 2: "? = \"\(text())\""
        case 3: "\"\(text())\", null"
        case 4: ">= \"\(text())\""
        case 5: "\"\(text())\", \"\(text())\""
        default: "\"\(text())\""
        }
    }

    private mutating func cell(_ hasUnknowns: Bool) -> String {
        if hasUnknowns, chance(5) { return "> z" }
        return switch Int.random(in: 0..<8, using: &random) {
        case 0: "-"
        case 1: "\(number(0...4))"
        case 2: "[1..\(number(1...4)))"
        case 3: "not(\(number(0...4)))"
        case 4: "\(number(0...1)), \(number(3...4))"
        case 5: "<= \(number(0...4))"
        // Where such a cell changes its outcome is not seen, so that intervals are not split there.
        case 6 where hasUnknowns: "? * 2 > \(number(0...8))"
        default: "> \(number(0...4))"
        }
    }

    private mutating func number(_ range: ClosedRange<Int>) -> String { String(Int.random(in: range, using: &random)) }
    private mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
}

/// The unary tests of a text.
func tests(_ text: String) throws -> FEELUnaryTests {
    try #require(FEELParser.parse(text, as: .unaryTests).tests)
}

extension DecisionTable {
    /// What the table gives as the standard defines it, by way of plain FEEL, for each way in which the inputs turn out.
    func completions(_ inputs: [String: ValueSet]) throws -> [FEELValue] {
        var rows: [[String: UncertainValue]] = [[:]]
        for (name, set) in inputs.sorted(by: { $0.key < $1.key }) {
            let halves = (0...8).compactMap { FEELNumber($0).divided(by: FEELNumber(2)) }.map { FEELValue.number($0) }
            let values = set.finiteValues ?? halves.filter { set.contains($0) }
            rows = rows.flatMap { row in values.map { row.merging([name: UncertainValue($0)]) { $1 } } }
        }
        return try rows.map {
            try #require(FEELEvaluator().evaluate(expression, in: FEELDictionaryScope($0)).result.set.exactValue)
        }
    }

    /// The outcome on what is known of each input.
    func outcome(_ inputs: [String: ValueSet]) -> Outcome {
        var number: Int32 = 0
        var values: [String: UncertainValue] = [:]
        for (name, set) in inputs.sorted(by: { $0.key < $1.key }) {
            values[name] = UncertainValue(set, origins: set.isExact ? [] : [InputID(number)])
            number += 1
        }
        return FEELEvaluator().evaluate(self, in: FEELDictionaryScope(values))
    }
}
