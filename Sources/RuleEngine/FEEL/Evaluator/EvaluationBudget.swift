/// What one evaluation keeps count of, whatever its environment: steps and depth, notes, and the unknowns it met.
struct EvaluationBudget {
    let evaluator: FEELEvaluator
    private(set) var notes: [FEELNote] = []
    /// The first limit that was hit; from then on everything is null and the result is given up.
    private var limitHit: FEELNote?
    private var depth = 0
    private var steps = 0
    private let maximumDepth: Int
    private let maximumSteps: Int
    /// Above zero while something runs that concerns only some completions: what it notes is dropped.
    private var muted = 0
    /// Everything unknown that was met, for a result that is given up.
    private var unknowns: [UncertainValue] = []

    init(evaluator: FEELEvaluator) {
        self.evaluator = evaluator
        maximumDepth = evaluator.limits.depth
        maximumSteps = evaluator.limits.steps
    }

    var isStopped: Bool { limitHit != nil }

    func outcome(_ result: UncertainValue) -> FEELOutcome {
        guard let limitHit else { return FEELOutcome(result: result, notes: notes) }
        return FEELOutcome(result: givenUp, notes: [limitHit])
    }

    /// A completion of the unknowns might have stayed below the limit.
    var givenUp: UncertainValue { unknowns.isEmpty ? UncertainValue(.null) : UncertainValue.anything(from: unknowns) }

    // MARK: Guards

    /// Counts a step one level deeper; `false` when a limit is hit.
    @inline(__always)
    mutating func enter() -> Bool {
        steps &+= 1
        guard steps <= maximumSteps, depth < maximumDepth else { return false }
        depth &+= 1
        return true
    }

    /// Back from where `enter` led.
    @inline(__always)
    mutating func leave() { depth &-= 1 }

    /// Counts a step that goes no deeper; the next `enter` sees whether it was one too many.
    @inline(__always)
    mutating func count() { steps &+= 1 }

    /// The same for something that takes as long as many.
    mutating func count(_ number: Int) { steps &+= number }

    var stepsLeft: Int { max(0, maximumSteps &- steps) }

    /// The limit of steps or depth is hit; from here on `enter` refuses everything.
    mutating func stop(at range: Range<Int>) {
        if steps > maximumSteps {
            stopForSteps(at: range)
        } else {
            stop(.tooDeep(maximumDepth), at: range)
        }
    }

    mutating func stopForSteps(at range: Range<Int>) { stop(.tooManySteps(maximumSteps), at: range) }

    /// Counts the members that an expression is about to make.
    mutating func checkListSize(_ count: Int, at range: Range<Int>) -> Bool {
        guard count <= evaluator.limits.listSize else {
            stop(.listTooLong(evaluator.limits.listSize), at: range)
            return false
        }
        return !isStopped
    }

    mutating func stop(_ message: LocalizedText, at range: Range<Int>) {
        if limitHit == nil { limitHit = FEELNote(.limit, message, range: range) }
        // Too many for any limit, with room for what is still counted on the way out.
        steps = .max / 2
    }

    // MARK: Notes

    mutating func note(_ kind: FEELNote.Kind, _ message: @autoclosure () -> LocalizedText, at range: Range<Int>) {
        guard muted == 0, notes.count < FEELLimits.notes else { return }
        let note = FEELNote(kind, message(), range: range)
        if !notes.contains(note) { notes.append(note) }
    }

    /// Null with a reason.
    mutating func fault(
        _ kind: FEELNote.Kind, _ message: @autoclosure () -> LocalizedText, at range: Range<Int>
    ) -> UncertainValue {
        note(kind, message(), at: range)
        return UncertainValue(.null)
    }

    /// The value of a computation on exact operands; a fault leaves a note.
    mutating func exact(_ computation: FEELComputation, at range: Range<Int>) -> UncertainValue {
        switch computation {
        case .value(let value): return UncertainValue(value)
        case .fault(let kind, let message): return fault(kind, message, at: range)
        }
    }

    /// Notes are dropped from here to `unmute`.
    mutating func mute() { muted += 1 }
    mutating func unmute() { muted -= 1 }

    /// Remembers what is not known, for a result that is given up.
    mutating func meet(_ value: UncertainValue) {
        guard !value.isExact else { return }
        unknowns.append(UncertainValue(.anything, origins: value.origins))
        if unknowns.count > FEELLimits.enumeration { unknowns = [.anything(from: unknowns)] }
    }

    // MARK: Lifting

    /// Lifts a computation: plain on exact operands, by enumeration of few completions, else as `widened` says.
    mutating func lift(
        _ operands: [UncertainValue], at range: Range<Int>,
        plain: ([FEELValue]) -> FEELComputation, widened: () -> ValueSet
    ) -> UncertainValue {
        let values = operands.compactMap(\.exactValue)
        if values.count == operands.count { return exact(plain(values), at: range) }
        guard let rows = cartesianProduct(operands.map(\.set), atMost: FEELLimits.enumeration) else {
            return UncertainValue(widened(), from: operands)
        }
        count(rows.count)
        return charged(UncertainValue(ValueSet(oneOf: rows.map { plain($0).value }), from: operands), at: range)
    }

    /// An operator other than `and` and `or`, on what is known of its operands.
    mutating func apply(
        _ operation: FEELExpression.BinaryOperator, _ one: UncertainValue, _ two: UncertainValue, at range: Range<Int>
    ) -> UncertainValue {
        let timeZones = evaluator.timeZones
        if case .exactly(let left) = one.set, case .exactly(let right) = two.set {
            countWork(on: left)
            let result = exact(FEELOperators.apply(operation, left, right, timeZones: timeZones), at: range)
            return operation == .add ? charged(result, at: range) : result
        }
        if let (set, rows) = FiniteArithmetic.apply(operation, one.set, two.set) {
            count(rows)
            return charged(UncertainValue(set, from: [one, two]), at: range)
        }
        return lift([one, two], at: range) { values in
            FEELOperators.apply(operation, values[0], values[1], timeZones: timeZones)
        } widened: {
            switch operation {
            case .equal: LiftedComparison.equal(one.set, two.set).set
            case .notEqual: LiftedComparison.equal(one.set, two.set).negated.set
            case .less: LiftedComparison.less(one.set, two.set).set
            case .greater: LiftedComparison.less(two.set, one.set).set
            case .lessOrEqual: LiftedComparison.atMost(one.set, two.set).set
            case .greaterOrEqual: LiftedComparison.atMost(two.set, one.set).set
            default: LiftedArithmetic.apply(operation, one.set, two.set)
            }
        }
    }
}

extension LocalizedText {
    fileprivate static func tooManySteps(_ limit: Int) -> LocalizedText {
        LocalizedText(
            nl: "De berekening is te lang: meer dan \(limit) stappen.",
            en: "The computation is too long: more than \(limit) steps.")
    }

    fileprivate static func tooDeep(_ limit: Int) -> LocalizedText {
        LocalizedText(
            nl: "De berekening is te diep: meer dan \(limit) niveaus. Roept een functie zichzelf aan?",
            en: "The computation is too deep: more than \(limit) levels. Does a function call itself?")
    }

    fileprivate static func listTooLong(_ limit: Int) -> LocalizedText {
        LocalizedText(
            nl: "De lijst is te lang: meer dan \(limit) leden.",
            en: "The list is too long: more than \(limit) members.")
    }
}
