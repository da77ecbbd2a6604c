import RuleEngine

extension FactSheet {
    /// What the engine is told of the figures of the parts of the area, so that rules see which part differs from the whole.
    /// An area of one part has no parts to compare.
    ///
    /// - Parameter counts: whether a figure counts on the day, for a part.
    func partFacts(in ruleBase: RuleBase, where counts: (Figure, Part) -> Bool) -> [SessionInputs.InputFact] {
        let parts = parts.filter { !$0.figures.isEmpty }
        guard parts.count > 1, let template = ruleBase.template(SheetContext.partFigure) else { return [] }
        let figures = Dictionary(figures.map { ($0.indicator, $0) }) { first, _ in first }
        return parts.flatMap { part in
            part.figures.compactMap { own in
                guard let figure = figures[own.indicator], counts(figure, part) else { return nil }
                var fields: [String: ValueSet] = [
                    "value": .exactly(.number(own.value)), "name": .exactly(.string(part.name)),
                ]
                fields["residents"] = part.residents.map { .exactly(.number($0)) }
                return SessionInputs.InputFact(
                    template: SheetContext.partFigure, key: [.string(part.code), .string(own.indicator)],
                    fields: fields.filter { template.fieldIndex(of: $0.key) != nil })
            }
        }
    }
}
