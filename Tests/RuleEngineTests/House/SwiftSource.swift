/// A Swift file taken apart just far enough to check the rules of the house: tokens, string literals and comments.
///
/// It knows comments (nested ones too), plain, raw and multi-line strings with interpolation, and names in backticks.
/// It does not know regex literals, which the package does not use.
struct SwiftSource {
    /// A name, a number or one sign of punctuation outside comments and strings.
    struct Token {
        let text: String
        let line: Int
        /// Nothing stands between this token and the one before.
        let isGlued: Bool
        /// Number of braces that are open before this token.
        let depth: Int
    }

    /// The fixed text of a string literal; interpolated values are left out.
    struct Literal {
        let text: String
        let line: Int
    }

    /// Path from the package root.
    let path: String
    let text: String
    let tokens: [Token]
    let literals: [Literal]
    /// Lines on which some comment stands.
    let commentedLines: Set<Int>

    init(path: String, text: String) {
        var scanner = SwiftScanner(text: text)
        scanner.scan()
        self.path = path
        self.text = text
        tokens = SwiftSource.tokens(ofCode: scanner.code)
        literals = scanner.literals
        commentedLines = scanner.commentedLines
    }

    /// The place of a line in the form that compilers use.
    func place(_ line: Int) -> String { "\(path):\(line)" }

    /// The modules this file imports.
    var imports: [(module: String, line: Int)] {
        tokens.indices.dropLast().compactMap { index in
            let token = tokens[index]
            guard token.text == "import", token.depth == 0 else { return nil }
            return (tokens[index + 1].text, token.line)
        }
    }

    /// The types this file declares; with `topLevel` only those that the rest of the target can name directly.
    func declaredTypes(topLevel: Bool) -> [String] {
        tokens.indices.dropLast().compactMap { index in
            let token = tokens[index]
            guard SwiftSource.typeKeywords.contains(token.text), tokens[index + 1].isName else { return nil }
            guard topLevel else { return tokens[index + 1].text }
            let modifiers = tokens[..<index].reversed().prefix { $0.line == token.line }.map(\.text)
            let isHidden = modifiers.contains("private") || modifiers.contains("fileprivate")
            return token.depth == 0 && !isHidden ? tokens[index + 1].text : nil
        }
    }

    private static let typeKeywords: Set<String> = [
        "struct", "enum", "class", "actor", "protocol", "typealias", "associatedtype",
    ]

    private static func tokens(ofCode code: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        var line = 1
        var depth = 0
        var index = 0
        var lastEnd = -1
        while index < code.count {
            let byte = code[index]
            if byte == UInt8(ascii: "\n") { line += 1 }
            if byte <= UInt8(ascii: " ") {
                index += 1
                continue
            }
            var end = index + 1
            if byte.isNameByte {
                while end < code.count, code[end].isNameByte { end += 1 }
            }
            let text = String(decoding: code[index..<end], as: UTF8.self)
            if text == "}" { depth -= 1 }
            tokens.append(Token(text: text, line: line, isGlued: index == lastEnd, depth: depth))
            if text == "{" { depth += 1 }
            lastEnd = end
            index = end
        }
        return tokens
    }
}

extension SwiftSource.Token {
    /// It is a name, a keyword or a number.
    var isName: Bool { text.utf8.first?.isNameByte ?? false }
}

/// One walk over the bytes of a Swift file that parts code, strings and comments.
private struct SwiftScanner {
    /// The text with every comment, string and name in backticks blanked out; line breaks stay.
    private(set) var code: [UInt8]
    private(set) var literals: [SwiftSource.Literal] = []
    private(set) var commentedLines: Set<Int> = []

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(text: String) {
        bytes = Array(text.utf8)
        code = bytes.map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
    }

    mutating func scan() {
        // A parenthesis that closes nothing ends a stretch of code; the file goes on behind it.
        while position < bytes.count { scanCode() }
    }

    /// Reads code up to the end of the text or past the parenthesis that closes an interpolation.
    private mutating func scanCode() {
        var open = 0
        while position < bytes.count {
            if starts(with: "//") {
                while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { skipComment() }
            } else if starts(with: "/*") {
                scanBlockComment()
            } else if bytes[position] == UInt8(ascii: "`") {
                advance()
                while position < bytes.count, bytes[position] != UInt8(ascii: "`") { advance() }
                advance()
            } else if let hashes = hashesBeforeQuote() {
                scanString(hashes: hashes)
            } else {
                let byte = bytes[position]
                code[position] = byte
                advance()
                if byte == UInt8(ascii: "(") { open += 1 }
                if byte == UInt8(ascii: ")") {
                    open -= 1
                    if open < 0 { return }
                }
            }
        }
    }

    private mutating func scanBlockComment() {
        var open = 0
        repeat {
            if starts(with: "/*") {
                open += 1
                skipComment()
            } else if starts(with: "*/") {
                open -= 1
                skipComment()
            }
            skipComment()
        } while open > 0 && position < bytes.count
    }

    private mutating func scanString(hashes: Int) {
        let start = line
        var fixedText: [UInt8] = []
        advance(hashes)
        let isMultiLine = starts(with: "\"\"\"")
        let end = String(repeating: "\"", count: isMultiLine ? 3 : 1) + String(repeating: "#", count: hashes)
        let escape = "\\" + String(repeating: "#", count: hashes)
        advance(isMultiLine ? 3 : 1)
        while position < bytes.count, !starts(with: end) {
            if starts(with: escape + "(") {
                advance(escape.utf8.count + 1)
                scanCode()
            } else if starts(with: escape) {
                advance(escape.utf8.count + 1)
            } else {
                fixedText.append(bytes[position])
                advance()
            }
        }
        advance(end.utf8.count)
        literals.append(SwiftSource.Literal(text: String(decoding: fixedText, as: UTF8.self), line: start))
    }

    /// The number of `#` before a quotation mark that starts a string here; `nil` when none starts here.
    private func hashesBeforeQuote() -> Int? {
        var end = position
        while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
        return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end - position : nil
    }

    private func starts(with text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    private mutating func skipComment() {
        commentedLines.insert(line)
        advance()
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where position < bytes.count {
            if bytes[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
    }
}

extension UInt8 {
    fileprivate var isNameByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
