// How the parser looks at tokens, takes them and complains about them.

extension FEELParser {
    var current: FEELToken { tokens[index] }
    var atEnd: Bool { current.kind == .end }

    func token(ahead count: Int) -> FEELToken {
        tokens[min(index + count, tokens.count - 1)]
    }

    /// Where the token taken last ends.
    var previousEnd: Int { index > 0 ? tokens[index - 1].range.upperBound : 0 }

    /// The text of the next token for a message; `nil` at the end of the text.
    var found: String? {
        switch current.kind {
        case .end: nil
        case .string: "\"" + current.text + "\""
        default: current.text
        }
    }

    mutating func advance() {
        if !atEnd { index += 1 }
    }

    mutating func take(_ symbol: FEELSymbol) -> Bool {
        guard current.symbol == symbol else { return false }
        advance()
        return true
    }

    mutating func take(_ keyword: FEELKeyword) -> Bool {
        guard current.keyword == keyword else { return false }
        advance()
        return true
    }

    /// Takes a keyword, or with a complaint the word someone wrote for it.
    mutating func expect(_ keyword: FEELKeyword, of construct: FEELKeyword) throws(Abandoned) {
        if take(keyword) { return }
        if takeForeignWord(meaning: keyword.rawValue) { return }
        if current.kind == .word, current.keyword == nil, token(ahead: 1).keyword == keyword {
            // One word too many: `if sociale huur then …`.
            throw unexpected()
        }
        if current.symbol != nil, !atEnd { throw unexpected() }
        throw abandon(.missingWord(keyword, of: construct, found: found))
    }

    /// Takes a word that means the keyword elsewhere, and reports it.
    mutating func takeForeignWord(meaning keyword: String) -> Bool {
        guard current.kind == .word, FEELKeyword.meaning(of: current.text) == keyword else {
            return false
        }
        report(.foreignWord(current.text, meant: keyword), at: current.range)
        advance()
        return true
    }

    /// Takes the bracket that closes `open`.
    mutating func expectCloser(of open: FEELToken) throws(Abandoned) {
        try requireCloser(of: open)
        advance()
    }

    /// Complains when an item is followed by neither a comma nor the end of its brackets.
    mutating func requireItemEnd(of open: FEELToken) throws(Abandoned) {
        if current.symbol != .comma { try requireCloser(of: open) }
    }

    /// Complains when the next token is not the bracket that closes `open`.
    private mutating func requireCloser(of open: FEELToken) throws(Abandoned) {
        guard let symbol = open.symbol, let closer = symbol.closer else {
            preconditionFailure("only an opening bracket has a closer")
        }
        if current.symbol == closer { return }
        if atEnd { throw abandon(.unclosedBracket(symbol), at: open.range) }
        if let found = current.symbol, found.closes {
            throw abandon(.wrongBracket(open: symbol, found: found.rawValue))
        }
        throw unexpected()
    }

    // MARK: Problems

    mutating func report(_ mistake: FEELMistake, at range: Range<Int>) {
        guard problems.count < FEELParser.problemLimit else { return }
        problems.append(FEELSyntaxProblem(mistake, at: range))
    }

    mutating func advise(_ mistake: FEELMistake, at range: Range<Int>) {
        guard advice.count < FEELParser.problemLimit else { return }
        advice.append(FEELSyntaxProblem(mistake, at: range))
    }

    /// Reports a mistake, by default at the next token, and gives the error to throw.
    ///
    /// At the end of a text of which a string or a comment was never closed, there is nothing new to say.
    mutating func abandon(_ mistake: FEELMistake, at range: Range<Int>? = nil) -> Abandoned {
        if !atEnd || !restIsSwallowed { report(mistake, at: range ?? current.range) }
        return Abandoned()
    }

    private var restIsSwallowed: Bool {
        problems.contains {
            $0.code == "feel/unclosed-string" || $0.code == "feel/unclosed-comment"
        }
    }

    // MARK: Depth

    /// Goes one level into the text for the time of `body`.
    mutating func nested<Result>(
        _ body: (inout FEELParser) throws(Abandoned) -> Result
    ) throws(Abandoned) -> Result {
        guard depth < FEELParser.depthLimit else { throw tooDeep() }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    /// A part of the tree from `start` to the token taken last, over parts of the given height.
    mutating func node(
        _ kind: FEELExpression.Kind, from start: Int, over height: Int = 0
    ) throws(Abandoned) -> FEELExpression {
        guard height < FEELParser.depthLimit else { throw tooDeep() }
        self.height = height + 1
        return FEELExpression(kind, range: start..<max(start, previousEnd))
    }

    /// Reports the depth once and skips the rest: the levels above would each complain again.
    private mutating func tooDeep() -> Abandoned {
        // A list that is full of smaller problems makes room: the depth is why the rest is not read.
        if problems.count >= FEELParser.problemLimit { problems.removeLast() }
        let position = atEnd ? tokens[max(0, index - 1)].range : current.range
        let error = abandon(.tooDeep(limit: FEELParser.depthLimit), at: position)
        index = tokens.count - 1
        return error
    }

    // MARK: Recovery

    /// Reads one of several items; after a mistake, skips to where the next item or the end of the list is.
    mutating func recovering<Item>(
        in open: FEELToken,
        _ body: (inout FEELParser) throws(Abandoned) -> Item
    ) throws(Abandoned) -> Item? {
        do throws(Abandoned) {
            return try body(&self)
        } catch {
            guard skipToNextItem(closer: open.symbol?.closer) else { throw error }
            return nil
        }
    }

    /// Skips to a comma or to `closer`, over brackets in between; whether there is one.
    private mutating func skipToNextItem(closer: FEELSymbol?) -> Bool {
        var open = 0
        var position = index
        while position < tokens.count - 1 {
            if let symbol = tokens[position].symbol {
                if open == 0, symbol == .comma || symbol == closer {
                    index = position
                    return true
                }
                if symbol.closer != nil { open += 1 }
                if symbol.closes {
                    if open == 0 { return false }
                    open -= 1
                }
            }
            position += 1
        }
        return false
    }
}
