import RuleEngine

extension ImpactWriter {
    /// Who pays and who gains, in each period.
    var parties: [Block] {
        guard !package.parties.isEmpty else { return [] }
        var rows = package.parties.map { party -> [Cell] in
            let name = say(composer.labels.title(party.code, in: VocabularyName.impactParties))
            return [.text(name)] + ImpactPeriod.allCases.map { .number(party.periods[$0] ?? .zero) }
                + [.number(party.total), .number(party.beside)]
        }
        let sums = ImpactPeriod.allCases.map { period in
            package.parties.reduce(FEELNumber.zero) { $0 + ($1.periods[period] ?? .zero) }
        }
        rows.append(
            [.text(say(BalanceWords.together))] + sums.map { .number($0) }
                + [
                    .number(package.parties.reduce(.zero) { $0 + $1.total }),
                    .number(package.parties.reduce(.zero) { $0 + $1.beside }),
                ])
        return [.heading(say(BalanceWords.whoPays)), .table(BalanceTables.parties(rows, language))]
    }
}
