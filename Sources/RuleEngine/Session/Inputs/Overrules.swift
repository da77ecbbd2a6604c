/// What rules do not decide: what people overruled, and what is taken as given in place of what rules would conclude.
struct Overrules: Sendable {
    /// Findings that rules do not conclude, each by its template and key.
    private var decided: Set<[FEELValue]> = []
    /// Templates of which rules conclude nothing at all.
    private var closed: Set<Int> = []
    private(set) var additions: [(template: Int, key: [FEELValue], reason: String)] = []
    private(set) var assumptions: [(template: Int, fact: SessionInputs.InputFact)] = []
    private var names: [String] = []

    init() {}

    init(_ inputs: SessionInputs, _ ruleBase: RuleBase) {
        for overrule in inputs.overrules {
            guard let (template, key) = ruleBase.key(of: overrule.finding) else { continue }
            switch overrule.verdict {
            case .rejected: decided.insert([.string(overrule.finding.template)] + key)
            case .added: additions.append((template, key, overrule.reason))
            }
        }
        for fact in inputs.facts {
            guard let template = ruleBase.concludedTemplate(fact.template),
                ruleBase.templates[template].key.count == fact.key.count,
                decided.insert([.string(fact.template)] + fact.key).inserted
            else { continue }
            assumptions.append((template, fact))
        }
        for (name, completeness) in inputs.completeness where completeness == .complete {
            if let template = ruleBase.concludedTemplate(name) { closed.insert(template) }
        }
        names = decided.isEmpty ? [] : ruleBase.templates.map(\.name)
    }

    /// Rules may conclude every fact.
    var rejectNothing: Bool { decided.isEmpty && closed.isEmpty }

    /// Whether rules may not conclude a fact: it was rejected, or it is there or left out as the inputs say.
    func rejects(_ template: Int, _ key: [ValueSet]) -> Bool {
        if closed.contains(template) { return true }
        guard !decided.isEmpty else { return false }
        let values = key.compactMap(\.exactValue)
        return values.count == key.count && decided.contains([.string(names[template])] + values)
    }
}

extension RuleBase {
    /// The number of a template whose facts rules conclude; `nil` for what comes from outside or from a vocabulary.
    func concludedTemplate(_ name: String) -> Int? {
        guard let index = templateIndex(name), !templates[index].isInput, templates[index].relation == nil else {
            return nil
        }
        return index
    }
}

extension SessionInputs {
    /// The part of the inputs that takes the place of what rules conclude.
    func assumptions(in ruleBase: RuleBase) -> (facts: [InputFact], closed: [String]) {
        (
            facts.filter { ruleBase.concludedTemplate($0.template) != nil },
            completeness.filter { $0.value == .complete && ruleBase.concludedTemplate($0.key) != nil }.keys.sorted()
        )
    }
}
