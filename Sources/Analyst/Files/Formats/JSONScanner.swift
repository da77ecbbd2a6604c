import RuleEngine

/// Walks over a text of JSON (RFC 8259), value by value, and makes nothing of what is passed over.
///
/// Foundation's decoders lose the places of values and the digits of numbers, and build the outlines of thousands of areas
/// of which only the names are wanted.
struct JSONScanner {
    /// A value that holds no others, or the whole stretch of one that does.
    struct Value {
        let kind: CellKind
        /// Without the quotes of a string; empty for `null`.
        let range: Range<Int>
    }

    /// Lists and objects inside each other; no table has more than a few.
    static let depthLimit = 64

    let text: TableText
    private(set) var offset = 0

    init(_ text: TableText) { self.text = text }

    /// - Parameter offset: where a value begins.
    init(_ text: TableText, at offset: Int) {
        self.text = text
        self.offset = offset
    }

    /// The next sign that is no blank; `nil` at the end.
    mutating func peek() -> UInt8? {
        while offset < text.bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(text.bytes[offset]) { offset += 1 }
        return offset < text.bytes.count ? text.bytes[offset] : nil
    }

    /// Steps over a sign if it comes next.
    mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: sign) else { return false }
        offset += 1
        return true
    }

    mutating func expect(_ sign: Unicode.Scalar) throws(BadInput) {
        guard skip(sign) else { throw broken() }
    }

    /// Steps over the members of an object, its opening bracket included.
    ///
    /// - Parameter member: is called behind each colon, and steps over the value.
    mutating func object(
        _ member: (inout JSONScanner, _ key: Value) throws(BadInput) -> Void
    ) throws(BadInput) {
        try expect("{")
        guard !skip("}") else { return }
        repeat {
            guard peek() == UInt8(ascii: "\"") else { throw broken() }
            let key = try string()
            try expect(":")
            try member(&self, key)
        } while skip(",")
        try expect("}")
    }

    /// Steps over the items of a list, its opening bracket included.
    mutating func list(_ item: (inout JSONScanner) throws(BadInput) -> Void) throws(BadInput) {
        try expect("[")
        guard !skip("]") else { return }
        repeat { try item(&self) } while skip(",")
        try expect("]")
    }

    /// Steps over any value.
    mutating func value() throws(BadInput) -> Value {
        switch peek() {
        case UInt8(ascii: "\""): return try string()
        case UInt8(ascii: "{"), UInt8(ascii: "["): return try nested()
        case UInt8(ascii: "n"): return Value(kind: .plain, range: try word("null").lowerBound..<(offset - 4))
        case UInt8(ascii: "t"): return Value(kind: .truth, range: try word("true"))
        case UInt8(ascii: "f"): return Value(kind: .truth, range: try word("false"))
        default: return try number()
        }
    }

    /// The text of a string.
    func text(of value: Value) -> String {
        let characters = text.text(value.range)
        return value.kind == .escaped ? Self.unescaped(characters) : characters
    }

    /// A failure where the scanner stands.
    func broken() -> BadInput {
        let isEnd = offset >= text.bytes.count
        let place = min(offset, max(text.bytes.count - 1, 0))
        return text.failure(
            isEnd ? "table/cut-off" : "json/syntax", isEnd ? .endsInside : .broken,
            at: place..<min(place + 1, text.bytes.count),
            hint: .downloadAgain)
    }

    private mutating func string() throws(BadInput) -> Value {
        offset += 1
        let start = offset
        var kind = CellKind.plain
        while offset < text.bytes.count, text.bytes[offset] != UInt8(ascii: "\"") {
            if text.bytes[offset] == UInt8(ascii: "\\") {
                kind = .escaped
                offset += 1
            }
            offset += 1
        }
        guard offset < text.bytes.count else {
            offset = text.bytes.count
            throw broken()
        }
        offset += 1
        return Value(kind: kind, range: start..<(offset - 1))
    }

    /// Steps over a list or an object without calling itself, so that no depth can exhaust the stack.
    private mutating func nested() throws(BadInput) -> Value {
        let start = offset
        var open: [UInt8] = []
        repeat {
            guard let sign = peek() else { throw broken() }
            switch sign {
            case UInt8(ascii: "\""): _ = try string()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard open.count < Self.depthLimit else { throw tooDeep() }
                open.append(sign == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]"))
                offset += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard open.popLast() == sign else { throw broken() }
                offset += 1
            default: offset += 1
            }
        } while !open.isEmpty
        return Value(kind: .nested, range: start..<offset)
    }

    private mutating func word(_ word: String) throws(BadInput) -> Range<Int> {
        guard text.bytes[offset...].starts(with: word.utf8) else { throw broken() }
        offset += word.utf8.count
        return (offset - word.utf8.count)..<offset
    }

    private mutating func number() throws(BadInput) -> Value {
        let start = offset
        while offset < text.bytes.count, Self.isOfNumber(text.bytes[offset]) { offset += 1 }
        guard offset > start, FEELNumber(utf8: text.bytes, in: start..<min(offset, start + 400)) != nil else {
            offset = start
            throw broken()
        }
        return Value(kind: .number, range: start..<offset)
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    private func tooDeep() -> BadInput {
        text.failure("json/too-deep", .tooDeep, at: offset..<(offset + 1), hint: .downloadAgain)
    }

    /// The text of a string without its backslashes. A surrogate without its other half becomes U+FFFD, and a backslash
    /// before any other sign is dropped.
    static func unescaped(_ text: String) -> String {
        var units: [UInt16] = []
        var rest = text.utf16[...]
        while let unit = rest.popFirst() {
            guard unit == 0x5C, let sign = rest.popFirst() else {
                units.append(unit)
                continue
            }
            switch UnicodeScalar(sign) {
            case "n": units.append(0x0A)
            case "t": units.append(0x09)
            case "r": units.append(0x0D)
            case "b": units.append(0x08)
            case "f": units.append(0x0C)
            case "u":
                let digits = String(decoding: rest.prefix(4), as: UTF16.self)
                rest = rest.dropFirst(4)
                units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
            default: units.append(sign)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let broken = LocalizedText(
        nl: "dit is geen goede JSON: dit teken hoort hier niet",
        en: "this is no sound JSON: this sign does not belong here")

    fileprivate static let endsInside = LocalizedText(
        nl: "het bestand houdt midden in de gegevens op", en: "the file ends inside the data")

    fileprivate static let tooDeep = LocalizedText(
        nl: "lijsten staan hier meer dan \(JSONScanner.depthLimit) keer in elkaar; dat is geen tabel",
        en: "lists stand inside each other more than \(JSONScanner.depthLimit) times here; that is no table")

    fileprivate static let downloadAgain = LocalizedText(
        nl: "haal het bestand opnieuw op", en: "download the file again")
}
