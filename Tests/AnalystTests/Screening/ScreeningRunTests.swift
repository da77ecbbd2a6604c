import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// Areas run one after the other on figures alone are told as each is told by a session on its own sheet.
@Suite struct ScreeningRunTests {
    @Test func `random buurten are told as by themselves, their missing figures included`() throws {
        var generator = SeededGenerator(seed: 19)
        func percentage(_ range: ClosedRange<Int>) -> String? {
            Int.random(in: 0..<6, using: &generator) == 0 ? nil : "\(Int.random(in: range, using: &generator)).0"
        }
        func count(_ range: ClosedRange<Int>) -> Int? {
            Int.random(in: 0..<6, using: &generator) == 0 ? nil : Int.random(in: range, using: &generator)
        }
        for _ in 0..<(FullRuns.isAsked ? 100 : 6) {
            let buurten = (0..<12).map { number in
                SmallCountry.Buurt(
                    name: "B\(number)", residents: count(150...1500), young: count(80...300), old: count(100...400),
                    households: count(300...500), welfare: count(10...90), disability: count(20...90),
                    unemployment: count(5...40), health: percentage(60...85), anxiety: percentage(3...15),
                    loneliness: percentage(6...22), noise: percentage(2...20), poverty: percentage(5...35))
            }
            let country = SmallCountry(buurten: buurten, hasHealth: Bool.random(using: &generator))
            let tables = try SmallCountry.collection(
                country.hasHealth ? [country.keyFigures, country.healthFigures] : [country.keyFigures])
            for day in ["2026-11-01", "2021-06-01", "2020-03-31"] {
                try compare(tables, .buurt, on: try #require(FEELDate(day)), every: 1)
            }
        }
    }

    @Test func `every buurt of the national table is told as by itself`() throws {
        guard let data = publishedTables() else {
            print("Skipped: the published tables are not on this computer (set ANALYST_DATA).")
            return
        }
        let recipes = try recipes()
        let files = ["kwb-2020-84799NED.csv.gz", "rivm-2020-50090NED-18plus.csv.gz"]
        let editions = try files.flatMap { file in
            try recipes.tables(in: TableFile(argument: data.appending(path: file).path).document())
        }
        let tables = try ScreeningTables.collection(editions)
        let date = try #require(FEELDate("2026-11-01"))
        try compare(tables, .buurt, on: date, every: FullRuns.isAsked ? 1 : 97)
    }

    /// - Parameter step: of all areas every so many is compared; all are run.
    private func compare(
        _ tables: TableCollection, _ level: RegionCode.Level, on date: FEELDate, every step: Int
    ) throws {
        let rules = try Project.rules.get()
        var run = try ScreeningRun(rules, tables, level: level, date: date, later: false)
        let builder = SheetBuilder(tables, rules.ruleBase.vocabulary(rules.ruleBase.record.vocabulary))
        for (number, region) in tables.regions(inside: .netherlands, level: level).enumerated() {
            let among = run.session(of: region)
            guard number.isMultiple(of: step) else { continue }
            let municipality = region.enclosing(.municipality)
            let sheet = FactSheet(
                builder.figures(of: [region], in: municipality), of: region, name: tables.names[region] ?? region.text,
                municipality: tables.names[municipality] ?? municipality.text)
            let alone = AreaSession(sheet, under: run.scope.rules, on: date, running: .all).session
            #expect(Self.lines(among.session) == Self.lines(alone), "\(region.text)")
            #expect(among.session.diagnostics == alone.diagnostics)
            #expect(among.name == sheet.title.nl)
            #expect(among.municipality == sheet.municipality)
            var diagnostics: [Diagnostic] = []
            let area = run.area(region, &diagnostics)
            #expect(
                area.missing == run.scope.indicators.filter { alone.inputs.values[.init(name: $0)] == nil },
                "\(region.text)")
            #expect(area.residents == (alone.inputs.values.isEmpty ? nil : sheet.residents), "\(region.text)")
        }
    }

    /// Facts with their state, their fields to the digit, and the rules that conclude them.
    private static func lines(_ session: Session) -> [String] {
        session.facts.map { fact in
            let fields = fact.fields.map { "\($0.set)" }.joined(separator: ", ")
            let rules = fact.justifications.map { "\(session.ruleBase.rules[$0.rule].name) \($0.isCertain)" }
            return "\(session.finding(fact)) \(fact.isCertain) \(fields) \(rules)"
        }
    }
}
