package import RuleEngine

/// The bytes of a table as UTF-8, without byte order mark.
///
/// Texts in UTF-16 and those of Windows (code page 1252, which holds ISO-8859-1) are turned into UTF-8: publishers and
/// spreadsheet programs use all three.
package struct TableText: Sendable {
    /// Name as it is shown to the user.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = TableEncoding.utf8(of: bytes)
    }

    /// Bytes that are UTF-8 without byte order mark already.
    init(name: String, utf8 bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
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
}
