/// What people overruled, by template and key.
struct Overrules: Sendable {
    private var rejected: Set<[FEELValue]> = []
    private(set) var additions: [(template: Int, key: [FEELValue], reason: String)] = []
    private var names: [String] = []

    init() {}

    init(_ overrules: [SessionInputs.Overrule], _ ruleBase: RuleBase) {
        for overrule in overrules {
            guard let (template, key) = ruleBase.key(of: overrule.finding) else { continue }
            switch overrule.verdict {
            case .rejected: rejected.insert([.string(overrule.finding.template)] + key)
            case .added: additions.append((template, key, overrule.reason))
            }
        }
        names = ruleBase.templates.map(\.name)
    }

    /// Nobody rejected anything.
    var rejectNothing: Bool { rejected.isEmpty }

    func rejects(_ template: Int, _ key: [ValueSet]) -> Bool {
        guard !rejected.isEmpty else { return false }
        let values = key.compactMap(\.exactValue)
        return values.count == key.count && rejected.contains([.string(names[template])] + values)
    }
}
