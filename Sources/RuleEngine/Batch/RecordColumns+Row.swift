extension RecordColumns {
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
