/// Turns an expression into code: names become registers and places, calls find their function and the way their
/// arguments fit it, and parts without names come down to their value.
struct FEELCompiler {
    let evaluator: FEELEvaluator
    var draft = CodeDraft()
    var names: NameTable

    /// For an environment with slots, or for a scope that is asked by name when there are none.
    init(_ evaluator: FEELEvaluator, resolver: (any FEELNameResolver)?) {
        self.evaluator = evaluator
        names = NameTable(root: resolver.map { .resolver($0) } ?? .scope)
    }

    /// For the body of a function that stands in the code of `surroundings`.
    private init(_ evaluator: FEELEvaluator, within surroundings: NameTable) {
        self.evaluator = evaluator
        names = NameTable(root: .function(surroundings.root))
    }

    static func compile(
        _ expression: FEELExpression, by evaluator: FEELEvaluator, for resolver: (any FEELNameResolver)?
    ) -> FEELCode {
        var compiler = FEELCompiler(evaluator, resolver: resolver)
        let root = compiler.compile(expression)
        return compiler.code(root)
    }

    /// Tests of a value that is handed over in the first register.
    static func compile(
        _ tests: FEELUnaryTests, by evaluator: FEELEvaluator, for resolver: (any FEELNameResolver)?
    ) -> FEELCode {
        var compiler = FEELCompiler(evaluator, resolver: resolver)
        let register = compiler.names.bind("?")
        compiler.draft.registerCount = 1
        let value = compiler.add(.name(reference: compiler.addReference(.register(register)), name: 0), at: 0..<0)
        compiler.draft.names.append("?")
        let root: Int32
        switch tests {
        case .any: root = compiler.addConstant(.boolean(true), at: 0..<0)
        case .tests(let tests): root = compiler.membership(value, tests, at: 0..<0)
        case .negated(let tests): root = compiler.add(.not(compiler.membership(value, tests, at: 0..<0)), at: 0..<0)
        }
        return compiler.code(root)
    }

    /// A function by itself; its free names are taken along where it is created, or given later.
    static func compile(
        _ parameters: [FEELParameter], _ body: FEELExpression, by evaluator: FEELEvaluator,
        within surroundings: NameTable = NameTable(root: .scope)
    ) -> FunctionCode {
        var compiler = FEELCompiler(evaluator, within: surroundings)
        for parameter in parameters { compiler.names.bind(parameter.name) }
        let root = compiler.compile(body)
        // Parameters are handed over whether the body reads them or not.
        compiler.draft.registerCount = max(compiler.draft.registerCount, parameters.count)
        return FunctionCode(
            parameters: parameters, body: body, code: compiler.code(root), freeNames: compiler.names.freeNames)
    }

    func code(_ root: Int32) -> FEELCode { FEELCode(FEELCode.Parts(draft), root: root) }

    // MARK: Tables

    mutating func add(_ node: FEELCode.Node, at range: Range<Int>) -> Int32 {
        draft.nodes.append(node)
        draft.ranges.append(range)
        return Int32(draft.nodes.count - 1)
    }

    mutating func addConstant(_ value: FEELValue, at range: Range<Int>) -> Int32 {
        draft.constants.append(value)
        return add(.constant(Int32(draft.constants.count - 1)), at: range)
    }

    mutating func addName(_ name: String) -> Int32 {
        draft.names.append(name)
        return Int32(draft.names.count - 1)
    }

    // MARK: Expressions

    /// Adds an expression and gives its node: parts before the whole.
    mutating func compile(_ expression: FEELExpression) -> Int32 {
        let node = node(of: expression)
        return folded(node)
    }

    mutating func compile(_ expression: FEELExpression?) -> Int32 { expression.map { compile($0) } ?? FEELCode.none }

    private mutating func node(of expression: FEELExpression) -> Int32 {
        let range = expression.range
        switch expression.kind {
        case .null: return addConstant(.null, at: range)
        case .boolean(let value): return addConstant(.boolean(value), at: range)
        case .number(let value): return addConstant(.number(value), at: range)
        case .string(let value): return addConstant(.string(value), at: range)
        case .temporal(let text): return add(.temporal(name: addName(text)), at: range)
        case .name(let name): return self.name(name, at: range)
        case .negation(let operand): return add(.negation(compile(operand)), at: range)
        case .binary(let operation, let left, let right):
            return add(.binary(operation, compile(left), compile(right)), at: range)
        case .chain(let first, let links):
            let start = compile(first)
            let rest = links.map { FEELCode.ChainSite.Link(sign: $0.sign, operand: compile($0.operand)) }
            draft.chains.append(.init(first: start, links: rest))
            return add(.chain(Int32(draft.chains.count - 1)), at: range)
        case .between(let value, let low, let high):
            return add(.between(compile(value), low: compile(low), high: compile(high)), at: range)
        case .membership(let value, let tests): return membership(compile(value), tests, at: range)
        case .instanceOf(let value, let type):
            draft.types.append(type.resolved(by: evaluator.types))
            return add(.instanceOf(compile(value), type: Int32(draft.types.count - 1)), at: range)
        case .path(let base, let member): return path(base, member, at: range)
        case .filter(let base, let condition): return filter(base, condition, at: range)
        case .call(let callee, let arguments): return call(callee, arguments, at: range)
        case .conditional(let condition, let then, let otherwise):
            return add(
                .conditional(compile(condition), then: compile(then), otherwise: compile(otherwise)), at: range)
        case .choice(let branches, let otherwise):
            let rows = branches.map { (condition: compile($0.condition), result: compile($0.result)) }
            draft.choices.append(.init(branches: rows, otherwise: compile(otherwise)))
            return add(.choice(Int32(draft.choices.count - 1)), at: range)
        case .iteration(let iterators, let result): return iteration(iterators, result, at: range)
        case .quantified(let quantifier, let iterators, let condition):
            return quantified(quantifier, iterators, condition, at: range)
        case .list(let members):
            let nodes = members.map { compile($0) }
            draft.members += nodes
            return add(.list(first: Int32(draft.members.count - nodes.count), count: Int32(nodes.count)), at: range)
        case .context(let entries): return context(entries, at: range)
        case .range(let syntax):
            return add(.range(low: compile(syntax.low), high: compile(syntax.high), shape: .init(syntax)), at: range)
        case .function(let parameters, let body, let external):
            return external ? add(.externalFunction, at: range) : function(parameters, body, at: range)
        }
    }

    mutating func membership(_ value: Int32, _ tests: [FEELUnaryTest], at range: Range<Int>) -> Int32 {
        let register = names.bind("?")
        let rows = tests.map { test(of: $0) }
        let used = unbind(register)
        draft.tests += rows
        return add(
            .membership(
                value, first: Int32(draft.tests.count - rows.count), count: Int32(rows.count), register: used),
            at: range)
    }

    private mutating func test(of test: FEELUnaryTest) -> FEELCode.Test {
        switch test {
        case .comparison(let operation, let operand):
            return FEELCode.Test(kind: .comparison(operation, compile(operand)), range: operand.range)
        case .expression(let expression):
            if case .range(let syntax) = expression.kind {
                return FEELCode.Test(
                    kind: .range(low: compile(syntax.low), high: compile(syntax.high), shape: .init(syntax)),
                    range: expression.range)
            }
            return FEELCode.Test(
                kind: .expression(compile(expression), mentions: expression.mentionsTestedValue),
                range: expression.range)
        }
    }

    private mutating func filter(
        _ base: FEELExpression, _ condition: FEELExpression, at range: Range<Int>
    ) -> Int32 {
        let base = compile(base)
        let register = names.bindItem()
        let body = compile(condition)
        return add(
            .filter(base, condition: body, register: unbind(register), isVerdict: condition.isAlwaysVerdict), at: range)
    }

    // MARK: Loops and contexts

    private mutating func iteration(
        _ iterators: [FEELIterator], _ result: FEELExpression, at range: Range<Int>
    ) -> Int32 {
        loop(iterators, .some, hasPartial: true, body: result).map { add(.iteration(loop: $0), at: range) }
            ?? addConstant(.list([]), at: range)
    }

    private mutating func quantified(
        _ quantifier: FEELExpression.Quantifier, _ iterators: [FEELIterator], _ condition: FEELExpression,
        at range: Range<Int>
    ) -> Int32 {
        loop(iterators, quantifier, hasPartial: false, body: condition).map { add(.quantified(loop: $0), at: range) }
            ?? addConstant(.boolean(quantifier == .every), at: range)
    }

    /// `nil` for a loop without variables, which the grammar does not allow.
    private mutating func loop(
        _ iterators: [FEELIterator], _ quantifier: FEELExpression.Quantifier, hasPartial: Bool, body: FEELExpression
    ) -> Int32? {
        guard !iterators.isEmpty else { return nil }
        var domains: [(start: Int32, end: Int32)] = []
        var registers: [Int32] = []
        for iterator in iterators {
            switch iterator.domain {
            case .list(let list): domains.append((compile(list), FEELCode.none))
            case .range(let low, let high): domains.append((compile(low), compile(high)))
            }
            registers.append(names.bind(iterator.name))
        }
        let partial = hasPartial ? names.bind("partial") : FEELCode.none
        let body = (node: compile(body), isVerdict: body.isAlwaysVerdict)
        let usedPartial = hasPartial ? unbind(partial) : FEELCode.none
        let used = registers.reversed().map { unbind($0) }
        let variables = zip(domains, used.reversed()).map {
            FEELCode.LoopSite.Variable(register: $1, domain: $0.start, end: $0.end)
        }
        draft.loops.append(
            .init(
                variables: variables, body: body.node, partial: usedPartial, quantifier: quantifier,
                isVerdict: body.isVerdict))
        return Int32(draft.loops.count - 1)
    }

    private mutating func context(_ entries: [FEELContextEntry], at range: Range<Int>) -> Int32 {
        var values: [(key: String, value: Int32, register: Int32)] = []
        var keys: Set<String> = []
        var hasDoubleKey = false
        for entry in entries {
            // Values behind the second entry of one key are of no use.
            guard !hasDoubleKey else { break }
            let value = compile(entry.value)
            hasDoubleKey = !keys.insert(entry.key).inserted
            values.append((entry.key, value, names.bind(entry.key)))
        }
        let used = values.reversed().map { unbind($0.register) }
        let sites = zip(values, used.reversed()).map {
            FEELCode.ContextSite.Entry(key: $0.key, value: $0.value, register: $1)
        }
        draft.contexts.append(.init(entries: sites, hasDoubleKey: hasDoubleKey))
        return add(.context(Int32(draft.contexts.count - 1)), at: range)
    }

    private mutating func function(_ parameters: [FEELParameter], _ body: FEELExpression, at range: Range<Int>) -> Int32
    {
        let function = Self.compile(parameters, body, by: evaluator, within: names)
        let captures = function.freeNames.map { free in
            FEELCode.FunctionSite.Capture(reference: reference(to: free), name: addName(free.name))
        }
        draft.functions.append(.init(function: function, captures: captures))
        return add(.function(Int32(draft.functions.count - 1)), at: range)
    }
}
