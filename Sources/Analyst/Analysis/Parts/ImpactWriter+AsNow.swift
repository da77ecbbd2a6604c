import RuleEngine

extension ImpactWriter {
    /// What goes on with and without the package.
    var asNow: [Block] {
        let running = composer.choices.package.running.map(\.effort)
        guard !running.isEmpty else {
            return [.heading(say(BalanceWords.asNow)), .paragraph(say(BalanceWords.nothingRuns))]
        }
        let lines = running.map { effort in
            let name = effort.name.map(say) ?? effort.intervention.map { title(of: $0) } ?? effort.code
            return "\(name): \(composer.amounts(effort.money) ?? say(BalanceWords.noMoneyTold))"
        }
        return [
            .heading(say(BalanceWords.asNow)), .paragraph(say(BalanceWords.runsAnyway)), .list(lines),
        ]
    }
}
