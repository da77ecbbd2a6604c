import RuleEngine

extension FEELExpression {
    /// The same expression with its places counted from elsewhere: those of several texts can then be told apart.
    ///
    /// Trees of the parser are at most `FEELParser.depthLimit` tall, so that this may call itself.
    func moved(by offset: Int) -> FEELExpression {
        func move(_ expression: FEELExpression) -> FEELExpression { expression.moved(by: offset) }
        func move(_ tests: [FEELUnaryTest]) -> [FEELUnaryTest] {
            tests.map { test in
                switch test {
                case .comparison(let sign, let operand): .comparison(sign, move(operand))
                case .expression(let expression): .expression(move(expression))
                }
            }
        }
        func move(_ iterators: [FEELIterator]) -> [FEELIterator] {
            iterators.map { iterator in
                switch iterator.domain {
                case .list(let list): FEELIterator(name: iterator.name, domain: .list(move(list)))
                case .range(let low, let high): FEELIterator(name: iterator.name, domain: .range(move(low), move(high)))
                }
            }
        }
        let kind: Kind =
            switch kind {
            case .null, .boolean, .number, .string, .temporal, .name: self.kind
            case .negation(let operand): .negation(move(operand))
            case .binary(let sign, let left, let right): .binary(sign, move(left), move(right))
            case .chain(let first, let links):
                .chain(move(first), links.map { FEELLink($0.sign, move($0.operand)) })
            case .between(let value, let low, let high): .between(move(value), low: move(low), high: move(high))
            case .membership(let value, let tests): .membership(move(value), move(tests))
            case .instanceOf(let value, let type): .instanceOf(move(value), type)
            case .path(let base, let name): .path(move(base), name)
            case .filter(let list, let match): .filter(move(list), move(match))
            case .call(let callee, .positional(let values)): .call(move(callee), .positional(values.map(move)))
            case .call(let callee, .named(let values)):
                .call(move(callee), .named(values.map { .init(name: $0.name, value: move($0.value)) }))
            case .conditional(let condition, let then, let otherwise):
                .conditional(move(condition), then: move(then), otherwise: move(otherwise))
            case .choice(let branches, let otherwise):
                .choice(
                    branches.map { FEELBranch(move($0.condition), then: move($0.result)) }, otherwise: move(otherwise))
            case .iteration(let iterators, let result): .iteration(move(iterators), result: move(result))
            case .quantified(let quantifier, let iterators, let body):
                .quantified(quantifier, move(iterators), satisfies: move(body))
            case .list(let members): .list(members.map(move))
            case .context(let entries): .context(entries.map { .init(key: $0.key, value: move($0.value)) })
            case .range(let range):
                .range(
                    FEELRangeSyntax(
                        low: range.low.map(move), high: range.high.map(move), lowIncluded: range.lowIncluded,
                        highIncluded: range.highIncluded, equality: range.equality))
            case .function(let parameters, let body, let external):
                .function(parameters, body: move(body), external: external)
            }
        return FEELExpression(kind, range: range.lowerBound + offset..<range.upperBound + offset)
    }

    /// An expression that stands in no text.
    init(_ kind: Kind) { self.init(kind, range: 0..<0) }
}
