package import RuleEngine

/// The bytes of a table as UTF-8, without byte order mark.
///
/// Bytes that are not UTF-8 are taken as ISO-8859-1, in which every byte is a character; publishers use both.
package struct TableText: Sendable {
    /// Name as it is shown to the user.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
        self.bytes = String(validating: content, as: UTF8.self) == nil ? Self.latin1(content) : content
    }

    /// Text of a stretch of bytes.
    package func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The whole text with its table of lines; costly, so made only to point at a mistake.
    package var sourceFile: SourceFile { SourceFile(name: name, text: String(decoding: bytes, as: UTF8.self)) }

    /// A failure with one diagnostic at a stretch of bytes.
    package func failure(
        _ code: String, _ message: LocalizedText, at range: Range<Int>, hint: LocalizedText? = nil
    ) -> BadInput {
        let file = sourceFile
        return BadInput([Diagnostic(code: code, message: message, at: file.span(range), hint: hint)], sources: [file])
    }

    private static func latin1(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 16)
        for byte in bytes {
            if byte < 0x80 {
                result.append(byte)
            } else {
                result.append(0xC0 | (byte >> 6))
                result.append(0x80 | (byte & 0x3F))
            }
        }
        return result
    }
}
