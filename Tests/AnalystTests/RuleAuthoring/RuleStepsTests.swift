import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// A run rule by rule, and words looked for in rules: on the rules about streets of the documentation.
@Suite struct RuleStepsTests {
    private static let library = Result {
        try RuleLibrary(
            folder: URL(filePath: #filePath).deletingLastPathComponent().appending(
                path: "../../../docs/examples/streets"
            )
            .standardizedFileURL)
    }

    private func steps(_ figures: String) throws -> RuleSteps {
        let rules = CompiledRules(try Self.library.get())
        let sheet = try FactSheet.read(
            SourceFile(
                name: "straat.yaml",
                text: """
                    sheet: stad
                    title: { nl: Straat, en: Street }
                    area: { municipality: { code: GM0001, name: Stad } }
                    figures: { \(figures) }
                    efforts: { complete: true, known: [] }
                    voices: { complete: true, known: [] }
                    answers: []

                    """))
        let day = try #require(FEELDate("2026-11-01"))
        return RuleSteps(AreaSession(sheet, under: rules, on: day, running: .all).session)
    }

    @Test(arguments: [
        ("traffic: { value: 5200, unit: cars, year: 2023 }", ["busy-street fired", "unsafe-street open"]),
        ("traffic: { value: 4999, unit: cars, year: 2023 }", ["busy-street silent", "unsafe-street silent"]),
        ("traffic: { unknown: not-published }", ["busy-street open", "unsafe-street open"]),
    ])
    func `each rule has its place and what it did`(figures: String, expected: [String]) throws {
        let steps = try steps(figures)
        #expect(steps.all.map { "\($0.rule.name) \($0.outcome)" } == expected)
        #expect(steps.all.map(\.number) == [1, 2])
    }

    @Test func `a rule that fired tells its conditions, and a silent one what stood in its way`() throws {
        let fired = try steps("traffic: { value: 5200, unit: cars, year: 2023 }")
        let busy = try #require(fired.step(ofRule: "busy-street"))
        #expect(busy.findings.map(\.description) == ["remark:busy"])
        let way = try #require(fired.ways(of: busy, most: 5).first)
        #expect(way.isCertain && way.conditions.map(\.state) == [.holds])
        #expect(fired.session.sentence(of: way.conditions[0], in: .en).contains("5,200"))
        let silent = try steps("traffic: { value: 4999, unit: cars, year: 2023 }")
        let blocked = try #require(silent.step(ofRule: "unsafe-street"))
        let near = try #require(silent.ways(of: blocked, most: 5).first)
        #expect(near.step == nil && near.conditions.first?.state == .fails)
        #expect(silent.wayCount(of: blocked) == 0)
    }

    @Test(arguments: [
        ("drukke straat", RuleSearch.Kind.rules, "Drukke straat"), ("BUSY_FROM", .parameters, "Druk vanaf"),
        ("onveilige", .codes, "Onveilige straat"), ("bewoners noemen", .sources, "Vanaf 5000"),
        ("auto key", .lines, "key"), ("limits.yaml", .files, "streets/limits.yaml"), ("relation", .lines, "relation"),
    ])
    func `P6 words are found wherever they stand`(text: String, kind: RuleSearch.Kind, title: String) throws {
        let library = try Self.library.get()
        let search = RuleSearch(
            text, in: RuleIndex(library.reading), files: library.files, .nl, most: 10)
        if text == "auto key" {
            #expect(search.hits[kind] == nil, "both words have to stand in one line")
        } else {
            #expect(search.hits[kind]?.contains { $0.title.contains(title) } == true, "\(search.hits)")
        }
    }

    @Test func `no more are told than asked for, and all are counted`() throws {
        let library = try Self.library.get()
        let search = RuleSearch("e", in: RuleIndex(library.reading), files: library.files, .nl, most: 3)
        #expect(search.hits[.lines]?.count == 3 && (search.counts[.lines] ?? 0) > 50)
        #expect(RuleSearch("", in: RuleIndex(library.reading), files: library.files, .nl, most: 3).isEmpty)
    }
}
