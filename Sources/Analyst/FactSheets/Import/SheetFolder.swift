import Foundation
import RuleEngine

/// The folder that sheets are written to.
struct SheetFolder {
    let url: URL

    /// Writes each sheet to a file with its name; files of other sheets stay. Every file is replaced as a whole.
    ///
    /// - Throws: `import/not-written`.
    func write(_ sheets: [ImportedSheet]) throws(BadInput) {
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
    fileprivate static func notWritten(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "import/not-written",
            message: LocalizedText(
                nl: "in de map \(path) kan niet worden geschreven", en: "the folder \(path) cannot be written to"),
            at: nil)
    }
}
