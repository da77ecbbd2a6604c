import RuleEngine

extension FactSheet {
    /// The text of the sheet with its answers replaced by `answers`; all else stays byte for byte.
    ///
    /// Answers at the start that are already in the file keep their text, comments included; so does the whole file when
    /// nothing changes. New answers follow with the line breaks of the file.
    package func text(withAnswers answers: [Answer]) -> String {
        guard let root = YAMLParser.parseSingle(file).root, let entries = root.mapping else { return file.text }
        let writer = AnswerWriter(text: Array(file.text.utf8), isFlow: root.isFlow)
        let edit: AnswerWriter.Edit
        if let entry = entries.first(where: { $0.name.value == "answers" }) {
            let written = writtenAnswers.map(\.answer)
            if written == answers { return file.text }
            // What an alias stands for is written elsewhere.
            let kept = writer.isAlias(entry.value) ? 0 : zip(written, answers).prefix { $0 == $1 }.count
            edit =
                kept > 0
                ? writer.change(entry.value, keeping: kept, adding: Array(answers[kept...]))
                : writer.replacement(of: entry, by: answers)
        } else if answers.isEmpty {
            return file.text
        } else {
            edit = writer.addition(of: answers, to: root, after: entries.last)
        }
        return writer.applying(edit)
    }
}

/// Decides which bytes of a sheet make way for answers.
private struct AnswerWriter {
    /// Bytes of the text that are replaced.
    struct Edit {
        let range: Range<Int>
        let text: String
    }

    let text: [UInt8]
    /// The whole sheet stands in braces.
    let isFlow: Bool

    func applying(_ edit: Edit) -> String {
        String(
            decoding: text[..<edit.range.lowerBound] + Array(edit.text.utf8) + text[edit.range.upperBound...],
            as: UTF8.self)
    }

    func isAlias(_ node: YAMLNode) -> Bool { byte(node.span.start.offset) == UInt8(ascii: "*") }

    /// A list with its first answers as they are, the rest of them cut, and others behind.
    func change(_ list: YAMLNode, keeping count: Int, adding answers: [Answer]) -> Edit {
        let nodes = list.sequence ?? []
        let last = nodes[count - 1]
        guard byte(list.span.start.offset) != UInt8(ascii: "[") else {
            let onOneLine = list.span.start.line == last.span.start.line
            let separator = onOneLine ? ", " : ",\(lineBreak)\(indentation(at: last.span.start.offset))"
            return Edit(
                range: last.span.end.offset..<(nodes.last ?? last).span.end.offset,
                text: answers.map { separator + Self.line($0) }.joined())
        }
        let start = lineEnd(last.span.end)
        let end = max(start, lineEnd((nodes.last ?? last).span.end))
        let pad = indentation(at: list.span.start.offset)
        return insertion(answers.map { "\(pad)- \(Self.line($0))" }, in: start..<end)
    }

    /// Another list in the place of the one that is there; a comment on its last line stays.
    func replacement(of entry: YAMLEntry, by answers: [Answer]) -> Edit {
        let colon = text[entry.key.span.end.offset...].firstIndex(of: UInt8(ascii: ":")) ?? entry.key.span.end.offset
        let end = max(colon + 1, entry.value.span.end.offset)
        guard !isFlow, !answers.isEmpty else { return Edit(range: colon + 1..<end, text: " \(Self.list(answers))") }
        let lineEnd = lineEnd(entry.value.span.end)
        let pad = indentation(at: entry.key.span.start.offset)
        let comment = lineEnd > end ? String(decoding: text[end..<lineEnd], as: UTF8.self) : ""
        let lines = answers.map { "\(pad)  - \(Self.line($0))" }
        return Edit(
            range: colon + 1..<max(end, lineEnd), text: ([comment] + lines).joined(separator: lineBreak))
    }

    /// The entry itself, in a sheet that has none.
    func addition(of answers: [Answer], to root: YAMLNode, after last: YAMLEntry?) -> Edit {
        let end = max(last?.key.span.end ?? root.span.start, last?.value.span.end ?? root.span.start)
        guard !isFlow else {
            return Edit(range: end.offset..<end.offset, text: ", answers: \(Self.list(answers))")
        }
        let place = lineEnd(end)
        let pad = indentation(at: root.span.start.offset)
        return insertion(
            ["\(pad)answers:"] + answers.map { "\(pad)  - \(Self.line($0))" }, in: place..<place)
    }

    /// Lines of their own, behind the line that ends at the start of the range.
    private func insertion(_ lines: [String], in range: Range<Int>) -> Edit {
        let opensLine = range.lowerBound == 0 || Self.isBreak(byte(range.lowerBound - 1))
        return Edit(range: range, text: lines.map { opensLine ? $0 + lineBreak : lineBreak + $0 }.joined())
    }

    /// The end of the line in which something ends; a block of text ends at the start of a line, which is no part of it.
    private func lineEnd(_ position: SourcePosition) -> Int {
        if position.column == 1, position.line > 1 { return position.offset }
        return text[position.offset...].firstIndex { Self.isBreak($0) } ?? text.count
    }

    /// The spaces at the start of the line.
    private func indentation(at offset: Int) -> String {
        let start = text[..<offset].lastIndex { Self.isBreak($0) }.map { $0 + 1 } ?? 0
        return String(repeating: " ", count: text[start..<offset].prefix { $0 == UInt8(ascii: " ") }.count)
    }

    /// The first line break of the file counts for all.
    private var lineBreak: String {
        guard let first = text.firstIndex(where: { Self.isBreak($0) }) else { return "\n" }
        if text[first] == UInt8(ascii: "\n") { return "\n" }
        return byte(first + 1) == UInt8(ascii: "\n") ? "\r\n" : "\r"
    }

    private func byte(_ offset: Int) -> UInt8? { text.indices.contains(offset) ? text[offset] : nil }

    private static func isBreak(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private static func list(_ answers: [Answer]) -> String { "[\(answers.map { line($0) }.joined(separator: ", "))]" }

    private static func line(_ answer: Answer) -> String {
        func scalar(_ text: String) -> String { YAMLWriter.scalar(text, flow: true) }
        func value(_ value: Answer.Value) -> String {
            if case .number(let number) = value { number.sheetText } else { scalar(value.text) }
        }
        var parts = [
            "question: \(scalar(answer.question))", "perspective: \(scalar(answer.perspective))",
            "value: \(value(answer.value))",
        ]
        if let date = answer.date { parts.append("date: \(date)") }
        if let method = answer.method { parts.append("method: \(scalar(method))") }
        if let people = answer.people { parts.append("people: \(people)") }
        if let note = answer.note { parts.append("note: \(scalar(note))") }
        return "{ \(parts.joined(separator: ", ")) }"
    }
}
