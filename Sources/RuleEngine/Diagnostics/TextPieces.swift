/// The pieces of an indented text that can be understood each by itself: the entries at the left margin, and the entries
/// of the list or block right below each.
///
/// Lines alone tell them apart, so that a text can be cut into pieces that no reader understands as a whole.
package struct TextPieces: Sendable {
    /// Lines that belong together.
    package struct Piece: Sendable {
        /// Number of the first line.
        package let firstLine: Int
        /// Number of the last line that holds something.
        package fileprivate(set) var lastLine: Int
        /// Whether it begins at the left margin.
        package let isHeader: Bool
        /// Whether it is an element of a list.
        package let isListed: Bool
        /// The first key, where one can be made out: `code` of `- code: x`.
        package let key: String?
        /// What stands behind that key on its line.
        package let value: String?
    }

    package private(set) var pieces: [Piece] = []
    private let file: SourceFile

    package init(_ file: SourceFile) {
        self.file = file
        var block: (indent: Int, hasDash: Bool)?
        var takesAll = false
        for number in 1...file.lineCount {
            guard let line = file.line(number), let start = Self.start(of: line) else { continue }
            let isAtMargin = start.indent == 0 && !start.hasDash
            if isAtMargin {
                block = nil
                takesAll = start.value != nil
            } else if !takesAll, let begun = block, start.hasDash, !begun.hasDash, start.indent < begun.indent {
                // A list of which the first element has lost its dash: what came before is one piece.
                let first = pieces.lastIndex { $0.isHeader }.map { $0 + 1 } ?? 0
                if first + 1 < pieces.count {
                    pieces[first].lastLine = pieces[pieces.count - 1].lastLine
                    pieces.removeSubrange(first + 1..<pieces.count)
                }
                block = (start.indent, true)
            } else if takesAll || block.map({ $0.indent != start.indent || $0.hasDash != start.hasDash }) == true {
                if !pieces.isEmpty { pieces[pieces.count - 1].lastLine = number }
                continue
            } else {
                block = (start.indent, start.hasDash)
            }
            pieces.append(
                Piece(
                    firstLine: number, lastLine: number, isHeader: isAtMargin, isListed: start.hasDash, key: start.key,
                    value: start.value))
        }
    }

    /// The number of the piece that a line belongs to.
    package func index(ofLine line: Int) -> Int? {
        let following = pieces.partitionIndex { $0.firstLine > line }
        return following == 0 ? nil : following - 1
    }

    /// The bytes of a piece.
    package func range(_ index: Int) -> Range<Int> {
        let start = file.lineRange(pieces[index].firstLine)?.lowerBound ?? 0
        return start..<max(start, file.lineRange(pieces[index].lastLine)?.upperBound ?? start)
    }

    /// The names in the whole text.
    package var words: Set<String> {
        pieces.indices.reduce(into: []) { $0.formUnion(words($1)) }
    }

    /// The names in a piece: runs of letters, digits, hyphens and underscores.
    package func words(_ index: Int) -> Set<String> {
        Set(lines(index).joined(separator: " ").split { !$0.isNamePart }.map(String.init))
    }

    /// The names that a piece gives to something: the value of its first key, and all its keys.
    package func declaredNames(_ index: Int) -> Set<String> {
        var names: Set<String> = []
        if let value = pieces[index].value { names.insert(value) }
        for line in lines(index) {
            var rest = Substring(line)
            while let colon = rest.firstIndex(of: ":") {
                let name = rest[..<colon].reversed().prefix { $0.isNamePart }
                if !name.isEmpty { names.insert(String(name.reversed())) }
                rest = rest[rest.index(after: colon)...]
            }
        }
        return names
    }

    private func lines(_ index: Int) -> [Substring] {
        (pieces[index].firstLine...pieces[index].lastLine).compactMap { file.line($0) }
    }

    /// How a line begins; `nil` for a line that holds nothing but a comment.
    private static func start(
        of line: Substring
    ) -> (indent: Int, hasDash: Bool, key: String?, value: String?)? {
        var rest = line.drop { $0 == " " }
        guard let first = rest.first, first != "#" else { return nil }
        let indent = line.count - rest.count
        let hasDash = rest.hasPrefix("- ") || rest == "-"
        if hasDash { rest = rest.dropFirst().drop { $0 == " " } }
        let isBraced = rest.hasPrefix("{")
        if isBraced { rest = rest.dropFirst().drop { $0 == " " } }
        let key = rest.prefix { $0.isNamePart }
        let behind = rest.dropFirst(key.count)
        guard !key.isEmpty, behind.first == ":" else {
            return (indent, hasDash, nil, rest.isEmpty ? nil : String(rest))
        }
        var value = behind.dropFirst().drop { $0 == " " }
        if isBraced { value = value.prefix { $0 != "," && $0 != "}" } }
        let isEmpty = value.isEmpty || value.hasPrefix("#")
        return (indent, hasDash, String(key), isEmpty ? nil : String(value.trimmedEnd))
    }
}

extension Character {
    fileprivate var isNamePart: Bool { isLetter || isNumber || self == "-" || self == "_" }
}

extension Substring {
    fileprivate var trimmedEnd: Substring {
        var rest = self
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
