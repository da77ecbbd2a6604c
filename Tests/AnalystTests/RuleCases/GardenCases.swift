import RuleEngine
import Testing

@testable import Analyst

/// Cases over the rules on gardens, all in memory.
enum GardenCases {
    /// The rules, with further files beside them.
    static func library(_ more: [String: String] = [:]) throws -> RuleLibrary {
        let texts = GardenFiles.files.merging(more) { _, new in new }
        let library = RuleLibrary(
            files: texts.sorted { $0.key < $1.key }.map { SourceFile(name: $0.key, text: $0.value) })
        try #require(!library.hasErrors, "\(library.reading.diagnostics.map(\.message.en))")
        return library
    }

    static func read(_ text: String, _ library: RuleLibrary) throws -> [RuleCase] {
        let date = try #require(FEELDate("2024-06-01"))
        return try RuleCaseReader.read(
            [SourceFile(name: "gardens.cases.yaml", text: text)], library.ruleBase, date: date)
    }

    static func run(
        _ text: String, _ more: [String: String] = [:], filter: RuleTestFilter = RuleTestFilter(),
        countsAll: Bool = false, tellsConditions: Bool = false
    ) throws -> RuleTestRun {
        let library = try library(more)
        return RuleTestRun(
            try read(text, library), CompiledRules(library), filter: filter, countsAll: countsAll,
            tellsConditions: tellsConditions, language: .en)
    }

    /// The codes of what is wrong with a file of cases.
    static func diagnostics(_ text: String) throws -> [Diagnostic] {
        do {
            _ = try read(text, library())
            return []
        } catch let error as BadInput {
            return error.diagnostics
        }
    }

    /// One case with this under `given` and this under `expect`.
    static func oneCase(given: String = "", expect: String) -> String {
        "cases: [{ case: one, given: {\(given)}, expect: [\(expect)] }]"
    }
}
