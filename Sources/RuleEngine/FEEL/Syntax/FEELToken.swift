/// The smallest part of a FEEL text that has a meaning. A name of several words is several tokens.
struct FEELToken: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// One word: letters, digits, `_` and `?`. Keywords are words too.
        case word
        case number
        case string
        case symbol(FEELSymbol)
        /// A character that has no place in FEEL.
        case stray
        case end
    }

    let kind: Kind
    /// As written; of a string the value, escapes replaced.
    let text: String
    /// UTF-8 offsets.
    let range: Range<Int>
    /// Whether space or a comment stands before it.
    let afterSpace: Bool

    var symbol: FEELSymbol? {
        guard case .symbol(let symbol) = kind else { return nil }
        return symbol
    }

    var keyword: FEELKeyword? { kind == .word ? FEELKeyword(rawValue: text) : nil }

    /// Whether a name of several parts may contain it.
    var mayStandInName: Bool {
        switch kind {
        case .word, .number: true
        case .symbol(let symbol): symbol.mayStandInName
        case .string, .stray, .end: false
        }
    }
}

extension Collection<FEELToken> {
    /// The name that the tokens spell: one space where space was, none where none was.
    var spelledName: String {
        var name = ""
        for token in self {
            if token.afterSpace, !name.isEmpty { name += " " }
            name += token.text
        }
        return name
    }
}
