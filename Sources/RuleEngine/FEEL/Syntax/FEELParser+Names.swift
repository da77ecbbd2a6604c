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
    mutating func memberName() throws(Abandoned) -> String {
        if let name = takeLongName(orMember: true) { return name }
        guard current.kind == .word else { throw abandon(.missingName(found: found)) }
        let name = current.text
        advance()
        return name
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
