import RuleEngine

extension ImpactWriter {
    /// Which uncertainty changes the balance most.
    var swings: [Block] {
        var rows = package.model.swings.prefix(Self.toldSwings).map { swing -> [Cell] in
            [
                .text(text(of: swing.subject)), .number(swing.atLow), .number(swing.atHigh),
                .number(swing.width),
            ]
        }
        guard !rows.isEmpty || package.draws != nil else { return [] }
        if let former = impact.parameters.formerRate, let balance = package.model.atFormerRate {
            let rates = say(BalanceWords.rates(percent(former), percent(impact.parameters.rate)))
            let now = package.net.central
            rows.append([
                .text(rates), .number(balance), .number(now), .number((balance - now).magnitude),
            ])
        }
        return [.heading(say(BalanceWords.whatMatters)), .table(BalanceTables.swings(rows, language))]
    }

    static let toldSwings = 3

    func text(of subject: ImpactModel.Swing.Subject) -> String {
        switch subject {
        case .reach(let intervention): say(BalanceWords.reachOf(title(of: intervention)))
        case .amount(let item):
            say(BalanceWords.amountOf(title(of: item.intervention), say(item.title)))
        case .effect(let item):
            say(BalanceWords.effectOf(title(of: item.intervention), say(item.title)))
        }
    }
}
