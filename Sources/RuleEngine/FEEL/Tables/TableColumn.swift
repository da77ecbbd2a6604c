/// The input columns of one expression on what is known of it: its values in classes that all cells see alike.
///
/// Columns that test the same expression are taken together, so that what one says of a value goes with what the other
/// says of it.
struct TableColumn {
    /// What the cells say of the values of one class.
    struct Class: Hashable {
        /// The values are among those that the input may have.
        var allowed: Truth
        /// One for each row.
        var cells: [Truth]
    }

    /// In the order of the values; never empty.
    private(set) var classes: [Class]
    /// The unknown inputs that the classes come from.
    let origins: [InputID]

    /// - Parameters:
    ///   - allowed: what the values may be, by each of the columns.
    ///   - rows: the cells of each row, by column.
    init(
        _ expression: FEELExpression, allowed: [FEELUnaryTests], rows: [[FEELUnaryTests]], _ evaluator: FEELEvaluator,
        in scope: any FEELScope
    ) {
        let value = evaluator.evaluate(expression, in: scope).result
        let thresholds = value.isExact ? [] : (rows.joined() + allowed).flatMap { $0.thresholds(evaluator, in: scope) }
        var origins: [InputID] = []
        var classes: [Class] = []
        for part in value.set.parts(at: thresholds) {
            func truth(_ cells: [FEELUnaryTests]) -> Truth {
                cells.filter { $0 != .any }.reduce(.true) { truth, cell in
                    let result = evaluator.evaluate(cell, on: Possible(part, from: [value]), in: scope).result
                    origins = InputID.merge(origins, result.origins)
                    return truth.and(result.truth)
                }
            }
            // Rows mostly ask the same few things.
            var known: [(row: [FEELUnaryTests], truth: Truth)] = []
            let cells = rows.map { row -> Truth in
                if let same = known.first(where: { $0.row == row }) { return same.truth }
                known.append((row, truth(row)))
                return known[known.count - 1].truth
            }
            let next = Class(allowed: truth(allowed), cells: cells)
            if !classes.contains(next) { classes.append(next) }
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

extension FEELUnaryTests {
    /// The numbers at which the verdict of the tests can change, as far as they are known and easily seen.
    fileprivate func thresholds(_ evaluator: FEELEvaluator, in scope: any FEELScope) -> [FEELNumber] {
        let tests: [FEELUnaryTest] =
            switch self {
            case .any: []
            case .tests(let tests), .negated(let tests): tests
            }
        let operands = tests.flatMap { test -> [FEELExpression] in
            switch test {
            case .comparison(_, let operand): return [operand]
            case .expression(let expression):
                guard case .range(let range) = expression.kind else { return [expression] }
                return [range.low, range.high].compactMap(\.self)
            }
        }
        return operands.compactMap { operand in
            guard case .number(let number) = evaluator.evaluate(operand, in: scope).result.exactValue else { return nil }
            return number
        }
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
