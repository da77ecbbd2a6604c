/// The compiled plan of a rule base, to be looked at: in which order rules are decided, what each rule does in plain
/// steps, which comparisons rules share, and which rules a change of a value wakes.
package struct NetworkSummary: Sendable {
    /// Rules that are decided together.
    package struct Stratum: Hashable, Sendable {
        package let rules: [String]
        /// The rules look at what they conclude, so that they are run to a fixpoint.
        package let isRecursive: Bool
    }

    /// What a rule does.
    package struct Plan: Hashable, Sendable {
        package let rule: String
        /// Where the rule stands among the strata, from 0.
        package let stratum: Int
        /// The rule is run as plain steps over numbered cells and rows; otherwise its facts are joined by the matcher.
        package let isDirect: Bool
        package let steps: [Operation]
        /// What the rule concludes: `template:code` where the row is fixed, else the template.
        package let targets: [String]
    }

    /// What a rule does for one condition.
    package enum Operation: Hashable, Sendable {
        /// Compares cells.
        case test(String)
        /// Needs the evaluator: a computation, or a function.
        case expression(String)
        /// The fact is there.
        case present(Facts)
        case absent(Facts)
        case exists(Facts)
        case every(Facts)
        /// A value made of the facts is bound to a name.
        case aggregate(String, Facts, name: String)
        /// Each fact that matches is joined.
        case join(Facts)
        /// The result of a decision table is bound to a name.
        case table(name: String, rows: Int)
    }

    /// The facts that a step looks at.
    package struct Facts: Hashable, Sendable {
        package let template: String
        /// The codes of the fixed rows; `nil` where any fact of the template may match.
        package let codes: [String]?
    }

    /// A comparison, with the rules that make it.
    package struct Comparison: Hashable, Sendable {
        package let text: String
        package let rules: [String]
    }

    /// A value of the record, with the rules that read it.
    package struct Reader: Hashable, Sendable {
        package let value: String
        package let rules: [String]
    }

    /// In the order in which they are decided.
    package let strata: [Stratum]
    /// In the order in which they are decided.
    package let plans: [Plan]
    /// Each comparison once, in the order in which rules make them first.
    package let comparisons: [Comparison]
    /// In the order of the record; values that no rule reads are left out.
    package let readers: [Reader]
    /// Fixed rows of facts, and cells of the record, parameters and constants.
    package let rowCount: Int
    package let cellCount: Int

    /// The comparisons that more than one rule makes.
    package var shared: [Comparison] { comparisons.filter { $0.rules.count > 1 } }
}

extension Network {
    /// The plan, to be looked at.
    package var summary: NetworkSummary {
        let names = CellNames(self)
        let order = strata.flatMap(\.rules)
        var comparisons: [String] = []
        var users: [String: [String]] = [:]
        for rule in order {
            for text in tests(of: rule).flatMap({ $0.comparisons(names) }) {
                if users[text] == nil { comparisons.append(text) }
                let name = ruleBase.rules[rule].name
                if users[text]?.last != name { users[text, default: []].append(name) }
            }
        }
        return NetworkSummary(
            strata: strata.map { stratum in
                NetworkSummary.Stratum(
                    rules: stratum.rules.map { ruleBase.rules[$0].name }, isRecursive: stratum.isRecursive)
            },
            plans: order.map { plan(of: $0, names) },
            comparisons: comparisons.map { NetworkSummary.Comparison(text: $0, rules: users[$0] ?? []) },
            readers: ruleBase.record.slots.enumerated().compactMap { index, slot in
                let rules = slotReaders[index]
                guard !rules.isEmpty else { return nil }
                return NetworkSummary.Reader(value: slot.path, rules: rules.map { ruleBase.rules[$0].name })
            },
            rowCount: rows.count, cellCount: cellLayout.count)
    }

    private func tests(of rule: Int) -> [ScalarTest] {
        guard let steps = rules[rule].steps else { return rules[rule].tests.compactMap(\.self) }
        return steps.compactMap { if case .test(let test) = $0 { test } else { nil } }
    }

    private func plan(of index: Int, _ names: CellNames) -> NetworkSummary.Plan {
        let (rule, plan) = (ruleBase.rules[index], rules[index])
        let steps = rule.conditions.indices.map { position -> NetworkSummary.Operation in
            if case .test(let test)? = plan.steps?[position] { return .test(test.text(names)) }
            if let test = plan.tests[position] { return .test(test.text(names)) }
            return step(rule.conditions[position], plan.patterns[position])
        }
        let targets = zip(rule.conclusions, plan.targets).map { conclusion, target -> String in
            let template = ruleBase.templates[conclusion.template].name
            return target.flatMap { rows.code(of: $0) }.map { "\(template):\($0.code)" } ?? template
        }
        return NetworkSummary.Plan(
            rule: rule.name, stratum: stratumOfRule[index], isDirect: plan.steps != nil, steps: steps, targets: targets)
    }

    private func step(_ condition: Rule.Condition, _ pattern: PatternPlan?) -> NetworkSummary.Operation {
        let facts = NetworkSummary.Facts(
            template: pattern.map { ruleBase.templates[$0.template].name } ?? "",
            codes: pattern?.rows?.compactMap { rows.code(of: $0)?.code })
        switch condition {
        case .test(let expression): return .expression(expression.text)
        case .pattern: return facts.codes?.count == 1 ? .present(facts) : .join(facts)
        case .absent: return .absent(facts)
        case .exists: return .exists(facts)
        case .every: return .every(facts)
        case .aggregate(let aggregate):
            return .aggregate(aggregate.function.rawValue, facts, name: aggregate.variable)
        case .table(let table): return .table(name: table.variable, rows: table.rows.count)
        }
    }
}
