import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// What a change of the rules does to areas, and by which line.
@Suite struct RuleImpactTests {
    /// The project's rules with some texts replaced.
    private static func library(_ edits: [(file: String, from: String, to: String)] = []) throws -> RuleLibrary {
        let library = try Project.library.get()
        return RuleLibrary(
            files: library.files.map { file in
                var text = file.text
                for edit in edits where edit.file == file.name {
                    #expect(text.contains(edit.from), "\(edit.from)")
                    text = text.replacing(edit.from, with: edit.to)
                }
                return SourceFile(name: file.name, text: text)
            })
    }

    private static func impact(
        _ edits: [(file: String, from: String, to: String)], areas: Int = 6
    ) throws -> RuleImpact {
        let comparison = RuleComparison(from: try Project.library.get(), to: try library(edits))
        let sheets = try Project.sheets("areas").prefix(areas).map {
            try FactSheet.read(SourceFile(name: $0, text: Project.text($0)))
        }
        return RuleImpact(comparison, over: sheets, on: try #require(FEELDate("2026-11-01")))
    }

    private static let wonen = "rules/wonen/wonen.yaml"
    private static let threshold = (file: wonen, from: "values: { 2015-01-01: 67 }", to: "values: { 2015-01-01: 10 }")

    @Test func `P3: a moved threshold is told with its line, and with the areas that change`() throws {
        let impact = try Self.impact([Self.threshold])
        #expect(impact.changes.all.map(\.place) == ["\(Self.wonen):7"])
        #expect(impact.changes.all.first?.symbol == .parameter("grens_corporatiewoningen"))
        #expect(!impact.changedAreas.isEmpty)
        let finding = FindingID(template: "problem", key: ["eenzijdige-voorraad"])
        #expect(impact.effects(of: 0).contains { $0.finding == finding })
        for area in impact.changedAreas {
            for effect in area.effects { #expect(effect.causes == [0], "\(area.name) \(effect.finding)") }
        }
    }

    @Test func `what an effect says is what two sessions say`() throws {
        let comparison = RuleComparison(from: try Project.library.get(), to: try Self.library([Self.threshold]))
        let date = try #require(FEELDate("2026-11-01"))
        let path = try #require(Project.sheets("areas").first)
        let sheet = try FactSheet.read(SourceFile(name: path, text: Project.text(path)))
        let before = AreaSession(sheet, under: comparison.old, on: date).session
        let after = AreaSession(sheet, under: comparison.new, on: date).session
        let effects = comparison.effects(from: before, to: after)
        for effect in effects {
            #expect(before.state(of: effect.finding) == effect.before)
            #expect(after.state(of: effect.finding) == effect.after)
        }
        let told = Set(effects.map(\.finding))
        for template in comparison.new.report.shownTemplates {
            for finding in after.findings(of: template) + before.findings(of: template)
            where before.state(of: finding) != after.state(of: finding) {
                #expect(told.contains(finding), "\(finding)")
            }
        }
    }

    @Test func `equal rules change nothing, and remarks and empty lines are no changes`() throws {
        #expect(try Self.impact([], areas: 1).changes.all.isEmpty)
        let remark = try Self.impact(
            [(Self.wonen, "rules:\n", "# Nothing but a remark.\n\nrules:\n")], areas: 1)
        #expect(remark.changes.all.isEmpty)
        #expect(remark.changedAreas.isEmpty)
    }

    @Test func `a changed sentence is a change without effect`() throws {
        let impact = try Self.impact(
            [(Self.wonen, "nl: \"Vooral corporatiewoningen\"", "nl: \"Veel corporatiewoningen\"")], areas: 2)
        #expect(impact.changes.all.map(\.symbol) == [.rule("eenzijdige-voorraad-corporatie")])
        #expect(impact.changedAreas.isEmpty)
        let text = RuleImpactReport(impact, against: "v1", language: .en).text
        #expect(text.contains("no effect in these areas"))
        #expect(!text.contains("To sign off"))
    }

    @Test func `of two changes each has its own effects`() throws {
        let other = (
            file: Self.wonen, from: "corporatiewoningen > grens_corporatiewoningen_ernstig then 3",
            to: "corporatiewoningen > grens_corporatiewoningen_ernstig then 1"
        )
        let impact = try Self.impact([Self.threshold, other])
        #expect(impact.changes.all.count == 2)
        #expect(
            impact.changes.all.map { $0.symbol?.name } == [
                "grens_corporatiewoningen", "eenzijdige-voorraad-corporatie",
            ])
    }

    @Test func `text, page and JSON tell the same effects, in both languages`() throws {
        let impact = try Self.impact([Self.threshold], areas: 4)
        let name = try #require(impact.changedAreas.first?.name)
        for language in Language.allCases {
            let report = RuleImpactReport(impact, against: "HEAD", language: language)
            #expect(report.text.contains("[ ] \(name): "))
            #expect(report.json.text.contains("\"changedAreas\": \(impact.changedAreas.count)"))
            let page = RuleImpactPage(report).html
            #expect(page.contains("lang=\"\(language.rawValue)\""))
            #expect(page.contains(name))
            #expect(!page.contains("<script"))
        }
    }

    @Test func `a sheet that one of the rule bases cannot read is named with the reason`() throws {
        let gone = (
            file: "rules/vocabulary/indicators.yaml", from: "code: corporatiewoningen\n", to: "code: corporatiehuizen\n"
        )
        let library = try Self.library([gone])
        let comparison = RuleComparison(from: library, to: try Project.library.get())
        let path = try #require(Project.sheets("areas").first)
        let sheet = try FactSheet.read(SourceFile(name: path, text: Project.text(path)))
        let impact = RuleImpact(comparison, over: [sheet], on: try #require(FEELDate("2026-11-01")))
        #expect(impact.areas.isEmpty)
        #expect(impact.omissions.map(\.name) == [sheet.title.nl])
    }

    @Test(arguments: [
        ("a\nb\nc", "a\nc", [2], []), ("a\nc", "a\nb\nc", [], [2]), ("a\nb", "a\nx", [2], [2]), ("", "a", [1], [1]),
        ("a", "a", [], []),
    ])
    func `lines that differ are told by their numbers`(old: String, new: String, removed: [Int], inserted: [Int]) {
        let difference = LineDifference(
            from: old.components(separatedBy: "\n"), to: new.components(separatedBy: "\n"))
        #expect(difference.removed.map(\.number) == removed)
        #expect(difference.inserted.map(\.number) == inserted)
    }
}
