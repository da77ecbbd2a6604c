import RuleEngine

/// Where a sheet has a named value from, or why it gives none. It goes into the engine with the value and comes back with
/// explanations.
package enum SheetOrigin: InputOrigin {
    /// A figure with its year and kind, and the table that it was published in.
    case figure(FactSheet.Figure, FactSheet.Source?)
    /// What a group answered, when and how.
    case answer(Answer)
    /// A figure that is left out.
    case omitted(SheetInputs.Omission)
    /// The sheet does not have the figure.
    case absent

    /// The year that a figure is about.
    package var year: Int? {
        if case .figure(let figure, _) = self { figure.year } else { nil }
    }

    /// Of each figure and benchmark that rules may read, and of each answer that counts on a day.
    static func all(
        of sheet: FactSheet, on date: FEELDate, _ omissions: [String: SheetInputs.Omission], in ruleBase: RuleBase
    ) -> [RecordSchema.Slot: any InputOrigin] {
        let figures = Dictionary(sheet.figures.map { ($0.indicator, $0) }, uniquingKeysWith: { first, _ in first })
        var result: [RecordSchema.Slot: any InputOrigin] = [:]
        for slot in ruleBase.record.slots where ruleBase.isFigure(slot) {
            if let figure = figures[slot.name] {
                result[slot] =
                    omissions[slot.name].map { SheetOrigin.omitted($0) }
                    ?? .figure(figure, figure.source.flatMap { sheet.source($0) })
            } else {
                result[slot] = SheetOrigin.absent
            }
        }
        for (slot, answers) in Dictionary(grouping: sheet.countedAnswers(on: date), by: \.slot) {
            result[slot] = deciding(answers).map { SheetOrigin.answer($0) }
        }
        return result
    }

    /// Of several answers of one day in one voice the one that counts: yes, else the last that tells something.
    private static func deciding(_ answers: [Answer]) -> Answer? {
        answers.first { $0.value == .yes } ?? answers.last { $0.value != .unknown } ?? answers.last
    }
}
