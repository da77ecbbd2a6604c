// Names, literals, brackets, and what follows them: paths, filters, calls, `instance of`.

extension FEELParser {
    mutating func postfix() throws(Abandoned) -> FEELExpression {
        let inBrackets = current.symbol == .openRound
        return try postfix(of: try atom(), inBrackets: inBrackets)
    }

    /// What follows an atom that was just read.
    ///
    /// - Parameter inBrackets: the atom stands in round brackets, so that it may be called whatever it is.
    mutating func postfix(
        of atom: FEELExpression, inBrackets: Bool
    ) throws(Abandoned) -> FEELExpression {
        var base = atom
        let start = base.range.lowerBound
        while true {
            let baseHeight = height
            switch current.symbol {
            case .dot:
                advance()
                let member = try memberName(of: base)
                base = try node(.path(base, member), from: start, over: baseHeight)
            case .openSquare where !closesOpenRange:
                let condition = try filterCondition()
                base = try node(
                    .filter(base, condition), from: start, over: max(baseHeight, height))
            case .openRound where inBrackets || base.mayBeCalled:
                let arguments = try arguments()
                base = try node(
                    .call(base, arguments), from: start, over: max(baseHeight, height))
            default:
                guard startsInstanceOf else { return base }
                index += 2
                let type = try typeName()
                return try node(.instanceOf(base, type), from: start, over: max(baseHeight, height))
            }
        }
    }

    /// Whether `instance of` is next: two words that are names elsewhere.
    var startsInstanceOf: Bool {
        current.kind == .word && current.text == "instance" && token(ahead: 1).text == "of"
    }

    /// Whether the `[` at hand closes a range that is open at its end, rather than opening a filter.
    var closesOpenRange: Bool {
        guard readsRangeEnd else { return false }
        let next = token(ahead: 1)
        switch next.kind {
        case .end: return true
        case .word: return next.keyword?.startsExpression == false
        case .symbol(.minus), .symbol(.openRound), .symbol(.openSquare), .symbol(.openCurly),
            .symbol(.at):
            return false
        case .symbol: return true
        case .number, .string, .stray: return false
        }
    }

    private mutating func filterCondition() throws(Abandoned) -> FEELExpression {
        let open = current
        advance()
        filterDepth += 1
        defer { filterDepth -= 1 }
        let condition = try inBrackets { (parser) throws(Abandoned) in
            try parser.expression()
        }
        try expectCloser(of: open)
        return condition
    }

    /// Reads what stands in brackets, where a `[` no longer closes the range around them.
    ///
    /// - Parameter separated: commas separate what stands in the brackets, also between two numbers.
    mutating func inBrackets<Result>(
        separated: Bool = false, _ body: (inout FEELParser) throws(Abandoned) -> Result
    ) throws(Abandoned) -> Result {
        let outer = (readsRangeEnd, commaSeparates)
        (readsRangeEnd, commaSeparates) = (false, separated)
        defer { (readsRangeEnd, commaSeparates) = outer }
        return try nested(body)
    }

    // MARK: Calls

    private mutating func arguments() throws(Abandoned) -> FEELArguments {
        let open = current
        advance()
        var positional: [FEELExpression] = []
        var named: [FEELArguments.NamedArgument] = []
        var tallest = 0
        if take(.closeRound) {
            height = 0
            return .positional([])
        }
        repeat {
            let start = current.range
            _ = try recovering(in: open) { (parser) throws(Abandoned) in
                try parser.inBrackets(separated: true) { (parser) throws(Abandoned) in
                    if let name = parser.takeName(before: .colon) {
                        named.append(.init(name: name, value: try parser.item()))
                    } else {
                        positional.append(try parser.item())
                    }
                    try parser.requireItemEnd(of: open)
                }
            }
            tallest = max(tallest, height)
            if !named.isEmpty, !positional.isEmpty {
                throw abandon(.mixedArguments, at: start)
            }
        } while take(.comma)
        try expectCloser(of: open)
        height = tallest
        return named.isEmpty ? .positional(positional) : .named(named)
    }

    // MARK: Atoms

    private mutating func atom() throws(Abandoned) -> FEELExpression {
        let token = current
        let start = token.range.lowerBound
        switch token.kind {
        case .number:
            advance()
            let text = commaSeparates ? token.text : takeDecimalComma(behind: token) ?? token.text
            guard let number = FEELNumber(text) else {
                throw abandon(.numberTooLarge(token.text), at: token.range)
            }
            return try node(.number(number), from: start)
        case .string:
            advance()
            return try node(.string(token.text), from: start)
        case .symbol(.at):
            guard self.token(ahead: 1).kind == .string else { throw unexpected() }
            let literal = self.token(ahead: 1).text
            index += 2
            return try node(.temporal(literal), from: start)
        case .symbol(.openRound): return try group()
        case .symbol(.openSquare): return try listOrRange()
        case .symbol(.closeSquare): return try openRange()
        case .symbol(.openCurly): return try context()
        case .word: return try word()
        case .symbol, .stray, .end:
            if let text = try singleQuotedString() { return text }
            throw missingExpression()
        }
    }

    private mutating func word() throws(Abandoned) -> FEELExpression {
        let start = current.range.lowerBound
        if let name = takeLongName() { return try node(.name(name), from: start) }
        if let keyword = current.keyword { return try keywordExpression(keyword) }
        if current.text == "not", startsOperand(token(ahead: 1)) {
            return try notWithoutBrackets()
        }
        if let meant = foreignStart() {
            switch meant {
            case "not": return try notWithoutBrackets()
            case "if", "for", "some", "every":
                if let keyword = FEELKeyword(rawValue: meant) {
                    report(.foreignWord(current.text, meant: meant), at: current.range)
                    return try keywordExpression(keyword)
                }
            default: break
            }
        }
        let name = current.text
        advance()
        return try node(.name(name), from: start)
    }

    /// Whether the token begins a value other than one in brackets.
    private func startsOperand(_ token: FEELToken) -> Bool {
        switch token.kind {
        case .number, .string: true
        case .word: token.keyword?.startsExpression ?? (token.text != "instance")
        default: false
        }
    }

    private mutating func keywordExpression(
        _ keyword: FEELKeyword
    ) throws(Abandoned) -> FEELExpression {
        let start = current.range.lowerBound
        switch keyword {
        case .null, .true, .false:
            advance()
            return try node(keyword == .null ? .null : .boolean(keyword == .true), from: start)
        case .if: return try nested { (parser) throws(Abandoned) in try parser.conditional() }
        case .for: return try nested { (parser) throws(Abandoned) in try parser.iteration() }
        case .some: return try nested { (parser) throws(Abandoned) in try parser.quantified(.some) }
        case .every:
            return try nested { (parser) throws(Abandoned) in try parser.quantified(.every) }
        case .function:
            return try nested { (parser) throws(Abandoned) in try parser.function() }
        case .return, .then, .else, .satisfies, .in, .between, .and, .or:
            throw missingExpression()
        }
    }
}

extension FEELKeyword {
    var startsExpression: Bool {
        switch self {
        case .for, .if, .some, .every, .null, .true, .false, .function: true
        case .return, .then, .else, .satisfies, .in, .between, .and, .or: false
        }
    }
}

extension FEELExpression {
    /// Whether a bracket behind it opens arguments.
    fileprivate var mayBeCalled: Bool {
        switch kind {
        case .name, .path, .filter, .call: true
        default: false
        }
    }
}
