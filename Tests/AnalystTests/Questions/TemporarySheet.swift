import Foundation
import RuleEngine

@testable import Analyst
@testable import AnalystTool

/// A sheet in a file of its own that is removed with the value.
final class TemporarySheet {
    let url: URL

    init(_ text: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        url = folder.appending(path: "dorp.yaml")
        try Data(text.utf8).write(to: url)
    }

    deinit {
        // A folder that stays behind in the temporary folder harms nothing.
        try? FileManager.default.removeItem(at: url.deletingLastPathComponent())
    }

    var text: String { get throws { try String(contentsOf: url, encoding: .utf8) } }

    /// The answers as the file tells them: `overlast bewoners true`.
    var answers: [String] {
        get throws {
            try FactSheet.read(TextFile.read(url)).answers.map { "\($0.question) \($0.perspective) \($0.value.text)" }
        }
    }

    func interview(perspective: String? = nil) throws -> Interview {
        let area = AreaSession(
            try FactSheet.read(TextFile.read(url)), under: VillageRules.rules, on: VillageRules.date)
        return Interview(
            Questionnaire(area, perspective: perspective), in: store, day: VillageRules.date)
    }

    var store: SheetAnswers { SheetAnswers(url, name: "dorp.yaml", under: VillageRules.ruleBase) }
}

/// Lines of a script, and what was written.
struct ScriptedTerminal: Terminal {
    private var script: [String]
    private(set) var output: [String] = []

    init(_ script: [String]) { self.script = script }

    mutating func readLine() -> String? { script.isEmpty ? nil : script.removeFirst() }
    mutating func write(_ line: String) { output.append(line) }
}
