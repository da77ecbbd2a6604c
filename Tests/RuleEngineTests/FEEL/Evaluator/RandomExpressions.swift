import RuleEngine
import TestSupport

/// Random expressions over the numbers `x` and `y`, the conditions `p` and `q`, and the list `l`.
struct RandomExpressions {
    /// A set with values in it to try.
    struct Input {
        let set: ValueSet
        let samples: [FEELValue]
    }

    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    // MARK: Inputs

    mutating func inputs() -> [String: Input] {
        ["x": number(), "y": number(), "p": condition(), "q": condition(), "l": list()]
    }

    mutating func completions(of inputs: [String: Input], atMost count: Int) -> [[String: UncertainValue]] {
        let names = inputs.keys.sorted()
        return (0..<count).map { _ in
            var completion: [String: UncertainValue] = [:]
            for name in names {
                guard let value = inputs[name]?.samples.randomElement(using: &random) else { continue }
                completion[name] = UncertainValue(value)
            }
            return completion
        }
    }

    private mutating func number() -> Input {
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            let value = smallNumber()
            return Input(set: .exactly(value), samples: [value])
        case 1:
            let values = [smallNumber(), smallNumber(), Bool.random(using: &random) ? .null : smallNumber()]
            return Input(set: ValueSet(oneOf: values), samples: values)
        case 2:
            return Input(
                set: .anything, samples: [.null, smallNumber(), .string("a"), .boolean(true), .list([smallNumber()])])
        default:
            let low = Int.random(in: -3...3, using: &random)
            let high = low + Int.random(in: 1...4, using: &random)
            let orNull = Int.random(in: 0..<4, using: &random) == 0
            let interval = NumberInterval(low: FEELNumber(low), high: FEELNumber(high))
            let inside = (low...high).map { FEELValue.number(FEELNumber($0)) }
            return Input(set: .numbers(interval, orNull: orNull), samples: orNull ? inside + [.null] : inside)
        }
    }

    private mutating func smallNumber() -> FEELValue {
        .number(FEELNumber(Int.random(in: -3...4, using: &random)))
    }

    private mutating func condition() -> Input {
        let values: [FEELValue] = [.boolean(true), .boolean(false), .null].filter { _ in Bool.random(using: &random) }
        let kept = values.isEmpty ? [.boolean(true)] : values
        return Input(set: ValueSet(oneOf: kept), samples: kept)
    }

    private mutating func list() -> Input {
        let members = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            (input: number(), certain: Int.random(in: 0..<3, using: &random) > 0)
        }
        let open = Int.random(in: 0..<6, using: &random) == 0
        let distinct = Int.random(in: 0..<4, using: &random) == 0
        let inOrder = !open && members.allSatisfy(\.certain)
        let samples = (0..<6).map { _ -> FEELValue in
            var values: [FEELValue] = []
            for member in members where member.certain || Bool.random(using: &random) {
                values.append(member.input.samples.randomElement(using: &random) ?? .null)
            }
            if open { values += [smallNumber(), .string("z"), .null].filter { _ in Bool.random(using: &random) } }
            if !inOrder { values.shuffle(using: &random) }
            guard distinct else { return .list(values) }
            return .list(
                values.reduce(into: []) { kept, value in
                    if !kept.contains(where: { $0.isEqual(value) == true }) { kept.append(value) }
                })
        }
        let uncertain = UncertainList(
            members: members.map { .init($0.input.set, certain: $0.certain) }, open: open, distinct: distinct)
        return Input(set: ValueSet(uncertain), samples: samples)
    }

    // MARK: Expressions

    mutating func expression(depth: Int) -> FEELExpression {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: numeric(depth)
        case 1: logical(depth)
        default: listed(depth)
        }
    }

    private mutating func numeric(_ depth: Int) -> FEELExpression {
        guard depth > 0 else {
            let leaves: [FEELExpression.Kind] = [
                .name("x"), .name("y"), .number(FEELNumber(Int.random(in: -2...3, using: &random))), .name("x"), .null,
            ]
            return node(leaves.randomElement(using: &random) ?? .null)
        }
        switch Int.random(in: 0..<9, using: &random) {
        case 0, 1:
            let operations: [FEELExpression.BinaryOperator] = [.add, .subtract, .multiply, .divide]
            let operation = operations.randomElement(using: &random) ?? .add
            return node(.binary(operation, numeric(depth - 1), numeric(depth - 1)))
        case 2: return node(.negation(numeric(depth - 1)))
        case 3:
            return node(
                .conditional(logical(depth - 1), then: numeric(depth - 1), otherwise: numeric(depth - 1)))
        case 4, 5:
            return call(["count", "sum", "min", "max", "mean", "product", "median"], [listed(depth - 1)])
        case 6: return call(["abs", "floor", "ceiling", "sqrt"], [numeric(depth - 1)])
        case 7: return node(.filter(listed(depth - 1), numeric(depth - 1)))
        default: return numeric(0)
        }
    }

    private mutating func logical(_ depth: Int) -> FEELExpression {
        guard depth > 0 else { return node(Bool.random(using: &random) ? .name("p") : .name("q")) }
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1, 2:
            let operations: [FEELExpression.BinaryOperator] = [
                .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
            ]
            let operation = operations.randomElement(using: &random) ?? .equal
            return node(.binary(operation, numeric(depth - 1), numeric(depth - 1)))
        case 3:
            let operation: FEELExpression.BinaryOperator = Bool.random(using: &random) ? .and : .or
            return node(.binary(operation, logical(depth - 1), logical(depth - 1)))
        case 4: return call(["not"], [logical(depth - 1)])
        case 5: return node(.between(numeric(depth - 1), low: numeric(0), high: numeric(0)))
        case 6:
            let tests: [FEELUnaryTest] = [
                .comparison(.greater, numeric(0)), .expression(numeric(0)), .expression(listed(depth - 1)),
                .expression(
                    node(
                        .range(
                            FEELRangeSyntax(low: numeric(0), high: numeric(0), lowIncluded: true, highIncluded: false)))
                ),
            ]
            return node(.membership(numeric(depth - 1), Array(tests.shuffled(using: &random).prefix(2))))
        case 7: return call(["list contains"], [listed(depth - 1), numeric(0)])
        case 8:
            let iterator = FEELIterator(name: "x", domain: .list(listed(depth - 1)))
            return node(
                .quantified(Bool.random(using: &random) ? .some : .every, [iterator], satisfies: logical(depth - 1)))
        default: return call(["all", "any"], [node(.list([logical(0), logical(depth - 1)]))])
        }
    }

    private mutating func listed(_ depth: Int) -> FEELExpression {
        guard depth > 0 else { return node(.name("l")) }
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return node(.list([numeric(depth - 1), numeric(depth - 1)]))
        case 1, 2:
            let condition = node(.binary(.greater, node(.name("item")), numeric(depth - 1)))
            return node(.filter(listed(depth - 1), condition))
        case 3:
            let iterator = FEELIterator(name: "x", domain: .list(listed(depth - 1)))
            return node(.iteration([iterator], result: numeric(depth - 1)))
        case 4: return call(["distinct values", "reverse", "flatten", "sort"], [listed(depth - 1)])
        case 5: return call(["concatenate", "union"], [listed(depth - 1), listed(depth - 1)])
        case 6: return call(["append"], [listed(depth - 1), numeric(depth - 1)])
        default: return node(.conditional(logical(depth - 1), then: listed(depth - 1), otherwise: listed(depth - 1)))
        }
    }

    private mutating func call(_ names: [String], _ arguments: [FEELExpression]) -> FEELExpression {
        node(.call(node(.name(names.randomElement(using: &random) ?? "count")), .positional(arguments)))
    }

    private func node(_ kind: FEELExpression.Kind) -> FEELExpression { FEELExpression(kind, range: 0..<0) }
}
