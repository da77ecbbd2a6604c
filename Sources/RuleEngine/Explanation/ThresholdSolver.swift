/// Finds the values of one named value at which an expression changes its truth.
///
/// Both sides of each comparison are subtracted and the difference is solved for the one unknown. A difference that is
/// linear in it needs two points; any other is halved down between points of different sign.
struct ThresholdSolver {
    let session: Session
    let scale: InputScale

    private var evaluator: FEELEvaluator { session.evaluator }

    /// The values nearest to the present one, at most one on each side of it, for which the truth of the expression is
    /// as it should be.
    ///
    /// Where the present value is not known: the lowest and the highest that stand at a threshold.
    func values(
        of slot: RecordSchema.Slot, making expression: FEELExpression, _ aim: TruthGoal, in scope: RuleScope
    ) -> [FEELValue] {
        let current = session.value(of: slot)?.set.exactValue
        let fitting = candidates(of: slot, in: [expression], scope).filter { value in
            value != current && aim.isMet(by: truth(of: expression, slot, value, scope))
        }
        let numbers = fitting.compactMap { if case .number(let number) = $0 { number } else { nil } }
        guard numbers.count == fitting.count else { return fitting }
        guard case .number(let present) = current else { return ends(of: numbers, slot) }
        let below = numbers.filter { $0 < present }.max()
        let above = numbers.filter { $0 > present }.min()
        return [below, above].compactMap { $0.map { .number($0) } }
    }

    /// The first and the last number that is no end of what the type allows; those ends where there is no other.
    private func ends(of numbers: [FEELNumber], _ slot: RecordSchema.Slot) -> [FEELValue] {
        var inner = numbers
        if let index = session.ruleBase.record.index(of: slot),
            case .numbers(let interval, _) = session.ruleBase.record.domains[index]
        {
            inner.removeAll { $0 == interval.low || $0 == interval.high }
        }
        if inner.isEmpty { inner = numbers }
        guard let first = inner.first, let last = inner.last else { return [] }
        return first == last ? [.number(first)] : [.number(first), .number(last)]
    }

    /// Values that stand for all that a named value can be: each set of values between two thresholds has at least one.
    /// Ordered; of a type without listed values or numbers there are none.
    func candidates(
        of slot: RecordSchema.Slot, in expressions: [FEELExpression], _ scope: RuleScope
    ) -> [FEELValue] {
        guard let index = session.ruleBase.record.index(of: slot) else { return [] }
        switch session.ruleBase.record.domains[index] {
        case .exactly(let value): return [value]
        case .oneOf(let values): return values
        case .numbers(let interval, _):
            var current: FEELNumber?
            if case .number(let number) = session.value(of: slot)?.set.exactValue { current = number }
            let roots = expressions.flatMap { self.roots(of: slot, in: $0, scope, interval, current) }
            return points(around: roots, in: interval, step: scale.step(of: slot, from: current ?? roots.first))
        case .list, .context, .anything: return []
        }
    }

    /// What the expression is when the named value is another.
    func truth(
        of expression: FEELExpression, _ slot: RecordSchema.Slot, _ value: FEELValue, _ scope: RuleScope
    ) -> ValueSet {
        evaluator.evaluate(expression, in: SubstitutedScope(base: scope, slot: slot, value: value)).result.set
    }

    // MARK: Points

    /// The ends of the interval, and for each root the last step below it, itself, and the first step above it.
    private func points(around roots: [FEELNumber], in interval: NumberInterval, step: FEELNumber) -> [FEELValue] {
        var points: [FEELNumber] = []
        for root in roots {
            guard let steps = root.divided(by: step), let low = steps.floor()?.multiplied(by: step),
                let high = steps.ceiling()?.multiplied(by: step)
            else { continue }
            points += low == high ? [low.subtracting(step), low, low.adding(step)].compactMap { $0 } : [low, high]
        }
        points += [interval.low, interval.high].compactMap { $0 }
        points.sort()
        var result: [FEELValue] = []
        for point in points where interval.contains(point) && result.last != .number(point) {
            result.append(.number(point))
        }
        return result
    }

    // MARK: Roots

    private func roots(
        of slot: RecordSchema.Slot, in expression: FEELExpression, _ scope: RuleScope, _ interval: NumberInterval,
        _ current: FEELNumber?
    ) -> [FEELNumber] {
        expression.differences.filter { $0.reads(slot) }.flatMap { difference in
            roots(of: slot, of: difference, scope, interval, current)
        }
    }

    private func roots(
        of slot: RecordSchema.Slot, of difference: FEELExpression, _ scope: RuleScope, _ interval: NumberInterval,
        _ current: FEELNumber?
    ) -> [FEELNumber] {
        var known: [FEELNumber: [FEELNumber]] = [:]
        func heights(_ number: FEELNumber) -> [FEELNumber] {
            if let heights = known[number] { return heights }
            let substituted = SubstitutedScope(base: scope, slot: slot, value: .number(number))
            let heights = evaluator.evaluate(difference, in: substituted).result.set.extent
            known[number] = heights
            return heights
        }
        let points = [.zero, .one, current, interval.low, interval.high].compactMap(\.self)
        let curves = points.map { heights($0).count }.max() ?? 0
        var result: [FEELNumber] = []
        // Of a difference that is not known, each of the numbers that it may be, the least first.
        for curve in 0..<curves {
            func height(_ number: FEELNumber) -> FEELNumber? {
                let all = heights(number)
                // Where they meet, one number stands for all.
                return all.count == 1 ? all[0] : curve < all.count ? all[curve] : nil
            }
            result += roots(height, interval, current)
        }
        return result
    }

    private func roots(
        _ height: (FEELNumber) -> FEELNumber?, _ interval: NumberInterval, _ current: FEELNumber?
    ) -> [FEELNumber] {
        if let atZero = height(.zero), let atOne = height(.one), let fall = atZero.subtracting(atOne), !fall.isZero,
            let root = atZero.divided(by: fall), let rest = height(root), rest.magnitude < Self.precision
        {
            return [root]
        }
        let positions = [interval.low, current, interval.high].compactMap { $0 }.sorted()
        return zip(positions, positions.dropFirst()).compactMap { low, high in halved(low, high, height) }
    }

    /// A difference below this is none: what the rounding of a division leaves.
    private static let precision = FEELNumber(coefficient: 1, exponent: -20)
    private static let halvings = 60

    /// A place between two numbers at which the sign changes (bisection).
    private func halved(
        _ low: FEELNumber, _ high: FEELNumber, _ height: (FEELNumber) -> FEELNumber?
    ) -> FEELNumber? {
        var (low, high) = (low, high)
        guard low < high, let first = height(low), let last = height(high),
            first.isNegative != last.isNegative || first.isZero != last.isZero
        else { return nil }
        for _ in 0..<Self.halvings {
            guard let middle = low.adding(high)?.divided(by: 2), let value = height(middle) else { return nil }
            if value.isZero { return middle }
            if value.isNegative == first.isNegative { low = middle } else { high = middle }
        }
        return high.rounded(toScale: 12, rule: .halfEven)
    }
}

extension ValueSet {
    /// The numbers that a set of few values holds, or the ends of an interval; in order.
    fileprivate var extent: [FEELNumber] {
        if let values = finiteValues {
            return values.compactMap { if case .number(let number) = $0 { number } else { nil } }.sorted()
        }
        guard case .numbers(let interval, _) = self else { return [] }
        return [interval.low, interval.high].compactMap(\.self)
    }
}
