import Analyst
import RuleEngine

/// A place as editors count: lines from zero, and on a line code units of UTF-16 from zero.
struct TextPlace: Hashable, Comparable, Sendable {
    let line: Int
    let character: Int

    init(line: Int, character: Int) {
        self.line = line
        self.character = character
    }

    init?(_ value: JSONValue) {
        guard let line = value["line"].integer, let character = value["character"].integer, line >= 0, character >= 0
        else { return nil }
        self.init(line: line, character: character)
    }

    static func < (left: TextPlace, right: TextPlace) -> Bool {
        (left.line, left.character) < (right.line, right.character)
    }

    var json: JSONText {
        .object([("line", .number("\(line)")), ("character", .number("\(character)"))])
    }
}

/// Where the lines of a text begin, to turn places of editors into bytes and back. Lines end with LF, CR LF or CR.
struct DocumentLines: Sendable {
    let text: String
    /// The UTF-8 offset of the start of each line.
    private let starts: [Int]

    init(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
        var starts = [0]
        var offset = 0
        var endsWithReturn = false
        for byte in text.utf8 {
            offset += 1
            if byte == 0x0A, endsWithReturn {
                starts[starts.count - 1] = offset
            } else if byte == 0x0A || byte == 0x0D {
                starts.append(offset)
            }
            endsWithReturn = byte == 0x0D
        }
        self.starts = starts
    }

    var lineCount: Int { starts.count }

    /// A place outside of the text is the nearest end; one inside a character of UTF-16 is before that character.
    func offset(of place: TextPlace) -> Int {
        guard place.line < starts.count else { return text.utf8.count }
        let start = index(starts[place.line])
        let end = index(lineEnd(place.line))
        let units = text.utf16
        let line = text[start..<end].utf16
        guard let found = line.index(line.startIndex, offsetBy: place.character, limitedBy: line.endIndex) else {
            return lineEnd(place.line)
        }
        // Between the two units of one character no text can be cut.
        let whole = found.samePosition(in: text.unicodeScalars) ?? units.index(before: found)
        return text.utf8.distance(from: text.startIndex, to: whole)
    }

    func place(of offset: Int) -> TextPlace {
        let offset = min(max(offset, 0), text.utf8.count)
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        let count = text.utf16.distance(from: index(starts[low]), to: index(offset))
        return TextPlace(line: low, character: count)
    }

    /// The text of a line up to an offset.
    func lineText(before offset: Int) -> Substring {
        text[index(starts[place(of: offset).line])..<index(offset)]
    }

    /// The text of a line, without its end.
    func line(_ number: Int) -> Substring? {
        guard starts.indices.contains(number) else { return nil }
        return text[index(starts[number])..<index(lineEnd(number))]
    }

    /// Where a line begins.
    func start(ofLine number: Int) -> Int { starts[min(max(number, 0), starts.count - 1)] }

    /// Where a line ends, its line break left out.
    private func lineEnd(_ number: Int) -> Int {
        guard number + 1 < starts.count else { return text.utf8.count }
        var end = starts[number + 1]
        for byte in [UInt8(0x0A), 0x0D] where end > starts[number] {
            if text.utf8[index(end - 1)] == byte { end -= 1 }
        }
        return end
    }

    func index(_ offset: Int) -> String.Index { text.utf8.index(text.utf8.startIndex, offsetBy: offset) }

    /// A stretch of the text as editors write it.
    func json(_ range: Range<Int>) -> JSONText {
        .object([("start", place(of: range.lowerBound).json), ("end", place(of: range.upperBound).json)])
    }

    /// The text with a stretch replaced, as an editor tells of a change.
    func replacing(_ range: JSONValue, with new: String) -> String? {
        guard let first = TextPlace(range["start"]), let last = TextPlace(range["end"]) else { return nil }
        let start = offset(of: min(first, last))
        let end = max(start, offset(of: max(first, last)))
        var bytes = Array(text.utf8)
        bytes.replaceSubrange(start..<end, with: new.utf8)
        return String(decoding: bytes, as: UTF8.self)
    }
}
