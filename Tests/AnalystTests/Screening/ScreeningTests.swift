import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// The rules over the buurten of a small country.
@Suite struct ScreeningTests {
    private static let heavy = SmallCountry.Buurt(
        name: "Zwaar", welfare: 90, health: "60.0", anxiety: "14.0", noise: "20.0", poverty: "40.0")
    private static let light = SmallCountry.Buurt(name: "Licht", health: "70.0")
    private static let calm = SmallCountry.Buurt(name: "Rustig")

    @Test func `problems in more domains stand above problems in one, and equal buurten share a place`() throws {
        let rows = try SmallCountry(buurten: [Self.calm, Self.light, Self.heavy, Self.light]).screening().rows
        #expect(rows.map(\.area.name) == ["Rustig", "Licht", "Zwaar", "Licht"])
        #expect(rows.map { $0.place?.rank } == [4, 2, 1, 2])
        #expect(rows.map(\.area.domains) == [[], ["gezondheid"], ["werk", "gezondheid"], ["gezondheid"]])
        #expect(rows.map(\.area.band) == ["geen-duidelijk-probleem", "een-domein", "ernstige-stapeling", "een-domein"])
        #expect(rows.allSatisfy { $0.place?.low == $0.place?.rank && $0.place?.high == $0.place?.rank })
    }

    @Test func `of each domain the figure farthest from the country counts, so one model counts once`() throws {
        let few = SmallCountry.Buurt(name: "Weinig", welfare: 50, health: "70.0")
        let many = SmallCountry.Buurt(name: "Veel", welfare: 50, health: "70.0", anxiety: "10.0", loneliness: "16.0")
        let counted = SmallCountry.Buurt(name: "Geteld", welfare: 50, disability: 80, health: "70.0")
        let serious = SmallCountry.Buurt(name: "Ernstig", welfare: 50, health: "60.0")
        let rows = try SmallCountry(buurten: [few, many, counted, serious]).screening().rows
        #expect(rows.map { $0.place?.rank } == [3, 3, 2, 1])
    }

    @Test func `an indication alone makes no domain, but stands above nothing`() throws {
        let noisy = SmallCountry.Buurt(name: "Luid", noise: "20.0")
        let rows = try SmallCountry(buurten: [Self.calm, noisy, Self.light]).screening().rows
        #expect(rows.map(\.area.domains) == [[], [], ["gezondheid"]])
        #expect(rows.map { $0.place?.rank } == [3, 2, 1])
    }

    @Test func `illness counts only where there are not clearly more older people`() throws {
        var older = Self.light
        older.old = 240
        var edge = Self.light
        edge.old = 235
        let rows = try SmallCountry(buurten: [older, edge]).screening().rows
        #expect(rows.map(\.area.domains) == [[], ["gezondheid"]])
        #expect(rows.map { $0.area.problems.map(\.code) } == [["slechte-gezondheid"], ["slechte-gezondheid"]])
    }

    @Test func `the distance to the country parts areas that have as many clear problems`() throws {
        let one = SmallCountry.Buurt(name: "Een", poverty: "16.5")
        let two = SmallCountry.Buurt(name: "Twee", anxiety: "8.3", poverty: "16.5")
        let better = SmallCountry.Buurt(name: "Beter", welfare: 20, disability: 40, unemployment: 10, poverty: "12.0")
        let rows = try SmallCountry(buurten: [one, two, better, Self.calm, Self.light]).screening().rows
        #expect(rows.map { $0.place?.rank } == [3, 2, 5, 4, 1])
        #expect(Set(rows.dropLast().map(\.area.band)) == ["geen-duidelijk-probleem"])
    }

    @Test func `a missing figure leaves the place open between bounds, and is listed`() throws {
        var unknown = Self.calm
        unknown.welfare = nil
        let rows = try SmallCountry(buurten: [Self.light, unknown, Self.heavy]).screening().rows
        #expect(rows.map { $0.place?.rank } == [2, 3, 1])
        #expect(rows.map { $0.place?.low } == [2, 2, 1])
        #expect(rows.map { $0.place?.high } == [3, 3, 1])
        #expect(rows[1].area.missing == ["bijstand"])
        #expect(rows[1].area.problems.map(\.isFound) == [false])
        #expect(rows[1].area.problems.first?.severity.text == "2-4")
    }

    @Test func `whatever the missing figures are, each place lies between its bounds`() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<(FullRuns.isAsked ? 200 : 20) {
            func percentage(_ range: ClosedRange<Int>) -> String { "\(Int.random(in: range, using: &generator)).0" }
            let real = (0..<5).map { number in
                SmallCountry.Buurt(
                    name: "B\(number)", welfare: Int.random(in: 10...90, using: &generator),
                    health: percentage(60...85),
                    anxiety: percentage(3...15), loneliness: percentage(6...22), noise: percentage(2...20),
                    poverty: percentage(5...35))
            }
            let known = real.map { buurt in
                var buurt = buurt
                if Bool.random(using: &generator) { buurt.welfare = nil }
                if Int.random(in: 0..<3, using: &generator) == 0 { (buurt.health, buurt.anxiety) = (nil, nil) }
                if Int.random(in: 0..<4, using: &generator) == 0 { buurt.noise = nil }
                return buurt
            }
            let (some, all) = (
                try SmallCountry(buurten: known).screening(), try SmallCountry(buurten: real).screening()
            )
            // A figure that no buurt has is in no table: its rules drop out, and nothing is promised about it.
            guard some.indicators == all.indicators else { continue }
            let (found, truth) = (some.rows, all.rows)
            // A buurt without a place takes no part; then the places of the others are not comparable.
            guard found.allSatisfy({ $0.place != nil }) else { continue }
            for (row, fact) in zip(found, truth) {
                let (promise, place) = (try #require(row.place), try #require(fact.place))
                let seen: Comment = "\(row.area), in full \(fact.area)"
                #expect(promise.low <= place.rank && place.rank <= promise.high, seen)
                let (bounds, score) = (try #require(row.area.score), try #require(fact.area.score))
                #expect(bounds.low <= score.low && score.high <= bounds.high, seen)
            }
        }
    }

    @Test func `with few residents, or figures of one domain only, there is no place but a reason`() throws {
        var small = Self.heavy
        small.residents = 195
        var edge = Self.heavy
        edge.residents = 200
        var bare = Self.heavy
        (bare.health, bare.noise, bare.anxiety, bare.loneliness) = (nil, nil, nil, nil)
        let rows = try SmallCountry(buurten: [small, edge, bare]).screening().rows
        #expect(rows.map { $0.place?.rank } == [nil, 1, nil])
        #expect(rows.map(\.area.reasons) == [["te-weinig-inwoners"], [], ["te-weinig-domeinen-bekend"]])
        #expect(rows.map(\.area.knownDomains.count) == [3, 3, 1])
    }

    @Test func `without the table of health only work is known, and what is found there is still told`() throws {
        let screening = try SmallCountry(buurten: [Self.heavy], hasHealth: false).screening()
        let area = try #require(screening.rows.first?.area)
        #expect(area.knownDomains == ["werk"])
        #expect(area.domains == ["werk"])
        #expect(area.missing == [])
        #expect(area.reasons == ["te-weinig-domeinen-bekend"])
        #expect(screening.sources.map(\.ref) == ["kwb-2020"])
    }

    @Test func `figures that came out after the date are left out`() throws {
        let early = try SmallCountry(buurten: [Self.heavy]).screening(on: "2020-03-31")
        #expect(early.indicators == [])
        #expect(early.rows.first?.place == nil)
        let between = try SmallCountry(buurten: [Self.heavy]).screening(on: "2021-06-01")
        #expect(between.sources.map(\.ref) == ["kwb-2020"])
    }

    @Test func `buurten of students, of older people and with an institution are flagged, and only these`() throws {
        var students = Self.calm
        (students.young, students.singles) = (245, 260)
        var families = Self.calm
        families.young = 245
        var old = Self.calm
        old.old = 385
        var nearlyOld = Self.calm
        nearlyOld.old = 375
        var home = Self.calm
        home.households = 350
        var nearlyHome = Self.calm
        nearlyHome.households = 370
        let rows = try SmallCountry(buurten: [students, families, old, nearlyOld, home, nearlyHome]).screening().rows
        #expect(
            rows.map(\.area.flags) == [["studentenbuurt"], [], ["ouderenbuurt"], [], ["instellingsbuurt"], []])
        #expect(Set(rows.map { $0.place?.rank }) == [1])
    }

    @Test func `what a screening finds of an area, the analysis of that area finds as well`() throws {
        let country = SmallCountry(buurten: [Self.heavy, Self.light, Self.calm])
        let screening = try country.screening()
        let tables = try SmallCountry.collection([country.keyFigures, country.healthFigures])
        let rules = try Project.rules.get()
        for row in screening.rows {
            let area = try AreaDefinition.region(row.area.region.text, in: tables)
            let yaml = try SheetBuilder(tables, recipes().indicators).sheet(of: area).sheet.yaml
            let sheet = try FactSheet.read(SourceFile(name: "sheet.yaml", text: yaml))
            let session = AreaSession(sheet, under: rules, on: screening.date).session
            for problem in row.area.problems where problem.isFound {
                let fact = try #require(session.fact(FindingID(template: "problem", key: [problem.code]))).fact
                #expect(fact.isCertain)
                let severity = try #require(session.value(of: "severity", in: fact).flatMap { NumberBounds($0.set) })
                #expect(severity.low >= problem.severity.low)
            }
        }
    }

    @Test func `wijken are screened by the same rules`() throws {
        let rows = try SmallCountry(buurten: [Self.heavy]).screening(level: .wijk).rows
        #expect(rows.map(\.area.region.text) == ["WK000101"])
    }
}
