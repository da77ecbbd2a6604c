package import RuleEngine

extension FactSheet {
    /// The perspectives that were heard: first those that the sheet lists, then those that answered, each in its order.
    ///
    /// Registered figures are no voice. "Don't know" is an answer, but nobody is heard by it; an answer to a question that
    /// the rules do not know does not count either, nor one that was given after the day.
    package func heardPerspectives(in ruleBase: RuleBase, on date: FEELDate) -> [String] {
        let answering = answers(until: date).filter { answer in
            answer.perspective != SheetContext.registered && answer.value != .unknown
                && ruleBase.record.index(of: answer.slot) != nil
        }
        var seen: Set<String> = []
        return (voices.map(\.perspective) + answering.map(\.perspective)).filter { seen.insert($0).inserted }
    }
}

extension Answer {
    /// The named value that the answer is about.
    package var slot: RecordSchema.Slot {
        RecordSchema.Slot(context: perspective == SheetContext.registered ? nil : perspective, name: question)
    }
}

extension RuleBase {
    /// Whether an answer tells something of a named value. "Not applicable" does only where the vocabulary says so and null
    /// is among the values that the rules reckon with; elsewhere a finding could hold although it was refuted.
    package func admits(_ value: Answer.Value, to slot: RecordSchema.Slot) -> Bool {
        guard let index = record.index(of: slot) else { return false }
        return value != .notApplicable || (allowsNotApplicable(slot) && record.domains[index].contains(.null))
    }

    /// Whether the vocabulary lets people answer "not applicable": the attribute `not_applicable` of the question.
    package func allowsNotApplicable(_ slot: RecordSchema.Slot) -> Bool {
        Naming(self).code(of: slot)?.value("not_applicable") == .boolean(true)
    }
}
