import RuleEngine

extension FactSheet {
    /// The text of the sheet with its answers replaced by `answers`; all else stays byte for byte.
    ///
    /// Answers at the start that are already in the file keep their text, comments included; so does the whole file when
    /// nothing changes. New answers follow with the line breaks of the file.
    package func text(withAnswers answers: [Answer]) -> String {
        guard let root = YAMLParser.parseSingle(file).root, let entries = root.mapping else { return file.text }
        let writer = AnswerWriter(bytes: SheetBytes(file), isFlow: root.isFlow)
        let edit: SheetBytes.Edit
        if let entry = entries.first(where: { $0.name.value == "answers" }) {
            let written = writtenAnswers.map(\.answer)
            if written == answers { return file.text }
            // What an alias stands for is written elsewhere.
            let kept = writer.bytes.isAlias(entry.value) ? 0 : zip(written, answers).prefix { $0 == $1 }.count
            edit =
                kept > 0
                ? writer.change(entry.value, keeping: kept, adding: Array(answers[kept...]))
                : writer.replacement(of: entry, by: answers)
        } else if answers.isEmpty {
            return file.text
        } else {
            edit = writer.addition(of: answers, to: root, after: entries.last)
        }
        return writer.bytes.applying([edit])
    }
}

/// Decides which bytes of a sheet make way for answers.
private struct AnswerWriter {
    let bytes: SheetBytes
    /// The whole sheet stands in braces.
    let isFlow: Bool

    private var text: [UInt8] { bytes.text }
    private var lineBreak: String { bytes.lineBreak }

    /// A list with its first answers as they are, the rest of them cut, and others behind.
    func change(_ list: YAMLNode, keeping count: Int, adding answers: [Answer]) -> SheetBytes.Edit {
        let nodes = list.sequence ?? []
        let last = nodes[count - 1]
        guard bytes.byte(list.span.start.offset) != UInt8(ascii: "[") else {
            let onOneLine = list.span.start.line == last.span.start.line
            let separator = onOneLine ? ", " : ",\(lineBreak)\(bytes.indentation(at: last.span.start.offset))"
            return SheetBytes.Edit(
                range: last.span.end.offset..<(nodes.last ?? last).span.end.offset,
                text: answers.map { separator + $0.line }.joined())
        }
        let start = bytes.lineEnd(last.span.end)
        let end = max(start, bytes.lineEnd((nodes.last ?? last).span.end))
        let pad = bytes.indentation(at: list.span.start.offset)
        return insertion(answers.map { "\(pad)- \($0.line)" }, in: start..<end)
    }

    /// Another list in the place of the one that is there; a comment on its last line stays.
    func replacement(of entry: YAMLEntry, by answers: [Answer]) -> SheetBytes.Edit {
        let colon = text[entry.key.span.end.offset...].firstIndex(of: UInt8(ascii: ":")) ?? entry.key.span.end.offset
        let end = max(colon + 1, entry.value.span.end.offset)
        guard !isFlow, !answers.isEmpty else {
            return SheetBytes.Edit(range: colon + 1..<end, text: " \(Self.list(answers))")
        }
        let lineEnd = bytes.lineEnd(entry.value.span.end)
        let pad = bytes.indentation(at: entry.key.span.start.offset)
        let comment = lineEnd > end ? String(decoding: text[end..<lineEnd], as: UTF8.self) : ""
        let lines = answers.map { "\(pad)  - \($0.line)" }
        return SheetBytes.Edit(
            range: colon + 1..<max(end, lineEnd), text: ([comment] + lines).joined(separator: lineBreak))
    }

    /// The entry itself, in a sheet that has none.
    func addition(of answers: [Answer], to root: YAMLNode, after last: YAMLEntry?) -> SheetBytes.Edit {
        let end = max(last?.key.span.end ?? root.span.start, last?.value.span.end ?? root.span.start)
        guard !isFlow else {
            return SheetBytes.Edit(range: end.offset..<end.offset, text: ", answers: \(Self.list(answers))")
        }
        let place = bytes.lineEnd(end)
        let pad = bytes.indentation(at: root.span.start.offset)
        return insertion(
            ["\(pad)answers:"] + answers.map { "\(pad)  - \($0.line)" }, in: place..<place)
    }

    /// Lines of their own, behind the line that ends at the start of the range.
    private func insertion(_ lines: [String], in range: Range<Int>) -> SheetBytes.Edit {
        let opensLine = range.lowerBound == 0 || SheetBytes.isBreak(bytes.byte(range.lowerBound - 1))
        return SheetBytes.Edit(range: range, text: lines.map { opensLine ? $0 + lineBreak : lineBreak + $0 }.joined())
    }

    private static func list(_ answers: [Answer]) -> String { "[\(answers.map(\.line).joined(separator: ", "))]" }
}
