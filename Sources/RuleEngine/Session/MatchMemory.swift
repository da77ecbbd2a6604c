/// What a session remembers to match rules sooner.
struct MatchMemory: Sendable {
    var filters: FilterMemory
    var expressions = ExpressionMemory()
    /// By aggregate that hangs on facts of one template and parameters alone, its value.
    private var aggregates: [Aggregate?]

    private struct Aggregate: Sendable {
        let version: UInt32
        let value: Possible
        let facts: [FactID]
    }

    /// Remembers nothing that needs a number.
    init() {
        filters = FilterMemory(filters: 0)
        aggregates = []
    }

    init(_ network: Network) {
        filters = FilterMemory(filters: network.filterCount)
        aggregates = Array(repeating: nil, count: network.aggregateCount)
    }

    /// The value of an aggregate and the facts that it is made of, while no fact of its template changed.
    func aggregate(_ number: Int, _ version: UInt32) -> (value: Possible, facts: [FactID])? {
        guard number < aggregates.count, let known = aggregates[number], known.version == version else { return nil }
        return (known.value, known.facts)
    }

    mutating func remember(_ value: Possible, _ facts: [FactID], ofAggregate number: Int, _ version: UInt32) {
        guard number < aggregates.count else { return }
        aggregates[number] = Aggregate(version: version, value: value, facts: facts)
    }
}
