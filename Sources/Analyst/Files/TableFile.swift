package import Foundation
import RuleEngine

/// A downloaded file with tables, plain or packed by gzip or zip; `-` is standard input.
package struct TableFile {
    package let file: InputFile

    package init(url: URL) {
        file = InputFile(url.path)
    }

    /// The table that a user names.
    package init(argument: String) {
        file = InputFile(argument)
    }

    /// The content, unpacked where gzip has packed it. Of a zip with one delimited text, that text.
    ///
    /// - Throws: what `bytes()` throws, and `table/other-format` for what is no text.
    package func text() throws(BadInput) -> TableText {
        let bytes = try bytes()
        switch FileFormat(bytes) {
        case .zip:
            let document = try TableDocument(name: file.name, bytes: bytes)
            guard document.sheets.count == 1, case .text = document.sheets[0].places else {
                throw BadInput([.noSingleText(file.name)])
            }
            return document.sheets[0].text
        case .other(let format): throw BadInput([.otherFormat(file.name, format)])
        case .delimited, .json, .gzip: return TableText(name: file.name, bytes: bytes)
        }
    }

    /// The bytes, unpacked where gzip has packed them, whatever the name is.
    ///
    /// - Throws: `import/no-file`, `file/unreadable`, `file/too-large` or `import/broken-gzip`.
    package func bytes() throws(BadInput) -> [UInt8] {
        let bytes = try attempt { () throws(FileFault) in try file.bytes(limit: TableDocument.limit) }
        if bytes.starts(with: Self.compressionMark) {
            return try Self.unpackedGzip(bytes, name: file.name, limit: TableDocument.limit)
        }
        guard !file.name.hasSuffix(".gz") || bytes.isEmpty else { throw BadInput([.brokenGzip(file.name)]) }
        return bytes
    }

    static func unpackedGzip(_ bytes: [UInt8], name: String, limit: Int) throws(BadInput) -> [UInt8] {
        do {
            return try Inflation.unpacked(bytes[...], frame: .gzip, limit: limit)
        } catch .tooLarge {
            throw BadInput([.unreadable(name, .tooLarge(limit: limit))])
        } catch {
            throw BadInput([.brokenGzip(name)])
        }
    }

    private func attempt<Value>(_ body: () throws(FileFault) -> Value) throws(BadInput) -> Value {
        do {
            return try body()
        } catch .missing {
            throw BadInput([.noFile(file.name)])
        } catch {
            throw BadInput([.unreadable(file.name, error)])
        }
    }

    /// The first bytes of what gzip makes (RFC 1952).
    private static let compressionMark: [UInt8] = [0x1F, 0x8B]
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noFile(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "import/no-file",
            message: LocalizedText(nl: "het bestand \(path) is er niet", en: "there is no file \(path)"), at: nil,
            hint: LocalizedText(
                nl: "kijk of de map klopt en of de naam van het bestand niet is veranderd",
                en: "check the folder, and whether the file has kept its name"))
    }

    fileprivate static func noSingleText(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "table/no-single-text",
            message: LocalizedText(
                nl: "\(path) bevat niet één tabel als tekst, en die wordt hier verwacht",
                en: "\(path) does not hold one table as text, which is expected here"), at: nil,
            hint: LocalizedText(
                nl: "sla de tabel die u nodig hebt op als CSV", en: "save the table that you need as CSV"))
    }

    fileprivate static func brokenGzip(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "import/broken-gzip",
            message: LocalizedText(
                nl: "\(path) kan niet worden uitgepakt; het bestand is beschadigd",
                en: "\(path) cannot be unpacked; the file is damaged"), at: nil,
            hint: LocalizedText(nl: "haal het bestand opnieuw op", en: "download the file again"))
    }
}
