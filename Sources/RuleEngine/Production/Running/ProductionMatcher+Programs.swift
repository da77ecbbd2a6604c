/// Keys, tests and computed values of the match at hand.
extension ProductionMatcher {
    /// Puts the facts of a match at their levels.
    @inline(__always)
    mutating func bind(_ token: Int32) {
        var current = token
        while current > 0 {
            let row = tokens[current]
            let node = network.nodes[Int(row.node)]
            if node.kind == .join { binding[Int(node.level)] = row.fact }
            current = row.parent
        }
    }

    /// The hash of a fact in an index.
    @inline(__always)
    func hash(of fact: Int32, _ index: Int32) -> UInt32 {
        var hash: UInt64 = 0
        for position in network.factIndexes[Int(index)].fields {
            hash = facts.value(fact, Int(network.keyFields[Int(position)])).hash(after: hash)
        }
        return UInt32(truncatingIfNeeded: hash)
    }

    /// The hash of the bound match in an index.
    @inline(__always)
    mutating func hash(ofBoundAt index: Int32) -> UInt32 {
        var hash: UInt64 = 0
        for position in network.tokenIndexes[Int(index)].key {
            hash = keyValue(network.keyParts[Int(position)]).hash(after: hash)
        }
        return UInt32(truncatingIfNeeded: hash)
    }

    @inline(__always)
    private mutating func keyValue(_ part: ProductionNetwork.KeyPart) -> CompactValue {
        part.program < 0
            ? facts.value(binding[Int(part.level)], Int(part.field)) : value(of: part.program)
    }

    /// Whether a fact goes with the bound match at a node: equal keys, and all tests true.
    @inline(__always)
    mutating func matches(_ node: ProductionNetwork.Node, _ fact: Int32) -> Bool {
        var part = Int(network.tokenIndexes[Int(node.tokenIndex)].key.lowerBound)
        for position in network.factIndexes[Int(node.factIndex)].fields {
            let field = Int(network.keyFields[Int(position)])
            guard facts.value(fact, field) == keyValue(network.keyParts[part]) else { return false }
            part += 1
        }
        guard !node.tests.isEmpty else { return true }
        binding[Int(node.level)] = fact
        for test in node.tests where !holds(network.lists[Int(test)]) { return false }
        return true
    }

    @inline(__always)
    mutating func holds(_ number: Int32) -> Bool {
        let program = network.programs.programs[Int(number)]
        guard program.shape == .comparison else { return value(of: number).isTrue }
        let left = operand(network.programs.instructions[Int(program.start)])
        let right = operand(network.programs.instructions[Int(program.start) + 1])
        let operation = network.programs.instructions[Int(program.start) + 2].operation
        switch operation {
        case .equal where left.kind != .other && right.kind != .other: return left == right
        case .notEqual where left.kind != .other && right.kind != .other:
            return left.kind == right.kind ? left != right : left.kind == .null || right.kind == .null
        case .less where left.isWhole && right.isWhole: return left.payload < right.payload
        case .lessOrEqual where left.isWhole && right.isWhole: return left.payload <= right.payload
        case .greater where left.isWhole && right.isWhole: return left.payload > right.payload
        case .greaterOrEqual where left.isWhole && right.isWhole: return left.payload >= right.payload
        default: return combined(operation, left, right).isTrue
        }
    }

    /// The value of a step that stands for itself.
    @inline(__always)
    private func operand(_ step: ProductionInstruction) -> CompactValue {
        switch step.operation {
        case .field: facts.value(binding[Int(step.level)], Int(step.operand))
        case .local: locals[step.operand]
        default: network.programs.constants[Int(step.operand)]
        }
    }

    /// The value of a program on the bound facts.
    @inline(__always)
    mutating func value(of number: Int32) -> CompactValue {
        let program = network.programs.programs[Int(number)]
        guard program.shape == .operand else { return run(program) }
        return operand(network.programs.instructions[Int(program.start)])
    }

    private mutating func run(_ program: ProgramStore.Program) -> CompactValue {
        let start = Int(program.start)
        let end = Int(program.end)
        var position = start
        var top = -1
        while position < end {
            let step = network.programs.instructions[position]
            position += 1
            switch step.operation {
            case .constant, .field, .local:
                top += 1
                stack[top] = operand(step)
            case .evaluate:
                top += 1
                stack[top] = evaluate(network.programs.expressions[Int(step.operand)])
            case .jump: position = start + Int(step.operand)
            case .jumpUnlessTrue:
                if !stack[top].isTrue { position = start + Int(step.operand) }
                top -= 1
            case .not: stack[top] = stack[top].kind == .boolean ? CompactValue(!stack[top].isTrue) : .null
            case .negate: stack[top] = negated(stack[top])
            case .isNotTrue: stack[top] = CompactValue(!stack[top].isTrue)
            case .function:
                guard let function = ProductionInstruction.Function(rawValue: step.operand) else {
                    preconditionFailure("programs call functions that exist")
                }
                if step.stackEffect < 0 {
                    top -= 1
                    stack[top] = values.call(function, stack[top], stack[top + 1])
                } else {
                    stack[top] = values.call(function, stack[top], .null)
                }
            default:
                top -= 1
                stack[top] = combined(step.operation, stack[top], stack[top + 1])
            }
        }
        return stack[0]
    }

    @inline(__always)
    private mutating func combined(
        _ operation: ProductionInstruction.Operation, _ left: CompactValue, _ right: CompactValue
    ) -> CompactValue {
        switch operation {
        case .equal where left.kind == right.kind && left.kind != .other: return CompactValue(left == right)
        case .equal: return values.equal(left, right)
        case .notEqual:
            let equal = values.equal(left, right)
            return equal.kind == .boolean ? CompactValue(!equal.isTrue) : .null
        case .less: return values.order(left, right).map { CompactValue($0 == .less) } ?? .null
        case .lessOrEqual: return values.order(left, right).map { CompactValue($0 != .greater) } ?? .null
        case .greater: return values.order(left, right).map { CompactValue($0 == .greater) } ?? .null
        case .greaterOrEqual: return values.order(left, right).map { CompactValue($0 != .less) } ?? .null
        case .and:
            if left == .no || right == .no { return .no }
            return left.isTrue && right.isTrue ? .yes : .null
        case .or:
            if left.isTrue || right.isTrue { return .yes }
            return left == .no && right == .no ? .no : .null
        case .add: return values.apply(.add, left, right)
        case .subtract: return values.apply(.subtract, left, right)
        case .multiply: return values.apply(.multiply, left, right)
        case .divide: return values.apply(.divide, left, right)
        case .power: return values.apply(.power, left, right)
        default: preconditionFailure("only operators of two operands are combined")
        }
    }

    private mutating func negated(_ value: CompactValue) -> CompactValue {
        switch FEELOperators.negate(values.value(value)) {
        case .value(let value): values.compact(value)
        case .fault: .null
        }
    }

    /// The slow way: the evaluator reads the facts as contexts.
    private mutating func evaluate(_ expression: ProductionExpression) -> CompactValue {
        var names: [String: UncertainValue] = [:]
        for use in expression.uses {
            switch use.source {
            case .local(let position): names[use.name] = UncertainValue(values.value(locals[position]))
            case .fact(let level, let template):
                let row = facts.row(binding[level])
                let fields = network.productionSet.templates[template].fields
                let entries = zip(fields, row).map { FEELContext.Entry(key: $0.name, value: values.value($1)) }
                names[use.name] = UncertainValue(.context(FEELContext(entries)))
            }
        }
        let outcome = Self.evaluator.evaluate(expression.expression, in: FEELDictionaryScope(names))
        return values.compact(outcome.result.set.exactValue ?? .null)
    }

    private static let evaluator = FEELEvaluator(extensions: [RuleFunctions.atan2: .atan2])
}
