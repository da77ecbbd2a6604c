extension RecordColumns {
    /// One record as the inputs of a session over the network that has its schema. Values keep their numbers, so that the
    /// session looks up no name.
    public func inputs(of row: Int, for network: Network, on date: FEELDate) -> SessionInputs {
        SessionInputs(date: date, record: recordRow(row, of: network))
    }

    /// One record as the row of a session.
    package func recordRow(_ row: Int, of network: Network) -> RecordRow {
        var result = RecordRow(network)
        for slot in record.slots.indices {
            let set = value(slot, of: row)
            if set.isExact { result[slot] = set }
        }
        return result
    }
}
