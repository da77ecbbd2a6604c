/// A condition that only compares numbers and truth values: `x > 60 and y <= 1.5 * z`.
///
/// Most conditions over a record are of this form. They are kept as a few plain nodes over numbered cells, so that
/// trying one touches no text and allocates nothing. It gives what the FEEL evaluator gives; where it would need
/// more than cells can hold, it says so and leaves the condition to that.
struct ScalarTest: Sendable {
    enum Relation: UInt8, BitwiseCopyable, Sendable { case less, atMost, equal, notEqual }

    /// A cell, or the product of two.
    struct Term: BitwiseCopyable, Sendable {
        let place: Int32
        /// The other cell of the product; negative where there is none.
        let factor: Int32

        init(_ place: Int32, times factor: Int32 = -1) {
            self.place = place
            self.factor = factor
        }
    }

    enum Node: BitwiseCopyable, Sendable {
        case compare(Relation, Term, Term)
        /// The cell itself is the condition.
        case cell(Int32)
        case not(Int32)
        case and(Int32, Int32)
        case or(Int32, Int32)
    }

    /// Parts before the wholes that they belong to.
    let nodes: [Node]
}

// MARK: - Reading

extension ScalarTest {
    /// Where the names and numbers of conditions lie.
    struct Places {
        /// The cell of a name or of `name.member`; `nil` where it is none.
        let cell: (_ name: String, _ member: String?) -> Int32?
        /// The cell of a constant.
        let constant: (ValueSet) -> Int32
    }

    /// - Returns: `nil` when the expression does more than compare, or reads something that has no cell.
    init?(_ expression: FEELExpression, _ places: Places) {
        var reader = Reader(places: places)
        guard reader.condition(expression) != nil else { return nil }
        nodes = reader.nodes
    }

    private struct Reader {
        let places: Places
        var nodes: [Node] = []

        mutating func add(_ node: Node) -> Int32 {
            nodes.append(node)
            return Int32(nodes.count - 1)
        }

        mutating func condition(_ expression: FEELExpression) -> Int32? {
            switch expression.kind {
            case .binary(.and, let left, let right):
                guard let left = condition(left), let right = condition(right) else { return nil }
                return add(.and(left, right))
            case .binary(.or, let left, let right):
                guard let left = condition(left), let right = condition(right) else { return nil }
                return add(.or(left, right))
            case .binary(let sign, let left, let right):
                guard let one = term(left), let two = term(right) else { return nil }
                return compare(sign, one, two)
            case .between(let value, let low, let high):
                guard let value = term(value), let low = term(low), let high = term(high) else { return nil }
                let above = add(.compare(.atMost, low, value))
                let below = add(.compare(.atMost, value, high))
                return add(.and(above, below))
            case .call(let function, .positional(let arguments))
            where function.kind == .name("not") && arguments.count == 1 && places.cell("not", nil) == nil:
                guard let part = condition(arguments[0]) else { return nil }
                return add(.not(part))
            case .name, .path:
                return place(expression).map { add(.cell($0)) }
            default:
                return nil
            }
        }

        private mutating func compare(_ sign: FEELExpression.BinaryOperator, _ left: Term, _ right: Term) -> Int32? {
            switch sign {
            case .less: add(.compare(.less, left, right))
            case .greater: add(.compare(.less, right, left))
            case .lessOrEqual: add(.compare(.atMost, left, right))
            case .greaterOrEqual: add(.compare(.atMost, right, left))
            case .equal: add(.compare(.equal, left, right))
            case .notEqual: add(.compare(.notEqual, left, right))
            default: nil
            }
        }

        private func term(_ expression: FEELExpression) -> Term? {
            if case .binary(.multiply, let left, let right) = expression.kind {
                guard let left = place(left), let factor = place(right) else { return nil }
                return Term(left, times: factor)
            }
            return place(expression).map { Term($0) }
        }

        private func place(_ expression: FEELExpression) -> Int32? {
            switch expression.kind {
            case .number(let value): return places.constant(.exactly(.number(value)))
            case .negation(let operand):
                guard case .number(let value) = operand.kind else { return nil }
                return places.constant(.exactly(.number(-value)))
            case .boolean(let value): return places.constant(.exactly(.boolean(value)))
            case .name(let name): return places.cell(name, nil)
            case .path(let base, let member):
                guard case .name(let name) = base.kind else { return nil }
                return places.cell(name, member)
            default: return nil
            }
        }
    }
}

// MARK: - Trying

extension ScalarTest {
    /// What the condition can still be; empty where cells do not tell.
    ///
    /// - Parameters:
    ///   - cells: one per place.
    ///   - set: what is known of a place of which the cell is not exact.
    func truth(_ cells: [Cell], set: (Int32) -> ValueSet) -> Truth {
        truth(Int32(nodes.count - 1), cells, set)
    }

    private func truth(_ node: Int32, _ cells: [Cell], _ set: (Int32) -> ValueSet) -> Truth {
        switch nodes[Int(node)] {
        case .compare(let relation, let left, let right):
            return Self.compare(relation, left, right, cells, set)
        case .cell(let place):
            return switch cells[Int(place)].kind {
            case .true: .true
            case .false: .false
            case .number, .null, .other: .null
            case .unknown: Truth(set(place))
            }
        case .not(let part):
            return truth(part, cells, set).negated
        case .and(let left, let right):
            let one = truth(left, cells, set)
            if one == .false || one.isEmpty { return one }
            let two = truth(right, cells, set)
            return two.isEmpty ? two : one.and(two)
        case .or(let left, let right):
            let one = truth(left, cells, set)
            if one == .true || one.isEmpty { return one }
            let two = truth(right, cells, set)
            return two.isEmpty ? two : one.or(two)
        }
    }

    @inline(__always)
    private static func compare(
        _ relation: Relation, _ left: Term, _ right: Term, _ cells: [Cell], _ set: (Int32) -> ValueSet
    ) -> Truth {
        if left.factor < 0, right.factor < 0 {
            let (one, two) = (cells[Int(left.place)], cells[Int(right.place)])
            if one.kind == .number, two.kind == .number { return compare(relation, one, two) }
        } else if let one = product(left, cells), let two = product(right, cells) {
            return compare(relation, one, two)
        }
        return compareSets(relation, left, right, cells, set)
    }

    @inline(__always)
    private static func compare(_ relation: Relation, _ one: Cell, _ two: Cell) -> Truth {
        let order = one.order(relativeTo: two)
        let holds =
            switch relation {
            case .less: order < 0
            case .atMost: order <= 0
            case .equal: order == 0
            case .notEqual: order != 0
            }
        return holds ? .true : .false
    }

    private static func product(_ term: Term, _ cells: [Cell]) -> Cell? {
        let one = cells[Int(term.place)]
        guard one.kind == .number else { return nil }
        guard term.factor >= 0 else { return one }
        let two = cells[Int(term.factor)]
        return two.kind == .number ? one.multiplied(by: two) : nil
    }

    /// Comparisons with something that is not known, as `Evaluation` makes them. Sets of listed values are left to that.
    private static func compareSets(
        _ relation: Relation, _ left: Term, _ right: Term, _ cells: [Cell], _ set: (Int32) -> ValueSet
    ) -> Truth {
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
    private static func numbers(_ term: Term, _ cells: [Cell], _ set: (Int32) -> ValueSet) -> ValueSet? {
        guard let one = numbers(term.place, cells, set) else { return nil }
        guard term.factor >= 0 else { return one }
        guard let two = numbers(term.factor, cells, set), !(one.isExact && two.isExact) else { return nil }
        return LiftedArithmetic.apply(.multiply, one, two)
    }

    private static func numbers(_ place: Int32, _ cells: [Cell], _ set: (Int32) -> ValueSet) -> ValueSet? {
        let cell = cells[Int(place)]
        switch cell.kind {
        case .number: return .exactly(.number(cell.number))
        case .true, .false, .null, .other: return nil
        case .unknown:
            switch set(place) {
            case .numbers, .anything: return set(place)
            case .exactly, .oneOf, .list, .context: return nil
            }
        }
    }

    /// The unknown inputs that decide the condition: of those parts only that are not decided themselves.
    func origins(_ cells: [Cell], _ value: (Int32) -> Possible) -> [InputID] {
        origins(Int32(nodes.count - 1), cells, value)
    }

    private func origins(_ node: Int32, _ cells: [Cell], _ value: (Int32) -> Possible) -> [InputID] {
        let verdict = truth(node, cells) { value($0).set }
        if verdict == .true || verdict == .false || verdict == .null { return [] }
        func merge(_ places: [Int32]) -> [InputID] {
            places.reduce([]) { found, place in
                place >= 0 && cells[Int(place)].kind == .unknown ? InputID.merge(found, value(place).origins) : found
            }
        }
        switch nodes[Int(node)] {
        case .compare(_, let left, let right):
            return merge([left.place, left.factor, right.place, right.factor])
        case .cell(let place): return merge([place])
        case .not(let part): return origins(part, cells, value)
        case .and(let left, let right), .or(let left, let right):
            return InputID.merge(origins(left, cells, value), origins(right, cells, value))
        }
    }
}
