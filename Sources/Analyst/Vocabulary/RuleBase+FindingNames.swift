package import RuleEngine

extension RuleBase {
    /// The names of all findings that a single code names: `problem:poverty`.
    package var findingNames: [String] {
        templates.filter { !$0.isInput && $0.relation == nil && $0.key.count == 1 }.flatMap { template in
            guard case .code(let name) = template.key[0].type, let vocabulary = vocabulary(name) else {
                return [String]()
            }
            return vocabulary.codes.map { "\(template.name):\($0.code)" }
        }
    }
}
