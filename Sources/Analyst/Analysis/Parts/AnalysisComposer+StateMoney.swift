import RuleEngine

extension AnalysisComposer {
    /// What the State and others add by programmes that the area belongs to on the day.
    func stateBlocks() -> [AnalysisDocument.Block] {
        let schemes = ruleBase.vocabulary(VocabularyName.impactSchemes)?.codes ?? []
        let rows = sheet.memberships(on: area.date).compactMap {
            membership -> [AnalysisDocument.Table.Cell]? in
            let average = schemes.first { $0.string("programme") == membership.programme }
            guard !membership.money.isEmpty || average != nil else { return nil }
            let title = say(labels.title(membership.programme, in: VocabularyName.programmes))
            let remarks = [
                membership.area.map(say), membership.note.map(say),
                membership.money.isEmpty ? average?.text("note").map(say) : nil,
            ].compactMap { $0 }
            return [
                .text(title), .text(amounts(membership.money) ?? average.map { say($0.title) } ?? ""),
                .text(remarks.joined(separator: "; ")),
            ]
        }
        let heading: [AnalysisDocument.Block] = [.heading(say(BalanceWords.stateMoney))]
        guard !rows.isEmpty else { return heading + [.paragraph(say(BalanceWords.noStateMoney))] }
        return heading + [.table(BalanceTables.state(rows, language))]
    }
}
