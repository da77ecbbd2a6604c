/// A text with a name, and the table that turns byte offsets into lines and columns.
///
///     let file = SourceFile(name: "rules/a.yaml", text: "a: 1\nb: 2\n")
///     file.position(utf8Offset: 5)   // line 2, column 1
///
/// Lines end with LF, CR LF or CR. Columns count characters (extended grapheme clusters), as a reader does.
/// A byte order mark at the start is dropped: it is no part of the text.
public struct SourceFile: Sendable {
    /// Name as it is shown to the user.
    public let name: String
    /// The whole text, without byte order mark.
    public let text: String

    private let lines: [Line]
    /// Known columns inside long lines with characters beyond ASCII, ordered by offset; without them a position
    /// in such a line would cost a walk from its start.
    private let landmarks: [Landmark]

    /// A text under a name. Nothing is read from disk: the caller has the text already.
    ///
    /// - Parameter name: shown to the user as it stands, and the order of presentation of several files.
    public init(name: String, text: String) {
        var text = text
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        text.makeContiguousUTF8()
        lines = text.withUTF8 { Line.all(of: $0) }
        self.name = name
        self.text = text
        landmarks = Landmark.all(of: text, lines: lines)
    }

    /// Number of lines; a text that ends with a line break has an empty last line.
    public var lineCount: Int { lines.count }

    /// Line and column of a byte offset.
    ///
    /// An offset inside a character means that character, one inside a line break the end of its line; an offset
    /// outside the text is moved to the nearest end.
    public func position(utf8Offset: Int) -> SourcePosition {
        let offset = min(max(utf8Offset, 0), text.utf8.count)
        let number = lines.partitionIndex { $0.start > offset } - 1
        let line = lines[number]
        return SourcePosition(line: number + 1, column: column(of: min(offset, line.end), in: line), offset: offset)
    }

    /// The stretch between two byte offsets.
    public func span(_ utf8Range: Range<Int>) -> SourceSpan {
        SourceSpan(
            file: name,
            start: position(utf8Offset: utf8Range.lowerBound),
            end: position(utf8Offset: utf8Range.upperBound))
    }

    /// The text of a line, counted from 1, without its line break; `nil` when there is no such line.
    public func line(_ number: Int) -> Substring? {
        guard let range = lineRange(number) else { return nil }
        return text[index(range.lowerBound)..<index(range.upperBound)]
    }

    /// The byte offsets of a line, counted from 1, without its line break.
    func lineRange(_ number: Int) -> Range<Int>? {
        guard lines.indices.contains(number - 1) else { return nil }
        let line = lines[number - 1]
        return line.start..<line.end
    }

    private func column(of offset: Int, in line: Line) -> Int {
        if line.isASCII { return offset - line.start + 1 }
        var reached = Landmark(offset: line.start, column: 1)
        let following = landmarks.partitionIndex { $0.offset > offset }
        if following > 0, landmarks[following - 1].offset > line.start { reached = landmarks[following - 1] }
        var cursor = index(reached.offset)
        let end = index(line.end)
        while cursor < end {
            let next = text.characterEnd(after: cursor, before: end)
            let nextOffset = text.utf8.distance(from: text.startIndex, to: next)
            if nextOffset > offset { break }
            reached = Landmark(offset: nextOffset, column: reached.column + 1)
            cursor = next
        }
        return reached.column
    }

    private func index(_ utf8Offset: Int) -> String.Index {
        text.utf8.index(text.utf8.startIndex, offsetBy: utf8Offset)
    }
}

/// A line as byte offsets, `end` before the line break.
private struct Line {
    let start: Int
    let end: Int
    let isASCII: Bool

    static func all(of bytes: UnsafeBufferPointer<UInt8>) -> [Line] {
        var lines: [Line] = []
        var start = 0
        var offset = 0
        var isASCII = true
        var endsWithReturn = false
        for byte in bytes {
            if byte == 0x0A, endsWithReturn {
                start = offset + 1
            } else if byte == 0x0A || byte == 0x0D {
                lines.append(Line(start: start, end: offset, isASCII: isASCII))
                start = offset + 1
                isASCII = true
            } else if byte >= 0x80 {
                isASCII = false
            }
            endsWithReturn = byte == 0x0D
            offset += 1
        }
        lines.append(Line(start: start, end: offset, isASCII: isASCII))
        return lines
    }
}

/// An offset of which the column is known.
private struct Landmark {
    let offset: Int
    let column: Int

    static let distance = 32

    static func all(of text: String, lines: [Line]) -> [Landmark] {
        var landmarks: [Landmark] = []
        for line in lines where !line.isASCII && line.end - line.start > 4 * distance {
            let start = text.utf8.index(text.utf8.startIndex, offsetBy: line.start)
            let end = text.utf8.index(text.utf8.startIndex, offsetBy: line.end)
            var reached = Landmark(offset: line.start, column: 1)
            for character in text[start..<end] {
                reached = Landmark(offset: reached.offset + character.utf8.count, column: reached.column + 1)
                if reached.column % distance == 0 { landmarks.append(reached) }
            }
        }
        return landmarks
    }
}

extension String {
    /// The end of the character at an index of a line that ends at `end`. Of two ASCII bytes in a row the first is a
    /// character by itself, which spares most of the work of finding the boundaries of characters.
    fileprivate func characterEnd(after cursor: Index, before end: Index) -> Index {
        let next = utf8.index(after: cursor)
        if utf8[cursor] < 0x80, next == end || utf8[next] < 0x80 { return next }
        return min(index(after: cursor), end)
    }
}

extension Array {
    /// Index of the first element that `isAfter` accepts; the array is ordered so that all of those come last.
    func partitionIndex(where isAfter: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
