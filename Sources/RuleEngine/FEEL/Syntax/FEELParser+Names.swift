// Names: the longest known one, or as many tokens as the place allows.

extension FEELParser {
    /// Takes the longest known name of several words; inside filters also the keys of contexts.
    mutating func takeLongName(orMember: Bool = false) -> String? {
        let rest = tokens[index...]
        var match = names.longestMatch(in: rest)
        if orMember || filterDepth > 0, let member = memberNames.longestMatch(in: rest),
            member.parts.count > match?.parts.count ?? 1
        {
            match = member
        }
        guard let match else { return nil }
        index += match.parts.count
        return match.name
    }

    /// The name behind a dot. A keyword may stand there: nothing else can be meant.
    ///
    /// Of a value that is made inside the text nobody knows the keys beforehand: all words up to the next sign or keyword
    /// are its name (DMN 1.5, grammar rule 43).
    mutating func memberName(of base: FEELExpression) throws(Abandoned) -> String {
        if let name = takeLongName(orMember: true) { return name }
        guard current.kind == .word else { throw abandon(.missingName(found: found)) }
        let start = index
        advance()
        while isMadeInside(base), continuesMemberName { advance() }
        return tokens[start..<index].spelledName
    }

    /// Whether the next token can only be one more word of the name before it.
    private var continuesMemberName: Bool {
        switch current.kind {
        case .number: current.afterSpace
        case .word:
            current.keyword == nil && FEELKeyword.meaning(of: current.text) == nil && !startsInstanceOf
                && comparisonInWords() == nil
        default: false
        }
    }

    /// Whether a value comes of a call, or of a name that is bound in the text. The keys of a literal context are known.
    private func isMadeInside(_ base: FEELExpression) -> Bool {
        switch base.kind {
        case .path(let base, _), .filter(let base, _): isMadeInside(base)
        case .name(let name): locals[name, default: 0] > 0
        case .context: false
        default: true
        }
    }

    // MARK: Names that are bound

    mutating func bind(_ name: String) {
        locals[name, default: 0] += 1
        names.push(name)
    }

    mutating func unbind(_ name: String) {
        locals[name, default: 0] -= 1
        names.pop(name)
    }

    /// Takes the name that is being defined up to `symbol`, and `symbol` itself; nothing if there is no such.
    mutating func takeName(before symbol: FEELSymbol) -> String? {
        guard current.kind == .word else { return nil }
        var end = index
        while tokens[end].mayStandInName { end += 1 }
        guard tokens[end].symbol == symbol else { return nil }
        let name = tokens[index..<end].spelledName
        index = end + 1
        return name
    }

    /// The name of a variable of `for`, `some` or `every`, with the `in` behind it.
    mutating func iteratorName(of construct: FEELKeyword) throws(Abandoned) -> String {
        guard current.kind == .word, current.keyword == nil else {
            throw abandon(.missingName(found: found))
        }
        var end = index
        while tokens[end].mayStandInName, tokens[end].keyword != .in { end += 1 }
        guard tokens[end].keyword == .in else {
            advance()
            throw abandon(.missingWord(.in, of: construct, found: found))
        }
        let name = tokens[index..<end].spelledName
        index = end + 1
        return name
    }

    /// The name of a formal parameter, up to a colon, a comma or the closing bracket.
    mutating func parameterName() throws(Abandoned) -> String {
        guard current.kind == .word, current.keyword == nil else {
            throw abandon(.missingName(found: found))
        }
        var end = index
        while tokens[end].mayStandInName { end += 1 }
        let name = tokens[index..<end].spelledName
        index = end
        return name
    }
}
