import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// The project's own rules and sheets, read once.
enum Project {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let library: Result<RuleLibrary, BadInput> = Result { () throws(BadInput) in
        try RuleLibrary(folder: root.appending(path: "rules"))
    }

    /// The rules, compiled once for all tests.
    static let rules: Result<CompiledRules, BadInput> = library.map { CompiledRules($0) }

    /// The sheets of a folder, by name, in order.
    static func sheets(_ folder: String) -> [String] {
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "sheets/\(folder)").path)) ?? []
        // No folder: the count test fails.
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "sheets/\(folder)/\($0)" }
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func area(_ path: String, date: String = "2026-11-01", edit: (String) -> String = { $0 }) throws
        -> AreaSession
    {
        let sheet = try FactSheet.read(SourceFile(name: path, text: edit(text(path))))
        let day = try #require(FEELDate(date))
        return AreaSession(sheet, under: try rules.get(), on: day)
    }
}
