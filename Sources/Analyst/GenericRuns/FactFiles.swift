import Foundation
import RuleEngine

/// The files with facts that a run is given: tables, and documents in YAML or JSON.
package struct FactFiles: Sendable {
    package private(set) var grids: [FactGrid] = []
    package private(set) var documents: [FactDocument] = []

    /// A document that is read already.
    init(_ document: FactDocument) { documents = [document] }

    /// Reads all files, each by its ending: `.csv` and `.tsv` (also with `.gz` behind it), `.yaml`, `.yml` and `.json`.
    /// Standard input (`-`) and a pipe without such an ending hold YAML or JSON, which names its kinds of fact itself.
    ///
    /// - Throws: `facts/kind`, and what is wrong with a file.
    package init(_ paths: [String]) throws(BadInput) {
        for path in paths {
            let url = URL(filePath: path)
            let kind = url.pathExtension == "gz" ? url.deletingPathExtension().pathExtension : url.pathExtension
            switch kind.lowercased() {
            case "csv", "tsv":
                grids.append(try FactGrid(TableFile(argument: path).text()))
            case "yaml", "yml", "json": documents.append(try FactDocument(TextFile.read(argument: path)))
            case _ where InputFile(path).isStream: documents.append(try FactDocument(TextFile.read(argument: path)))
            default: throw BadInput([.unknownKind(path)])
            }
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func unknownKind(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "facts/kind",
            message: LocalizedText(
                nl: "het is niet duidelijk hoe \(path) gelezen moet worden",
                en: "it is not clear how \(path) is to be read"),
            at: nil,
            hint: LocalizedText(
                nl: "laat de naam eindigen op .csv, .yaml of .json",
                en: "give the name an ending such as .csv, .yaml or .json"))
    }
}
