/// What a part of an expression says as a condition, without the wrapping of a set.
struct ConditionResult {
    let truth: Ternary
    /// Known exactly; the unknown inputs of a result that is not lie on the evaluation's stack of origins.
    let isExact: Bool

    /// The result of a comparison or a connective: exact when only one is possible.
    init(_ truth: Ternary) {
        self.truth = truth
        isExact = truth.rawValue & (truth.rawValue &- 1) == 0
    }

    init(_ value: Bool) {
        truth = value ? .true : .false
        isExact = true
    }

    /// A value of any kind read as a condition.
    init(_ set: ValueSet) {
        truth = Ternary(set)
        isExact = set.isExact
    }
}
