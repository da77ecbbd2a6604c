/// A decision table (DMN 1.5, chapter 8): rules whose cells test the inputs, and a policy for when several hit.
///
/// The table is turned into one FEEL expression. So it is evaluated as everything else is, also on inputs that are not
/// known: the result then holds what every completion of them gives.
///
///     let table = DecisionTable(inputs: [age], outputs: [fee], rules: rules, policy: .unique)
///     FEELEvaluator().evaluate(table.expression, in: scope)
public struct DecisionTable: Hashable, Sendable {
    /// What becomes of the rules that hit (DMN 1.5, 8.2.8).
    public enum HitPolicy: String, CaseIterable, Hashable, Sendable {
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
    }

    /// A column of tests.
    public struct Input: Hashable, Sendable {
        public let expression: FEELExpression
        /// What the input may be; of any other value the table gives null.
        public let allowed: FEELUnaryTests?

        public init(expression: FEELExpression, allowed: FEELUnaryTests? = nil) {
            self.expression = expression
            self.allowed = allowed
        }
    }

    /// A column of results.
    public struct Output: Hashable, Sendable {
        /// The entry of the result; plays no part where there is only one output.
        public let name: String
        /// What the output may be, most important first.
        public let allowed: FEELUnaryTests?
        /// The result when no rule hits.
        public let whenNone: FEELExpression?

        public init(name: String, allowed: FEELUnaryTests? = nil, whenNone: FEELExpression? = nil) {
            self.name = name
            self.allowed = allowed
            self.whenNone = whenNone
        }
    }

    /// A row: one test per input, one expression per output.
    public struct Rule: Hashable, Sendable {
        public let tests: [FEELUnaryTests]
        public let outputs: [FEELExpression]

        public init(tests: [FEELUnaryTests], outputs: [FEELExpression]) {
            self.tests = tests
            self.outputs = outputs
        }
    }

    public let inputs: [Input]
    public let outputs: [Output]
    public let rules: [Rule]
    public let policy: HitPolicy

    public init(inputs: [Input], outputs: [Output], rules: [Rule], policy: HitPolicy) {
        self.inputs = inputs
        self.outputs = outputs
        self.rules = rules
        self.policy = policy
    }
}
