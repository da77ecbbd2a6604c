import Analyst
internal import ArgumentParser
import RuleEngine

/// Reads the name of a finding as a user types it, with help when it does not exist.
struct FindingName {
    private let ruleBase: RuleBase
    private let common: CommonOptions

    init(_ ruleBase: RuleBase, _ common: CommonOptions) {
        self.ruleBase = ruleBase
        self.common = common
    }

    func finding(_ text: String) throws -> FindingID {
        let kinds = ruleBase.templates.filter { !$0.isInput && $0.relation == nil }.map(\.name)
        guard let id = FindingID(text) else {
            throw fail(text, kinds.map { "\($0):…" })
        }
        guard let template = ruleBase.template(id.template), template.key.count == id.key.count else {
            // Of what exists; only kinds whose facts are no codes are told by their name alone.
            let others = kinds.filter { kind in !ruleBase.findingNames.contains { $0.hasPrefix(kind + ":") } }
            throw fail(
                text, ruleBase.findingNames + others.map { "\($0):\(id.key.joined(separator: ","))" })
        }
        for (field, key) in zip(template.key, id.key) {
            guard case .code(let name) = field.type, let vocabulary = ruleBase.vocabulary(name) else { continue }
            if vocabulary[key] == nil { throw fail(text, vocabulary.codes.map { "\(id.template):\($0.code)" }) }
        }
        return id
    }

    private func fail(_ text: String, _ known: [String]) -> ExitCode {
        let near = Suggestion.nearest(to: text, among: known)
        switch common.language {
        case .nl:
            Console.error(
                "‘\(text)’ is geen bevinding." + (near.map { " Bedoelde u ‘\($0)’?" } ?? " Schrijf soort:code."))
        case .en:
            Console.error("‘\(text)’ is no finding." + (near.map { " Did you mean ‘\($0)’?" } ?? " Write kind:code."))
        }
        return ExitCode(ExitStatus.usage)
    }
}
