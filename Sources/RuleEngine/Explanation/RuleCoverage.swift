/// What sessions over the same rules have shown of each rule, each row of a table and each parameter: which parts of
/// the rules a set of examples tries, and which it leaves untried.
///
///     var coverage = RuleCoverage(ruleBase)
///     for session in sessions { coverage.add(session) }
///     let untried = coverage.rules.filter { $0.fires == nil }
///
/// A rule **fires** in a session when it surely concludes something. It **nearly fires** when it concludes nothing and
/// there is a way through it, with facts that are surely there, on which exactly one condition surely fails and all
/// others surely hold: the modified condition coverage of testing, for rules (J. Chilenski and S. Miller, 1994). A row
/// of a table is a small rule of its own: it hits in a rule that fires, and nearly hits when one cell alone is not met
/// while all conditions before the table hold.
package struct RuleCoverage: Sendable {
    /// What was seen of a rule. Sessions are numbered from zero in the order in which they were added; the first is
    /// kept.
    package struct RuleEntry: Sendable {
        package let rule: Rule
        package internal(set) var fires: Int?
        package internal(set) var nearlyFires: Int?
        /// The rule has a condition that can fail.
        package let canFail: Bool
        package internal(set) var rows: [RowEntry]
        /// In the order of the conditions of the rule.
        package internal(set) var conditions: [ConditionEntry]

        /// Nothing is left to be tried.
        package var isComplete: Bool {
            fires != nil && (nearlyFires != nil || !canFail) && rows.allSatisfy(\.isComplete)
        }
    }

    /// What was seen of a condition, in sessions in which all conditions before it surely hold.
    package struct ConditionEntry: Sendable {
        /// Where it surely holds.
        package internal(set) var holds: Int?
        /// Where it surely fails.
        package internal(set) var fails: Int?
        package let canFail: Bool

        /// It was seen both ways, as far as it can go both ways.
        package var isComplete: Bool { holds != nil && (fails != nil || !canFail) }
    }

    /// What was seen of a row of a table.
    package struct RowEntry: Sendable {
        /// The place of the table among the conditions of the rule.
        let condition: Int
        /// Counted from 1.
        package let number: Int
        package let span: SourceSpan
        package internal(set) var hits: Int?
        package internal(set) var nearlyHits: Int?
        /// The row has a cell that can miss.
        package let canMiss: Bool

        package var isComplete: Bool { hits != nil && (nearlyHits != nil || !canMiss) }
    }

    /// What was seen of a parameter.
    package struct ParameterEntry: Sendable {
        package let parameter: Parameter
        /// It occurs in a condition or comparison, so that there are two sides to its value.
        package let isCompared: Bool
        /// Where a comparison with it was true.
        package internal(set) var met: Int?
        /// Where the same comparison was false.
        package internal(set) var unmet: Int?
        /// Where a rule that reads it fired.
        package internal(set) var used: Int?

        package var isComplete: Bool { isCompared ? met != nil && unmet != nil : used != nil }
    }

    /// In the order of the rule base.
    package internal(set) var rules: [RuleEntry]
    /// In the order of the rule base.
    package internal(set) var parameters: [ParameterEntry]
    /// The number of sessions added so far.
    package internal(set) var count = 0

    /// The comparisons in which parameters occur, rule by rule, with what was seen of each.
    var comparisons: [[ParameterComparison]]
    /// The parameters that each rule reads.
    let reads: [[Int]]

    /// Conditions are looked at one by one, which takes longer.
    let tellsConditions: Bool

    /// - Parameter tellsConditions: note each condition both ways, which takes longer.
    package init(_ ruleBase: RuleBase, tellsConditions: Bool = false) {
        self.tellsConditions = tellsConditions
        rules = ruleBase.rules.map { rule in
            RuleEntry(
                rule: rule, canFail: rule.conditions.contains(where: \.canFail), rows: Self.rows(of: rule),
                conditions: rule.conditions.map { ConditionEntry(canFail: $0.canFail) })
        }
        let numbers = Dictionary(
            ruleBase.parameters.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        comparisons = ruleBase.rules.map { ParameterComparison.all(in: $0, numbers) }
        reads = ruleBase.rules.map { rule in
            Set(rule.expressions.flatMap(\.parameters).compactMap { numbers[$0] }).sorted()
        }
        let compared = Set(comparisons.joined().map(\.parameter))
        parameters = ruleBase.parameters.enumerated().map { index, parameter in
            ParameterEntry(parameter: parameter, isCompared: compared.contains(index))
        }
    }

    private static func rows(of rule: Rule) -> [RowEntry] {
        rule.conditions.enumerated().flatMap { index, condition -> [RowEntry] in
            guard case .table(let table) = condition else { return [] }
            return table.rows.enumerated().map { number, row in
                RowEntry(
                    condition: index, number: number + 1, span: row.span,
                    canMiss: row.tests.contains { $0 != nil })
            }
        }
    }
}

extension Rule.Condition {
    /// Some session can fail to meet it.
    fileprivate var canFail: Bool {
        switch self {
        case .test, .pattern, .absent, .exists, .every: true
        case .aggregate: false
        case .table(let table):
            switch table.policy {
            case .unique, .any, .priority, .first, .sum, .minimum, .maximum:
                !table.outputs.contains { $0.whenNone != nil }
                    && !table.rows.contains { $0.tests.allSatisfy { $0 == nil } }
            case .ruleOrder, .outputOrder, .collect, .count: false
            }
        }
    }
}
