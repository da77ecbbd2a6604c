package import Foundation
import RuleEngine

/// The folder that sheets are written to: each sheet to a file with its name; files of other sheets stay.
package struct SheetFolder {
    package let url: URL

    package init(url: URL) {
        self.url = url
    }

    /// The file of each sheet.
    ///
    /// - Throws: `import/same-name`.
    package func files(of sheets: [ImportedSheet]) throws(BadInput) -> [(file: OutputFile, text: String)] {
        var slugs: Set<String> = []
        for sheet in sheets where !slugs.insert(sheet.area.slug).inserted {
            throw BadInput([.sameName(sheet.area.name)])
        }
        return sheets.map { (OutputFile(url.appending(path: "\($0.area.slug).yaml").path), $0.yaml) }
    }

    /// Makes the folder, and those that it lies in, where they are not there yet.
    package func create() throws(FileFault) { try Self.create(url.path) }

    private static func create(_ path: String) throws(FileFault) {
        if mkdir(path, 0o777) == 0 { return }
        switch errno {
        case EEXIST:
            guard try FileStatus(of: path).kind == .folder else { throw .other(ENOTDIR) }
        case ENOENT:
            let parent = URL(filePath: path).deletingLastPathComponent().path
            guard parent != path else { throw .missing }
            try create(parent)
            guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileFault(errno) }
        case let number: throw FileFault(number)
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func sameName(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "import/same-name",
            message: LocalizedText(
                nl: "twee gebieden heten ‘\(name)’ en zouden in hetzelfde bestand komen",
                en: "two areas are called ‘\(name)’ and would go into the same file"), at: nil,
            hint: LocalizedText(nl: "schrijf ze in twee mappen", en: "write them to two folders"))
    }
}
