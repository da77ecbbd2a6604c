package import Foundation
import RuleEngine

/// Reads the files of a folder with downloaded tables, plain or compressed by gzip.
package struct TableFile {
    package let url: URL

    package init(url: URL) {
        self.url = url
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
    package func text() throws(BadInput) -> TableText {
        TableText(name: url.path, bytes: Array(try data()))
    }

    /// The bytes, decompressed when the name ends in `.gz`.
    ///
    /// - Throws: `import/no-file`, `import/unreadable`, `import/no-gzip` or `import/broken-gzip`.
    package func data() throws(BadInput) -> Data {
        guard FileManager.default.fileExists(atPath: url.path) else { throw BadInput([.noFile(url.path)]) }
        guard url.pathExtension == "gz" else {
            do {
                return try Data(contentsOf: url)
            } catch {
                throw BadInput([.unreadable(url.path)])
            }
        }
        return try decompressed()
    }

    private func decompressed() throws(BadInput) -> Data {
        let gzip = Process()
        let output = Pipe()
        gzip.executableURL = URL(filePath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-dc", url.path]
        gzip.standardOutput = output
        gzip.standardError = FileHandle.nullDevice
        let content: Data
        do {
            try gzip.run()
            content = try output.fileHandleForReading.readToEnd() ?? Data()
        } catch {
            throw BadInput([.noGzip(url.path)])
        }
        gzip.waitUntilExit()
        switch gzip.terminationStatus {
        case 0: return content
        case Self.commandNotFound: throw BadInput([.noGzip(url.path)])
        default: throw BadInput([.brokenGzip(url.path)])
        }
    }

    /// What `env` answers when it finds no such program (POSIX).
    private static let commandNotFound: Int32 = 127
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

    fileprivate static func unreadable(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "import/unreadable",
            message: LocalizedText(
                nl: "het bestand \(path) kan niet worden gelezen", en: "the file \(path) cannot be read"), at: nil)
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
