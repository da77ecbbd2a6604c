import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// What holds for any items, on seeded random cases.
@Suite struct ImpactModelTests {
    private static let parties = ["a", "b", "c"]

    private static func parameters(horizon: Int = 20, seed: UInt64 = 1) -> ImpactParameters {
        ImpactParameters(
            rate: 3, formerRate: nil, baseYear: nil, horizon: horizon, draws: 500, seed: seed,
            evidence: ["weak": Spread(low: 0, central: 1, high: 3)], indices: [:], values: [:])
    }

    private static func item(
        _ code: String, _ kind: ImpactItem.Kind, _ amount: Spread, years: ClosedRange<Int> = 1...1,
        fading: FEELNumber = 0, bearer: String? = "a", gainer: String? = "b", effect: Spread? = nil,
        group: String? = nil, cap: String? = nil
    ) -> ImpactItem {
        ImpactItem(
            code: code, title: LocalizedText(verbatim: code), intervention: "x", kind: kind,
            bearer: kind == .benefit ? nil : bearer, gainer: [.cost, .displacement].contains(kind) ? nil : gainer,
            amount: amount, priceYear: nil, effect: effect, years: years, fading: fading, quality: nil, isGood: true,
            remark: nil, source: nil, draw: nil, group: group, cap: cap)
    }

    private static func line(
        _ name: String, _ items: [ImpactItem], reach: Spread, _ parameters: ImpactParameters = parameters()
    ) -> ImpactLine {
        ImpactLine(
            name, items, evidence: "weak", reach: ImpactReach(unit: nil, count: reach, origin: .sheet), parameters)
    }

    private static func balance(
        _ lines: [ImpactLine], caps: [String: FEELNumber] = [:], _ parameters: ImpactParameters = parameters()
    ) -> ImpactBalance {
        var known: [String: [Double]] = [:]
        return ImpactBalance(ImpactModel(lines, caps: caps, parameters), parties: parties, &known)
    }

    /// Items that have a cost and a benefit, and some more.
    private static func randomItems(_ generator: inout SeededGenerator, _ prefix: String) -> [ImpactItem] {
        func spread() -> Spread {
            Spread(
                low: FEELNumber(Int.random(in: 0...900, using: &generator)),
                central: FEELNumber(Int.random(in: 0...5000, using: &generator)),
                high: FEELNumber(Int.random(in: 0...90_000, using: &generator)))
        }
        let kinds: [ImpactItem.Kind] = [.cost, .benefit, .transfer, .displacement, .cost, .benefit]
        return kinds.prefix(Int.random(in: 2...6, using: &generator)).enumerated().map { place, kind in
            let first = Int.random(in: 1...8, using: &generator)
            return item(
                "\(prefix)-\(place)", kind, spread(), years: first...Int.random(in: first...25, using: &generator),
                fading: FEELNumber(Int.random(in: 0...30, using: &generator)),
                bearer: parties.randomElement(using: &generator), gainer: parties.randomElement(using: &generator))
        }
    }

    private static func halved(_ item: ImpactItem) -> ImpactItem {
        guard item.kind == .cost, let amount = item.amount, let half = FEELNumber("0.5") else { return item }
        return Self.item(
            item.code, .cost, amount * half, years: item.years, fading: item.fading, bearer: item.bearer)
    }

    @Test func `the sums of the parties are the balance, and half the costs never lower it`() {
        var generator = SeededGenerator(seed: 20)
        for _ in 0..<1000 {
            let reach = Spread(FEELNumber(Int.random(in: 1...5000, using: &generator)))
            let items = Self.randomItems(&generator, "i")
            let balance = Self.light([Self.line("x", items, reach: reach)])
            let sum = balance.parties.reduce(FEELNumber.zero) { $0 + $1.total }
            #expect(sum == balance.net.central)
            let cheaper = Self.light([Self.line("x", items.map(Self.halved), reach: reach)])
            #expect(cheaper.net.low >= balance.net.low && cheaper.net.central >= balance.net.central)
            #expect(cheaper.net.high >= balance.net.high)
        }
    }

    /// Without draws.
    private static func light(_ lines: [ImpactLine]) -> ImpactBalance {
        balance(
            lines,
            ImpactParameters(
                rate: 3, formerRate: nil, baseYear: nil, horizon: 20, draws: 0, seed: 1, evidence: [:], indices: [:],
                values: [:]))
    }

    @Test func `a longer horizon changes no earlier year`() throws {
        var generator = SeededGenerator(seed: 21)
        for item in (0..<200).flatMap({ _ in Self.randomItems(&generator, "i") }) {
            let short = try #require(ImpactFlow(item, evidence: "weak", Self.parameters(horizon: 4)))
            let long = try #require(ImpactFlow(item, evidence: "weak", Self.parameters(horizon: 40)))
            #expect(short.factors[.firstYear] == long.factors[.firstYear])
            #expect(short.factors[.nextYears] == long.factors[.nextYears])
            #expect(short.factors[.longRun] == nil)
            #expect(short.factor <= long.factor)
        }
    }

    @Test func `of one group only the first counts`() {
        let first = [Self.item("k", .cost, Spread(10)), Self.item("g", .benefit, Spread(100), group: "home")]
        let second = [Self.item("l", .cost, Spread(10)), Self.item("h", .benefit, Spread(100), group: "home")]
        let balance = Self.balance([
            Self.line("x", first, reach: Spread(1000)), Self.line("y", second, reach: Spread(1000)),
        ])
        #expect(balance.benefits.central == 100_000)
        #expect(balance.model.leftAside.map(\.code) == ["h"])
        #expect(balance.model.weighed.map(\.intervention) == ["x"])
    }

    @Test(arguments: [(100, 150_000), (150, 150_000), (74, 74_000 * 2), (75, 150_000)])
    func `two that have the same effect cannot have it more often than there are`(reach: Int, benefits: Int) {
        func items(_ name: String) -> [ImpactItem] {
            [
                Self.item("\(name)-cost", .cost, Spread(1)),
                Self.item("\(name)-gain", .benefit, Spread(1000), effect: Spread(.one), cap: "homes"),
            ]
        }
        let lines = ["x", "y"].map { Self.line($0, items($0), reach: Spread(FEELNumber(reach))) }
        let balance = Self.balance(lines, caps: ["homes": 150])
        #expect(balance.benefits.central == FEELNumber(benefits))
    }

    @Test func `what gets worse elsewhere is taken off`() {
        let items = [
            Self.item("k", .cost, Spread(100)), Self.item("g", .benefit, Spread(500), effect: Spread(.one)),
            Self.item("d", .displacement, Spread(low: 0, central: 100, high: 200), effect: Spread(.one)),
        ]
        let balance = Self.balance([Self.line("x", items, reach: Spread(10))])
        #expect(balance.net == Spread(low: 2000, central: 3000, high: 4000))
    }

    @Test func `draws hang on the seed and on the name of a range alone`() {
        let items = [
            Self.item("k", .cost, Spread(low: 50, central: 100, high: 300)), Self.item("g", .benefit, Spread(100)),
        ]
        let one = Self.line("x", items, reach: Spread(100))
        let draws = Self.balance([one]).draws
        #expect(draws == Self.balance([one]).draws)
        #expect(draws != Self.balance([one], Self.parameters(seed: 2)).draws)
    }

    @Test func `the first draws are these`() {
        var generator = ImpactGenerator(seed: 1, stream: "visits/effect")
        let values = (0..<1000).map { _ in generator.triangular(low: 0, central: 1, high: 4) }
        #expect(values.allSatisfy { $0 >= 0 && $0 <= 4 })
        // The mean of a triangle is the mean of its three corners.
        let mean = values.reduce(0, +) / 1000
        #expect(mean > 1.57 && mean < 1.77)
        let below = values.count { $0 < 1 }
        #expect(below > 200 && below < 300)
    }

    @Test(arguments: ["0", "1"])
    func `a range without width is drawn as it is`(seed: String) {
        var generator = ImpactGenerator(seed: UInt64(seed) ?? 0, stream: "x")
        #expect(generator.triangular(low: 3, central: 3, high: 3) == 3)
    }
}
