/// A condition that only compares numbers and truth values: `x > 60 and y <= 1.5 * z`.
///
/// Most conditions over a record are of this form. They are kept as a few plain nodes over numbered cells, which
/// `DirectProgram` tries.
struct ScalarTest: Sendable {
    enum Relation: UInt8, BitwiseCopyable, Sendable { case less, atMost, equal, notEqual }

    /// A cell, or the product of two.
    struct Term: BitwiseCopyable, Sendable {
        let cell: Int32
        /// The other cell of the product; negative where there is none.
        let factor: Int32

        init(_ cell: Int32, times factor: Int32 = -1) {
            self.cell = cell
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

extension ScalarTest {
    /// Where the names and numbers of conditions lie.
    struct Cells {
        /// The cell of a name or of `name.member`; `nil` where it is none.
        let cell: (_ name: String, _ member: String?) -> Int32?
        /// The cell of a constant.
        let constant: (ValueSet) -> Int32
    }

    /// - Returns: `nil` when the expression does more than compare, or reads something that has no cell.
    init?(_ expression: FEELExpression, _ cells: Cells) {
        var reader = Reader(cells: cells)
        guard reader.condition(expression) != nil else { return nil }
        nodes = reader.nodes
    }

    private struct Reader {
        let cells: Cells
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
            where function.kind == .name("not") && arguments.count == 1 && cells.cell("not", nil) == nil:
                guard let part = condition(arguments[0]) else { return nil }
                return add(.not(part))
            case .name, .path:
                return cell(expression).map { add(.cell($0)) }
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
                guard let left = cell(left), let factor = cell(right) else { return nil }
                return Term(left, times: factor)
            }
            return cell(expression).map { Term($0) }
        }

        private func cell(_ expression: FEELExpression) -> Int32? {
            switch expression.kind {
            case .number(let value): return cells.constant(.exactly(.number(value)))
            case .negation(let operand):
                guard case .number(let value) = operand.kind else { return nil }
                return cells.constant(.exactly(.number(-value)))
            case .boolean(let value): return cells.constant(.exactly(.boolean(value)))
            case .name(let name): return cells.cell(name, nil)
            case .path(let base, let member):
                guard case .name(let name) = base.kind else { return nil }
                return cells.cell(name, member)
            default: return nil
            }
        }
    }
}
