/// What the policy of a table makes of rows that hit or may hit (DMN 1.5, 8.2.8), lifted to what is not known.
struct TableHits<Environment: FEELEnvironment> {
    typealias Hit = (row: Int, isCertain: Bool)

    private let code: DecisionTableCode
    private let evaluator: FEELEvaluator
    private let environment: Environment
    /// By row, its place in `outputs`; 0 for rows that miss.
    private let outputIndices: [Int]
    /// For each row that hits or may hit, in order, the value of the only output, or a context of all outputs.
    let outputs: [UncertainValue]
    /// What the table gives when no row hits.
    let none: UncertainValue

    /// - Parameter rows: those that hit or may hit, in order.
    init(_ code: DecisionTableCode, rows: [Int], _ evaluator: FEELEvaluator, _ environment: Environment) {
        self.code = code
        self.evaluator = evaluator
        self.environment = environment
        var indices = Array(repeating: 0, count: code.rowCount)
        for (index, row) in rows.enumerated() { indices[row] = index }
        outputIndices = indices
        outputs = rows.map { evaluator.evaluate(code.outputs[$0], in: environment).result }
        let isEmptyList = code.policy.givesList && code.noHits == .emptyList
        none =
            if let whenNone = code.whenNone {
                evaluator.evaluate(whenNone, in: environment).result
            } else {
                UncertainValue(code.policy == .count ? .number(0) : isEmptyList ? .list([]) : .null)
            }
    }

    private func output(of row: Int) -> ValueSet { outputs[outputIndices[row]].set }

    /// The outputs of two rows differ, whatever is not known.
    func areApart(_ first: Int, _ second: Int) -> Bool { areApart(output(of: first), output(of: second)) }

    /// - Parameter hits: the rows that hit or may hit, in order; which of the latter do hit is not known.
    func result(of hits: [Hit]) -> ValueSet {
        guard !hits.isEmpty else { return none.set }
        let mayBeNone = !hits.contains(where: \.isCertain)
        switch code.policy {
        case .unique: return unique(hits)
        case .any: return any(hits)
        case .first: return first(hits)
        case .priority: return first(sorted(hits)) ?? .union(values(hits) + (mayBeNone ? [none.set] : []))
        case .outputOrder:
            let sorted = sorted(hits)
            return list(sorted ?? hits, isOrdered: sorted != nil)
        case .ruleOrder, .collect: return list(hits, isOrdered: true)
        case .sum: return aggregate("sum", hits)
        case .minimum: return aggregate("min", hits)
        case .maximum: return aggregate("max", hits)
        case .count:
            let least = max(hits.count(where: \.isCertain), 1)
            let count = ValueSet(integers: least...hits.count)
            return mayBeNone ? count.union(none.set) : count
        }
    }

    private func values(_ hits: [Hit]) -> [ValueSet] { hits.map { output(of: $0.row) } }

    // MARK: One hit

    /// Null when two rows hit.
    private func unique(_ hits: [Hit]) -> ValueSet {
        let certain = hits.filter(\.isCertain)
        guard certain.count < 2 else { return .exactly(.null) }
        var results = certain.isEmpty ? values(hits) + [none.set] : values(certain)
        if hits.count > 1 { results.append(.exactly(.null)) }
        return .union(results)
    }

    /// Null when two rows hit that do not agree.
    private func any(_ hits: [Hit]) -> ValueSet {
        let certain = values(hits.filter(\.isCertain))
        if let first = certain.first, certain.contains(where: { areApart(first, $0) }) { return .exactly(.null) }
        let all = values(hits)
        var results = certain.isEmpty ? all + [none.set] : Array(certain.prefix(1))
        if let first = all.first, !all.dropFirst().allSatisfy({ areEqual(first, $0) }) {
            results.append(.exactly(.null))
        }
        return .union(results)
    }

    /// Any row up to and including the first certain one.
    private func first(_ hits: [Hit]) -> ValueSet {
        let end = hits.firstIndex(where: \.isCertain)
        guard let end else { return .union(values(hits) + [none.set]) }
        return .union(values(Array(hits[...end])))
    }

    private func first(_ hits: [Hit]?) -> ValueSet? { hits.map { first($0) } }

    private func areEqual(_ left: ValueSet, _ right: ValueSet) -> Bool {
        guard let one = left.exactValue, let two = right.exactValue else { return false }
        return one.isEqual(two, timeZones: evaluator.timeZones) == true
    }

    private func areApart(_ left: ValueSet, _ right: ValueSet) -> Bool {
        guard let one = left.exactValue, let two = right.exactValue else {
            return left.isProvablyDifferent(from: right)
        }
        return one.isEqual(two, timeZones: evaluator.timeZones) != true
    }

    // MARK: Order of outputs

    /// The hits by the place of their outputs among those allowed, the first output first; `nil` where a place is not
    /// known.
    private func sorted(_ hits: [Hit]) -> [Hit]? {
        var ordered: [(hit: Hit, priorities: [Int])] = []
        for hit in hits {
            guard let found = self.priorities(of: hit.row) else { return nil }
            ordered.append((hit, found))
        }
        return ordered.sorted { left, right in
            if left.priorities == right.priorities { return left.hit.row < right.hit.row }
            return left.priorities.lexicographicallyPrecedes(right.priorities)
        }.map(\.hit)
    }

    private func priorities(of row: Int) -> [Int]? {
        var result: [Int] = []
        for rank in code.ranks {
            let value = evaluator.evaluate(rank.cells[row], in: environment).result
            let truths = rank.allowed.map { evaluator.evaluate($0, on: value, in: environment).result.truth }
            let index = truths.firstIndex { $0.contains(.true) } ?? truths.count
            if index < truths.count, truths[index] != .true { return nil }
            result.append(index)
        }
        return result
    }

    // MARK: All hits

    /// - Parameter isOrdered: the hits stand in the order of the list.
    private func list(_ hits: [Hit], isOrdered: Bool) -> ValueSet {
        let members = hits.map { UncertainList.Member(output(of: $0.row), certain: $0.isCertain) }
        let list = ValueSet(UncertainList(members: members, unordered: !isOrdered))
        guard !members.contains(where: \.certain), none.set != .exactly(.list([])) else { return list }
        return list.union(none.set)
    }

    private func aggregate(_ function: String, _ hits: [Hit]) -> ValueSet {
        let members = hits.map { UncertainList.Member(output(of: $0.row), certain: $0.isCertain) }
        let list = UncertainValue(ValueSet(UncertainList(members: members)))
        let result = evaluator.call(FEELFunction(builtin: function), with: [list], in: FEELDictionaryScope()).result.set
        guard !members.contains(where: \.certain) else { return result }
        // That no row hits is told by the default: null then only comes from a row.
        let mayBeNull = members.contains { $0.value.possiblyNull }
        let some = mayBeNull ? result : result.withoutNull ?? result
        return some.union(none.set)
    }
}
