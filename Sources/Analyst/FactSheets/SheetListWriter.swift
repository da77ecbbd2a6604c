import RuleEngine

/// Decides which bytes of a sheet make way for another list: of answers, of overrules.
struct SheetListWriter {
    /// The key of the list in the sheet.
    let key: String
    let bytes: SheetBytes
    /// The whole sheet stands in braces.
    let isFlow: Bool

    private var text: [UInt8] { bytes.text }
    private var lineBreak: String { bytes.lineBreak }

    /// A list with its first items as they are, the rest of them cut, and others behind.
    func change(_ list: YAMLNode, keeping count: Int, adding items: [String]) -> SheetBytes.Edit {
        let nodes = list.sequence ?? []
        let last = nodes[count - 1]
        guard bytes.byte(list.span.start.offset) != UInt8(ascii: "[") else {
            let onOneLine = list.span.start.line == last.span.start.line
            let separator = onOneLine ? ", " : ",\(lineBreak)\(bytes.indentation(at: last.span.start.offset))"
            return SheetBytes.Edit(
                range: last.span.end.offset..<(nodes.last ?? last).span.end.offset,
                text: items.map { separator + $0 }.joined())
        }
        let start = bytes.lineEnd(last.span.end)
        let end = max(start, bytes.lineEnd((nodes.last ?? last).span.end))
        let pad = bytes.indentation(at: list.span.start.offset)
        return insertion(items.map { "\(pad)- \($0)" }, in: start..<end)
    }

    /// Another list in the place of the one that is there; a comment on its last line stays.
    func replacement(of entry: YAMLEntry, by items: [String]) -> SheetBytes.Edit {
        let colon = text[entry.key.span.end.offset...].firstIndex(of: UInt8(ascii: ":")) ?? entry.key.span.end.offset
        let end = max(colon + 1, entry.value.span.end.offset)
        guard !isFlow, !items.isEmpty else {
            return SheetBytes.Edit(range: colon + 1..<end, text: " \(Self.list(items))")
        }
        let lineEnd = bytes.lineEnd(entry.value.span.end)
        let pad = bytes.indentation(at: entry.key.span.start.offset)
        let comment = lineEnd > end ? String(decoding: text[end..<lineEnd], as: UTF8.self) : ""
        let lines = items.map { "\(pad)  - \($0)" }
        return SheetBytes.Edit(
            range: colon + 1..<max(end, lineEnd), text: ([comment] + lines).joined(separator: lineBreak))
    }

    /// The entry itself, in a sheet that has none.
    func addition(of items: [String], to root: YAMLNode, after last: YAMLEntry?) -> SheetBytes.Edit {
        let end = max(last?.key.span.end ?? root.span.start, last?.value.span.end ?? root.span.start)
        guard !isFlow else {
            return SheetBytes.Edit(range: end.offset..<end.offset, text: ", \(key): \(Self.list(items))")
        }
        let place = bytes.lineEnd(end)
        let pad = bytes.indentation(at: root.span.start.offset)
        return insertion(
            ["\(pad)\(key):"] + items.map { "\(pad)  - \($0)" }, in: place..<place)
    }

    /// An entry of several lines, or of one in braces, in a sheet that has none.
    func addition(of lines: [String], inBraces entry: String, to root: YAMLNode, after last: YAMLEntry?)
        -> SheetBytes.Edit
    {
        let end = max(last?.key.span.end ?? root.span.start, last?.value.span.end ?? root.span.start)
        guard !isFlow else { return SheetBytes.Edit(range: end.offset..<end.offset, text: ", \(entry)") }
        let place = bytes.lineEnd(end)
        return insertion(lines, in: place..<place)
    }

    /// Lines of their own, behind the line that ends at the start of the range.
    private func insertion(_ lines: [String], in range: Range<Int>) -> SheetBytes.Edit {
        let opensLine = range.lowerBound == 0 || SheetBytes.isBreak(bytes.byte(range.lowerBound - 1))
        return SheetBytes.Edit(range: range, text: lines.map { opensLine ? $0 + lineBreak : lineBreak + $0 }.joined())
    }

    private static func list(_ items: [String]) -> String { "[\(items.joined(separator: ", "))]" }
}
