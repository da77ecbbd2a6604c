import RuleEngine
import Testing

@testable import Analyst

/// Costs and benefits of a small world, by numbers reckoned by hand.
@Suite struct ImpactAnalysisTests {
    private static func number(_ text: String) throws -> FEELNumber { try #require(FEELNumber(text)) }

    private static func line(_ intervention: String, _ analysis: ImpactAnalysis) throws -> ImpactLine {
        try #require(analysis.package.model.lines.first { $0.intervention == intervention })
    }

    @Test func `the world of these tests is sound`() {
        let errors = TownRules.diagnostics(more: ImpactWorld.files).filter { $0.severity == .error }
        #expect(errors.map(\.message.en) == [])
    }

    @Test func `amounts are told in prices of the last year that has an index before the day`() throws {
        let analysis = try ImpactWorld.required()
        #expect(analysis.parameters.baseYear == 2023)
        #expect(try Self.line("baan", analysis).costs == Spread(1200))
    }

    @Test func `later years count less and an effect fades`() throws {
        // 600 euros in year 2 (0.8) and half of it in year 3 (0.64): 480 + 192.
        let line = try Self.line("baan", ImpactWorld.required())
        #expect(line.benefits == Spread(low: 336, central: 672, high: 1344))
    }

    @Test func `years beyond the horizon do not count`() throws {
        // 200 euros in years 5 (0.4096) and 6 (0.32768); years 7 to 9 are too far.
        let line = try Self.line("sloop", ImpactWorld.required())
        #expect(try line.costs?.central == Self.number("147.456"))
    }

    @Test func `with a number reached the balance is in all, and a transfer cancels in it`() throws {
        let package = try ImpactWorld.required("baan: 100").package
        #expect(package.costs == Spread(120_000))
        #expect(package.benefits == Spread(low: 33_600, central: 67_200, high: 134_400))
        #expect(package.net == Spread(low: -86_400, central: -52_800, high: 14_400))
        let totals = Dictionary(uniqueKeysWithValues: package.parties.map { ($0.code, $0.total) })
        #expect(totals == ["gemeente": -110_000, "rijk": 67_200, "bewoners": -10_000])
        let sum = package.parties.reduce(FEELNumber.zero) { $0 + $1.total }
        #expect(sum == package.net.central)
        #expect(package.parties.first { $0.code == "rijk" }?.periods[.nextYears] == 67_200)
    }

    @Test func `a cost without a priced benefit stands beside the balance`() throws {
        let package = try ImpactWorld.required("baan: 100").package
        #expect(package.model.weighed.map(\.intervention) == ["baan"])
        #expect(package.model.onlyCosts.map(\.intervention) == ["sloop"])
        #expect(package.otherCosts == Spread(low: 700, central: 1500, high: 2200))
        #expect(package.parties.first { $0.code == "gemeente" }?.beside == -1500)
    }

    @Test func `without a number reached there is no total`() throws {
        let package = try ImpactWorld.required().package
        #expect(package.model.weighed.isEmpty && package.draws == nil && package.costs == .zero)
    }

    @Test func `what must be true to break even is told`() throws {
        let analysis = try ImpactWorld.required()
        guard case .timesCentral(let times)? = try Self.line("baan", analysis).breakEven else {
            Issue.record("both sides are priced")
            return
        }
        #expect(try times.rounded(toScale: 4, rule: .halfEven) == Self.number("1.7857"))
        guard case .share(let share, let item)? = try Self.line("sloop", analysis).breakEven else {
            Issue.record("the benefit has an amount and no effect")
            return
        }
        #expect(item.code == "sloop-baat")
        #expect(try share == Self.number("0.147456"))
    }

    @Test func `a number reached that is more than there are is cut, and one that is not stays`() throws {
        func reach(_ text: String) throws -> ImpactReach {
            let lines = ["voices: { complete: true, known: [] }", "means: { reach: { hulp: \(text) } }"]
            let area = try TownRules.area(["armoede": 25], under: ImpactWorld.rules, lines: lines)
            return ImpactReach(of: "hulp", in: area, try #require(ImpactParameters(area.ruleBase, on: area.date)))
        }
        #expect(try reach("26").count == Spread(25))
        #expect(try reach("25").count == Spread(25))
        guard case .cappedSheet? = try reach("26").origin, case .sheet? = try reach("25").origin else {
            Issue.record("only the first is cut")
            return
        }
    }

    @Test func `where the sheet is silent a share of a figure is reached`() throws {
        let area = try TownRules.area(["armoede": 25], under: ImpactWorld.rules)
        let parameters = try #require(ImpactParameters(area.ruleBase, on: area.date))
        #expect(ImpactReach(of: "hulp", in: area, parameters).count == Spread(10))
    }

    @Test func `the widest range comes first, and the former rate tells another balance`() throws {
        let model = try ImpactWorld.required("baan: 100").package.model
        #expect(model.swings.count == 1)
        #expect(model.swings.first?.atLow == -86_400 && model.swings.first?.atHigh == 14_400)
        // At 100 %: 600 × (0.5 + 0.5 × 0.25) = 375.
        #expect(model.atFormerRate == -82_500)
    }

    @Test func `draws are the same each time and lie within the outer values`() throws {
        let first = try ImpactWorld.required("baan: 100").package
        let draws = try #require(first.draws)
        #expect(try ImpactWorld.analysis("baan: 100")?.package.draws == draws)
        #expect(draws.count == 2000 && draws.positive > 0 && draws.positive < 200)
        #expect(first.net.low < draws.low && draws.low < draws.high && draws.high < first.net.high)
    }

    @Test func `a sheet that reaches with an unknown intervention says so`() throws {
        let lines = ["voices: { complete: true, known: [] }", "means: { reach: { bann: 3 } }"]
        let error = #expect(throws: BadInput.self) {
            _ = try TownRules.area(under: ImpactWorld.rules, lines: lines)
        }
        #expect(error?.diagnostics.map(\.code) == ["sheet/unknown-intervention"])
    }
}
