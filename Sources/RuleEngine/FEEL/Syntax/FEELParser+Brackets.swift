// Groups, lists, ranges and contexts.

extension FEELParser {
    /// `(a)`, `(a..b)` or `(> a)`.
    mutating func group() throws(Abandoned) -> FEELExpression {
        let open = current
        advance()
        let start = open.range.lowerBound
        if let range = try unaryRange(from: open) { return range }
        let first = try inBrackets { (parser) throws(Abandoned) in try parser.expression() }
        if current.symbol == .dots { return try range(from: open, low: first) }
        try expectCloser(of: open)
        return FEELExpression(first.kind, range: start..<previousEnd)
    }

    /// `(> 5)`: a range that is open towards infinity. `nil` when no comparison sign is next.
    private mutating func unaryRange(from open: FEELToken) throws(Abandoned) -> FEELExpression? {
        let sign = current
        guard let symbol = sign.symbol, symbol.isComparison, let comparison = symbol.binaryOperator
        else { return nil }
        complain(about: sign, readAs: comparison)
        advance()
        let bound = try inBrackets { (parser) throws(Abandoned) in try parser.operation(.addition) }
        let boundHeight = height
        try expectCloser(of: open)
        return try node(
            .range(FEELRangeSyntax(comparison, bound)), from: open.range.lowerBound,
            over: boundHeight)
    }

    /// A member of a list, an entry of a context or an argument: an expression, or a comparison with nothing before it,
    /// `< 18`, which is the range of the values of which it is true (DMN 1.5, grammar rule 2). `!=` gives no range.
    mutating func item() throws(Abandoned) -> FEELExpression {
        let sign = current
        guard let symbol = sign.symbol, symbol.isComparison, let comparison = symbol.binaryOperator,
            comparison != .notEqual
        else { return try expression() }
        complain(about: sign, readAs: comparison)
        advance()
        let bound = try operation(.addition)
        return try node(
            .range(FEELRangeSyntax(comparison, bound)), from: sign.range.lowerBound, over: height)
    }

    /// `[a, b]` or `[a..b]`.
    mutating func listOrRange() throws(Abandoned) -> FEELExpression {
        let open = current
        let start = open.range.lowerBound
        advance()
        if take(.closeSquare) { return try node(.list([]), from: start) }
        var items: [FEELExpression] = []
        var tallest = 0
        repeat {
            let mayBeRange = items.isEmpty
            let item = try recovering(in: open) { (parser) throws(Abandoned) in
                try parser.inBrackets(separated: true) { (parser) throws(Abandoned) in
                    let item = try parser.item()
                    if !mayBeRange || parser.current.symbol != .dots {
                        try parser.requireItemEnd(of: open)
                    }
                    return item
                }
            }
            tallest = max(tallest, height)
            if let item {
                if current.symbol == .dots { return try range(from: open, low: item) }
                items.append(item)
            }
        } while take(.comma)
        try expectCloser(of: open)
        return try node(.list(items), from: start, over: tallest)
    }

    /// `]a..b]`
    mutating func openRange() throws(Abandoned) -> FEELExpression {
        let open = current
        advance()
        let low = try inBrackets { (parser) throws(Abandoned) in try parser.expression() }
        guard current.symbol == .dots else {
            throw abandon(.missingSign(.dots, after: "']'", found: found))
        }
        return try range(from: open, low: low)
    }

    /// The rest of a range behind its low bound.
    mutating func range(
        from open: FEELToken, low: FEELExpression
    ) throws(Abandoned) -> FEELExpression {
        let lowHeight = height
        advance()
        let outer = readsRangeEnd
        readsRangeEnd = true
        defer { readsRangeEnd = outer }
        let high = try nested { (parser) throws(Abandoned) in try parser.expression() }
        let tallest = max(lowHeight, height)
        let highIncluded: Bool
        switch current.symbol {
        case .closeSquare: highIncluded = true
        case .closeRound, .openSquare: highIncluded = false
        default:
            if atEnd {
                throw abandon(.unclosedBracket(open.symbol ?? .openSquare), at: open.range)
            }
            if let found = current.symbol, found.closes {
                throw abandon(
                    .wrongBracket(open: open.symbol ?? .openSquare, found: found.rawValue))
            }
            throw unexpected()
        }
        advance()
        return try node(
            .range(
                FEELRangeSyntax(
                    low: low, high: high, lowIncluded: open.symbol == .openSquare,
                    highIncluded: highIncluded)),
            from: open.range.lowerBound, over: tallest)
    }

    /// `{ key: value, "other key": value }`. A value sees the keys before it.
    mutating func context() throws(Abandoned) -> FEELExpression {
        let open = current
        let start = open.range.lowerBound
        advance()
        if take(.closeCurly) { return try node(.context([]), from: start) }
        var entries: [FEELContextEntry] = []
        var tallest = 0
        defer {
            for entry in entries.reversed() { unbind(entry.key) }
        }
        repeat {
            let entry = try recovering(in: open) { (parser) throws(Abandoned) in
                let key = try parser.contextKey()
                let value = try parser.inBrackets { (parser) throws(Abandoned) in
                    let value = try parser.item()
                    try parser.requireItemEnd(of: open)
                    return value
                }
                return FEELContextEntry(key: key, value: value)
            }
            tallest = max(tallest, height)
            if let entry {
                entries.append(entry)
                bind(entry.key)
                memberNames.add(entry.key)
            }
        } while take(.comma)
        try expectCloser(of: open)
        return try node(.context(entries), from: start, over: tallest)
    }

    private mutating func contextKey() throws(Abandoned) -> String {
        if current.kind == .string {
            let key = current.text
            advance()
            guard take(.colon) else {
                throw abandon(.missingSign(.colon, after: "\"\(key)\"", found: found))
            }
            return key
        }
        guard current.kind == .word else { throw abandon(.missingName(found: found)) }
        if let key = takeName(before: .colon) { return key }
        let key = current.text
        advance()
        throw abandon(.missingSign(.colon, after: "'\(key)'", found: found))
    }
}

extension FEELRangeSyntax {
    /// `(> x)`, `(= x)` and their like.
    fileprivate init(_ comparison: FEELExpression.BinaryOperator, _ bound: FEELExpression) {
        switch comparison {
        case .less, .lessOrEqual:
            self.init(
                low: nil, high: bound, lowIncluded: false, highIncluded: comparison == .lessOrEqual)
        case .greater, .greaterOrEqual:
            self.init(
                low: bound, high: nil, lowIncluded: comparison == .greaterOrEqual,
                highIncluded: false)
        default:
            self.init(
                low: bound, high: bound, lowIncluded: true, highIncluded: true,
                equality: comparison)
        }
    }
}
