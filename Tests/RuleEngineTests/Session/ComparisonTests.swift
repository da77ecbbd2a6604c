import RuleEngine
import TestSupport
import Testing

/// Conditions that only compare are tried without the evaluator, and give what the evaluator gives.
@Suite struct ComparisonTests {
    private static let apple = FindingID(template: "fruit", key: ["apple"])

    @Test(arguments: [
        // `x` and `y` lie from 0 to 4.
        ("x > 4", "", FindingState.refuted), ("x >= 4", "", .open), ("x >= 0", "", .found),
        ("x > 0", "", .open),
        ("x < 0", "", .refuted), ("x = 5", "", .refuted), ("x != 5", "", .found), ("x = 4", "", .open),
        ("x > 2 * y", "y = 2", .refuted), ("x > 1.5 * y", "y = 2", .open), ("2 * x >= y", "y = 0", .found),
        ("x > 0 * y", "x = 0", .refuted), ("x < -1 * y", "", .refuted), ("x <= -1 * y", "", .open),
        ("x < y", "", .open),
        ("x in [1..3]", "x = 0 | 4", .refuted), ("x between 1 and 3", "x = 4", .refuted),
        ("x between 1 and 4", "x = 1 | 4", .found), ("ripe", "", .open), ("not(ripe)", "ripe = false", .found),
        ("ripe or x >= 0", "", .found), ("ripe and x > 4", "", .refuted),
    ])
    func `a comparison knows the range of what is not given`(condition: String, inputs: String, state: FindingState)
        throws
    {
        let session = try Orchard("r: \(condition) => fruit: { kind: apple }").session(inputs)
        #expect(session.state(of: Self.apple) == state)
    }

    @Test(arguments: [
        ("n > 2", "basket:apple, basket:pear, basket complete", FindingState.refuted),
        ("n > 1", "basket:apple, basket:pear, basket complete", .found),
        ("n > 1", "basket:apple, basket:pear?, basket complete", .open),
        ("n >= 1", "basket:apple, basket:pear?, basket complete", .found),
        ("n > 2", "basket:apple, basket:pear?, basket complete", .refuted),
        ("n > 2 * x", "basket:apple, x = 0, basket complete", .found),
        ("n > x", "basket:apple, x = 0 | 1, basket complete", .open),
    ])
    func `a count lies between what is there and what may be`(test: String, inputs: String, state: FindingState) throws
    {
        let orchard = Orchard("r: { count: { basket: b, as: n } } ;; \(test) => fruit: { kind: apple }")
        #expect(try orchard.session(inputs).state(of: Self.apple) == state)
    }

    @Test func `random comparisons give what the evaluator gives on the same sets`() throws {
        var random = SeededGenerator(seed: 41)
        var states: [FindingState: Int] = [:]
        for number in 0..<400 {
            let condition = Self.condition(depth: 2, &random)
            let orchard = Orchard("r: '\(condition)' => fruit: { kind: apple }")
            try #require(orchard.errors == [], "\(number): \(condition)")
            var inputs = SessionInputs(date: try #require(FEELDate("2024-06-01")))
            for name in ["x", "y"] { inputs.values[.init(name: name)] = Self.set(&random) }
            let session = Session(orchard.ruleBase, inputs)
            let scope = FEELDictionaryScope(
                Dictionary(
                    uniqueKeysWithValues: ["x", "y"].compactMap { name in
                        session.value(of: .init(name: name)).map { (name, $0) }
                    }))
            let expression = try #require(FEELParser.parse(condition).expression)
            let expected = FEELEvaluator().evaluate(expression, in: scope).result.set
            let state: FindingState = expected.certainlyTrue ? .found : expected.possiblyTrue ? .open : .refuted
            #expect(session.state(of: Self.apple) == state, "\(number): \(condition) with \(inputs.values)")
            states[state, default: 0] += 1
        }
        for state in [FindingState.found, .open, .refuted] { #expect(states[state, default: 0] > 60, "\(states)") }
    }

    private static func condition(depth: Int, _ random: inout SeededGenerator) -> String {
        switch depth == 0 ? 5 : Int.random(in: 0..<8, using: &random) {
        case 0: return "(\(condition(depth: depth - 1, &random)) and \(condition(depth: depth - 1, &random)))"
        case 1: return "(\(condition(depth: depth - 1, &random)) or \(condition(depth: depth - 1, &random)))"
        case 2: return "not(\(condition(depth: depth - 1, &random)))"
        default:
            let sign = ["<", "<=", ">", ">=", "=", "!="].randomElement(using: &random) ?? "<"
            return "\(term(&random)) \(sign) \(term(&random))"
        }
    }

    private static func term(_ random: inout SeededGenerator) -> String {
        let name = Bool.random(using: &random) ? "x" : "y"
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: return "\(Int.random(in: -1...5, using: &random))"
        case 2: return "\(["-1", "0", "0.5", "2", "123456789012345678"].randomElement(using: &random) ?? "1") * \(name)"
        case 3: return "x * y"
        default: return name
        }
    }

    /// Known, not known, known in part as values or as an interval.
    private static func set(_ random: inout SeededGenerator) -> ValueSet? {
        let numbers = (0..<2).map { _ in FEELNumber(Int.random(in: 0...4, using: &random)) }.sorted()
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return nil
        case 1: return ValueSet(oneOf: numbers.map { .number($0) })
        case 2 where numbers[0] < numbers[1]:
            let interval = NumberInterval(
                low: numbers[0], high: numbers[1], lowIncluded: Bool.random(using: &random),
                highIncluded: Bool.random(using: &random))
            return .numbers(interval, orNull: Bool.random(using: &random))
        default: return .exactly(.number(numbers[0]))
        }
    }
}
