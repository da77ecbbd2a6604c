import RuleEngine

extension ImpactWriter {
    /// The package and its variants beside going on as now, and how sure that is.
    var balance: [Block] {
        let weighed = package.model.weighed.count
        let onlyCosts = package.model.onlyCosts.count
        var blocks: [Block] = [
            .paragraph(say(BalanceWords.scope(weighed, onlyCosts, of: lines.count))),
            .paragraph(
                say(
                    BalanceWords.reckoning(percent(impact.parameters.rate), prices, impact.parameters.horizon)
                )),
        ]
        let variants = composer.ruleBase.vocabulary(VocabularyName.packageVariants)
        let rows =
            [row(say(BalanceWords.thePackage), package)]
            + impact.variants.map { row(variants?[$0.code].map { say($0.title) } ?? $0.code, $0.balance) }
            + [
                [.text(say(BalanceWords.asNow)), .empty] + Array(repeating: .number(.zero), count: 5) + [
                    .empty, .number(.zero),
                ]
            ]
        let balances = [package] + impact.variants.map(\.balance)
        if balances.contains(where: { $0.draws != nil || $0.otherCosts != .zero }) {
            blocks.append(.table(BalanceTables.balance(rows, language)))
        }
        if let draws = package.draws {
            let count = money(FEELNumber(draws.count))
            blocks.append(
                .paragraph(say(BalanceWords.drawn(count, money(draws.low), money(draws.high), weighedWith)))
            )
        } else {
            blocks.append(.notice(say(BalanceWords.noBalance)))
        }
        return blocks
    }

    /// What is weighed, with how good its sources are: the weakest of each.
    var weighedWith: String {
        let qualities = composer.ruleBase.vocabulary(VocabularyName.impactQualities)
        return package.model.weighed.map { line in
            let weakest = line.flows.compactMap {
                $0.item.quality.flatMap { qualities?.position(of: $0) }
            }.max()
            let words = weakest.flatMap { qualities?.codes[$0].title }.map { " (\(say($0)))" } ?? ""
            return title(of: line.intervention) + words
        }.joined(separator: "; ")
    }

    func row(_ name: String, _ balance: ImpactBalance) -> [Cell] {
        let weighed = say(
            BalanceWords.weighed(balance.model.weighed.count, of: balance.model.lines.count))
        guard let draws = balance.draws else {
            return [.text(name), .text(weighed)] + Array(repeating: .empty, count: 6)
                + [.number(balance.otherCosts.central)]
        }
        let net = balance.net
        return [
            .text(name), .text(weighed), .number(balance.costs.central),
            .number(balance.benefits.central),
            .number(net.low), .number(net.central), .number(net.high), .text(chance(draws)),
            .number(balance.otherCosts.central),
        ]
    }

    /// "62 %"; never 0 or 100, as draws are no certainty.
    func chance(_ draws: ImpactModel.Draws) -> String {
        let percent = (draws.positive * 100 + draws.count / 2) / draws.count
        if percent < 1 { return say(BalanceWords.lessThanOne) }
        return percent > 99 ? say(BalanceWords.moreThanNinetyNine) : "\(percent) %"
    }

    var prices: String { impact.parameters.baseYear.map(String.init) ?? "?" }
}
