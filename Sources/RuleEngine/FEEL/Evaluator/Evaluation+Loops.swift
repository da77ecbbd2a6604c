extension Evaluation {
    /// The values that a loop variable takes.
    private enum Turns {
        /// Known one by one.
        case values([FEELValue])
        /// Whole numbers from one to another, up or down.
        case numbers(from: Int, through: Int)
        case uncertain(UncertainList)
        /// Nothing is known, not even that there is a list to go through.
        case unknown

        /// It is known how many turns there are, though perhaps not their values.
        var areCertain: Bool {
            switch self {
            case .values, .numbers: true
            case .uncertain(let list): !list.open && list.members.allSatisfy(\.certain)
            case .unknown: false
            }
        }
    }

    /// What the body of a loop is run for.
    private enum Turn {
        /// `unordered`: the turns may come in any order.
        case one(certain: Bool, unordered: Bool)
        /// Others may be there, of which nothing is known.
        case others
        case unknown
    }

    /// `for … return …`: the results in the order of the loops, the last loop turning fastest.
    mutating func iteration(_ loop: Int, at node: Int32) -> UncertainValue {
        let mark = pending.count
        var results = LoopResults()
        var isInexact = false
        run(loop, 0, certain: true, unordered: false, at: node, isInexact: &isInexact) { evaluation, turn in
            switch turn {
            case .unknown: results.failed = true
            case .others: results.open = true
            case .one(let certain, let unordered):
                results.unordered = results.unordered || unordered
                guard evaluation.ledger.checkListSize(results.count + 1, at: evaluation.range(node)) else { return }
                let value = evaluation.turn(loop, &results, since: mark)
                results.append(value.set, certain: certain)
            }
        }
        if results.failed {
            if isInexact || results.isInexact { return possible(.anything, since: mark) }
            _ = takePending(since: mark)
            return UncertainValue(.null)
        }
        return ledger.charged(possible(results.set, since: mark), at: range(node))
    }

    /// One turn of a `for`; `partial` is what it has made so far.
    private mutating func turn(_ loop: Int, _ results: inout LoopResults, since mark: Int) -> UncertainValue {
        let partial = code.loops[loop].partial
        let body = code.loops[loop].body
        guard partial != FEELCode.none else { return noted(evaluate(body), &results) }
        let register = base + Int(partial)
        guard results.isKnown, !results.open, !results.unordered || results.values.count < 2 else {
            let sofar = results.list
            let set: ValueSet = sofar.isFixed ? ValueSet(sofar) : .anything
            registers[register] = UncertainValue(set, origins: set.isExact ? [] : origins(since: mark))
            return noted(evaluate(body), &results)
        }
        // The list itself goes to and fro, so that it need not be copied in each turn.
        registers[register] = UncertainValue(.list(results.values))
        results.values = []
        // What takes the list along makes a copy of it in each turn.
        let value = ledger.charged(evaluate(body), at: range(body))
        if case .exactly(.list(let values)) = registers[register].set { results.values = values }
        registers[register] = UncertainValue(.null)
        return noted(value, &results)
    }

    private mutating func noted(_ value: UncertainValue, _ results: inout LoopResults) -> UncertainValue {
        if !value.isExact {
            results.isInexact = true
            remember(value)
        }
        return value
    }

    /// `some` and `every`: `or` and `and` over the results; null when one of them is neither a boolean nor null.
    mutating func quantified(_ loop: Int, at node: Int32) -> UncertainValue {
        let mark = pending.count
        let isSome = code.loops[loop].quantifier == .some
        let (body, isVerdict) = (code.loops[loop].body, code.loops[loop].isVerdict)
        let neutral: Ternary = isSome ? .false : .true
        var truth = neutral
        var failed = false
        var wrong: FEELValue?
        var maybeWrong = false
        var isInexact = false
        var hasInexactResult = false
        run(loop, 0, certain: true, unordered: false, at: node, isInexact: &isInexact) { evaluation, turn in
            var one = Ternary.unknown
            switch turn {
            case .unknown:
                failed = true
                return
            case .others: maybeWrong = maybeWrong || !isVerdict
            case .one(let certain, _):
                if isVerdict {
                    let result = evaluation.conditionResult(body)
                    hasInexactResult = hasInexactResult || !result.isExact
                    one = result.truth
                } else {
                    let value = evaluation.evaluate(body)
                    if value.set.maybeOtherThanBoolean {
                        maybeWrong = true
                        if certain, let exactValue = value.exactValue { wrong = wrong ?? exactValue }
                    }
                    hasInexactResult = hasInexactResult || !value.isExact
                    one = evaluation.read(value).truth
                }
                if !certain { one = one.union(neutral) }
            }
            truth = isSome ? truth.or(one) : truth.and(one)
        }
        if failed {
            if isInexact || hasInexactResult {
                return UncertainValue(Ternary.unknown.set, origins: takePending(since: mark))
            }
            return UncertainValue(.null)
        }
        if let wrong {
            _ = takePending(since: mark)
            return ledger.fault(.wrongType, .verdictIsNoBoolean(wrong), at: range(body))
        }
        if maybeWrong { truth.formUnion(.null) }
        return possible(truth, since: mark)
    }

    // MARK: Turns

    /// Goes through all combinations of the loop variables from the given one on.
    private mutating func run(
        _ loop: Int, _ depth: Int, certain: Bool, unordered: Bool, at node: Int32, isInexact: inout Bool,
        _ body: (inout Self, Turn) -> Void
    ) {
        let variable = code.loops[loop].variables[depth]
        let isLast = depth == code.loops[loop].variables.count - 1
        let (turns, source) = turns(of: variable, at: node)
        // Of an outer loop whose turns are certain, what it depends on shows in the values alone.
        if !source.isExact, isLast || !turns.areCertain {
            isInexact = true
            remember(source)
        }
        var isWholeInexact = isInexact
        func take(_ evaluation: inout Self, _ value: UncertainValue, certain: Bool, unordered: Bool) {
            if variable.register != FEELCode.none {
                evaluation.registers[evaluation.base + Int(variable.register)] = value
            }
            if isLast {
                body(&evaluation, .one(certain: certain, unordered: unordered))
            } else {
                guard evaluation.ledger.enter() else { return evaluation.ledger.stop(at: evaluation.range(node)) }
                evaluation.run(
                    loop, depth + 1, certain: certain, unordered: unordered, at: node, isInexact: &isWholeInexact, body)
                evaluation.ledger.leave()
            }
        }
        switch turns {
        case .unknown: body(&self, .unknown)
        case .values(let values):
            for value in values where !ledger.isStopped {
                take(&self, UncertainValue(value), certain: certain, unordered: unordered)
            }
        case .numbers(let first, let last):
            for number in stride(from: first, through: last, by: first <= last ? 1 : -1) where !ledger.isStopped {
                take(&self, UncertainValue(.number(FEELNumber(number))), certain: certain, unordered: unordered)
            }
        case .uncertain(let list):
            for member in list.members where !ledger.isStopped {
                let value = UncertainValue(member.value, from: [source])
                let anyOrder = unordered || list.unordered
                // What may not take place leaves no notes.
                if !member.certain { ledger.mute() }
                take(&self, value, certain: certain && member.certain, unordered: anyOrder)
                if !member.certain { ledger.unmute() }
            }
            if list.open { body(&self, .others) }
        }
        isInexact = isWholeInexact
    }

    private mutating func turns(of variable: FEELCode.LoopSite.Variable, at node: Int32) -> (Turns, UncertainValue) {
        if variable.end == FEELCode.none {
            let source = evaluate(variable.domain)
            return (turns(through: source, at: range(variable.domain)), source)
        }
        let low = evaluate(variable.domain)
        let high = evaluate(variable.end)
        let limit = ledger.evaluator.limits.listSize
        if let (first, last) = FEELOperators.wholeNumbers(from: low, to: high, limit: limit) {
            return (.numbers(from: first, through: last), UncertainValue(.null))
        }
        let list = ledger.lift([low, high], at: range(node)) { values in
            FEELOperators.steps(from: values[0], to: values[1], limit: limit)
        } widened: {
            .anything
        }
        return (turns(through: list, at: range(node)), list)
    }

    private mutating func turns(through source: UncertainValue, at range: Range<Int>) -> Turns {
        switch source.set {
        case .exactly(.list(let values)): return .values(values)
        case .exactly(.null): return .unknown
        case .exactly(.range(let bounds)):
            let steps = FEELOperators.steps(through: bounds, limit: ledger.evaluator.limits.listSize)
            guard case .list(let values)? = ledger.exact(steps, at: range).exactValue else { return .unknown }
            return .values(values)
        case .exactly(let value): return .values([value])
        case .oneOf(let values) where values.contains { $0.kind == .range }: return .unknown
        default: return source.set.asList.map { .uncertain($0.withoutDistinctness) } ?? .unknown
        }
    }
}

extension FEELOperators {
    /// The ends of a loop over whole numbers, when it is one and not too long.
    fileprivate static func wholeNumbers(from low: UncertainValue, to high: UncertainValue, limit: Int) -> (Int, Int)? {
        guard case .exactly(.number(let low)) = low.set, case .exactly(.number(let high)) = high.set,
            let first = low.integerValue, let last = high.integerValue
        else { return nil }
        let (distance, overflow) = last.subtractingReportingOverflow(first)
        return overflow || distance.magnitude >= limit ? nil : (first, last)
    }
}

extension LocalizedText {
    fileprivate static func verdictIsNoBoolean(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "Na `satisfies` hoort waar of onwaar te staan, niet \(value.described.nl).",
            en: "What follows `satisfies` is to be true or false, not \(value.described.en).")
    }
}
