/// Lays the text of a scalar beside its source, so that a place in the one gives the place in the other.
///
/// The text is cut into pieces that stand in the source as they are. Where YAML changes the text (an escape, a folded
/// line break) a piece stands for the change as a whole. The pieces are made when a place is asked for: a scalar
/// without mistakes never pays for them.
struct YAMLScalarAlignment: Sendable {
    private struct Piece: Sendable {
        let text: Int
        let source: Int
    }

    /// Ordered by offset in the text; the last one marks the end of both.
    private var pieces: [Piece] = []

    /// Gives `nil` when the text cannot be laid beside its source with certainty.
    init?(_ scalar: YAMLScalar) {
        let source = Array(scalar.source.text(scalar.range).utf8)
        let text = Array(scalar.text.utf8)
        let isAligned =
            switch scalar.style {
            case .plain: alignFlow(text, source[...], style: .plain)
            case .singleQuoted, .doubleQuoted:
                source.count >= 2 && alignFlow(text, source.dropFirst().dropLast(), style: scalar.style)
            case .literal, .folded: alignBlock(text, source, isFolded: scalar.style == .folded)
            }
        guard isAligned else { return nil }
        pieces = pieces.map { Piece(text: $0.text, source: $0.source + scalar.range.lowerBound) }
    }

    /// The UTF-8 offset in the source file of a UTF-8 offset in the text.
    func sourceOffset(of offset: Int) -> Int {
        let number = max(pieces.partitionIndex { $0.text > offset } - 1, 0)
        let piece = pieces[number]
        let plain = piece.source + max(offset - piece.text, 0)
        return number + 1 < pieces.count ? min(plain, pieces[number + 1].source) : piece.source
    }

    private mutating func add(_ text: Int, _ source: Int) {
        pieces.append(Piece(text: text, source: source))
    }
}

// MARK: - Bare and quoted scalars

extension YAMLScalarAlignment {
    /// Follows YAML 1.2.2, sections 6.5 (line folding), 5.7 (escapes) and 7.3 (flow scalars).
    private mutating func alignFlow(
        _ text: [UInt8], _ source: ArraySlice<UInt8>, style: YAMLScalar.Style
    ) -> Bool {
        var read = source.startIndex
        var written = 0
        add(0, read)
        while read < source.endIndex {
            let fold = lineFold(in: source, at: read)
            let change: (length: Int, text: [UInt8])? =
                if let fold {
                    fold
                } else if style == .singleQuoted, source[read] == UInt8(ascii: "'") {
                    (2, [UInt8(ascii: "'")])
                } else if style == .doubleQuoted, source[read] == UInt8(ascii: "\\") {
                    escape(in: source, at: read)
                } else {
                    nil
                }
            if let change {
                guard text[written...].starts(with: change.text) else { return false }
                add(written, read)
                read += change.length
                written += change.text.count
                add(written, read)
            } else {
                guard written < text.count, text[written] == source[read] else { return false }
                read += 1
                written += 1
            }
        }
        add(written, source.endIndex)
        return written == text.count
    }

    /// A line break with the blanks around it and the empty lines after it, and what YAML makes of it.
    private func lineFold(in source: ArraySlice<UInt8>, at start: Int) -> (length: Int, text: [UInt8])? {
        guard source[start].isBlank || source[start].isBreak else { return nil }
        var end = start
        var breaks = 0
        while end < source.endIndex, source[end].isBlank || source[end].isBreak {
            let isSecondHalf = source[end] == 0x0A && end > start && source[end - 1] == 0x0D
            if source[end].isBreak, !isSecondHalf { breaks += 1 }
            end += 1
        }
        guard breaks > 0 else { return nil }
        let text = breaks == 1 ? [UInt8(ascii: " ")] : Array(repeating: 0x0A, count: breaks - 1)
        return (end - start, text)
    }

    /// An escape of a double-quoted scalar: its length in the source and the bytes it stands for.
    private func escape(in source: ArraySlice<UInt8>, at start: Int) -> (length: Int, text: [UInt8])? {
        guard start + 1 < source.endIndex else { return nil }
        let letter = source[start + 1]
        if letter.isBreak {
            var end = start + 1
            if letter == 0x0D, end + 1 < source.endIndex, source[end + 1] == 0x0A { end += 1 }
            end += 1
            while end < source.endIndex, source[end].isBlank { end += 1 }
            return (end - start, [])
        }
        if let digits = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8][letter] {
            let end = start + 2 + digits
            guard end <= source.endIndex,
                let value = UInt32(String(decoding: source[start + 2..<end], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(value)
            else { return nil }
            return (2 + digits, Array(String(Character(scalar)).utf8))
        }
        guard let value = Self.shortEscapes[letter] else { return (2, [letter]) }
        return (2, Array(value.utf8))
    }

    private static let shortEscapes: [UInt8: String] = [
        UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "t"): "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}",
        UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}", UInt8(ascii: "L"): "\u{2028}",
        UInt8(ascii: "P"): "\u{2029}",
    ]
}

// MARK: - Block scalars

extension YAMLScalarAlignment {
    /// Finds the lines of the source in the text, one after the other (YAML 1.2.2, section 8.1).
    private mutating func alignBlock(_ text: [UInt8], _ source: [UInt8], isFolded: Bool) -> Bool {
        let lines = Self.lines(of: source)
        guard let header = lines.first, !text.isEmpty else { return false }
        if source[header].contains(where: { UInt8(ascii: "1")...UInt8(ascii: "9") ~= $0 }), isFolded {
            return false
        }
        let isLiteralAligned = !isFolded && alignLiteral(text, source, lines.dropFirst())
        if isLiteralAligned { return true }
        pieces = []
        return isFolded && alignFolded(text, source, lines.dropFirst())
    }

    /// Each line of the text is the end of the line of the source with the same number.
    private mutating func alignLiteral(
        _ text: [UInt8], _ source: [UInt8], _ sourceLines: ArraySlice<Range<Int>>
    ) -> Bool {
        var remaining = sourceLines
        for line in Self.lines(of: text) {
            guard let sourceLine = remaining.popFirst() else { break }
            guard line.count <= sourceLine.count,
                source[sourceLine].suffix(line.count).elementsEqual(text[line])
            else { return false }
            add(line.lowerBound, sourceLine.upperBound - line.count)
        }
        add(text.count, source.count)
        return true
    }

    /// Between the lines of the source the text has a space or line breaks.
    private mutating func alignFolded(
        _ text: [UInt8], _ source: [UInt8], _ sourceLines: ArraySlice<Range<Int>>
    ) -> Bool {
        let filled = sourceLines.filter { line in source[line].contains { !$0.isBlank } }
        guard let first = filled.first else { return false }
        let indentation = source[first].prefix { $0 == UInt8(ascii: " ") }.count
        var written = 0
        for line in filled {
            let content = source[min(line.lowerBound + indentation, line.upperBound)..<line.upperBound]
            while written < text.count, text[written] == 0x0A { written += 1 }
            if !text[written...].starts(with: content) {
                guard written > 0, written < text.count, text[written] == UInt8(ascii: " ") else { return false }
                written += 1
                guard text[written...].starts(with: content) else { return false }
            }
            add(written, content.startIndex)
            written += content.count
        }
        guard text[written...].allSatisfy({ $0 == 0x0A }) else { return false }
        add(text.count, source.count)
        return true
    }

    /// The lines as ranges without their line breaks.
    private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for (offset, byte) in bytes.enumerated() {
            let isSecondHalf = byte == 0x0A && offset > 0 && bytes[offset - 1] == 0x0D
            if isSecondHalf {
                start = offset + 1
            } else if byte.isBreak {
                lines.append(start..<offset)
                start = offset + 1
            }
        }
        if start < bytes.count { lines.append(start..<bytes.count) }
        return lines
    }
}
