import RuleEngine

/// One result node of the kit, and what became of it.
struct KitResult {
    let level: String
    let folder: String
    /// Case and decision.
    let name: String
    /// The boxed expression of the decision: `literalExpression`, `decisionTable`, ….
    let kind: String
    let text: String
    let expected: FEELValue
    let found: FEELValue?
    let passed: Bool

    /// What was expected and what came, on one line.
    var failure: String {
        let found = found.map(\.text) ?? "no such decision"
        return "FAILS \(folder) \(name) [\(kind)]: \(text)\n      expected \(expected.text), found \(found)"
    }

    /// Counts towards the committed number.
    var isCounted: Bool { kind == "literalExpression" || kind == "decisionTable" }
}
