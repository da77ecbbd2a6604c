extension RuleBase {
    /// The rules that look at nothing but some values of the record, as far as they lead to facts of some templates.
    ///
    /// Made to run many records of which only those values can be known: other values then leave nothing open, and no
    /// time goes to rules that cannot be decided. What is found over the restricted rules is found over all rules as
    /// well, as long as the rules ask for facts that are there, because
    /// - a rule that reads another value, or facts from outside, is left out as a whole;
    /// - so is a rule that asks for the absence of a fact, or something of every fact, where a rule that is left out may
    ///   conclude such a fact.
    ///
    /// Aggregates are over what the remaining rules conclude. Everything but the rules stays the same, and so do the
    /// numbers of templates, vocabularies and values of the record.
    ///
    /// - Parameters:
    ///   - slots: the values of the record that rules may read.
    ///   - goals: names of templates; a rule that no fact of them needs is left out.
    package func restricted(to slots: Set<RecordSchema.Slot>, for goals: Set<String>) -> RuleBase {
        let restriction = RuleRestriction(self, slots: slots, goals: goals)
        var numbers = Array(repeating: -1, count: rules.count)
        var kept: [Rule] = []
        for (index, rule) in rules.enumerated() where restriction.isKept[index] {
            numbers[index] = kept.count
            kept.append(rule)
        }
        let groups = strata.map { $0.map { numbers[$0] }.filter { $0 >= 0 } }.filter { !$0.isEmpty }
        return RuleBase(
            vocabularies: vocabularies, templates: templates, record: record, publications: publications,
            parameters: parameters, rules: kept, strata: groups, productionSets: productionSets)
    }
}

/// Which rules stay when a rule base is restricted.
private struct RuleRestriction {
    private let ruleBase: RuleBase
    private let coding: CodeReach
    private(set) var isKept: [Bool]

    init(_ ruleBase: RuleBase, slots: Set<RecordSchema.Slot>, goals: Set<String>) {
        self.ruleBase = ruleBase
        coding = CodeReach(
            templates: ruleBase.templates,
            vocabularies: Dictionary(
                ruleBase.vocabularies.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }))
        isKept = ruleBase.rules.map { rule in
            rule.expressions.allSatisfy { $0.slots.allSatisfy(slots.contains) }
                && !rule.patterns.contains { ruleBase.templates[$0.template].isInput }
        }
        while dropDoubtfulAbsences() {}
        keepNeeded(for: goals)
    }

    /// Drops rules that ask for the absence of what dropped rules may conclude.
    ///
    /// - Returns: whether there were any.
    private mutating func dropDoubtfulAbsences() -> Bool {
        let dropped = ruleBase.rules.indices.filter { !isKept[$0] }
        var hasChanged = false
        for (index, rule) in ruleBase.rules.enumerated() where isKept[index] {
            let isDoubtful = rule.refusedPatterns.contains { pattern in dropped.contains { concludes($0, pattern) } }
            if isDoubtful {
                isKept[index] = false
                hasChanged = true
            }
        }
        return hasChanged
    }

    /// Whether a rule may conclude a fact that matches.
    private func concludes(_ index: Int, _ pattern: Rule.Pattern) -> Bool {
        let rule = ruleBase.rules[index]
        return rule.conclusions.contains { conclusion in
            guard conclusion.template == pattern.template else { return false }
            guard let concluded = coding.codes(of: conclusion, in: rule), let asked = coding.codes(of: pattern) else {
                return true
            }
            return !concluded.isDisjoint(with: asked)
        }
    }

    private mutating func keepNeeded(for goals: Set<String>) {
        var needed = ruleBase.templates.map { goals.contains($0.name) }
        var isNeeded = Array(repeating: false, count: isKept.count)
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for (index, rule) in ruleBase.rules.enumerated() where isKept[index] && !isNeeded[index] {
                guard rule.conclusions.contains(where: { needed[$0.template] }) else { continue }
                isNeeded[index] = true
                hasChanged = true
                for pattern in rule.patterns { needed[pattern.template] = true }
            }
        }
        isKept = isNeeded
    }
}

extension Rule {
    /// What its conditions look for among facts.
    fileprivate var patterns: [Pattern] {
        conditions.compactMap { condition in
            switch condition {
            case .pattern(let pattern), .absent(let pattern), .exists(let pattern), .every(let pattern, _): pattern
            case .aggregate(let aggregate): aggregate.pattern
            case .test, .table: nil
            }
        }
    }

    /// Facts that more rules could bring, so that the rule holds no longer.
    fileprivate var refusedPatterns: [Pattern] {
        conditions.compactMap { condition in
            switch condition {
            case .absent(let pattern), .every(let pattern, _): pattern
            case .test, .pattern, .exists, .aggregate, .table: nil
            }
        }
    }
}
