/// A named value that a condition reads, with the value that it has in this case.
package struct InputUse: Hashable, Sendable {
    package let slot: RecordSchema.Slot
    package let value: ValueSet
}
