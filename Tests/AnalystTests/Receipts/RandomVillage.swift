import Foundation
import RuleEngine
import TestSupport

@testable import Analyst

/// Sheets of the village and options by chance, as files beside its rules.
struct RandomVillage {
    let files: VillageFiles
    var generator: SeededGenerator

    init(seed: UInt64) throws {
        files = try VillageFiles()
        generator = SeededGenerator(seed: seed)
    }

    /// Any options, the day of 2024 included.
    mutating func options() -> AnalysisOptions {
        AnalysisOptions(
            language: Bool.random(using: &generator) ? .nl : .en,
            format: ReportFormat.allCases.filter { $0 != .pdf }.randomElement(using: &generator)?.rawValue ?? "text",
            details: .random(using: &generator), laterFigures: .random(using: &generator),
            allowErrors: .random(using: &generator),
            parts: [[], ["problems"], ["short", "origin"]].randomElement(using: &generator) ?? [],
            author: [nil, "Team \u{202E}Noord"].randomElement(using: &generator) ?? nil)
    }

    mutating func day() throws -> FEELDate {
        let text = "202\(Int.random(in: 3...6, using: &generator))-0\(Int.random(in: 1...9, using: &generator))-15"
        guard let day = FEELDate(text) else { throw CocoaError(.coderInvalidValue) }
        return day
    }

    /// Writes one or two sheets and gives their paths.
    mutating func sheets() throws -> [String] {
        try (1...Int.random(in: 1...2, using: &generator)).map { number in
            try files.write(sheet(), to: "sheet-\(number).yaml")
        }
    }

    private mutating func sheet() -> String {
        let figure = Bool.random(using: &generator) ? "\(Int.random(in: 0...1000, using: &generator)).5" : nil
        let value = figure.map { $0.count > 4 ? "99.5" : $0 }
        var answers: [String] = []
        for (question, perspective) in [
            ("overlast", "bewoners"), ("overlast", "ondernemers"), ("leegstand", "ondernemers"),
        ] where Bool.random(using: &generator) {
            let reply = ["true", "false", "unknown"].randomElement(using: &generator) ?? "unknown"
            let people = Int.random(in: 1...40, using: &generator)
            answers.append(
                "{ question: \(question), perspective: \(perspective), value: \(reply), people: \(people), "
                    + "date: 2024-0\(Int.random(in: 1...9, using: &generator))-01, method: \"ronde \\u202Eé\" }")
        }
        return VillageRules.sheetText(bijstand: value, answers: answers)
    }

    /// The rules as they are in the folder now, with whatever is wrong with them.
    func library() throws -> RuleLibrary { try RuleLibrary(argument: files.path("rules")) }
}
