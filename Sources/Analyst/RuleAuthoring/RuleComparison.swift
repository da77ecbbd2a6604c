package import RuleEngine

/// Two rule bases side by side: what sessions on the same area say otherwise, and by which change of the rules.
///
/// A change brings an effect about when it touches a rule that concludes the finding, before or now; else when it brings
/// about another effect that such a rule looks at, and so on.
package struct RuleComparison: Sendable {
    package let old: CompiledRules
    package let new: CompiledRules
    package let changes: RuleChanges
    /// The kinds of fact of which effects are told; those that reports show, else all that rules conclude.
    private let shown: Set<String>
    /// By name of a rule, the changes that touch it.
    private let touching: [String: [Int]]
    /// By name of a rule, what its conditions look at.
    private let looked: [String: [Look]]
    /// By kind of fact, the rules that conclude such facts.
    private let concluding: [String: [String]]

    private struct Look: Hashable {
        let template: String
        /// The code that is asked for, where it is written down.
        let code: String?
    }

    package init(from old: RuleLibrary, to new: RuleLibrary, timeZones: (any TimeZoneRules)? = nil) {
        self.old = CompiledRules(old, timeZones: timeZones)
        self.new = CompiledRules(new, timeZones: timeZones)
        changes = RuleChanges(from: old, to: new)
        let reported = self.old.report.shownTemplates.union(self.new.report.shownTemplates)
        let bases = [old.ruleBase, new.ruleBase]
        shown = reported.isEmpty ? Set(bases.flatMap(\.templates).filter { !$0.isInput }.map(\.name)) : reported
        var touching: [String: [Int]] = [:]
        for (index, rules) in changes.touched.enumerated() {
            for rule in rules { touching[rule, default: []].append(index) }
        }
        self.touching = touching
        var looked: [String: [Look]] = [:]
        var concluding: [String: [String]] = [:]
        for base in bases {
            for rule in base.rules {
                looked[rule.name, default: []] += rule.conditions.compactMap { Self.look($0, base) }
                for conclusion in rule.conclusions {
                    concluding[base.templates[conclusion.template].name, default: []].append(rule.name)
                }
            }
        }
        self.looked = looked
        self.concluding = concluding
    }

    private static func look(_ condition: Rule.Condition, _ base: RuleBase) -> Look? {
        let pattern: Rule.Pattern
        switch condition {
        case .pattern(let own), .absent(let own), .exists(let own), .every(let own, _): pattern = own
        case .aggregate(let aggregate): pattern = aggregate.pattern
        case .test, .table: return nil
        }
        let codes = pattern.constraints.compactMap { constraint -> String? in
            guard case .key = constraint.field, case .literal(let value) = constraint.value else { return nil }
            return value.text
        }
        return Look(template: base.templates[pattern.template].name, code: codes.first)
    }

    // MARK: Effects

    private struct Difference {
        let before: FindingState
        let after: FindingState
        let fields: [String]
    }

    /// What two sessions on the same area say otherwise, the first with the old rules and the second with the new ones.
    package func effects(from before: Session, to after: Session) -> [RuleImpact.Effect] {
        var order: [FindingID] = []
        var differences: [FindingID: Difference] = [:]
        for template in templates {
            for finding in findings(of: template, before, after) {
                let states = (before.state(of: finding), after.state(of: finding))
                let fields = Self.fields(of: finding, before, after)
                guard states.0 != states.1 || !fields.isEmpty else { continue }
                differences[finding] = Difference(before: states.0, after: states.1, fields: fields)
                if shown.contains(template) { order.append(finding) }
            }
        }
        var trace = Trace(comparison: self, before: before, after: after, differences: Set(differences.keys))
        return order.compactMap { finding in
            guard let difference = differences[finding] else { return nil }
            return RuleImpact.Effect(
                finding: finding, before: difference.before, after: difference.after, fields: difference.fields,
                causes: trace.causes(of: finding))
        }
    }

    /// The kinds of fact that rules conclude, those of the new rules first.
    private var templates: [String] {
        let own = new.ruleBase.templates.filter { !$0.isInput && $0.relation == nil }.map(\.name)
        let gone = old.ruleBase.templates.filter { !$0.isInput && $0.relation == nil }.map(\.name)
        return own + gone.filter { !own.contains($0) }
    }

    private func findings(of template: String, _ before: Session, _ after: Session) -> [FindingID] {
        func exact(_ session: Session) -> [FindingID] {
            session.facts(of: template).map(\.fact).filter { !$0.isAnonymous }.map { session.finding($0) }
        }
        let now = exact(after)
        let known = Set(now)
        return now + exact(before).filter { !known.contains($0) }
    }

    private static func fields(of finding: FindingID, _ before: Session, _ after: Session) -> [String] {
        guard let old = before.fact(finding)?.fact, let new = after.fact(finding)?.fact,
            let template = after.ruleBase.template(finding.template)
        else { return [] }
        return template.fields.map(\.name).filter { name in
            guard let one = before.value(of: name, in: old), let two = after.value(of: name, in: new) else {
                return false
            }
            return one.set != two.set
        }
    }

    /// Follows an effect back to changes of the rules.
    private struct Trace {
        let comparison: RuleComparison
        let before: Session
        let after: Session
        let differences: Set<FindingID>
        private var known: [FindingID: [Int]] = [:]

        init(comparison: RuleComparison, before: Session, after: Session, differences: Set<FindingID>) {
            self.comparison = comparison
            self.before = before
            self.after = after
            self.differences = differences
        }

        mutating func causes(of finding: FindingID) -> [Int] {
            if let known = known[finding] { return known }
            // What it rests on may rest on it.
            known[finding] = []
            var causes = ownCode(finding)
            let rules = concluding(finding)
            for rule in rules { causes.formUnion(comparison.touching[rule] ?? []) }
            if causes.isEmpty {
                let looks = Set(rules.flatMap { comparison.looked[$0] ?? [] })
                for other in differences where other != finding && looks.contains(where: { Self.sees($0, other) }) {
                    causes.formUnion(self.causes(of: other))
                }
            }
            if causes.isEmpty {
                for rule in comparison.concluding[finding.template] ?? [] {
                    causes.formUnion(comparison.touching[rule] ?? [])
                }
            }
            known[finding] = causes.sorted()
            return known[finding] ?? []
        }

        /// The code that it is about was changed itself, such as the days on which it holds.
        private func ownCode(_ finding: FindingID) -> Set<Int> {
            guard let template = after.ruleBase.template(finding.template) else { return [] }
            var causes: Set<Int> = []
            for (field, key) in zip(template.key, finding.key) {
                guard case .code(let vocabulary) = field.type else { continue }
                for (index, change) in comparison.changes.all.enumerated()
                where change.symbol == .code(vocabulary: vocabulary, code: key) {
                    causes.insert(index)
                }
            }
            return causes
        }

        /// The rules that conclude it in one of the sessions.
        private func concluding(_ finding: FindingID) -> Set<String> {
            var names: Set<String> = []
            for session in [before, after] {
                for justification in session.fact(finding)?.fact.justifications ?? [] {
                    names.insert(session.ruleBase.rules[justification.rule].name)
                }
            }
            return names
        }

        private static func sees(_ look: Look, _ finding: FindingID) -> Bool {
            look.template == finding.template && (look.code.map { finding.key.contains($0) } ?? true)
        }
    }
}
