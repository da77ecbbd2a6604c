/// The encodings in which tables are published. Which one it is shows in the bytes: no name and no option is needed.
enum TableEncoding {
    /// The text in UTF-8, without byte order mark.
    static func utf8(of bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8OrWindows(Array(bytes.dropFirst(3))) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittleEndian: false) }
        if let isLittleEndian = isUTF16(bytes) { return utf16(bytes[...], isLittleEndian: isLittleEndian) }
        return utf8OrWindows(bytes)
    }

    /// Whether a text without byte order mark is UTF-16, by the zeros in the first characters, which of most texts are ASCII.
    private static func isUTF16(_ bytes: [UInt8]) -> Bool? {
        let start = bytes.prefix(64)
        guard start.count >= 4, start.count.isMultiple(of: 2) || bytes.count > 64, start.contains(0) else { return nil }
        let zeros = start.indices.filter { start[$0] == 0 }
        guard zeros.count * 4 >= start.count else { return nil }
        if zeros.allSatisfy({ !$0.isMultiple(of: 2) }) { return true }
        if zeros.allSatisfy({ $0.isMultiple(of: 2) }) { return false }
        return nil
    }

    /// Half a pair of surrogates becomes U+FFFD, and a byte too many at the end is left out.
    private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isLittleEndian ? first | second << 8 : first << 8 | second)
            index += 2
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func utf8OrWindows(_ bytes: [UInt8]) -> [UInt8] {
        guard String(validating: bytes, as: UTF8.self) == nil else { return bytes }
        // A text that was cut inside a character is still UTF-8.
        for cut in 1...3 where bytes.count > cut && bytes[bytes.count - cut] >= 0xC2 {
            let whole = bytes.dropLast(cut)
            if whole.contains(where: { $0 >= 0x80 }), String(validating: whole, as: UTF8.self) != nil {
                return whole + Array("\u{FFFD}".utf8)
            }
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 16)
        for byte in bytes {
            switch byte {
            case ..<0x80: result.append(byte)
            case ..<0xA0: result.append(contentsOf: windowsSigns[Int(byte) - 0x80].utf8)
            default:
                result.append(0xC0 | (byte >> 6))
                result.append(0x80 | (byte & 0x3F))
            }
        }
        return result
    }

    /// The signs from 0x80 to 0x9F of code page 1252; those that it leaves free become U+FFFD.
    private static let windowsSigns: [String] = [
        "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž", "\u{FFFD}",
        "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}", "ž", "Ÿ",
    ]
}
