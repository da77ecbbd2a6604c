extension Session {
    /// Gives numbers of the record, some of which may be the same as before: one record of many takes the place of
    /// another, and only what differs between the two is worked out anew.
    ///
    /// The session says what a new one on the same inputs says. Values that are not listed stay as they are.
    ///
    /// - Parameters:
    ///   - numbers: `nil` makes a value unknown.
    ///   - numbered: the numbers of the values in the schema of the record, each once.
    package mutating func update(_ numbers: [FEELNumber?], at numbered: [Int]) {
        // What inputs name goes before what a row numbers, so that all of them come into the row.
        if given.record?.network !== network || !given.values.isEmpty {
            var row = RecordRow(network)
            for (slot, set) in (given.record?.named ?? []) + given.values.map({ ($0, $1) }) {
                if let index = ruleBase.record.index(of: slot) { row[index] = set }
            }
            given.record = row
            given.values = [:]
        }
        given.origins = [:]
        for (position, index) in numbered.enumerated() {
            let number = numbers[position]
            let cell = number.map { Cell($0) } ?? network.unknownCells[index]
            if cell.isSameNumber(as: cells[index]) { continue }
            given.record?[index] = number.map { .exactly(.number($0)) }
            if enterSlot(index) { wakeReaders(ofSlot: index) }
        }
        if isCutShort { run() } else { propagate() }
    }
}
