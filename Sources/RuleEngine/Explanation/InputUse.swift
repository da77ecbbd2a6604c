/// A named value that a condition reads, with the value that it has in this case.
public struct InputUse: Hashable, Sendable {
    /// The name, as conditions write it: `slot.path`.
    public let slot: RecordSchema.Slot
    /// What it can still be; `anything` where nothing is known.
    public let value: ValueSet
}
