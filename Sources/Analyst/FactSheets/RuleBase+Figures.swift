package import RuleEngine

extension RuleBase {
    /// Whether a slot is a figure of the area or a benchmark of one, not an answer of a voice.
    package func isFigure(_ slot: RecordSchema.Slot) -> Bool {
        guard let context = slot.context else { return true }
        return record.context(named: context)?.vocabulary == record.vocabulary
    }
}
