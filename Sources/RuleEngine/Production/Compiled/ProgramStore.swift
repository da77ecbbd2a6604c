/// The programs of a network, each once, with their constants.
struct ProgramStore: Sendable {
    struct Program: Sendable {
        let start: Int32
        let end: Int32
        let shape: Shape
    }

    enum Shape: UInt8, Sendable {
        /// A constant, a field or a named value, and no more.
        case operand
        /// Compares a field with a field or a constant, and does no more.
        case comparison
        case steps
    }

    private(set) var values = ValueTable()
    private(set) var constants: [CompactValue] = []
    private(set) var instructions: [ProductionInstruction] = []
    /// Where each program stands among the instructions.
    private(set) var programs: [Program] = []
    private(set) var expressions: [ProductionExpression] = []

    private var constantPlaces: [CompactValue: Int32] = [:]
    private var programPlaces: [[ProductionInstruction]: Int32] = [:]
    private var expressionPlaces: [ProductionExpression: Int32] = [:]

    mutating func compact(_ value: FEELValue) -> CompactValue { values.compact(value) }

    mutating func constant(_ value: FEELValue) -> ProductionInstruction {
        let value = values.compact(value)
        let index = constantPlaces[value] ?? Int32(constants.count)
        if index == constants.count {
            constants.append(value)
            constantPlaces[value] = index
        }
        return ProductionInstruction(operation: .constant, operand: index)
    }

    mutating func expression(_ expression: ProductionExpression) -> ProductionInstruction {
        let index = expressionPlaces[expression] ?? Int32(expressions.count)
        if index == expressions.count {
            expressions.append(expression)
            expressionPlaces[expression] = index
        }
        return ProductionInstruction(operation: .evaluate, operand: index)
    }

    /// The number of a program; the same for the same instructions.
    mutating func program(_ steps: [ProductionInstruction]) -> Int32 {
        if let index = programPlaces[steps] { return index }
        let index = Int32(programs.count)
        programPlaces[steps] = index
        let start = Int32(instructions.count)
        programs.append(Program(start: start, end: start + Int32(steps.count), shape: steps.shape))
        instructions += steps
        return index
    }

    /// The step of a program that reads a field and no more; `nil` for any other.
    func field(of program: Int32) -> ProductionInstruction? {
        let program = programs[Int(program)]
        let step = instructions[Int(program.start)]
        return program.shape == .operand && step.operation == .field ? step : nil
    }

    /// The value of a program that is a constant; `nil` for any other.
    func constant(of program: Int32) -> FEELValue? {
        let program = programs[Int(program)]
        let step = instructions[Int(program.start)]
        guard program.shape == .operand, step.operation == .constant else { return nil }
        return values.value(constants[Int(step.operand)])
    }
}

extension [ProductionInstruction] {
    fileprivate var shape: ProgramStore.Shape {
        if count == 1, [.constant, .field, .local].contains(self[0].operation) { return .operand }
        let isComparison =
            count == 3 && self[0].operation == .field && [.field, .constant].contains(self[1].operation)
            && [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual].contains(self[2].operation)
        return isComparison ? .comparison : .steps
    }
}
