import RuleEngine

/// Gathers changes to the text of a sheet; all bytes that are not named stay, comments and layout included.
struct SheetTextEditor {
    let bytes: SheetBytes
    private let root: YAMLNode
    private(set) var edits: [SheetBytes.Edit] = []

    init(_ file: SourceFile, _ root: YAMLNode) {
        bytes = SheetBytes(file)
        self.root = root
    }

    /// The text with all changes.
    var text: String { bytes.applying(edits) }

    /// A line to be put into a mapping or list.
    struct Line {
        /// The place in the mapping or list after which it comes; -1 for its start.
        let after: Int
        /// Without the key where it goes into a list.
        let text: String
    }

    /// Another text in the place of a value; comments inside it stand behind it.
    mutating func replace(_ node: YAMLNode, by text: String) {
        let range = node.span.start.offset..<end(of: node)
        let comments = bytes.isAlias(node) ? [] : self.comments(in: node)
        guard !comments.isEmpty else {
            edits.append(SheetBytes.Edit(range: range, text: text))
            return
        }
        let pad = bytes.lineBreak + bytes.indentation(at: node.span.start.offset)
        let kept = comments.map { pad + $0 }.joined()
        edits.append(SheetBytes.Edit(range: range, text: text + kept + (node.isFlow ? pad : "")))
    }

    /// Lines more in a mapping or list of the sheet, which is made where it is not there.
    mutating func insert(_ lines: [Line], into key: String) {
        guard !lines.isEmpty else { return }
        guard let entry = root.mapping?.first(where: { $0.name.value == key }) else {
            addSection(key, lines)
            return
        }
        let node = entry.value
        let isList = node.sequence != nil
        let starts =
            node.mapping.map { $0.map(\.key.span.start.offset) }
            ?? node.sequence.map { $0.map(\.span.start.offset) } ?? []
        let ends =
            (node.mapping.map { $0.map { max(end(of: $0.key), end(of: $0.value)) } }
                ?? node.sequence.map { $0.map { end(of: $0) } } ?? [])
        guard let first = starts.first, !bytes.isAlias(node) else {
            let all = lines.map(\.text).joined(separator: ", ")
            let colon =
                bytes.text[entry.key.span.end.offset...].firstIndex(of: UInt8(ascii: ":")) ?? entry.key.span.end.offset
            let isListed = isList || key == "parts"
            edits.append(
                SheetBytes.Edit(
                    range: colon + 1..<max(colon + 1, node.isEmpty ? colon + 1 : node.span.end.offset),
                    text: isListed ? " [\(all)]" : " { \(all) }"))
            return
        }
        for line in lines {
            if bytes.byte(node.span.start.offset) == UInt8(ascii: isList ? "[" : "{") {
                let place = line.after < 0 ? first : ends[line.after]
                edits.append(
                    SheetBytes.Edit(
                        range: place..<place, text: line.after < 0 ? "\(line.text), " : ", \(line.text)"))
            } else {
                let pad = bytes.indentation(at: isList ? node.span.start.offset : first)
                let own = pad + (isList ? "- " : "") + line.text
                if line.after < 0 {
                    let place = bytes.lineStart(at: first)
                    edits.append(SheetBytes.Edit(range: place..<place, text: own + bytes.lineBreak))
                } else {
                    let place = bytes.lineEnd(at: ends[line.after])
                    edits.append(SheetBytes.Edit(range: place..<place, text: bytes.lineBreak + own))
                }
            }
        }
    }

    private mutating func addSection(_ key: String, _ lines: [Line]) {
        let last = root.mapping?.last
        let end = last.map { max(self.end(of: $0.key), self.end(of: $0.value)) } ?? root.span.end.offset
        let isList = key == "parts"
        let all = lines.map(\.text)
        if root.isFlow {
            let inside = all.joined(separator: ", ")
            edits.append(
                SheetBytes.Edit(
                    range: end..<end, text: ", \(key): \(isList ? "[\(inside)]" : "{ \(inside) }")"))
        } else {
            let place = bytes.lineEnd(at: end)
            let body = all.map { "\(bytes.lineBreak)  \(isList ? "- " : "")\($0)" }.joined()
            edits.append(SheetBytes.Edit(range: place..<place, text: "\(bytes.lineBreak)\(key):\(body)"))
        }
    }

    /// The end of what is written for a node, without the blank lines and comments behind it.
    private func end(of node: YAMLNode) -> Int {
        let last: YAMLNode? =
            node.isFlow || bytes.isAlias(node)
            ? nil : node.sequence?.last ?? node.mapping?.last.map { $0.value.isEmpty ? $0.key : $0.value }
        guard let last else {
            var end = node.span.end.offset
            while end > node.span.start.offset, SheetBytes.isBreak(bytes.byte(end - 1)) { end -= 1 }
            return end
        }
        return end(of: last)
    }

    /// The comments between the words of a node.
    private func comments(in node: YAMLNode) -> [String] {
        let words = Self.words(of: node)
        var found: [String] = []
        for (before, after) in zip(words, words.dropFirst()) where before.upperBound < after.lowerBound {
            let gap = bytes.text(in: before.upperBound..<after.lowerBound)
            for line in gap.split(whereSeparator: \.isNewline) {
                if let mark = line.firstIndex(of: "#") { found.append(String(line[mark...])) }
            }
        }
        return found
    }

    private static func words(of node: YAMLNode) -> [Range<Int>] {
        switch node.content {
        case .scalar: [node.span.start.offset..<node.span.end.offset]
        case .sequence(let nodes): nodes.flatMap { words(of: $0) }
        case .mapping(let entries): entries.flatMap { words(of: $0.key) + words(of: $0.value) }
        }
    }
}
