/// A decision table (DMN 1.5, chapter 8): rules whose cells test the inputs, and a policy for when several hit.
///
/// `FEELEvaluator.evaluate(_:in:)` gives the result with a verdict on each row; on inputs that are not known it holds what
/// every completion of them gives. `expression` is the same table as one FEEL expression, as the standard defines it.
///
///     let table = DecisionTable(inputs: [age], outputs: [fee], rules: rules, policy: .unique)
///     FEELEvaluator().evaluate(table, in: scope).result
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

        /// The name of the policy in small letters, as the standard calls it.
        public var name: String {
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
        public init?(letterOrName text: String) {
            guard let policy = Self.allCases.first(where: { $0.rawValue == text || $0.name == text }) else {
                return nil
            }
            self = policy
        }

        /// The policy ranks outputs by their place among those allowed.
        public var needsOrder: Bool { self == .priority || self == .outputOrder }

        /// The policy computes with the outputs, so that there can be only one column.
        public var computes: Bool { self == .sum || self == .minimum || self == .maximum }

        /// The result is a list with a member for each hit.
        public var givesList: Bool { self == .ruleOrder || self == .outputOrder || self == .collect }
    }

    /// What the table gives when no rule hits and no default is given. The count is 0 in any case.
    public enum NoHits: Hashable, Sendable {
        /// Null, as the standard says.
        case null
        /// An empty list where the policy gives a list, else null.
        case emptyList
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
    public let noHits: NoHits

    public init(inputs: [Input], outputs: [Output], rules: [Rule], policy: HitPolicy, noHits: NoHits = .null) {
        self.inputs = inputs
        self.outputs = outputs
        self.rules = rules
        self.policy = policy
        self.noHits = noHits
    }
}
