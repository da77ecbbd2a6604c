package import RuleEngine

extension AreaSession {
    /// How changes of figures and answers are measured: relative to the figure of the country, in steps of the last
    /// decimal that the sheet writes, at most a tenth for percentages.
    ///
    /// Figures of the municipality and the country, places among all districts, trends and years are no part of the area
    /// and stay as they are.
    package var scale: InputScale {
        let naming = Naming(ruleBase)
        var spreads: [RecordSchema.Slot: FEELNumber] = [:]
        var steps: [RecordSchema.Slot: FEELNumber] = [:]
        var fixed: Set<RecordSchema.Slot> = []
        let perspectives = Set(ruleBase.codes(of: VocabularyName.perspectives).map(\.code))
        for slot in ruleBase.record.slots {
            if let context = slot.context {
                if !perspectives.contains(context) { fixed.insert(slot) }
                continue
            }
            let country = RecordSchema.Slot(context: SheetContext.country, name: slot.name)
            if case .number(let number) = session.value(of: country)?.set.exactValue, !number.isZero {
                spreads[slot] = number.magnitude
            }
            if case .number(let number) = session.value(of: slot)?.set.exactValue, naming.unit(of: slot) == "%",
                number.rounded(toScale: 1, rule: .halfEven) == number
            {
                steps[slot] = FEELNumber("0.1")
            }
        }
        return InputScale(spreads: spreads, steps: steps, fixedSlots: fixed)
    }
}
