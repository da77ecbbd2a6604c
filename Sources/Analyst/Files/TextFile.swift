package import Foundation
package import RuleEngine

/// Reads texts, with a diagnostic for what can go wrong.
package enum TextFile {
    /// The most that a text may hold, in bytes: what `YAMLLimits` allows, and a byte order mark.
    private static let limit = YAMLLimits.standard.bytes + 3

    /// The text of a file, a pipe or standard input, as a user names it.
    ///
    /// - Parameter see: is shown the bytes as they are in the file, also where they are no text.
    /// - Throws: `file/unreadable`, `file/too-large`, `text/invalid-utf8`.
    package static func read(
        argument: String, see: (_ bytes: [UInt8]) -> Void = { _ in }
    ) throws(BadInput) -> SourceFile {
        try read(InputFile(argument), name: argument, see)
    }

    /// The text of a file.
    ///
    /// - Parameters:
    ///   - name: as messages show it; without one the path as it was given.
    ///   - see: is shown the bytes as they are in the file, also where they are no text.
    package static func read(
        _ url: URL, name: String? = nil, see: (_ bytes: [UInt8]) -> Void = { _ in }
    ) throws(BadInput) -> SourceFile {
        try read(InputFile(url.path), name: name ?? url.relativePath, see)
    }

    private static func read(
        _ file: InputFile, name: String, _ see: (_ bytes: [UInt8]) -> Void
    ) throws(BadInput) -> SourceFile {
        let bytes: [UInt8]
        do {
            bytes = try file.bytes(limit: limit)
        } catch {
            throw BadInput([.unreadable(name, error)])
        }
        see(bytes)
        do {
            return try SourceFile(name: name, utf8: bytes)
        } catch {
            throw BadInput([error])
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    package static func unreadable(_ name: String, _ fault: FileFault) -> Diagnostic {
        if case .tooLarge(let limit) = fault {
            return Diagnostic(
                code: "file/too-large",
                message: LocalizedText(
                    nl: "\(name) is groter dan \(limit >> 20) MiB en wordt niet gelezen",
                    en: "\(name) is larger than \(limit >> 20) MiB and is not read"),
                at: nil,
                hint: LocalizedText(
                    nl: "controleer of dit het goede bestand is; verdeel de tekst over meer bestanden",
                    en: "check whether this is the right file; divide the text over more files"))
        }
        return Diagnostic(
            code: "file/unreadable",
            message: LocalizedText(
                nl: "\(name) kan niet gelezen worden: \(fault.reason.nl)",
                en: "\(name) cannot be read: \(fault.reason.en)"),
            at: nil,
            hint: LocalizedText(
                nl: "controleer de naam en of u het bestand mag lezen",
                en: "check the name, and whether you may read the file"))
    }
}
