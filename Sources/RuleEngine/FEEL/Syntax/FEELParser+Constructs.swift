// `if`, `for`, `some`, `every` and function literals.

extension FEELParser {
    mutating func conditional() throws(Abandoned) -> FEELExpression {
        var branches: [(start: Int, branch: FEELBranch, height: Int)] = []
        var goesOn = true
        while goesOn {
            let start = current.range.lowerBound
            advance()
            let condition = try expression()
            var tallest = height
            try expect(.then, of: .if)
            let then = try expression()
            tallest = max(tallest, height)
            branches.append((start, FEELBranch(condition, then: then), tallest))
            if current.kind == .word, FEELKeyword.meaning(of: current.text) == "else if" {
                report(.foreignWord(current.text, meant: "else if"), at: current.range)
            } else {
                try expect(.else, of: .if)
                goesOn = current.keyword == .if && names.longestMatch(in: tokens[index...]) == nil
            }
        }
        return try row(of: branches, otherwise: try expression())
    }

    /// Conditionals inside each other, or a choice where they are many.
    private mutating func row(
        of branches: [(start: Int, branch: FEELBranch, height: Int)], otherwise: FEELExpression
    ) throws(Abandoned) -> FEELExpression {
        guard branches.count > Self.longestTree else {
            var result = otherwise
            for (start, branch, tallest) in branches.reversed() {
                result = try node(
                    .conditional(branch.condition, then: branch.result, otherwise: result), from: start,
                    over: max(tallest, height))
            }
            return result
        }
        return try node(
            .choice(branches.map(\.branch), otherwise: otherwise), from: branches[0].start,
            over: branches.reduce(height) { max($0, $1.height) })
    }

    mutating func iteration() throws(Abandoned) -> FEELExpression {
        let start = current.range.lowerBound
        advance()
        return try iterators(of: .for) { (parser, iterators, iteratorHeight) throws(Abandoned) in
            try parser.expect(.return, of: .for)
            let result = try parser.expression()
            return try parser.node(
                .iteration(iterators, result: result), from: start,
                over: max(iteratorHeight, parser.height))
        }
    }

    mutating func quantified(
        _ quantifier: FEELExpression.Quantifier
    ) throws(Abandoned) -> FEELExpression {
        let start = current.range.lowerBound
        advance()
        let keyword: FEELKeyword = quantifier == .some ? .some : .every
        return try iterators(of: keyword) { (parser, iterators, iteratorHeight) throws(Abandoned) in
            try parser.expect(.satisfies, of: keyword)
            let condition = try parser.expression()
            return try parser.node(
                .quantified(quantifier, iterators, satisfies: condition), from: start,
                over: max(iteratorHeight, parser.height))
        }
    }

    /// Reads `name in domain, …` and then `body`, in which the names are bound. A domain sees the names before it.
    private mutating func iterators(
        of construct: FEELKeyword,
        _ body: (inout FEELParser, [FEELIterator], _ height: Int) throws(Abandoned) ->
            FEELExpression
    ) throws(Abandoned) -> FEELExpression {
        var iterators: [FEELIterator] = []
        var tallest = 0
        defer {
            for iterator in iterators.reversed() { unbind(iterator.name) }
        }
        repeat {
            let name = try iteratorName(of: construct)
            let first = try expression()
            tallest = max(tallest, height)
            if take(.dots) {
                let last = try expression()
                tallest = max(tallest, height)
                iterators.append(FEELIterator(name: name, domain: .range(first, last)))
            } else {
                iterators.append(FEELIterator(name: name, domain: .list(first)))
            }
            bind(name)
        } while take(.comma)
        return try body(&self, iterators, tallest)
    }

    /// `function(a: number, b) body`, or with `external` before the body.
    mutating func function() throws(Abandoned) -> FEELExpression {
        let start = current.range.lowerBound
        advance()
        let open = current
        guard take(.openRound) else {
            throw abandon(.missingSign(.openRound, after: "'function'", found: found))
        }
        var parameters: [FEELParameter] = []
        var tallest = 0
        if current.symbol != .closeRound {
            repeat {
                let name = try parameterName()
                var type: FEELTypeName?
                if take(.colon) {
                    type = try typeName()
                    tallest = max(tallest, height)
                }
                parameters.append(FEELParameter(name: name, type: type))
            } while take(.comma)
        }
        try expectCloser(of: open)
        let external = current.kind == .word && current.text == "external"
        if external { advance() }
        for parameter in parameters { bind(parameter.name) }
        defer {
            for parameter in parameters.reversed() { unbind(parameter.name) }
        }
        let body = try expression()
        return try node(
            .function(parameters, body: body, external: external), from: start,
            over: max(tallest, height))
    }
}
