import RuleEngine

/// A decision table of a model, to be run by the evaluator of tables that rules use.
struct ModelTable: Sendable {
    let table: DecisionTable
    /// What the cells need from outside, each once.
    let names: [String]
    let source: BoxedExpression.Table
    let model: Int
}

/// A value that must have a type.
struct TypedPlace: Hashable, Sendable {
    let type: TypeReference
    let model: Int
    /// What has the type: a decision, a parameter, an entry of a context.
    let owner: String
}
