/// Cuts a FEEL text into tokens. Never fails: what it cannot read becomes a problem or a stray token.
///
/// The cut does not depend on the names in scope; the parser puts names of several tokens together.
struct FEELLexer {
    private let scalars: [Unicode.Scalar]
    /// UTF-8 offset of each scalar, and of the end.
    private let offsets: [Int]
    private var index = 0
    private var tokens: [FEELToken] = []
    private var problems: [FEELSyntaxProblem] = []

    /// The tokens of a text, the last one of kind `.end`.
    static func read(_ text: String) -> (tokens: [FEELToken], problems: [FEELSyntaxProblem]) {
        var lexer = FEELLexer(text)
        lexer.run()
        return (lexer.tokens, lexer.problems)
    }

    private init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var offsets: [Int] = []
        offsets.reserveCapacity(scalars.count + 1)
        var offset = 0
        for scalar in scalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        self.offsets = offsets
    }

    private mutating func run() {
        while true {
            let beforeSpace = index
            skipSpaceAndComments()
            let afterSpace = index > beforeSpace
            let start = index
            let (kind, text) = next()
            tokens.append(
                FEELToken(kind: kind, text: text, range: range(from: start), afterSpace: afterSpace)
            )
            if kind == .end { return }
        }
    }

    private mutating func next() -> (FEELToken.Kind, String) {
        guard let first = peek() else { return (.end, "") }
        let start = index
        if first == "\"" { return (.string, readString()) }
        if FEELCharacter.startsName(first) {
            repeat { index += 1 } while peek().map(FEELCharacter.continuesName) == true
            return (.word, spelling(from: start))
        }
        if startsNumber() {
            readNumber()
            return (.number, spelling(from: start))
        }
        for length in [2, 1] where start + length <= scalars.count {
            index = start + length
            if let symbol = FEELSymbol(rawValue: spelling(from: start)) {
                return (.symbol(symbol), symbol.rawValue)
            }
        }
        index = start + 1
        return (.stray, spelling(from: start))
    }

    // MARK: Space and comments

    private mutating func skipSpaceAndComments() {
        while let scalar = peek() {
            if FEELCharacter.isSpace(scalar) {
                index += 1
            } else if scalar == "/", peek(1) == "/" {
                while let scalar = peek(), !FEELCharacter.isVerticalSpace(scalar) { index += 1 }
            } else if scalar == "/", peek(1) == "*" {
                skipBlockComment()
            } else {
                return
            }
        }
    }

    private mutating func skipBlockComment() {
        let start = index
        index += 2
        while index < scalars.count {
            if peek() == "*", peek(1) == "/" {
                index += 2
                return
            }
            index += 1
        }
        problems.append(.init(.unclosedComment, at: offsets[start]..<offsets[start + 2]))
    }

    // MARK: Numbers

    private func startsNumber() -> Bool {
        guard let first = peek() else { return false }
        if FEELCharacter.isDigit(first) { return true }
        return first == "." && peek(1).map(FEELCharacter.isDigit) == true
    }

    /// `digits [. digits] [e [sign] digits]` or `. digits …`; the dots of a range are left alone.
    private mutating func readNumber() {
        readDigits()
        if peek() == ".", peek(1).map(FEELCharacter.isDigit) == true {
            index += 1
            readDigits()
        }
        guard peek() == "e" || peek() == "E" else { return }
        let sign = peek(1) == "+" || peek(1) == "-" ? 1 : 0
        guard peek(1 + sign).map(FEELCharacter.isDigit) == true else { return }
        index += 1 + sign
        readDigits()
    }

    private mutating func readDigits() {
        while let scalar = peek(), FEELCharacter.isDigit(scalar) { index += 1 }
    }

    // MARK: Strings

    private mutating func readString() -> String {
        let start = index
        index += 1
        var value = String.UnicodeScalarView()
        while let scalar = peek(), !FEELCharacter.isVerticalSpace(scalar) {
            index += 1
            switch scalar {
            case "\"": return String(value)
            case "\\": readEscape(into: &value)
            default: value.append(scalar)
            }
        }
        problems.append(.init(.unclosedString, at: offsets[start]..<offsets[start + 1]))
        return String(value)
    }

    /// An unknown escape stands for itself, backslash included, so that `"\d+"` is a usable pattern.
    private mutating func readEscape(into value: inout String.UnicodeScalarView) {
        let start = index - 1
        guard let scalar = peek() else { return value.append("\\") }
        switch scalar {
        case "n": value.append("\n")
        case "t": value.append("\t")
        case "r": value.append("\r")
        case "\"", "'", "\\": value.append(scalar)
        case "u", "U":
            index += 1
            if let scalar = readCodePoint(digits: scalar == "u" ? 4 : 6) {
                value.append(scalar)
            } else {
                problems.append(.init(.badEscape(spelling(from: start)), at: range(from: start)))
            }
            return
        default:
            value.append("\\")
            return
        }
        index += 1
    }

    /// The character of that many hexadecimal digits; of four, also a pair of surrogates.
    private mutating func readCodePoint(digits: Int) -> Unicode.Scalar? {
        guard let high = readHexadecimal(digits: digits) else { return nil }
        guard digits == 4, 0xD800...0xDBFF ~= high else { return Unicode.Scalar(high) }
        guard peek() == "\\", peek(1) == "u" else { return nil }
        index += 2
        guard let low = readHexadecimal(digits: 4), 0xDC00...0xDFFF ~= low else { return nil }
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    }

    private mutating func readHexadecimal(digits: Int) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let scalar = peek(), scalar.isASCII,
                let digit = Character(scalar).hexDigitValue
            else { return nil }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }

    // MARK: Places

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        index + ahead < scalars.count ? scalars[index + ahead] : nil
    }

    private func range(from start: Int) -> Range<Int> { offsets[start]..<offsets[index] }

    private func spelling(from start: Int) -> String {
        String(String.UnicodeScalarView(scalars[start..<index]))
    }
}
