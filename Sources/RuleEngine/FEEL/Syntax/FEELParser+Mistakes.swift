// What people write in FEEL that is not FEEL, recognised where reading gets stuck.

extension FEELParser {
    /// Reports that the next token cannot follow what was read, as helpfully as the place allows.
    mutating func unexpected() -> Abandoned {
        let token = current
        let previous = index > 0 ? tokens[index - 1] : nil
        switch token.kind {
        case .end:
            return abandon(.missingExpression(found: nil))
        case .stray:
            return abandon(.strayCharacter(token.text))
        case .word:
            if let previous, previous.kind == .word, previous.keyword == nil,
                let meant = FEELKeyword.meaning(of: previous.text)
            {
                return abandon(
                    .foreignWord(previous.text, meant: spelling(of: meant)), at: previous.range)
            }
            if token.keyword == nil, let meant = FEELKeyword.meaning(of: token.text) {
                return abandon(.foreignWord(token.text, meant: spelling(of: meant)))
            }
            if let previous, previous.kind == .word, previous.keyword == nil, token.keyword == nil {
                return abandon(
                    .unknownLongName([previous, token].spelledName),
                    at: previous.range.lowerBound..<token.range.upperBound)
            }
        case .symbol(.percent):
            return abandon(.percentSign)
        case .symbol(.comma):
            if let decimal = decimalComma(behind: previous) {
                return abandon(
                    .decimalComma(decimal.written, meant: decimal.meant), at: decimal.range)
            }
        case .symbol(let symbol):
            if symbol.isSingleQuote { return abandon(.singleQuotes) }
            if symbol.isQuote { return abandon(.curlyQuotes) }
            if symbol.closes { return abandon(.unopenedBracket(symbol.rawValue)) }
        case .number:
            if let previous, previous.kind == .number, token.text.hasPrefix("."), !token.afterSpace {
                let written = previous.text + token.text
                return abandon(
                    .thousandsSeparator(written, meant: written.filter { $0 != "." }),
                    at: previous.range.lowerBound..<token.range.upperBound)
            }
        case .string:
            break
        }
        return abandon(.unexpected(found ?? "", likely: nil))
    }

    /// Reports that a value must stand here.
    mutating func missingExpression() -> Abandoned {
        switch current.kind {
        case .stray: return unexpected()
        case .symbol(let symbol):
            if symbol.isQuote || symbol == .percent { return unexpected() }
            if symbol.isComparison { return abandon(.loneComparison(symbol.rawValue)) }
        default: break
        }
        return abandon(.missingExpression(found: found))
    }

    /// The rest of `2,5` behind the `2`, where a comma cannot separate: reports it and gives `2.5`.
    mutating func takeDecimalComma(behind whole: FEELToken) -> String? {
        guard let decimal = decimalComma(behind: whole) else { return nil }
        report(.decimalComma(decimal.written, meant: decimal.meant), at: decimal.range)
        index += 2
        return decimal.meant
    }

    /// The number that a comma at hand makes of the token before it and the one behind it.
    private func decimalComma(
        behind whole: FEELToken?
    ) -> (written: String, meant: String, range: Range<Int>)? {
        let fraction = token(ahead: 1)
        guard let whole, whole.kind == .number, current.symbol == .comma, !current.afterSpace,
            fraction.kind == .number, !fraction.afterSpace,
            fraction.text.unicodeScalars.allSatisfy(FEELCharacter.isDigit)
        else { return nil }
        return (
            whole.text + "," + fraction.text,
            whole.text.filter { $0 != "." } + "." + fraction.text,
            whole.range.lowerBound..<fraction.range.upperBound
        )
    }

    /// `is kleiner dan`, `is greater than or equal to`: the comparison that words say, and how many words they are.
    func comparisonInWords() -> (operation: FEELExpression.BinaryOperator, words: Int)? {
        func word(_ ahead: Int) -> String? {
            let token = token(ahead: ahead)
            return token.kind == .word && token.keyword == nil ? token.text.lowercased() : nil
        }
        func isOrEqual(_ ahead: Int) -> Bool {
            let first = token(ahead: ahead)
            guard first.kind == .word, ["of", "or"].contains(first.text.lowercased()) else { return false }
            return ["gelijk", "equal"].contains(word(ahead + 1)) && ["aan", "to"].contains(word(ahead + 2))
        }
        var count = word(0) == "is" ? 1 : 0
        let isLess: Bool
        switch word(count) {
        case "kleiner", "lager", "minder", "less", "smaller", "fewer", "lower": isLess = true
        case "groter", "hoger", "meer", "greater", "more", "larger", "higher": isLess = false
        default: return nil
        }
        count += 1
        var isWeak = isOrEqual(count)
        if isWeak { count += 3 }
        if ["dan", "than"].contains(word(count)) {
            count += 1
        } else if !isWeak {
            return nil
        }
        if !isWeak, isOrEqual(count) {
            isWeak = true
            count += 3
        }
        return (isLess ? (isWeak ? .lessOrEqual : .less) : (isWeak ? .greaterOrEqual : .greater), count)
    }

    /// Reports an operator that is not FEEL but is understood.
    mutating func complain(
        about token: FEELToken, readAs operation: FEELExpression.BinaryOperator
    ) {
        guard token.text != operation.rawValue else { return }
        if token.kind == .word {
            report(.foreignWord(token.text, meant: operation.rawValue), at: token.range)
        } else {
            report(.foreignOperator(token.text, meant: operation.rawValue), at: token.range)
        }
    }

    /// `'text'`: reports it and reads a string. `nil` when no second quote follows.
    mutating func singleQuotedString() throws(Abandoned) -> FEELExpression? {
        guard current.symbol?.isSingleQuote == true else { return nil }
        let start = index
        guard
            let end = tokens[(start + 1)...].firstIndex(where: { $0.symbol?.isSingleQuote == true })
        else { throw abandon(.singleQuotes) }
        let range = tokens[start].range.lowerBound..<tokens[end].range.upperBound
        report(.singleQuotes, at: range)
        let value = tokens[(start + 1)..<end].spelledName
        index = end + 1
        return try node(.string(value), from: range.lowerBound)
    }

    /// `als`, `niet`, `IF` at the start of an expression, where a name would be followed by nonsense.
    func foreignStart() -> String? {
        guard current.kind == .word, current.keyword == nil,
            let meant = FEELKeyword.meaning(of: current.text)
        else { return nil }
        let next = token(ahead: 1)
        switch next.kind {
        case .number, .string: return meant
        case .word:
            // A word that can go on after a name: an operator, or the rest of a construct around it.
            if next.keyword.map({ $0.mayFollowValue }) == true || next.text == "instance" {
                return nil
            }
            let nextMeaning = FEELKeyword.meaning(of: next.text)
            return nextMeaning == nil || nextMeaning == "not" ? meant : nil
        default: return nil
        }
    }

    private func spelling(of meaning: String) -> String { meaning == "not" ? "not(…)" : meaning }
}

extension FEELSymbol {
    var isComparison: Bool {
        switch binaryOperator {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
        default: false
        }
    }

    fileprivate var isSingleQuote: Bool {
        self == .apostrophe || self == .openCurlyApostrophe || self == .closeCurlyApostrophe
    }

    fileprivate var isQuote: Bool {
        switch self {
        case .openCurlyQuote, .closeCurlyQuote, .lowCurlyQuote: true
        default: isSingleQuote
        }
    }
}

extension FEELKeyword {
    /// Can stand after a complete expression.
    fileprivate var mayFollowValue: Bool {
        switch self {
        case .return, .then, .else, .satisfies, .in, .between, .and, .or: true
        case .for, .if, .some, .every, .null, .true, .false, .function: false
        }
    }
}
