/// Characters of JSON (RFC 8259).
enum JSONScanner {
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
