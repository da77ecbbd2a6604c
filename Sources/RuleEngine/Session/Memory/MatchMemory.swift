/// What a session remembers to match rules sooner.
struct MatchMemory: Sendable {
    var filters: FilterMemory
    var expressions = ExpressionMemory()
    /// By aggregate that hangs on facts of one template and parameters alone, its value.
    private var aggregates: [Aggregate?]

    private struct Aggregate: Sendable {
        var version: UInt32
        let value: UncertainValue
        let facts: [FactID]
        /// What each fact added that could match, in the order of their keys.
        let members: [AggregateMember]
    }

    /// Remembers nothing that needs a number.
    init() {
        filters = FilterMemory(firstRows: [])
        aggregates = []
    }

    init(_ network: Network) {
        let rows = network.rows
        filters = FilterMemory(
            firstRows: network.filters.map { filter in
                let range = rows.range(filter.template)
                return range.isEmpty ? rows.count : range.lowerBound
            })
        aggregates = Array(repeating: nil, count: network.aggregateCount)
    }

    /// The value of an aggregate and the facts that it is made of, while no fact of its template changed.
    func aggregate(_ number: Int, _ version: UInt32) -> (value: UncertainValue, facts: [FactID])? {
        guard number < aggregates.count, let known = aggregates[number], known.version == version else { return nil }
        return (known.value, known.facts)
    }

    /// What each fact added when the aggregate was last worked out.
    func members(ofAggregate number: Int) -> [AggregateMember] {
        number < aggregates.count ? aggregates[number]?.members ?? [] : []
    }

    /// The value of an aggregate to which all facts add what they added before.
    mutating func renewedAggregate(_ number: Int, _ version: UInt32) -> (value: UncertainValue, facts: [FactID])? {
        guard number < aggregates.count, let known = aggregates[number] else { return nil }
        aggregates[number]?.version = version
        return (known.value, known.facts)
    }

    /// Takes note of the value of an aggregate.
    ///
    /// - Returns: the same value and facts, in the lists that they had before where they are equal, so that the many
    ///   ways that rest on them are compared in no time.
    mutating func remember(
        _ value: UncertainValue, _ facts: [FactID], _ members: [AggregateMember], ofAggregate number: Int,
        _ version: UInt32
    ) -> (value: UncertainValue, facts: [FactID]) {
        guard number < aggregates.count else { return (value, facts) }
        var (value, facts) = (value, facts)
        if let known = aggregates[number] {
            if known.value == value { value = known.value }
            if known.facts == facts { facts = known.facts }
        }
        aggregates[number] = Aggregate(version: version, value: value, facts: facts, members: members)
        return (value, facts)
    }
}

extension MatchMemory {
    /// What an expression gives for what it reads.
    mutating func answer(_ expression: RuleExpression, in scope: borrowing RuleScope, _ evaluator: FEELEvaluator)
        -> UncertainValue
    {
        if let read = expression.code.soleRead { return scope.value(at: read) }
        guard scope.knowsParameters else { return evaluator.evaluate(expression, in: copy scope).result }
        var inputs: [UncertainValue] = []
        inputs.reserveCapacity(expression.code.varyingSlots.count)
        for slot in expression.code.varyingSlots { inputs.append(scope.value(at: expression.code.reads[slot])) }
        return expressions.value(of: expression, for: inputs, evaluator) { scope.value(at: $0) }
    }

    /// What a table gives for what it reads.
    mutating func outcome(
        of table: Rule.Table, in scope: borrowing RuleScope, _ evaluator: FEELEvaluator
    ) -> DecisionTable.Outcome {
        guard scope.knowsParameters else { return evaluator.evaluate(table, in: copy scope) }
        let inputs = table.code.varyingSlots.map { scope.value(at: table.code.reads[$0]) }
        return expressions.outcome(of: table.code, for: inputs, evaluator) { scope.value(at: $0) }
    }

    /// What a filter says of a fact to which its variable is bound, and what that waits for.
    ///
    /// - Parameter number: that of the filter, where what it says is remembered.
    mutating func truth(
        of filter: RuleExpression, _ number: Int?, _ id: FactID, in scope: borrowing RuleScope,
        _ evaluator: FEELEvaluator
    ) -> (Ternary, [InputID]) {
        let version = scope.facts.version(of: id)
        if let number, let truth = filters.truth(of: number, id, version) {
            return (truth, truth == .true ? [] : filters.origins(of: number, id))
        }
        let answer = answer(filter, in: scope, evaluator)
        if let number, scope.facts.isExact(id) { filters.remember(answer, of: number, id, version) }
        return (answer.truth, answer.origins)
    }
}
