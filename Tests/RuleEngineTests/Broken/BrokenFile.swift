import Foundation
import RuleEngine
import Testing

/// A file with one mistake, and what stands beside it.
struct BrokenFile: CustomTestStringConvertible {
    /// Folder and mistake: `quoting/comma-in-braces`.
    let path: String

    var name: String { path + ".yaml" }
    var testDescription: String { path }
    var hasGoodTwin: Bool { FileManager.default.fileExists(atPath: url(".good.yaml").path) }

    func url(_ suffix: String) -> URL { Self.folder.appending(path: path + suffix) }

    /// What reading the file beside the base reports.
    func diagnostics(_ suffix: String) throws -> [Diagnostic] {
        try RuleBaseReader.read(base + [source(suffix)]).diagnostics
    }

    /// All messages, first in Dutch, then in English.
    var messages: String {
        get throws {
            let diagnostics = try diagnostics(".yaml")
            let sources = try base + [source(".yaml")]
            let texts = Language.allCases.map { language in
                DiagnosticRenderer(language: language, sources: sources).render(diagnostics) + "\n"
            }
            return diagnostics.isEmpty ? "" : texts.joined(separator: "\n")
        }
    }

    /// A record takes the place of that of the base: there is one.
    private var base: [SourceFile] {
        get throws { try Self.base.filter { !path.hasPrefix("record/") || $0.name != "base/record.yaml" } }
    }

    private func source(_ suffix: String) throws -> SourceFile {
        SourceFile(name: name, text: try String(contentsOf: url(suffix), encoding: .utf8))
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Files")

    private static var names: [String] {
        get throws { try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() }
    }

    /// All files with a mistake, in order of name.
    static var all: [BrokenFile] {
        get throws {
            try names.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".good.yaml") && !$0.hasPrefix("base/") }
                .map { BrokenFile(path: String($0.dropLast(".yaml".count))) }
        }
    }

    /// The rule base that each of them joins.
    static var base: [SourceFile] {
        get throws {
            try names.filter { $0.hasPrefix("base/") && $0.hasSuffix(".yaml") }.map {
                SourceFile(name: $0, text: try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
            }
        }
    }
}
