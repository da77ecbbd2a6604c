/// A named value that a condition reads, with the value that it has in this case, and where that comes from.
///
/// Two of the same name and value are the same, wherever they come from.
public struct InputUse: Hashable, Sendable {
    /// The name, as conditions write it: `slot.path`.
    public let slot: RecordSchema.Slot
    /// What it can still be; `anything` where nothing is known.
    public let value: ValueSet
    /// Where it comes from, as it was given with the input; `nil` where nothing was.
    public let origin: (any InputOrigin)?

    /// The same name and the same value.
    public static func == (left: InputUse, right: InputUse) -> Bool {
        left.slot == right.slot && left.value == right.value
    }

    /// By the name and the value.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(slot)
        hasher.combine(value)
    }
}
