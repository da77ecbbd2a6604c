import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// What a change of the rules does to the exercises of casebooks.
@Suite struct CaseImpactTests {
    private static let head = """
        casebook: first
        title: { nl: Eerste, en: First }
        introduction: { nl: Oefen., en: Practise. }
        pass_mark: 60
        attempts: 2
        hint_cost: 2
        cases: [village]

        """

    private static func comparison(_ from: String, _ to: String) -> RuleComparison {
        #expect(VillageRules.files.contains { $0.text.contains(from) }, "\(from)")
        let changed = VillageRules.files.map { file in
            SourceFile(name: file.name, text: file.text.replacing(from, with: to))
        }
        return RuleComparison(from: RuleLibrary(files: VillageRules.files), to: RuleLibrary(files: changed))
    }

    /// What a change does to a casebook of one case on the village.
    private static func impact(_ comparison: RuleComparison) throws -> CaseImpact {
        let folder = try TemporaryFolder()
        let cases = folder.file("casebooks/first/cases")
        try FileManager.default.createDirectory(at: cases, withIntermediateDirectories: true)
        let texts = [
            "sheet.yaml": VillageRules.sheetText(bijstand: "12"), "casebooks/first/casebook.yaml": head,
            "casebooks/first/cases/village.yaml": VillageCase.text,
        ]
        for (name, text) in texts { try text.write(to: folder.file(name), atomically: true, encoding: .utf8) }
        let books = folder.file("casebooks")
        return CaseImpact(comparison, in: try Casebook.all(in: books), below: books)
    }

    @Test func `a stricter threshold is told with the exercise and the line, before and after`() throws {
        let impact = try Self.impact(Self.comparison("bijstand > 10", "bijstand > 20"))
        #expect(impact.count == 1)
        #expect(impact.faults.isEmpty)
        let exercise = try #require(impact.cases.first?.exercises.first)
        #expect(exercise.id == "problems")
        let line = try #require(exercise.lines.first { $0.code == "armoede" })
        #expect(line.before == .expected && line.after == .wrong)
        #expect(exercise.lines.count == 1)
    }

    @Test func `a threshold that no figure of the case lies beyond changes no case`() throws {
        let impact = try Self.impact(Self.comparison("bijstand > 10", "bijstand > 11"))
        #expect(impact.count == 1 && impact.cases.isEmpty && impact.faults.isEmpty)
    }

    @Test func `a case whose passages ask what is no longer asked is named with the reason`() throws {
        let impact = try Self.impact(Self.comparison("leegstand", "verloedering"))
        #expect(impact.cases.isEmpty)
        let fault = try #require(impact.faults.first)
        #expect(fault.id == "village" && fault.isNew)
        #expect(fault.reason.nl.contains("leegstand"))
    }

    @Test func `text, page and JSON tell the same lines`() throws {
        let comparison = Self.comparison("bijstand > 10", "bijstand > 20")
        var impact = RuleImpact(comparison, over: [], on: VillageRules.date)
        #expect(!RuleImpactReport(impact, against: "v1", language: .en).json.text.contains("casebooks"))
        impact.casebooks = try Self.impact(comparison)
        let report = RuleImpactReport(impact, against: "v1", language: .en)
        #expect(
            report.text.hasSuffix(
                """
                Casebooks: in 1 of 1 cases answers are judged otherwise.
                  first/village: The village
                    problems (Problems)
                      Poverty (armoede): belongs to it → does not belong to it

                """))
        #expect(RuleImpactPage(report).html.contains("Poverty (armoede): belongs to it → does not belong to it"))
        let json = report.json.text.filter { !$0.isWhitespace }
        #expect(json.contains(#""line":"armoede","before":"expected","after":"wrong""#))
    }
}
