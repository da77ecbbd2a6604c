/// Where the tags of a sound document of XML stand, which the parser does not tell.
///
/// The parser of the system says whether a document is sound; this only finds the places of the tags in one that is.
struct MarkupPlaces {
    /// The places of an element, as UTF-8 offsets.
    struct Tag: Hashable, Sendable {
        var name = 0..<0
        /// The values of attributes between their quotes, by local name.
        var attributes: [String: Range<Int>] = [:]
        /// Between start tag and end tag; empty for an element without one.
        var content = 0..<0
    }

    /// Of the elements, in the order of their start tags.
    private(set) var tags: [Tag] = []
    /// The first end tag that closes another element than the one that is open: the name that is open, with its place.
    private(set) var mismatch: (open: String, at: Range<Int>, found: String, Range<Int>)?

    private let bytes: [UInt8]
    private var offset = 0
    private var open: [Int] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // Documents with more elements are refused.
        while tags.count <= MarkupLimits.elements, let next = find(UInt8(ascii: "<")) {
            offset = next
            if skip("<!--", to: "-->") || skip("<![CDATA[", to: "]]>") || skip("<?", to: "?>") { continue }
            if isAt("</") { end() } else { start() }
        }
    }

    private func isAt(_ mark: String) -> Bool { bytes[offset...].starts(with: mark.utf8) }

    private func find(_ byte: UInt8) -> Int? { bytes[offset...].firstIndex(of: byte) }

    private mutating func skip(_ start: String, to end: String) -> Bool {
        guard isAt(start) else { return false }
        offset += start.utf8.count
        while offset < bytes.count, !isAt(end) { offset += 1 }
        offset = min(offset + end.utf8.count, bytes.count)
        return true
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "="): true
        default: false
        }
    }

    private mutating func name() -> Range<Int> {
        let start = offset
        while offset < bytes.count, !Self.endsName(bytes[offset]) { offset += 1 }
        return start..<offset
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private mutating func start() {
        offset += 1
        var tag = Tag(name: name())
        while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") {
            if Self.endsName(bytes[offset]) {
                offset += 1
                continue
            }
            let key = text(name())
            while offset < bytes.count, bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "'"),
                bytes[offset] != UInt8(ascii: ">")
            { offset += 1 }
            guard offset < bytes.count, bytes[offset] != UInt8(ascii: ">") else { break }
            let quote = bytes[offset]
            offset += 1
            let start = offset
            offset = find(quote) ?? bytes.count
            tag.attributes[key.localName] = start..<offset
            offset = min(offset + 1, bytes.count)
        }
        let isEmpty = offset < bytes.count && bytes[offset - 1] == UInt8(ascii: "/")
        offset = min(offset + 1, bytes.count)
        tag.content = offset..<offset
        tags.append(tag)
        if !isEmpty { open.append(tags.count - 1) }
    }

    private mutating func end() {
        let close = offset
        offset += 2
        let found = name()
        offset = find(UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        guard let index = open.popLast() else { return }
        tags[index].content = tags[index].content.lowerBound..<close
        let opened = tags[index].name
        if mismatch == nil, bytes[opened] != bytes[found] { mismatch = (text(opened), opened, text(found), found) }
    }
}

extension String {
    /// Without prefix.
    var localName: String { lastIndex(of: ":").map { String(self[index(after: $0)...]) } ?? self }
}
