/// One run of code under way, specialised for the type of its environment.
///
/// Three ways lead through the same code: `evaluate` gives what is known of a part, `operand` the same with a bare
/// number where it is one, and `result` the truth of a condition. The last two touch no heap where all inputs are exact
/// numbers and conditions.
///
/// A profile of the benchmarks in a release build (perf) has no dictionary and no existential among its first rows:
/// what leads is `operand` itself, the copying of values and numbers (a switch over their cases), and retain and
/// release.
struct Evaluation<Environment: FEELEnvironment> {
    var environment: Environment
    var ledger: EvaluationBudget
    /// The code at hand: that of the expression, or of the function that is being called.
    var code: FEELCode.Parts
    var registers: [UncertainValue]
    /// The first register of the code at hand.
    var base = 0
    /// What the function that is being called took along; `nil` for names that were not bound where it stands.
    var captured: [UncertainValue?] = []
    /// Unknown inputs of verdicts that are not exact, innermost last.
    var pending: [InputID] = []
    /// What functions given to the builtin at hand left open.
    var openVerdicts: [UncertainValue] = []

    init(_ code: FEELCode.Parts, environment: Environment, ledger: EvaluationBudget) {
        self.code = code
        self.environment = environment
        self.ledger = ledger
        registers = code.registerCount == 0 ? [] : Array(repeating: UncertainValue(.null), count: code.registerCount)
    }

    // MARK: Values

    mutating func evaluate(_ node: Int32) -> UncertainValue {
        guard ledger.enter() else { return stopped(at: node) }
        let result = result(of: node)
        ledger.leave()
        return result
    }

    private mutating func result(of node: Int32) -> UncertainValue {
        switch code.nodes[Int(node)] {
        case .constant(let index): return UncertainValue(code.constants[Int(index)])
        case .temporal(let name):
            return ledger.exact(ledger.evaluator.temporalValue(code.names[Int(name)]), at: range(node))
        case .name(let reference, let name): return value(ofName: name, reference, at: node)
        case .negation(let operand): return negation(operand, at: node)
        case .binary(let operation, let left, let right):
            if operation.isArithmetic { return arithmetic(operation, left, right, at: node).possible }
            return possible { $0.conditionResult(operation, left, right, at: node) }
        case .chain(let site):
            if code.chains[Int(site)].isArithmetic { return arithmetic(Int(site), at: node).possible }
            return possible { $0.connective(Int(site)) }
        case .between(let value, let low, let high):
            return possible { $0.between(value, low, high, at: node) }
        case .membership(let value, let first, let count, let register):
            return possible { $0.membership(value, tests: Int(first)..<Int(first + count), register, at: node) }
        case .not(let operand):
            return possible { ConditionResult($0.conditionResult(operand).truth.negated) }
        case .instanceOf(let value, let type): return instanceOf(value, type)
        case .path(let base, let member): return path(base, member, at: node)
        case .namePath(let reference, let name, let whole, let member):
            return path(reference, name, whole, member, at: node)
        case .filter(let base, let condition, let register, let isVerdict):
            return filter(base, .init(condition: condition, register: register, isVerdict: isVerdict, node: node))
        case .builtin(let call): return callBuiltin(call, at: node)
        case .nameCall(let reference, let name, let call): return callName(reference, name, call, at: node)
        case .call(let callee, let call): return callValue(callee, call, at: node)
        case .conditional(let condition, let then, let otherwise):
            return conditional(condition, then, otherwise)
        case .choice(let site): return choice(Int(site))
        case .iteration(let loop): return iteration(Int(loop), at: node)
        case .quantified(let loop): return quantified(Int(loop), at: node)
        case .list(let first, let count): return list(Int(first)..<Int(first + count), at: node)
        case .context(let site): return context(Int(site), at: node)
        case .range(let low, let high, let shape): return makeRange(low, high, shape, at: node)
        case .function(let site): return function(Int(site), at: node)
        case .externalFunction: return ledger.fault(.unknownFunction, .externalFunction, at: range(node))
        }
    }

    /// The value of a part, a bare number where it is one.
    mutating func operand(_ node: Int32) -> Operand {
        switch code.nodes[Int(node)] {
        case .constant(let index):
            ledger.count()
            if case .number(let number) = code.constants[Int(index)] { return .number(number) }
            return .other(UncertainValue(code.constants[Int(index)]))
        case .name(let reference, _):
            switch code.references[Int(reference)] {
            case .slot(let slot):
                ledger.count()
                if let number = environment.number(at: slot) { return .number(number) }
                return .other(value(at: slot))
            case .register(let register):
                ledger.count()
                if case .exactly(.number(let number)) = registers[base + Int(register)].set { return .number(number) }
                return .other(registers[base + Int(register)])
            case .item(let register, _, true):
                ledger.count()
                if case .exactly(.number(let number)) = registers[base + Int(register)].set { return .number(number) }
                return Operand(evaluate(node))
            default: return Operand(evaluate(node))
            }
        case .binary(let operation, let left, let right) where operation.isArithmetic:
            guard ledger.enter() else { return .other(stopped(at: node)) }
            let result = arithmetic(operation, left, right, at: node)
            ledger.leave()
            return result
        case .chain(let site) where code.chains[Int(site)].isArithmetic:
            guard ledger.enter() else { return .other(stopped(at: node)) }
            let result = arithmetic(Int(site), at: node)
            ledger.leave()
            return result
        default: return Operand(evaluate(node))
        }
    }

    // MARK: Notes and limits

    func range(_ node: Int32) -> Range<Int> { code.ranges[Int(node)] }

    mutating func stopped(at node: Int32) -> UncertainValue {
        ledger.stop(at: range(node))
        return UncertainValue(.null)
    }

    /// Runs something that concerns only some completions: what it notes is dropped.
    mutating func withoutNotes<Result>(_ body: (inout Self) -> Result) -> Result {
        ledger.mute()
        defer { ledger.unmute() }
        return body(&self)
    }
}
