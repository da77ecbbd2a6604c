package import Foundation
import RuleEngine

/// A downloaded table, plain or compressed by gzip; `-` is standard input.
package struct TableFile {
    package let file: InputFile

    /// The most that a table may hold, unpacked: some ten times the largest of the country.
    private static let limit = 512 << 20

    package init(url: URL) {
        file = InputFile(url.path)
    }

    /// The table that a user names.
    package init(argument: String) {
        file = InputFile(argument)
    }

    /// The file with this name, or the same name with `.gz` behind it.
    ///
    /// - Throws: `import/no-file` when neither is there.
    package static func find(_ name: String, in folder: URL) throws(BadInput) -> TableFile {
        for candidate in [name, name + ".gz"] {
            let url = folder.appending(path: candidate)
            if FileManager.default.fileExists(atPath: url.path) { return TableFile(url: url) }
        }
        throw BadInput([.noFile(folder.appending(path: name).path)])
    }

    /// The content, decompressed when the name ends in `.gz`.
    package func text() throws(BadInput) -> TableText { TableText(name: file.name, bytes: try bytes()) }

    /// The bytes, decompressed when the name ends in `.gz`.
    ///
    /// - Throws: `import/no-file`, `file/unreadable`, `file/too-large`, `import/no-gzip`, `import/broken-gzip` or
    ///   `import/compressed`.
    package func bytes() throws(BadInput) -> [UInt8] {
        guard !file.name.hasSuffix(".gz") else { return try decompressed() }
        let bytes = try attempt { () throws(FileFault) in try file.bytes(limit: Self.limit) }
        guard !bytes.starts(with: Self.compressionMark) else { throw BadInput([.compressed(file.name)]) }
        return bytes
    }

    private func decompressed() throws(BadInput) -> [UInt8] {
        let source = try attempt { () throws(FileFault) in try FileDescriptor(opening: file.name, O_RDONLY) }
        defer { source.close() }
        let gzip = Process()
        let output = Pipe()
        gzip.executableURL = URL(filePath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-dc"]
        gzip.standardInput = FileHandle(fileDescriptor: source.number)
        gzip.standardOutput = output
        gzip.standardError = FileHandle.nullDevice
        do {
            try gzip.run()
        } catch {
            throw BadInput([.noGzip(file.name)])
        }
        let content: [UInt8]
        do {
            content = try FileDescriptor(number: output.fileHandleForReading.fileDescriptor).bytes(limit: Self.limit)
        } catch {
            gzip.terminate()
            gzip.waitUntilExit()
            throw BadInput([.unreadable(file.name, error)])
        }
        gzip.waitUntilExit()
        switch gzip.terminationStatus {
        case 0: return content
        case Self.commandNotFound: throw BadInput([.noGzip(file.name)])
        default: throw BadInput([.brokenGzip(file.name)])
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

    /// What `env` answers when it finds no such program (POSIX).
    private static let commandNotFound: Int32 = 127

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

    fileprivate static func compressed(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "import/compressed",
            message: LocalizedText(nl: "\(path) is ingepakt met gzip", en: "\(path) is compressed by gzip"), at: nil,
            hint: LocalizedText(
                nl: "laat de naam eindigen op .gz, of pak het eerst uit: gzip -dc … | analyst … -",
                en: "let the name end in .gz, or unpack it first: gzip -dc … | analyst … -"))
    }

    fileprivate static func noGzip(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "import/no-gzip",
            message: LocalizedText(
                nl: "\(path) is ingepakt en het programma gzip ontbreekt op deze computer",
                en: "\(path) is compressed and this computer has no program gzip"), at: nil,
            hint: LocalizedText(
                nl: "pak het bestand eerst zelf uit, of installeer gzip", en: "unpack the file first, or install gzip"))
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
