extension DirectProgram {
    /// Whether a rule fires.
    ///
    /// - Parameters:
    ///   - cells: one per place.
    ///   - states: one per row.
    ///   - set: what is known of a place of which neither cell nor range says it.
    func outcome(
        of rule: Int, _ cells: [Cell], _ states: [FactState], _ set: (Int32) -> ValueSet
    ) -> Outcome {
        var result = Outcome.holds
        for index in range(of: rule) {
            let truth = truth(of: steps[index], cells, states, set)
            if truth == .true { continue }
            if truth.isEmpty {
                result = .unclear
            } else if !truth.contains(.true) {
                return .fails
            } else if result == .holds {
                result = .open
            }
        }
        return result
    }

    /// What a condition can still be; empty where that needs the evaluator.
    func truth(
        of step: Test, _ cells: [Cell], _ states: [FactState], _ set: (Int32) -> ValueSet
    ) -> Ternary {
        switch step.kind {
        case .test: return truth(step.operand, cells, states, set)
        case .expression: return []
        case .present: return states[Int(step.operand)].truth
        case .absent:
            var result = Ternary.true
            for index in lists.range(of: Int(step.operand)) {
                switch states[Int(lists.items[index])] {
                case .none: continue
                case .open: result = .either
                case .found: return .false
                }
            }
            return result
        case .exists:
            var result = Ternary.false
            for index in lists.range(of: Int(step.operand)) {
                switch states[Int(lists.items[index])] {
                case .none: continue
                case .open: result = .either
                case .found: return .true
                }
            }
            return result
        case .count: return .true
        }
    }

    /// How many facts of a list are there for certain, and how many may be.
    func count(_ list: Int, _ states: [FactState]) -> (certain: Int, possible: Int) {
        var result = (certain: 0, possible: 0)
        for index in lists.range(of: list) {
            let state = states[Int(lists.items[index])]
            if state == .none { continue }
            result.possible += 1
            if state == .found { result.certain += 1 }
        }
        return result
    }

    // MARK: Tests

    private func truth(_ node: Int32, _ cells: [Cell], _ states: [FactState], _ set: (Int32) -> ValueSet) -> Ternary {
        switch nodes[Int(node)] {
        case .compare(let relation, let left, let right): return compare(relation, left, right, cells, states, set)
        case .cell(let cell):
            switch cells[Int(cell)].kind {
            case .true: return .true
            case .false: return .false
            case .number, .null, .other, .count: return .null
            case .unknown: return truths[Int(cell)]
            case .partly: return Ternary(set(cell))
            }
        case .not(let part): return truth(part, cells, states, set).negated
        case .and(let left, let right):
            let one = truth(left, cells, states, set)
            if one == .false || one.isEmpty { return one }
            let two = truth(right, cells, states, set)
            return two.isEmpty ? two : one.and(two)
        case .or(let left, let right):
            let one = truth(left, cells, states, set)
            if one == .true || one.isEmpty { return one }
            let two = truth(right, cells, states, set)
            return two.isEmpty ? two : one.or(two)
        }
    }

    @inline(__always)
    private func compare(
        _ relation: ScalarTest.Relation, _ left: ScalarTest.Term, _ right: ScalarTest.Term, _ cells: [Cell],
        _ states: [FactState], _ set: (Int32) -> ValueSet
    ) -> Ternary {
        if left.factor < 0, right.factor < 0 {
            let (one, two) = (cells[Int(left.cell)], cells[Int(right.cell)])
            if one.kind == .number, two.kind == .number { return relation.truth(one, two) }
        } else if let one = product(left, cells), let two = product(right, cells) {
            return relation.truth(one, two)
        }
        if let one = range(of: left, cells, states), let two = range(of: right, cells, states) {
            return CellRange.compare(relation, one, two)
        }
        return compareSets(relation, left, right, cells, set)
    }

    @inline(__always)
    private func product(_ term: ScalarTest.Term, _ cells: [Cell]) -> Cell? {
        let one = cells[Int(term.cell)]
        guard one.kind == .number else { return nil }
        guard term.factor >= 0 else { return one }
        let two = cells[Int(term.factor)]
        return two.kind == .number ? one.multiplied(by: two) : nil
    }

    private func range(of term: ScalarTest.Term, _ cells: [Cell], _ states: [FactState]) -> CellRange? {
        guard term.factor >= 0 else { return range(of: term.cell, cells, states) }
        let (one, two) = (cells[Int(term.cell)], cells[Int(term.factor)])
        switch (one.kind, two.kind) {
        case (.number, .number): return one.multiplied(by: two).map { CellRange($0, $0) }
        case (_, .number): return range(of: term.cell, cells, states)?.multiplied(by: two)
        case (.number, _): return range(of: term.factor, cells, states)?.multiplied(by: one)
        default: return nil
        }
    }

    private func range(of index: Int32, _ cells: [Cell], _ states: [FactState]) -> CellRange? {
        let cell = cells[Int(index)]
        switch cell.kind {
        case .number: return CellRange(cell, cell)
        case .unknown: return ranges[Int(index)]
        case .count:
            let (certain, possible) = count(Int(cell.coefficient), states)
            return CellRange(Cell(certain), Cell(possible))
        case .true, .false, .null, .other, .partly: return nil
        }
    }

    /// Comparisons of something that ranges do not hold, as `Evaluation` makes them. Sets of listed values are left to
    /// that.
    private func compareSets(
        _ relation: ScalarTest.Relation, _ left: ScalarTest.Term, _ right: ScalarTest.Term, _ cells: [Cell],
        _ set: (Int32) -> ValueSet
    ) -> Ternary {
        guard let one = numbers(left, cells, set), let two = numbers(right, cells, set) else { return [] }
        // Two exact sides come here only when a product did not fit.
        if one.isExact, two.isExact { return [] }
        switch relation {
        case .less: return LiftedComparison.less(one, two)
        case .atMost: return LiftedComparison.atMost(one, two)
        case .equal: return LiftedComparison.equal(one, two)
        case .notEqual: return LiftedComparison.equal(one, two).negated
        }
    }

    /// What a term can be, where that is one number or an interval.
    private func numbers(_ term: ScalarTest.Term, _ cells: [Cell], _ set: (Int32) -> ValueSet) -> ValueSet? {
        guard let one = numbers(term.cell, cells, set) else { return nil }
        guard term.factor >= 0 else { return one }
        if let exact = product(term, cells) { return .exactly(.number(exact.number)) }
        guard let two = numbers(term.factor, cells, set), !(one.isExact && two.isExact) else { return nil }
        return LiftedArithmetic.apply(.multiply, one, two)
    }

    private func numbers(_ index: Int32, _ cells: [Cell], _ set: (Int32) -> ValueSet) -> ValueSet? {
        let cell = cells[Int(index)]
        switch cell.kind {
        case .number: return .exactly(.number(cell.number))
        case .true, .false, .null, .other: return nil
        case .unknown, .partly, .count:
            let known = set(index)
            switch known {
            case .numbers, .anything: return known
            case .exactly, .oneOf, .list, .context: return nil
            }
        }
    }
}

extension DirectProgram {
    /// The unknown inputs that decide a test: of those parts only that are not decided themselves.
    ///
    /// - Parameter value: what is known of a place, with the inputs that it comes from.
    func origins(
        of node: Int32, _ cells: [Cell], _ states: [FactState], _ value: (Int32) -> UncertainValue
    ) -> [InputID] {
        let verdict = truth(node, cells, states) { value($0).set }
        if verdict == .true || verdict == .false || verdict == .null { return [] }
        switch nodes[Int(node)] {
        case .compare(_, let left, let right):
            var result: [InputID] = []
            for cell in [left.cell, left.factor, right.cell, right.factor] where cell >= 0 {
                if cells[Int(cell)].isOpen { result = InputID.merge(result, value(cell).origins) }
            }
            return result
        case .cell(let cell): return cells[Int(cell)].isOpen ? value(cell).origins : []
        case .not(let part): return origins(of: part, cells, states, value)
        case .and(let left, let right), .or(let left, let right):
            return InputID.merge(
                origins(of: left, cells, states, value), origins(of: right, cells, states, value))
        }
    }
}

extension Cell {
    /// What it stands for may not be known exactly.
    fileprivate var isOpen: Bool { kind == .unknown || kind == .partly || kind == .count }
}

extension ScalarTest.Relation {
    /// Whether the relation holds between two numbers.
    @inline(__always)
    fileprivate func truth(_ one: Cell, _ two: Cell) -> Ternary {
        let order = one.order(relativeTo: two)
        let holds =
            switch self {
            case .less: order < 0
            case .atMost: order <= 0
            case .equal: order == 0
            case .notEqual: order != 0
            }
        return holds ? .true : .false
    }
}
