import RuleEngine

extension ImpactWriter {
    /// Each intervention for one unit: costs, benefits, and what it takes to break even.
    var interventions: [Block] {
        let told = lines.filter { !$0.flows.isEmpty || $0.breakEven != nil }
        let rows = told.map { line -> [Cell] in
            [
                .text(title(of: line.intervention)),
                .text(line.reach.unit.map { unit($0) } ?? say(BalanceWords.noUnit)),
                .text(text(of: line.reach)), .text(costs(of: line)), .text(range(line.benefits)),
                .text(line.breakEven.map { text(of: $0) } ?? say(BalanceWords.nothingPriced)),
            ]
        }
        let silent = lines.filter { line in !told.contains { $0.intervention == line.intervention } }
            .map { title(of: $0.intervention) }
        return [.heading(say(BalanceWords.perUnit))]
            + (rows.isEmpty ? [] : [.table(BalanceTables.interventions(rows, language))])
            + (silent.isEmpty
                ? [] : [.paragraph(say(BalanceWords.withoutAmount(silent.joined(separator: "; "))))])
    }

    func range(_ spread: Spread?) -> String {
        spread.map { text(of: $0.rounded(toScale: 0)) } ?? say(BalanceWords.notPriced)
    }

    /// The costs, and what only changes hands.
    func costs(of line: ImpactLine) -> String {
        guard let transfers = line.transfers else { return range(line.costs) }
        let moved = say(BalanceWords.transfer(range(transfers)))
        return line.costs == nil ? moved : "\(range(line.costs)); \(moved)"
    }

    /// "1.000", "2.000 (900 tot 4.000)"
    func text(of spread: Spread) -> String {
        let central = money(spread.central)
        return spread.isExact
            ? central : "\(central) (\(say(BalanceWords.between(money(spread.low), money(spread.high)))))"
    }

    func text(of reach: ImpactReach) -> String {
        guard let count = reach.count, let origin = reach.origin else {
            return say(BalanceWords.notKnown)
        }
        let units = text(of: count)
        switch origin {
        case .sheet: return "\(units) (\(say(BalanceWords.fromSheet)))"
        case .fixed: return units
        case .share(let figure): return "\(units); \(say(BalanceWords.assumed(indicator(figure))))"
        case .cappedSheet(let figure): return "\(units); \(say(BalanceWords.capped(indicator(figure))))"
        }
    }

    func text(of breakEven: BreakEven) -> String {
        func whole(_ number: FEELNumber) -> String {
            money(number.rounded(toScale: 0, rule: .ceiling) ?? number)
        }
        switch breakEven {
        case .timesCentral(let times):
            let shown = NumberText.text(
                of: times.rounded(toScale: 2, rule: .ceiling) ?? times, in: language)
            return say(BalanceWords.timesCentral(shown))
        case .share(let share, let item):
            let shown = (share * 100).rounded(toScale: 1, rule: .ceiling) ?? share
            let percent = NumberText.text(of: shown, in: language)
            return say(
                share > .one
                    ? BalanceWords.moreThanAll(percent, say(item.title))
                    : BalanceWords.share(percent, say(item.title)))
        case .worth(let worth, let item): return say(BalanceWords.worth(say(item.title), whole(worth)))
        case .gain(let gain): return say(BalanceWords.gain(whole(gain)))
        case .mostCost(let cost):
            return say(BalanceWords.mostCost(money(cost.rounded(toScale: 0, rule: .floor) ?? cost)))
        }
    }
}
