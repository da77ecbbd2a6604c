import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// Answers as data fit the schema that the project publishes.
@Suite struct ExplanationJSONTests {
    private static let path = "sheets/areas/heerlen-noord.yaml"

    private func schema() throws -> JSONSchema {
        try JSONSchema(Data(contentsOf: Project.root.appending(path: "docs/schema/explanation.schema.json")))
    }

    private func errors(in text: String) throws -> [String] { try schema().errors(in: Data(text.utf8)) }

    @Test(arguments: Language.allCases)
    func `why, why not and robustness fit the schema`(language: Language) throws {
        let area = try Project.area(Self.path)
        let json = ExplanationJSON(area, language)
        let poverty = FindingID(template: "problem", key: ["armoede"])
        let found = try #require(
            area.session.facts(of: "problem").first { $0.fact.isCertain && $0.fact.justifications.count == 1 })
        let finding = area.session.finding(found.fact)
        let limits = RobustnessLimits(inputs: 1, runs: 6)
        let robustness = area.session.robustness(of: finding, scale: area.scale, limits: limits)
        #expect(!robustness.alternatives.isEmpty)
        #expect(try errors(in: json.why(finding, robustness)) == [])
        #expect(try errors(in: json.why(poverty, nil)) == [])
        let codes = try #require(area.ruleBase.vocabulary("interventions")).codes.map(\.code)
        let missing = codes.map { FindingID(template: "intervention", key: [$0]) }
            .filter { area.session.state(of: $0) == .refuted }.prefix(5)
        // A finding that a figure misses by so much.
        let near = ExplanationJSON(try Project.area("sheets/areas/utrecht-overvecht.yaml"), language)
            .why(FindingID(template: "problem", key: ["ongezond-gewicht"]), nil)
        let texts = missing.map { json.why($0, nil) } + [near]
        for text in texts { #expect(try errors(in: text) == []) }
        #expect(near.contains("\"distances\""))
    }

    @Test func `what if, a comparison and questions fit the schema`() throws {
        let area = try Project.area(Self.path)
        let json = ExplanationJSON(area, .nl)
        let changes: [InputChange] = [.value(.init(name: "bijstand"), .number(5)), .unknown(.init(name: "roken"))]
        let (changed, difference) = area.session.whatIf(changes)
        #expect(!difference.changes.isEmpty)
        #expect(try errors(in: json.whatIf(changes, changed, difference)) == [])
        let other = try Project.area("sheets/areas/breda-noord.yaml")
        let comparison = json.comparison(with: other, area.session.difference(to: other.session))
        #expect(try errors(in: comparison) == [])
        let village = QuestionOrder(try VillageRules.area()).ranking()
        #expect(!village.isEmpty)
        #expect(try errors(in: json.questions(village, total: 9)) == [])
    }

    @Test(arguments: [
        (
            #"{"schema": "analyst/explanation", "version": 1, "language": "nl", "kind": "questions", "sheet": "a", "date": "2024-06-01", "total": 1, "questions": []}"#,
            0
        ),
        (
            #"{"schema": "analyst/explanation", "version": 1, "language": "de", "kind": "questions", "sheet": "a", "date": "2024-06-01", "total": 1, "questions": []}"#,
            1
        ),
        (
            #"{"schema": "analyst/explanation", "version": 1, "language": "nl", "kind": "questions", "sheet": "a", "date": "1 June", "total": 1, "questions": []}"#,
            1
        ),
        (
            #"{"schema": "analyst/explanation", "version": 1, "language": "nl", "kind": "questions", "sheet": "a", "date": "2024-06-01", "total": true, "questions": []}"#,
            1
        ),
        (
            #"{"schema": "analyst/explanation", "version": 1, "language": "nl", "kind": "questions", "sheet": "a", "date": "2024-06-01", "total": 1}"#,
            1
        ),
    ])
    func `a text that does not fit is refused`(text: String, count: Int) throws {
        let errors = try errors(in: text)
        #expect(errors.count == count, "\(errors)")
    }
}
