/// A column of a table on what is known of its value: the values in classes that all cells see alike.
struct TableColumn {
    /// What the cells say of the values of one class.
    struct Class: Hashable {
        /// The values are among those that the input may have.
        var allowed: Ternary
        /// One for each row.
        var cells: [Ternary]
    }

    /// In the order of the values; never empty.
    private(set) var classes: [Class]
    /// The unknown inputs that the classes come from.
    let origins: [InputID]

    init<Environment: FEELEnvironment>(
        _ column: DecisionTableCode.Column, _ evaluator: FEELEvaluator, in environment: Environment
    ) {
        let value = evaluator.evaluate(column.value, in: environment).result
        let thresholds =
            value.isExact
            ? []
            : column.operands.compactMap { operand -> FEELNumber? in
                guard case .number(let number) = evaluator.evaluate(operand, in: environment).result.exactValue else {
                    return nil
                }
                return number
            }
        var origins: [InputID] = []
        var classes: [Class] = []
        for part in value.set.parts(at: thresholds) {
            let possible = UncertainValue(part, from: [value])
            func truth(_ tests: [FEELCode]) -> Ternary {
                tests.reduce(.true) { truth, test in
                    let result = evaluator.evaluate(test, on: possible, in: environment).result
                    if !result.origins.isEmpty { origins = InputID.merge(origins, result.origins) }
                    return truth.and(result.truth)
                }
            }
            let answers: [Ternary]
            if case .string? = possible.exactValue, let text = possible.exactValue {
                // Written texts are looked up, as a column with a row for each of many codes would be long to ask.
                var found = Array(repeating: Ternary.false, count: column.questions.count)
                for question in column.questionsOfText[text] ?? [] { found[question] = .true }
                for question in column.otherQuestions { found[question] = truth(column.questions[question]) }
                answers = found
            } else {
                answers = column.questions.map { truth($0) }
            }
            let next = Class(allowed: truth(column.allowed), cells: column.rows.map { answers[$0] })
            if classes.isEmpty || !classes.contains(next) { classes.append(next) }
        }
        self.classes = classes
        self.origins = classes.count > 1 ? InputID.merge(origins, value.origins) : origins
    }

    /// Gives up what the classes tell apart.
    mutating func joinClasses() {
        guard var joined = classes.first else { return }
        for other in classes.dropFirst() {
            joined.allowed.formUnion(other.allowed)
            for row in joined.cells.indices { joined.cells[row].formUnion(other.cells[row]) }
        }
        classes = [joined]
    }
}

extension ValueSet {
    /// Sets that together hold the same values: each value of a finite set, and of an interval the thresholds in it and
    /// what lies between them.
    fileprivate func parts(at thresholds: [FEELNumber]) -> [ValueSet] {
        if let values = finiteValues { return values.map { .exactly($0) } }
        guard case .numbers(let interval, let orNull) = self else { return [self] }
        var parts: [ValueSet] = orNull ? [.exactly(.null)] : []
        var low: FEELNumber?
        for threshold in Set(thresholds).sorted() {
            let between = NumberInterval(low: low, high: threshold, lowIncluded: false, highIncluded: false)
            for part in [between, NumberInterval(threshold)] {
                if let inside = interval.intersection(part) { parts.append(inside.set()) }
            }
            low = threshold
        }
        let rest = NumberInterval(low: low, high: nil, lowIncluded: low == nil)
        if let inside = interval.intersection(rest) { parts.append(inside.set()) }
        return parts
    }
}
