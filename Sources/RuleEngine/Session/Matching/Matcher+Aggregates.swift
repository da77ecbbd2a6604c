/// What a fact adds to an aggregate.
struct AggregateMember: Sendable {
    let fact: FactID
    /// The version of the fact when this was found.
    let version: UInt32
    /// How sure it is that the fact matches; `nil` where it does not.
    let status: Matcher.Status?
    /// What is gathered of it; `nil` for a fact that stands for others of which nothing is known.
    let value: UncertainValue?
}

extension Matcher {
    /// The value of an aggregate over the facts that match, and those facts.
    ///
    /// An aggregate that hangs on its facts alone is worked out from what was found of each fact before, as long as
    /// that fact is what it was.
    mutating func value(of aggregate: Rule.Aggregate, _ plan: PatternPlan?) -> (UncertainValue, [FactID]) {
        guard presumesFacts, let plan, let number = plan.aggregate else {
            let matching = matches(aggregate.pattern, plan, inKeyOrder: true)
            return combined(inKeyOrder(matching.map { member($0.0, $0.1, of: aggregate) }), aggregate)
        }
        let version = factTable.version(ofTemplate: aggregate.pattern.template)
        if let known = memory.aggregate(number, version) { return known }
        let before = memory.members(ofAggregate: number)
        let (members, isSame) = self.members(of: aggregate, plan, before)
        if isSame, let known = memory.renewedAggregate(number, version) { return known }
        let (value, facts) = combined(members, aggregate)
        return limit == nil ? memory.remember(value, facts, members, ofAggregate: number, version) : (value, facts)
    }

    /// What each fact adds that can match, in the order of their keys; and whether that is what it was before.
    private mutating func members(
        of aggregate: Rule.Aggregate, _ plan: PatternPlan, _ before: [AggregateMember]
    ) -> ([AggregateMember], isSame: Bool) {
        let operands = aggregate.pattern.constraints.map { ($0.field, value(of: $0.value)) }
        let candidates = candidates(aggregate.pattern.template, operands, plan, true)
        var members: [AggregateMember] = []
        members.reserveCapacity(candidates.count)
        var index = 0
        var isSame = candidates.count == before.count
        for id in candidates {
            let version = factTable.version(of: id)
            // Facts come and go; those that stay keep their order.
            var next = index
            while next < before.count, next < index + 8, before[next].fact != id { next += 1 }
            if next < before.count, before[next].fact == id {
                index = next + 1
                if before[next].version == version {
                    members.append(before[next])
                    continue
                }
            }
            isSame = false
            let status = tried([id], aggregate.pattern, plan, presumed: false).first?.1
            members.append(
                status.map { member(id, $0, of: aggregate) }
                    ?? AggregateMember(fact: id, version: version, status: nil, value: nil))
        }
        return (isSame ? before : inKeyOrder(members), isSame)
    }

    /// What a fact adds that matches.
    private mutating func member(_ id: FactID, _ status: Status, of aggregate: Rule.Aggregate) -> AggregateMember {
        var value: UncertainValue?
        if factTable.isExact(id) {
            if let of = aggregate.of {
                scope.bind(aggregate.pattern.variable, .fact(id))
                value = answer(of)
                scope.unbind()
            } else if aggregate.function == .count {
                // What is counted plays no part.
                value = UncertainValue(.null)
            } else {
                scope.bind(aggregate.pattern.variable, .fact(id))
                value = scope.value(of: aggregate.pattern.variable) ?? UncertainValue(.null)
                scope.unbind()
            }
        }
        return AggregateMember(fact: id, version: factTable.version(of: id), status: status, value: value)
    }

    /// Facts with fixed rows come by their keys, and so do the others behind them.
    private func inKeyOrder(_ members: [AggregateMember]) -> [AggregateMember] {
        guard let first = members.first, let last = members.last,
            factTable.isFixed(first.fact) != factTable.isFixed(last.fact)
        else { return members }
        return members.sorted { factTable.precedes($0.fact, $1.fact) }
    }

    private func combined(_ all: [AggregateMember], _ aggregate: Rule.Aggregate) -> (UncertainValue, [FactID]) {
        var members: [UncertainList.Member] = []
        var isOpen = false
        var isExact = true
        var origins: [InputID] = []
        var facts: [FactID] = []
        members.reserveCapacity(all.count)
        facts.reserveCapacity(all.count)
        for index in all.indices {
            guard let status = all[index].status else { continue }
            facts.append(all[index].fact)
            if !status.isCertain { origins += status.origins }
            guard let value = all[index].value else {
                isOpen = true
                continue
            }
            origins += value.origins
            isExact = isExact && status.isCertain && value.isExact
            members.append(UncertainList.Member(value.set, certain: status.isCertain))
        }
        isExact = isExact && !isOpen
        if aggregate.distinct { members = Self.distinct(members) }
        if aggregate.function == .sum { members.append(UncertainList.Member(.exactly(.number(0)), certain: true)) }
        let list: ValueSet =
            if isExact {
                .exactly(.list(members.compactMap(\.value.exactValue)))
            } else {
                .list(UncertainList(members: members, open: isOpen, distinct: aggregate.distinct, unordered: true))
            }
        let collected = UncertainValue(list, origins: isExact ? [] : origins.unique)
        guard let code = Self.functions[aggregate.function] else { return (collected, facts) }
        return (evaluator.evaluate(code, in: FEELSlotArray([collected])).result, facts)
    }

    /// The members with equal ones once, in the order in which they come first: such a one is certain when one of them
    /// is.
    private static func distinct(_ members: [UncertainList.Member]) -> [UncertainList.Member] {
        // Few different values are found soonest by looking through them, and facts of one kind mostly stand together.
        var indices: [FEELValue: Int] = [:]
        var result: [UncertainList.Member] = []
        var last = 0
        for member in members.indices {
            guard case .exactly(let value) = members[member].value else {
                result.append(members[member])
                continue
            }
            let isMany = result.count > 16
            if isMany, indices.isEmpty {
                for (index, known) in result.enumerated() {
                    if let value = known.value.exactValue { indices[value] = index }
                }
            }
            let isLast = last < result.count && result[last].isExactly(value)
            let known = isLast ? last : isMany ? indices[value] : result.indices.first { result[$0].isExactly(value) }
            if let index = known {
                last = index
                if members[member].certain, !result[index].certain { result[index] = members[member] }
            } else {
                if isMany { indices[value] = result.count }
                result.append(members[member])
            }
        }
        return result
    }

    /// The functions that make one value of a list, ready to run on it.
    private static let functions: [Rule.Aggregate.Function: FEELCode] = {
        let functions = Rule.Aggregate.Function.allCases.filter { $0 != .collect }
        let list = FEELExpression(.name("list"), range: 0..<0)
        return Dictionary(
            uniqueKeysWithValues: functions.map { function in
                let name = FEELExpression(.name(function.rawValue), range: 0..<0)
                let call = FEELExpression(.call(name, .positional([list])), range: 0..<0)
                return (function, FEELEvaluator().compile(call, for: FEELNameList(["list"])))
            })
    }()
}

extension UncertainList.Member {
    /// Known to be that value.
    fileprivate func isExactly(_ other: FEELValue) -> Bool {
        if case .exactly(let own) = value { own == other } else { false }
    }
}
