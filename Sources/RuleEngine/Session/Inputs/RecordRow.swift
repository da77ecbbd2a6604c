/// What is known of the values of one record, numbered as in its schema: a session runs on it without looking up a name.
///
///     var row = RecordRow(network)
///     row[17] = .exactly(.number(3))
///     let session = Session(network, SessionInputs(date: date, record: row))
package struct RecordRow: Sendable {
    let network: Network
    /// What is known of each value.
    private(set) var slots: [UncertainValue]
    /// The same as plain bits.
    private(set) var cells: [Cell]
    private var isGiven: [Bool]

    /// A record of which nothing is known.
    package init(_ network: Network) {
        self.network = network
        slots = network.unknownSlots
        cells = Array(network.unknownCells[..<slots.count])
        isGiven = Array(repeating: false, count: slots.count)
    }

    /// What is given of a value; `nil` where nothing is.
    ///
    /// - Parameter slot: the number of the value in the schema of the record.
    package subscript(slot: Int) -> ValueSet? {
        get { isGiven[slot] ? slots[slot].set : nil }
        set {
            isGiven[slot] = newValue != nil
            slots[slot] = newValue.map { UncertainValue($0, ofSlot: slot) } ?? network.unknownSlots[slot]
            cells[slot] = newValue.map { Cell($0) } ?? network.unknownCells[slot]
        }
    }

    /// What is given of a named value; `nil` where nothing is.
    package subscript(slot: RecordSchema.Slot) -> ValueSet? {
        network.ruleBase.record.index(of: slot).flatMap { self[$0] }
    }

    /// Makes a named value unknown.
    mutating func forget(_ slot: RecordSchema.Slot) {
        if let index = network.ruleBase.record.index(of: slot) { self[index] = nil }
    }

    /// All that is given, by name.
    var named: [(slot: RecordSchema.Slot, set: ValueSet)] {
        slots.indices.compactMap { index in self[index].map { (network.ruleBase.record.slots[index], $0) } }
    }
}
