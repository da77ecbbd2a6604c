/// How changes of inputs are measured, and which inputs may be changed at all.
package struct InputScale: Sendable {
    /// What one unit of change is, by named value: the spread of that value over the cases that there are. Without it a
    /// change counts relative to the range that the type allows, or to the value itself.
    package var spreads: [RecordSchema.Slot: FEELNumber]
    /// The smallest difference that is written, by named value; without it the last decimal of the value.
    package var steps: [RecordSchema.Slot: FEELNumber]
    /// Named values that stay as they are.
    package var fixedSlots: Set<RecordSchema.Slot>
    /// Templates of which facts stay as they are.
    package var fixedTemplates: Set<String>

    package init(
        spreads: [RecordSchema.Slot: FEELNumber] = [:], steps: [RecordSchema.Slot: FEELNumber] = [:],
        fixedSlots: Set<RecordSchema.Slot> = [], fixedTemplates: Set<String> = []
    ) {
        self.spreads = spreads
        self.steps = steps
        self.fixedSlots = fixedSlots
        self.fixedTemplates = fixedTemplates
    }

    /// The step of a value: a power of ten, at most one.
    func step(of slot: RecordSchema.Slot, from value: FEELNumber?) -> FEELNumber {
        if let step = steps[slot], !step.isZero, !step.isNegative { return step }
        guard let value, value.exponent < 0 else { return .one }
        return FEELNumber(coefficient: 1, exponent: value.exponent)
    }

    /// How large a change is: a distance in spreads for a number, one for everything else, nothing for what was not known.
    func size(of change: InputChange, in session: Session) -> FEELNumber {
        guard case .value(let slot, let value) = change else {
            guard case .unknown = change else { return .one }
            return .zero
        }
        guard let old = session.value(of: slot)?.set.exactValue else { return .zero }
        guard case .number(let from) = old, case .number(let to) = value, let way = to.subtracting(from) else {
            return .one
        }
        return way.magnitude.divided(by: spread(of: slot, around: from, in: session)) ?? .one
    }

    private func spread(of slot: RecordSchema.Slot, around value: FEELNumber, in session: Session) -> FEELNumber {
        if let spread = spreads[slot], !spread.isZero { return spread.magnitude }
        if let index = session.ruleBase.record.index(of: slot),
            case .numbers(let interval, _) = session.ruleBase.record.domains[index],
            let low = interval.low, let high = interval.high, let width = high.subtracting(low), !width.isZero
        {
            return width
        }
        return value.isZero ? .one : value.magnitude
    }
}
