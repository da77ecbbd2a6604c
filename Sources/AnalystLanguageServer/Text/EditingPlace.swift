import RuleEngine

/// Where in the structure of a YAML text somebody types, told by the text alone: it need not be YAML yet.
///
/// Blocks are told by their indentation, and `{ }` and `[ ]` by their brackets, up to the place.
struct EditingPlace {
    /// The keys around the place, the outermost first.
    private(set) var path: [String] = []
    /// The key whose value is being typed; `nil` where a key or an item of a list is.
    private(set) var key: String?
    /// The values of the keys beside the place, as they are written.
    private(set) var siblings: [String: String] = [:]
    /// What is typed of the value, key or item up to the place.
    private(set) var typed = ""
    /// Whether the place is inside of braces: a block of its own.
    private(set) var isInBraces = false

    /// A key of a block, with the column in which it begins.
    private struct BlockKey {
        let column: Int
        let name: String
        let value: String
        let isItem: Bool
    }

    /// Something that brackets hold.
    private struct Frame {
        let bracket: UInt8
        /// The key in front of the bracket.
        let owner: String?
        var siblings: [String: String] = [:]
    }

    init(_ lines: DocumentLines, at offset: Int) {
        let place = lines.place(of: offset)
        var blocks: [BlockKey] = []
        // The first line of what may go on over several lines.
        var first = place.line
        let indentation = lines.lineText(before: offset).utf8.prefix { $0 == 0x20 }.count
        while first > 0, let text = lines.line(first), Self.key(in: text) == nil, !Self.isItem(text) { first -= 1 }
        // A line that stands no further in than the key above it goes on with nothing.
        if let text = lines.line(first), let (_, column, _, _) = Self.key(in: text), column >= indentation {
            first = place.line
        }
        for number in 0..<first {
            guard let text = lines.line(number), let (key, column, value, isItem) = Self.key(in: text) else { continue }
            blocks.removeAll { $0.column > column || ($0.column == column && isItem) }
            blocks.append(BlockKey(column: column, name: key, value: value, isItem: isItem))
        }
        let start = lines.start(ofLine: first)
        let text = String(lines.text[lines.index(start)..<lines.index(max(start, offset))])
        read(text, blocks)
    }

    /// Reads the line of the place, with what stands around it.
    private mutating func read(_ text: String, _ blocks: [BlockKey]) {
        let column = Self.column(of: text)
        let isItem = Self.isItem(Substring(text))
        var open: [BlockKey] = []
        for block in blocks {
            open.removeAll { $0.column >= block.column }
            open.append(block)
        }
        // A dash may stand below the first letter of the key of its list.
        let dash = text.utf8.prefix { $0 == 0x20 }.count
        let parents = open.filter { isItem ? $0.column <= dash : $0.column < column }
        path = parents.map(\.name)
        for block in blocks where block.column == column && !isItem { siblings[block.name] = block.value }
        var content = Substring(text).drop { $0 == " " }
        while content.hasPrefix("- ") || content == "-" { content = content.dropFirst().drop { $0 == " " } }
        readFlow(String(content))
    }

    /// Reads what is typed on the line: keys, values and brackets.
    private mutating func readFlow(_ text: String) {
        var frames: [Frame] = []
        var current: String?
        var piece = ""
        var quote: UInt8?
        let bytes = Array(text.utf8)
        var index = 0
        func flush() -> String { piece.trimmed }
        while index < bytes.count {
            let byte = bytes[index]
            let next: UInt8? = index + 1 < bytes.count ? bytes[index + 1] : nil
            if let open = quote {
                if byte == open { quote = nil }
                piece.append(Character(Unicode.Scalar(byte)))
            } else if (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")) && piece.trimmed.isEmpty {
                quote = byte
                piece.append(Character(Unicode.Scalar(byte)))
            } else if byte == UInt8(ascii: ":"), next == nil || next == 0x20 || next == 0x0A, current == nil {
                current = flush()
                piece = ""
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "["), piece.trimmed.isEmpty {
                frames.append(Frame(bracket: byte, owner: current))
                current = nil
                piece = ""
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]"), let last = frames.popLast() {
                current = last.owner
                piece = "…"
            } else if byte == UInt8(ascii: ","), !frames.isEmpty {
                if let current { frames[frames.count - 1].siblings[current] = flush() }
                current = nil
                piece = ""
            } else {
                piece.append(Character(Unicode.Scalar(byte)))
            }
            index += 1
        }
        for frame in frames { if let owner = frame.owner { path.append(owner) } }
        if let last = frames.last {
            isInBraces = last.bracket == UInt8(ascii: "{")
            siblings = last.siblings
        }
        key = current
        typed = piece
    }

    // MARK: Lines

    private static func isItem(_ line: Substring) -> Bool {
        let content = line.drop { $0 == " " }
        return content.hasPrefix("- ") || content == "-"
    }

    /// The column in which the content of a line begins, behind dashes.
    private static func column(of line: String) -> Int {
        var column = 0
        var rest = Substring(line)
        while let first = rest.first, first == " " || (first == "-" && rest.dropFirst().first.map { $0 == " " } ?? true)
        {
            column += 1
            rest = rest.dropFirst()
        }
        return column
    }

    /// The key with which a line begins, its column, what stands behind it, and whether it begins an item of a list.
    private static func key(in line: Substring) -> (String, Int, String, Bool)? {
        let column = column(of: String(line))
        let rest = line.unicodeScalars.dropFirst(column)
        let name = rest.prefix {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789_-.:".unicodeScalars.contains($0))
        }
        var text = String(name)
        guard text.hasSuffix(":") else { return nil }
        text.removeLast()
        guard !text.isEmpty else { return nil }
        return (text, column, String(rest.dropFirst(name.count)).trimmed, isItem(line))
    }
}

extension String {
    /// Without blanks and line breaks at both ends.
    var trimmed: String {
        var rest = Substring(self).drop { $0.isWhitespace }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }
}
