import DecisionModels
import RuleEngine

/// One result node of the kit, and what became of it.
struct KitResult {
    let level: String
    let folder: String
    let testCase: String
    let result: ModelCaseResult

    /// The same words on every machine.
    var name: String { "\(folder) \(testCase) \(result.name.value)" }

    /// What was expected and what came, on one line.
    var failure: String {
        let found = result.found.map(\.text) ?? "no such decision"
        let notes = result.notes.prefix(3).map { "\n      \($0.message.en)" }.joined()
        return "FAILS \(name) [\(result.kind)]\n      expected \(result.expected.text), found \(found)\(notes)"
    }
}
