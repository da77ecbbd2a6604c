import RuleEngine
import Testing

@testable import Analyst

/// The amounts of the rules: each stands in the finding that it names.
@Suite struct ShippedImpactTests {
    private let ruleBase: RuleBase
    private let items: [ImpactItem]

    init() throws {
        ruleBase = try Project.rules.get().ruleBase
        items = ImpactItem.all(ruleBase)
    }

    private func codes(_ vocabulary: String) -> [Vocabulary.Term] { ruleBase.vocabulary(vocabulary)?.codes ?? [] }

    private func statement(_ id: String) -> String? {
        ruleBase.publications.lazy.compactMap { $0.finding(id)?.statement.nl }.first
    }

    /// Of the finding, and of those that the remark names.
    private func statements(_ item: ImpactItem) -> String {
        let named = (item.remark?.nl ?? "").split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
        return ([item.source].compactMap { $0 } + named).compactMap { statement($0) }.joined(separator: " ")
    }

    private func parameters(_ day: String) throws -> ImpactParameters {
        let date = try #require(FEELDate(day))
        return try #require(ImpactParameters(ruleBase, on: date))
    }

    @Test func `all items are read, and every intervention has one`() {
        #expect(items.map(\.code) == codes(VocabularyName.impactItems).map(\.code) && !items.isEmpty)
        let without = codes(VocabularyName.interventions).map(\.code).filter { code in
            !items.contains { $0.intervention == code }
        }
        #expect(without == [])
    }

    @Test func `an amount stands in the finding that it names`() {
        let priced = items.filter { $0.amount != nil || $0.effect != nil }
        #expect(priced.count > 30)
        for item in priced {
            let text = statements(item)
            let numbers = [item.amount, item.effect].compactMap { $0 }.flatMap { [$0.low, $0.central, $0.high] }
            for number in numbers {
                #expect(text.contains(NumberText.text(of: number, in: .nl)), "\(item.code): \(number)")
            }
            if let year = item.priceYear { #expect(text.contains("\(year)"), "\(item.code): \(year)") }
        }
    }

    @Test func `who pays and who gains is told, or why there is no price`() {
        for item in items {
            let (pays, gains) = (item.bearer != nil, item.gainer != nil)
            switch item.kind {
            case .cost, .displacement: #expect(pays && !gains && item.amount != nil, "\(item.code)")
            case .benefit: #expect(gains && !pays && item.amount != nil, "\(item.code)")
            case .transfer: #expect(pays && gains && item.gainer != item.bearer, "\(item.code)")
            case .memo: #expect(!pays && !gains && item.remark != nil, "\(item.code)")
            }
            if item.kind != .memo { #expect(item.source != nil && item.quality != nil, "\(item.code)") }
        }
    }

    @Test func `ranges are written in order`() {
        for term in codes(VocabularyName.impactItems) + codes(VocabularyName.effectRanges) {
            for prefix in ["", "effect_"] {
                let written = ["low", "central", "high"].compactMap { term.decimal(prefix + $0) }
                #expect(written == written.sorted(), "\(term.code)")
            }
        }
    }

    @Test(arguments: [("2020-03-31", "3"), ("2020-12-31", "3"), ("2021-01-01", "2.25"), ("2026-11-01", "2.25")])
    func `the rate is that of the day`(day: String, rate: String) throws {
        #expect(try parameters(day).rate == FEELNumber(rate))
    }

    @Test func `amounts are brought to the prices of the last full year, and no further`() throws {
        let now = try parameters("2026-11-01")
        #expect(now.baseYear == 2025)
        #expect(now.inBasePrices(Spread(100), of: 2020)?.rounded(toScale: 0) == Spread(125))
        #expect(now.inBasePrices(Spread(100), of: 2026) == nil)
        let early = try #require(FEELDate("2008-12-31"))
        #expect(ImpactParameters(ruleBase, on: early) == nil)
    }

    @Test func `a share of reach is a range for all that name one`() throws {
        let parameters = try parameters("2026-11-01")
        let named = codes(VocabularyName.impactScope).compactMap { $0.string("share") }
        #expect(!named.isEmpty && named.allSatisfy { parameters.share($0)?.isExact == false })
    }
}
