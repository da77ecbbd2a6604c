extension Evaluation {
    /// One value that a loop variable takes.
    private struct Turn {
        let value: Possible
        let certain: Bool
    }

    /// The values of a loop variable, in order.
    private struct Turns {
        var turns: [Turn] = []
        /// Others may be there, of which nothing is known.
        var open = false
        /// The turns may come in any order.
        var unordered = false
        /// Nothing is known, not even that there is a list to go through.
        var unknown = false
        /// What the turns come from.
        var origin: Possible
    }

    /// `for … return …`: the results in the order of the loops, the last loop turning fastest.
    mutating func iteration(
        _ iterators: [FEELIterator], _ result: FEELExpression, _ bindings: Bindings, at range: Range<Int>
    ) -> Possible {
        var members: [UncertainList.Member] = []
        var parts: [Possible] = []
        var open = false
        var unordered = false
        var failed = false
        loop(iterators[...], bindings, certain: true, at: range) { evaluation, bindings, certain, origin in
            parts.append(origin)
            switch bindings {
            case .unknown:
                failed = true
            case .others:
                open = true
            case .turn(let inner, let anyOrder):
                unordered = unordered || anyOrder
                guard evaluation.checkListSize(members.count + 1, at: range) else { return }
                let sofar = UncertainList(members: members, open: open, unordered: unordered)
                let partial = sofar.isFixed ? ValueSet(sofar) : .anything
                let value = evaluation.evaluate(result, inner.binding("partial", to: Possible(partial, from: parts)))
                parts.append(value)
                members.append(.init(value.set, certain: certain))
            }
        }
        if failed { return parts.contains { !$0.isExact } ? .anything(from: parts) : Possible(.null) }
        return Possible(ValueSet(UncertainList(members: members, open: open, unordered: unordered)), from: parts)
    }

    /// `some` and `every`: `or` and `and` over the results; null when one of them is neither a boolean nor null.
    mutating func quantified(
        _ quantifier: FEELExpression.Quantifier, _ iterators: [FEELIterator], _ condition: FEELExpression,
        _ bindings: Bindings, at range: Range<Int>
    ) -> Possible {
        var truth: Truth = quantifier == .some ? .false : .true
        let neutral = truth
        var parts: [Possible] = []
        func include(_ one: Truth) { truth = quantifier == .some ? truth.or(one) : truth.and(one) }
        var failed = false
        var wrong: FEELValue?
        var maybeWrong = false
        loop(iterators[...], bindings, certain: true, at: range) { evaluation, bindings, certain, origin in
            parts.append(origin)
            switch bindings {
            case .unknown:
                failed = true
            case .others:
                include(.unknown)
                maybeWrong = maybeWrong || !condition.isAlwaysVerdict
            case .turn(let inner, _):
                let value = evaluation.evaluate(condition, inner)
                parts.append(value)
                if value.set.maybeOtherThanBoolean {
                    maybeWrong = true
                    if certain, let exactValue = value.exactValue { wrong = wrong ?? exactValue }
                }
                include(certain ? value.truth : value.truth.union(neutral))
            }
        }
        if failed {
            return parts.contains { !$0.isExact } ? Possible(Truth.unknown.set, from: parts) : Possible(.null)
        }
        if let wrong { return fault(.wrongType, .verdictIsNoBoolean(wrong), at: condition.range) }
        if maybeWrong { truth.formUnion(.null) }
        return Possible(truth.set, from: parts)
    }

    private enum LoopBindings {
        case turn(Bindings, unordered: Bool)
        case others
        case unknown
    }

    /// Goes through all combinations of the loop variables.
    private mutating func loop(
        _ iterators: ArraySlice<FEELIterator>, _ bindings: Bindings, certain: Bool,
        unordered: Bool = false, at range: Range<Int>,
        body: (inout Evaluation, LoopBindings, Bool, Possible) -> Void
    ) {
        guard let iterator = iterators.first else { return }
        let turns = turns(of: iterator, bindings, at: range)
        if turns.unknown {
            body(&self, .unknown, certain, turns.origin)
            return
        }
        let anyOrder = unordered || turns.unordered
        for turn in turns.turns {
            guard !isStopped else { return }
            let inner = bindings.binding(iterator.name, to: turn.value)
            let both = certain && turn.certain
            if iterators.count == 1 {
                if turn.certain {
                    body(&self, .turn(inner, unordered: anyOrder), both, turns.origin)
                } else {
                    withoutNotes { body(&$0, .turn(inner, unordered: anyOrder), both, turns.origin) }
                }
            } else {
                loop(iterators.dropFirst(), inner, certain: both, unordered: anyOrder, at: range, body: body)
            }
        }
        if turns.open { body(&self, .others, false, turns.origin) }
    }

    private mutating func turns(of iterator: FEELIterator, _ bindings: Bindings, at range: Range<Int>) -> Turns {
        switch iterator.domain {
        case .list(let expression):
            let source = evaluate(expression, bindings)
            return turns(through: source, at: expression.range)
        case .range(let low, let high):
            let ends = [evaluate(low, bindings), evaluate(high, bindings)]
            let list = lift(ends, at: range) { evaluation, values in
                FEELOperators.steps(from: values[0], to: values[1], limit: evaluation.evaluator.limits.listSize)
            } widened: {
                .anything
            }
            return turns(through: list, at: range)
        }
    }

    private mutating func turns(through source: Possible, at range: Range<Int>) -> Turns {
        var result = Turns(origin: source)
        switch source.set {
        case .exactly(.list(let values)):
            result.turns = values.map { Turn(value: Possible($0), certain: true) }
        case .exactly(.null):
            result.unknown = true
        case .exactly(.range(let bounds)):
            let steps = FEELOperators.steps(through: bounds, limit: evaluator.limits.listSize)
            guard case .list(let values)? = exact(steps, at: range).exactValue else {
                result.unknown = true
                return result
            }
            result.turns = values.map { Turn(value: Possible($0), certain: true) }
        case .exactly(let value):
            result.turns = [Turn(value: Possible(value), certain: true)]
        case .oneOf(let values) where values.contains { $0.kind == .range }:
            result.unknown = true
        default:
            guard let list = source.set.asList?.withoutDistinctness else {
                result.unknown = true
                return result
            }
            result.open = list.open
            result.unordered = list.unordered
            result.turns = list.members.map {
                Turn(value: Possible($0.value, from: [source]), certain: $0.certain)
            }
        }
        return result
    }
}

extension LocalizedText {
    fileprivate static func verdictIsNoBoolean(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "Na `satisfies` hoort waar of onwaar te staan, niet \(value.described.nl).",
            en: "What follows `satisfies` is to be true or false, not \(value.described.en).")
    }
}
