/// Turns expressions of one rule into programs.
struct ProgramCompiler {
    let templates: [Template]
    /// The places of what the expression may read.
    var sources: [String: ProductionExpression.Source]

    /// The number of the program that computes an expression.
    ///
    /// - Parameter negated: the program then says whether the value is anything but true.
    func program(_ expression: FEELExpression, negated: Bool = false, in store: inout ProgramStore) -> Int32 {
        var steps: [ProductionInstruction] = []
        let isWhole = compile(expression, &steps, &store)
        if !isWhole || Self.depth(of: steps) > ProductionInstruction.stackSize {
            steps = [store.expression(ProductionExpression(expression: expression, uses: uses(in: expression)))]
        }
        if negated { steps.append(ProductionInstruction(operation: .isNotTrue)) }
        return store.program(steps)
    }

    /// The names that an expression reads, with their places, in order of name.
    private func uses(in expression: FEELExpression) -> [ProductionExpression.Use] {
        Set(expression.freeNames.map(\.name)).sorted().compactMap { name in
            sources[name].map { ProductionExpression.Use(name: name, source: $0) }
        }
    }

    private static func depth(of steps: [ProductionInstruction]) -> Int {
        // Both branches of a condition are counted, which is more than is needed.
        var depth = 0
        var deepest = 0
        for step in steps {
            depth += step.stackEffect
            deepest = max(deepest, depth)
        }
        return deepest
    }

    /// Appends the steps; `false` when the evaluator is needed.
    private func compile(
        _ expression: FEELExpression, _ steps: inout [ProductionInstruction], _ store: inout ProgramStore
    ) -> Bool {
        switch expression.kind {
        case .null: steps.append(store.constant(.null))
        case .boolean(let value): steps.append(store.constant(.boolean(value)))
        case .number(let value): steps.append(store.constant(.number(value)))
        case .string(let value): steps.append(store.constant(.string(value)))
        case .name(let name):
            guard case .local(let index)? = sources[name] else { return false }
            steps.append(ProductionInstruction(operation: .local, operand: Int32(index)))
        case .path(let base, let member):
            guard case .name(let name) = base.kind, case .fact(let level, let template)? = sources[name],
                let field = templates[template].fieldIndex(of: member)
            else { return false }
            steps.append(ProductionInstruction(operation: .field, level: Int16(level), operand: Int32(field)))
        case .negation(let operand):
            guard compile(operand, &steps, &store) else { return false }
            steps.append(ProductionInstruction(operation: .negate))
        case .binary(let operation, let left, let right):
            guard compile(left, &steps, &store), compile(right, &steps, &store) else { return false }
            steps.append(ProductionInstruction(operation: operation.instruction))
        case .between(let value, let low, let high):
            for (bound, operation) in [(low, ProductionInstruction.Operation.greaterOrEqual), (high, .lessOrEqual)] {
                guard compile(value, &steps, &store), compile(bound, &steps, &store) else { return false }
                steps.append(ProductionInstruction(operation: operation))
            }
            steps.append(ProductionInstruction(operation: .and))
        case .conditional(let condition, let then, let otherwise):
            return conditional(condition, then, otherwise, &steps, &store)
        case .call(let function, .positional(let arguments)):
            return call(function, arguments, &steps, &store)
        default: return false
        }
        return true
    }

    /// Only of a condition that is a truth value or null: of others the result is a fault.
    private func conditional(
        _ condition: FEELExpression, _ then: FEELExpression, _ otherwise: FEELExpression,
        _ steps: inout [ProductionInstruction], _ store: inout ProgramStore
    ) -> Bool {
        guard condition.givesTruth, compile(condition, &steps, &store) else { return false }
        let test = steps.count
        steps.append(ProductionInstruction(operation: .jumpUnlessTrue))
        guard compile(then, &steps, &store) else { return false }
        let end = steps.count
        steps.append(ProductionInstruction(operation: .jump))
        steps[test].operand = Int32(steps.count)
        guard compile(otherwise, &steps, &store) else { return false }
        steps[end].operand = Int32(steps.count)
        return true
    }

    private func call(
        _ function: FEELExpression, _ arguments: [FEELExpression], _ steps: inout [ProductionInstruction],
        _ store: inout ProgramStore
    ) -> Bool {
        guard case .name(let name) = function.kind, sources[name] == nil,
            let step = ProductionInstruction(callOf: name, arguments: arguments.count)
        else { return false }
        // Outside of truth values, `not` and the evaluator's faults differ.
        if step.operation == .not, arguments.contains(where: { !$0.givesTruth }) { return false }
        for argument in arguments {
            guard compile(argument, &steps, &store) else { return false }
        }
        steps.append(step)
        return true
    }
}

extension ProductionInstruction {
    /// A call that programs make themselves; `nil` for all others.
    fileprivate init?(callOf name: String, arguments: Int) {
        let function: Function
        switch (name, arguments) {
        case ("not", 1):
            self.init(operation: .not)
            return
        case ("floor", 1): function = .floor
        case ("abs", 1): function = .abs
        case ("modulo", 2): function = .modulo
        case (RuleFunctions.atan2, 2): function = .atan2
        default: return nil
        }
        self.init(operation: .function, operand: function.rawValue)
    }
}

extension FEELExpression {
    /// Whether the value is a truth value or null, whatever is read.
    fileprivate var givesTruth: Bool {
        switch kind {
        case .boolean, .null, .between: true
        case .binary(let operation, _, _): operation.givesTruth
        case .call(let function, .positional(let arguments)):
            function.kind == .name("not") && arguments.count == 1
        default: false
        }
    }
}

extension FEELExpression.BinaryOperator {
    fileprivate var givesTruth: Bool {
        switch self {
        case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .add, .subtract, .multiply, .divide, .power: false
        }
    }

    fileprivate var instruction: ProductionInstruction.Operation {
        switch self {
        case .or: .or
        case .and: .and
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .power: .power
        }
    }
}
