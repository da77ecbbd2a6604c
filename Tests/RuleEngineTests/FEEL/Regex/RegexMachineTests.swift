import RuleEngine
import TestSupport
import Testing

/// The linear machine against the backtracking one. A back-reference to an empty group at the end of a pattern changes
/// nothing in what it matches, but has it run by backtracking.
@Suite struct RegexMachineTests {
    @Test func `both machines find the same matches`() throws {
        var random = SeededGenerator(seed: 20_260)
        for _ in 0..<3000 {
            let pattern = RegexMachineTests.pattern(depth: 3, &random)
            let linear = try RegularExpression(pattern)
            let backtracking = try RegularExpression("(?:\(pattern))()\\\(linear.groupCount + 1)")
            let text = String(
                (0..<Int.random(in: 0...8, using: &random)).map { _ in "abc".randomElement(using: &random) ?? "a" })
            let found = try linear.matches(in: text)
            #expect(found.map(\.range) == (try backtracking.matches(in: text)).map(\.range), "\(pattern) in \(text)")
            #expect(try linear.isFound(in: text) == !found.isEmpty)
        }
    }

    /// Only repeats what takes at least one character: of loops over nothing the machines may choose differently.
    private static func pattern(depth: Int, _ random: inout SeededGenerator) -> String {
        guard depth > 0 else { return ["a", "b", ".", "[ab]", "[^a]"].randomElement(using: &random) ?? "a" }
        let part = { (random: inout SeededGenerator) in pattern(depth: depth - 1, &random) }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return part(&random) + part(&random)
        case 1: return "(" + part(&random) + "|" + part(&random) + ")"
        case 2: return "(" + part(&random) + ")"
        case 3:
            return "(a" + part(&random) + ")"
                + (["*", "+", "?", "*?", "+?", "??", "{1,2}"].randomElement(using: &random) ?? "*")
        case 4: return (["^", "$", ""].randomElement(using: &random) ?? "") + part(&random)
        default: return part(&random)
        }
    }
}
