/// The punctuation of FEEL, and the punctuation of other languages that people write by mistake.
///
/// Knowing the mistakes here lets the parser say what was meant and go on reading.
enum FEELSymbol: String, CaseIterable, Hashable, Sendable {
    case openRound = "("
    case closeRound = ")"
    case openSquare = "["
    case closeSquare = "]"
    case openCurly = "{"
    case closeCurly = "}"
    case comma = ","
    case colon = ":"
    case dot = "."
    case dots = ".."
    case at = "@"
    case apostrophe = "'"
    case arrow = "->"
    case plus = "+"
    case minus = "-"
    case star = "*"
    case slash = "/"
    case power = "**"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    // Not FEEL. `<>` is also the empty parameter list of a function type.
    case doubleEqual = "=="
    case lessGreater = "<>"
    case equalGreater = "=>"
    case equalLess = "=<"
    case doubleAmpersand = "&&"
    case ampersand = "&"
    case doubleBar = "||"
    case bar = "|"
    case exclamation = "!"
    case caret = "^"
    case percent = "%"
    case semicolon = ";"
    case lessOrEqualSign = "≤"
    case greaterOrEqualSign = "≥"
    case notEqualSign = "≠"
    case timesSign = "×"
    case divisionSign = "÷"
    case minusSign = "−"
    case enDash = "–"
    case openCurlyQuote = "“"
    case closeCurlyQuote = "”"
    case lowCurlyQuote = "„"
    case openCurlyApostrophe = "‘"
    case closeCurlyApostrophe = "’"

    /// The binary operator it is, or was meant to be.
    var binaryOperator: FEELExpression.BinaryOperator? {
        switch self {
        case .plus: .add
        case .minus, .minusSign, .enDash: .subtract
        case .star, .timesSign: .multiply
        case .slash, .divisionSign: .divide
        case .power, .caret: .power
        case .equal, .doubleEqual: .equal
        case .notEqual, .lessGreater, .notEqualSign: .notEqual
        case .less: .less
        case .lessOrEqual, .equalLess, .lessOrEqualSign: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual, .equalGreater, .greaterOrEqualSign: .greaterOrEqual
        case .doubleAmpersand, .ampersand: .and
        case .doubleBar, .bar: .or
        default: nil
        }
    }

    /// May stand inside a name (additional name symbols), as far as names are known beforehand.
    var mayStandInName: Bool {
        switch self {
        case .dot, .slash, .minus, .apostrophe, .closeCurlyApostrophe, .plus, .star, .power, .dots, .arrow: true
        default: false
        }
    }

    /// The bracket that closes a list, a group or a context opened by this one.
    var closer: FEELSymbol? {
        switch self {
        case .openRound: .closeRound
        case .openSquare: .closeSquare
        case .openCurly: .closeCurly
        default: nil
        }
    }

    var closes: Bool { self == .closeRound || self == .closeSquare || self == .closeCurly }
}
