/// One evaluation under way: counters, notes, and the scope.
struct Evaluation {
    let evaluator: FEELEvaluator
    let scope: any FEELScope
    private(set) var notes: [FEELNote] = []
    /// The first limit that was hit; from then on everything is null and the result is given up.
    private var limitHit: FEELNote?
    private var depth = 0
    private var steps = 0
    /// What functions given to the builtin at hand left open.
    var openVerdicts: [Possible] = []
    /// Everything unknown that was met, for a result that is given up.
    private var unknowns: [Possible] = []

    init(evaluator: FEELEvaluator, scope: any FEELScope) {
        self.evaluator = evaluator
        self.scope = scope
    }

    var isStopped: Bool { limitHit != nil }

    func outcome(_ result: Possible) -> FEELOutcome {
        guard let limitHit else { return FEELOutcome(result: result, notes: notes) }
        // A completion of the unknowns might have stayed below the limit.
        let given = unknowns.isEmpty ? Possible(.null) : Possible.anything(from: unknowns)
        return FEELOutcome(result: given, notes: [limitHit])
    }

    mutating func evaluate(_ expression: FEELExpression, _ bindings: Bindings) -> Possible {
        guard enter(at: expression.range) else { return Possible(.null) }
        defer { depth -= 1 }
        switch expression.kind {
        case .null: return Possible(.null)
        case .boolean(let value): return Possible(.boolean(value))
        case .number(let value): return Possible(.number(value))
        case .string(let value): return Possible(.string(value))
        case .temporal(let text): return temporalLiteral(text, at: expression.range)
        case .name(let name): return value(ofName: name, bindings, at: expression.range)
        case .negation(let operand): return negation(operand, bindings, at: expression.range)
        case .binary(let operation, let left, let right):
            return binary(operation, left, right, bindings, at: expression.range)
        case .between(let value, let low, let high):
            return between(value, low, high, bindings, at: expression.range)
        case .membership(let value, let tests):
            return membership(value, tests, bindings, at: expression.range)
        case .instanceOf(let value, let type):
            return instanceOf(value, type, bindings)
        case .path(let base, let member): return path(base, member, bindings, at: expression.range)
        case .filter(let base, let condition):
            return filter(base, condition, bindings, at: expression.range)
        case .call(let callee, let arguments):
            return call(callee, arguments, bindings, at: expression.range)
        case .conditional(let condition, let then, let otherwise):
            return conditional(condition, then, otherwise, bindings)
        case .iteration(let iterators, let result):
            return iteration(iterators, result, bindings, at: expression.range)
        case .quantified(let quantifier, let iterators, let condition):
            return quantified(quantifier, iterators, condition, bindings, at: expression.range)
        case .list(let members): return list(members, bindings)
        case .context(let entries): return context(entries, bindings, at: expression.range)
        case .range(let syntax): return range(syntax, bindings, at: expression.range)
        case .function(let parameters, let body, let external):
            return function(parameters, body, external: external, bindings, at: expression.range)
        }
    }

    // MARK: Guards and notes

    /// Counts a step one level deeper; `false` when a limit is hit.
    private mutating func enter(at range: Range<Int>) -> Bool {
        guard limitHit == nil else { return false }
        steps += 1
        guard steps <= evaluator.limits.steps else {
            stop(.tooManySteps(evaluator.limits.steps), at: range)
            return false
        }
        guard depth < evaluator.limits.depth else {
            stop(.tooDeep(evaluator.limits.depth), at: range)
            return false
        }
        depth += 1
        return true
    }

    /// Counts the members that an expression is about to make.
    mutating func checkListSize(_ count: Int, at range: Range<Int>) -> Bool {
        guard count <= evaluator.limits.listSize else {
            stop(.listTooLong(evaluator.limits.listSize), at: range)
            return false
        }
        return !isStopped
    }

    private mutating func stop(_ message: LocalizedText, at range: Range<Int>) {
        if limitHit == nil { limitHit = FEELNote(.limit, message, range: range) }
    }

    mutating func note(_ kind: FEELNote.Kind, _ message: LocalizedText, at range: Range<Int>) {
        let note = FEELNote(kind, message, range: range)
        guard notes.count < FEELLimits.notes, !notes.contains(note) else { return }
        notes.append(note)
    }

    /// Null with a reason.
    mutating func fault(
        _ kind: FEELNote.Kind, _ message: LocalizedText, at range: Range<Int>
    ) -> Possible {
        note(kind, message, at: range)
        return Possible(.null)
    }

    /// The value of a computation on exact operands; a fault leaves a note.
    mutating func exact(_ computation: FEELComputation, at range: Range<Int>) -> Possible {
        switch computation {
        case .value(let value): return Possible(value)
        case .fault(let kind, let message): return fault(kind, message, at: range)
        }
    }

    /// Runs something that concerns only some completions: what it notes is dropped again.
    mutating func withoutNotes<Result>(_ body: (inout Evaluation) -> Result) -> Result {
        let before = notes
        defer { notes = before }
        return body(&self)
    }

    /// Remembers what is not known, for `outcome`.
    mutating func meet(_ value: Possible) {
        if !value.isExact { unknowns.append(Possible(.anything, origins: value.origins)) }
        if unknowns.count > FEELLimits.enumeration { unknowns = [.anything(from: unknowns)] }
    }

    // MARK: Lifting

    /// Lifts a computation: plain on exact operands, by enumeration of few completions, else as `widened` says.
    mutating func lift(
        _ operands: [Possible], at range: Range<Int>,
        plain: (inout Evaluation, [FEELValue]) -> FEELComputation,
        widened: () -> ValueSet
    ) -> Possible {
        if let values = exactValues(operands) { return exact(plain(&self, values), at: range) }
        guard let rows = cartesianProduct(operands.map(\.set), atMost: FEELLimits.enumeration) else {
            return Possible(widened(), from: operands)
        }
        let results = withoutNotes { evaluation in rows.map { plain(&evaluation, $0).value } }
        return Possible(ValueSet(oneOf: results), from: operands)
    }

    private func exactValues(_ operands: [Possible]) -> [FEELValue]? {
        let values = operands.compactMap(\.exactValue)
        return values.count == operands.count ? values : nil
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
