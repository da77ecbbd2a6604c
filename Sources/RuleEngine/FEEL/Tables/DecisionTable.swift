/// A decision table (DMN 1.5, chapter 8): rules whose cells test the inputs, and a policy for when several hit.
///
/// `FEELEvaluator.evaluate(_:in:)` gives the result with the outcome of each row; on inputs that are not known it holds what
/// every completion of them gives.
///
///     let table = DecisionTable(inputs: [age], outputs: [fee], rules: rules, policy: .unique)
///     FEELEvaluator().evaluate(table, in: scope).result
package struct DecisionTable: Hashable, Sendable {
    /// What becomes of the rules that hit (DMN 1.5, 8.2.8).
    package enum HitPolicy: String, CaseIterable, Hashable, Sendable {
        /// At most one rule hits.
        case unique = "U"
        /// All rules that hit give the same.
        case any = "A"
        /// The hit whose output comes first in the list of allowed outputs.
        case priority = "P"
        /// The first hit in the order of the rules.
        case first = "F"
        /// All hits, in the order of the rules.
        case ruleOrder = "R"
        /// All hits, in the order of the allowed outputs.
        case outputOrder = "O"
        /// All hits, in no particular order.
        case collect = "C"
        case sum = "C+"
        case count = "C#"
        case minimum = "C<"
        case maximum = "C>"

        /// The name of the policy in small letters, as the standard calls it.
        package var name: String {
            switch self {
            case .unique: "unique"
            case .any: "any"
            case .priority: "priority"
            case .first: "first"
            case .ruleOrder: "rule order"
            case .outputOrder: "output order"
            case .collect: "collect"
            case .sum: "sum"
            case .count: "count"
            case .minimum: "min"
            case .maximum: "max"
            }
        }

        /// The policy with this letter or name.
        package init?(letterOrName text: String) {
            guard let policy = Self.allCases.first(where: { $0.rawValue == text || $0.name == text }) else {
                return nil
            }
            self = policy
        }

        /// The policy ranks outputs by their place among those allowed.
        package var needsOrder: Bool { self == .priority || self == .outputOrder }

        /// The policy computes with the outputs, so that there can be only one column.
        package var computes: Bool { self == .sum || self == .minimum || self == .maximum }

        /// The result is a list with a member for each hit.
        package var givesList: Bool { self == .ruleOrder || self == .outputOrder || self == .collect }
    }

    /// What the table gives when no rule hits and no default is given. The count is 0 in any case.
    package enum NoHits: Hashable, Sendable {
        /// Null, as the standard says.
        case null
        /// An empty list where the policy gives a list, else null.
        case emptyList
    }

    /// A column of tests.
    package struct Input: Hashable, Sendable {
        package let expression: FEELExpression
        /// What the input may be; of any other value the table gives null.
        package let allowed: FEELUnaryTests?

        package init(expression: FEELExpression, allowed: FEELUnaryTests? = nil) {
            self.expression = expression
            self.allowed = allowed
        }
    }

    /// A column of results.
    package struct Output: Hashable, Sendable {
        /// The entry of the result; plays no part where there is only one output.
        package let name: String
        /// What the output may be, most important first.
        package let allowed: FEELUnaryTests?
        /// The result when no rule hits.
        package let whenNone: FEELExpression?

        package init(name: String, allowed: FEELUnaryTests? = nil, whenNone: FEELExpression? = nil) {
            self.name = name
            self.allowed = allowed
            self.whenNone = whenNone
        }
    }

    /// A row: one test per input, one expression per output.
    package struct Rule: Hashable, Sendable {
        package let tests: [FEELUnaryTests]
        package let outputs: [FEELExpression]

        package init(tests: [FEELUnaryTests], outputs: [FEELExpression]) {
            self.tests = tests
            self.outputs = outputs
        }
    }

    package let inputs: [Input]
    package let outputs: [Output]
    package let rules: [Rule]
    package let policy: HitPolicy
    package let noHits: NoHits

    package init(inputs: [Input], outputs: [Output], rules: [Rule], policy: HitPolicy, noHits: NoHits = .null) {
        self.inputs = inputs
        self.outputs = outputs
        self.rules = rules
        self.policy = policy
        self.noHits = noHits
    }
}
