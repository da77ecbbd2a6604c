// Unary tests: the cells of decision tables, and what stands behind `in`.

extension FEELParser {
    /// The whole text as `-`, `not(…)` or tests with commas between them.
    mutating func wholeTests(simple: Bool) throws(Abandoned) -> FEELUnaryTests {
        if tokens.count == 1 {
            throw problems.isEmpty ? abandon(.empty) : Abandoned()
        }
        commaSeparates = true
        if current.symbol == .minus, token(ahead: 1).kind == .end {
            advance()
            return .any
        }
        if let negated = try negatedTests(simple: simple) { return negated }
        let tests = try tests(simple: simple)
        guard atEnd else {
            if let word = current.keyword, word == .and || word == .or,
                case .comparison = tests.last
            {
                throw abandon(.unexpected(word.rawValue, likely: "? > 5 \(word.rawValue) ? < 10"))
            }
            throw unexpected()
        }
        return .tests(tests)
    }

    /// `not(…)` around the whole text; `nil`, and nothing taken, when the text is something else.
    private mutating func negatedTests(simple: Bool) throws(Abandoned) -> FEELUnaryTests? {
        guard current.text == "not", current.kind == .word, token(ahead: 1).symbol == .openRound
        else { return nil }
        let before = self
        advance()
        let open = current
        advance()
        let tests = try inBrackets(separated: true) { (parser) throws(Abandoned) in
            try parser.tests(simple: simple)
        }
        try expectCloser(of: open)
        guard atEnd else {
            self = before  // `not(a) or b`: a call of the function.
            return nil
        }
        return .negated(tests)
    }

    private mutating func tests(simple: Bool) throws(Abandoned) -> [FEELUnaryTest] {
        var tests: [FEELUnaryTest] = []
        var tallest = 0
        repeat {
            tests.append(try test(simple ? .addition : .disjunction))
            tallest = max(tallest, height)
        } while take(.comma)
        height = tallest
        return tests
    }

    /// One test: a comparison with nothing before it, or an expression as loose as `precedence` allows.
    mutating func test(_ precedence: FEELPrecedence) throws(Abandoned) -> FEELUnaryTest {
        let sign = current
        guard let symbol = sign.symbol, symbol.isComparison, let comparison = symbol.binaryOperator
        else { return .expression(try operation(precedence)) }
        complain(about: sign, readAs: comparison)
        advance()
        return .comparison(comparison, try operation(.addition))
    }

    /// Behind `in`: `(test, …)`. What turns out to be an operand in brackets, `(a) + 1` or `(1..5]`, is read as one.
    mutating func bracketedTests() throws(Abandoned) -> [FEELUnaryTest] {
        let open = current
        advance()
        let tests = try inBrackets(separated: true) { (parser) throws(Abandoned) in
            try parser.tests(simple: false)
        }
        if tests.count == 1, case .expression(let only) = tests[0] {
            if current.symbol == .dots {
                let range = try range(from: open, low: only)
                return [.expression(try operation(.addition, startingWith: range))]
            }
            try expectCloser(of: open)
            guard continuesOperand else { return tests }
            let group = FEELExpression(only.kind, range: open.range.lowerBound..<previousEnd)
            return [.expression(try operation(.addition, startingWith: group))]
        }
        try expectCloser(of: open)
        return tests
    }

    /// Whether a bracket that was just closed is the first part of a longer operand.
    private var continuesOperand: Bool {
        switch current.kind {
        case .symbol(.dot), .symbol(.openRound): true
        case .symbol(.openSquare): !closesOpenRange
        case .symbol(let symbol):
            symbol.binaryOperator.map { $0.precedence >= .addition } ?? false
        case .word: startsInstanceOf
        case .number, .string, .stray, .end: false
        }
    }
}
