package import RuleEngine

/// A text inside an element, with the way back to the place of each of its bytes.
package struct ModelText: Sendable {
    /// As the document means it: without entities and sections.
    package let text: String
    package let file: SourceFile
    /// Where it stands in the file, as UTF-8 offsets.
    package let range: Range<Int>

    init(_ text: String, in file: SourceFile, at range: Range<Int>) {
        self.text = text
        self.file = file
        self.range = range
    }

    init(content element: MarkupElement, in file: SourceFile) {
        self.init(element.text, in: file, at: element.places.content)
    }

    /// Nothing but blanks and line breaks.
    package var isBlank: Bool { text.utf8.allSatisfy(Self.isBlank) }

    /// The whole of it, without blanks around it.
    package var span: SourceSpan {
        let bytes = Array(text.utf8)
        let first = bytes.firstIndex { !Self.isBlank($0) } ?? 0
        let last = bytes.lastIndex { !Self.isBlank($0) } ?? -1
        return span(first..<max(last + 1, first))
    }

    private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

    /// Where a part of the text stands in the file.
    package func span(_ part: Range<Int>) -> SourceSpan {
        let start = offset(of: part.lowerBound)
        return file.span(start..<max(start, part.isEmpty ? start : offset(of: part.upperBound - 1) + 1))
    }

    /// The place in the file of a byte of the text: one step of the text goes with a character of the file, an entity, or a
    /// line break of two bytes; comments and the marks of sections go with nothing.
    private func offset(of wanted: Int) -> Int {
        let raw = file.text.utf8
        var index = raw.index(raw.startIndex, offsetBy: range.lowerBound)
        let end = raw.index(raw.startIndex, offsetBy: range.upperBound)
        var reached = 0
        var isSection = false
        func skip(to mark: String) {
            while index < end, !raw[index..<end].starts(with: mark.utf8) { index = raw.index(after: index) }
            index = raw.index(index, offsetBy: mark.utf8.count, limitedBy: end) ?? end
        }
        while index < end {
            let rest = raw[index..<end]
            if isSection, rest.starts(with: "]]>".utf8) {
                skip(to: "]]>")
                isSection = false
            } else if !isSection, rest.starts(with: "<![CDATA[".utf8) {
                skip(to: "<![CDATA[")
                isSection = true
            } else if !isSection, rest.starts(with: "<!--".utf8) {
                skip(to: "-->")
            } else if reached >= wanted {
                break
            } else if !isSection, raw[index] == UInt8(ascii: "&") {
                let entity = String(decoding: rest.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
                skip(to: ";")
                reached += Self.length(of: entity)
            } else {
                let isDouble = rest.starts(with: [0x0D, 0x0A])
                index = raw.index(index, offsetBy: isDouble ? 2 : 1)
                reached += 1
            }
        }
        return raw.distance(from: raw.startIndex, to: index)
    }

    /// The bytes of the character that an entity stands for: `&lt` one, `&#8217` three.
    private static func length(of entity: String) -> Int {
        guard entity.hasPrefix("&#") else { return 1 }
        let digits = entity.dropFirst(2)
        let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return code.flatMap(UnicodeScalar.init).map { String($0).utf8.count } ?? 1
    }
}
