// Operators by precedence. All binary operators group to the left, `**` too (DMN 1.5, 10.3.1.2).

extension FEELParser {
    /// The whole text as one expression.
    mutating func wholeExpression() throws(Abandoned) -> FEELExpression {
        if tokens.count == 1 {
            throw problems.isEmpty ? abandon(.empty) : Abandoned()
        }
        let expression = try expression()
        guard atEnd else { throw unexpected() }
        return expression
    }

    mutating func expression() throws(Abandoned) -> FEELExpression {
        try operation(.disjunction)
    }

    /// An expression of operators that bind at least as tightly as `minimum`.
    ///
    /// - Parameter first: the brackets at the start of the leftmost operand, when they were read already.
    mutating func operation(
        _ minimum: FEELPrecedence, startingWith first: FEELExpression? = nil
    ) throws(Abandoned) -> FEELExpression {
        var left: FEELExpression
        if let first {
            left = try postfix(of: first, inBrackets: true)
        } else {
            left = try operand()
        }
        while let next = try operation(minimum, continuing: left) { left = next }
        return left
    }

    /// One more operator behind `left`, if there is one that binds tightly enough.
    private mutating func operation(
        _ minimum: FEELPrecedence, continuing left: FEELExpression
    ) throws(Abandoned) -> FEELExpression? {
        let token = current
        let leftHeight = height
        if let (operation, words) = comparisonInWords() {
            guard operation.precedence >= minimum else { return nil }
            let range = token.range.lowerBound..<tokens[index + words - 1].range.upperBound
            report(
                .foreignWord(Array(tokens[index..<index + words]).spelledName, meant: operation.rawValue), at: range)
            for _ in 0..<words { advance() }
            let right = try self.operation(operation.precedence.next)
            return try node(
                .binary(operation, left, right), from: left.range.lowerBound, over: max(leftHeight, height))
        }
        if let operation = binaryOperator(token) {
            guard operation.precedence >= minimum else { return nil }
            return try row(of: operation.precedence, behind: left)
        }
        guard minimum <= .comparison else { return nil }
        if take(.between) || takeForeignWord(meaning: "between") {
            return try between(left, height: leftHeight)
        }
        if take(.in) { return try membership(of: left, height: leftHeight) }
        return nil
    }

    /// All operators of one precedence behind `first`, with their operands: a tree, or a chain where they are many, so
    /// that the length of a flat text is no depth.
    private mutating func row(
        of precedence: FEELPrecedence, behind first: FEELExpression
    ) throws(Abandoned) -> FEELExpression {
        var tree = first
        var treeHeight = height
        var links: [FEELLink] = []
        var tallest = height
        repeat {
            let token = current
            guard let operation = binaryOperator(token) else { break }
            complain(about: token, readAs: operation)
            advance()
            let right = try self.operation(precedence.next)
            noteDoubtful(operation, tree, right, at: token.range)
            links.append(FEELLink(operation, right))
            tallest = max(tallest, height)
            guard links.count <= Self.longestTree else { continue }
            tree = try node(
                .binary(operation, tree, right), from: first.range.lowerBound, over: max(treeHeight, height))
            treeHeight = height
        } while precedence != .comparison && binaryOperator(current)?.precedence == precedence
        guard links.count > Self.longestTree else { return tree }
        return try node(.chain(first, links), from: first.range.lowerBound, over: tallest)
    }

    /// The operator that a token is or was meant to be, where an operator must stand.
    private func binaryOperator(_ token: FEELToken) -> FEELExpression.BinaryOperator? {
        switch token.kind {
        case .symbol(let symbol): symbol.binaryOperator
        case .word:
            switch token.keyword.map(\.rawValue) ?? FEELKeyword.meaning(of: token.text) {
            case "and": .and
            case "or": .or
            case "=": .equal
            default: nil
            }
        default: nil
        }
    }

    private mutating func operand() throws(Abandoned) -> FEELExpression {
        let start = current
        switch start.symbol {
        case .minus, .minusSign, .enDash:
            complain(about: start, readAs: .subtract)
            advance()
            let operand = try nested { (parser) throws(Abandoned) in try parser.operand() }
            return try node(.negation(operand), from: start.range.lowerBound, over: height)
        case .exclamation:
            return try notWithoutBrackets()
        default:
            return try postfix()
        }
    }

    /// `!x` and `not x`: reported, and read as `not(x)`.
    mutating func notWithoutBrackets() throws(Abandoned) -> FEELExpression {
        let start = current
        report(.notWithoutBrackets(start.text), at: start.range)
        advance()
        let operand = try nested { (parser) throws(Abandoned) in
            try parser.operation(start.kind == .word ? .comparison : .postfix)
        }
        return try node(
            .call(FEELExpression(.name("not"), range: start.range), .positional([operand])),
            from: start.range.lowerBound, over: height)
    }

    private mutating func between(
        _ value: FEELExpression, height valueHeight: Int
    ) throws(Abandoned) -> FEELExpression {
        let low = try operation(.addition)
        var tallest = max(valueHeight, height)
        if !take(.and), !takeForeignWord(meaning: "and") {
            throw abandon(.missingBetweenAnd(found: found))
        }
        let high = try operation(.addition)
        tallest = max(tallest, height)
        return try node(
            .between(value, low: low, high: high), from: value.range.lowerBound, over: tallest)
    }

    /// Behind `in`: one test, or several in round brackets.
    private mutating func membership(
        of value: FEELExpression, height valueHeight: Int
    ) throws(Abandoned) -> FEELExpression {
        let tests: [FEELUnaryTest]
        if current.symbol == .openRound {
            tests = try bracketedTests()
        } else {
            tests = [try test(.addition)]
        }
        return try node(
            .membership(value, tests), from: value.range.lowerBound, over: max(valueHeight, height))
    }

    // MARK: Advice

    private mutating func noteDoubtful(
        _ operation: FEELExpression.BinaryOperator, _ left: FEELExpression,
        _ right: FEELExpression, at range: Range<Int>
    ) {
        if operation.isOrdering, case .binary(let first, _, _) = left.kind, first.isOrdering,
            tokens.last(where: { $0.range.upperBound <= left.range.upperBound })?.symbol
                != .closeRound
        {
            advise(.chainedComparison, at: range)
        }
        if operation == .or || operation == .and {
            for side in [left, right] where side.isBareLiteral {
                advise(.bareAlternative(operation, FEELPrinter.text(of: side)), at: side.range)
            }
        }
    }
}

extension FEELExpression {
    /// A number, text or date by itself, which is neither true nor false.
    fileprivate var isBareLiteral: Bool {
        switch kind {
        case .number, .string, .temporal: true
        default: false
        }
    }
}
