package import Foundation
import RuleEngine

/// The folder that sheets are written to.
package struct SheetFolder {
    package let url: URL

    package init(url: URL) {
        self.url = url
    }

    /// Writes each sheet to a file with its name; files of other sheets stay. Every file is replaced as a whole.
    ///
    /// - Throws: `import/same-name` before anything is written, `import/not-written`.
    package func write(_ sheets: [ImportedSheet]) throws(BadInput) {
        var slugs: Set<String> = []
        for sheet in sheets where !slugs.insert(sheet.area.slug).inserted {
            throw BadInput([.sameName(sheet.area.name)])
        }
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            for sheet in sheets {
                let file = url.appending(path: "\(sheet.area.slug).yaml")
                try Data(sheet.yaml.utf8).write(to: file, options: .atomic)
            }
        } catch {
            throw BadInput([.notWritten(url.path)])
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

    fileprivate static func notWritten(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "import/not-written",
            message: LocalizedText(
                nl: "in de map \(path) kan niet worden geschreven", en: "the folder \(path) cannot be written to"),
            at: nil)
    }
}
