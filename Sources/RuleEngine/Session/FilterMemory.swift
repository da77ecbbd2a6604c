/// What filters said of facts, so that a fact is put to each filter once until it changes, however many rules ask.
///
/// As an alpha memory of a join network (C. Forgy, "Rete: A fast algorithm for the many pattern/many object pattern match
/// problem", 1982), but filled when it is asked, and without lists of the facts that pass: what is remembered counts as
/// long as the version of the fact is the same, so that a change costs nothing here.
struct FilterMemory: Sendable {
    /// By filter and row: the version of the fact, and what the filter said of it.
    private var entries: [[Entry]]
    /// By filter and row: what the answer waits for where it is open.
    private var origins: [[Int32: [InputID]]]

    private struct Entry: Sendable {
        var version: UInt32
        /// Empty: not asked yet.
        var truth: Truth
    }

    init(filters: Int) {
        entries = Array(repeating: [], count: filters)
        origins = Array(repeating: [:], count: filters)
    }

    /// What a filter said of a fact as it is now; `nil` when it was not asked yet.
    func truth(of filter: Int, _ id: FactID, _ version: UInt32) -> Truth? {
        guard filter < entries.count, id.index < entries[filter].count else { return nil }
        let entry = entries[filter][id.index]
        return entry.version == version && !entry.truth.isEmpty ? entry.truth : nil
    }

    /// What an open answer waits for.
    func origins(of filter: Int, _ id: FactID) -> [InputID] { origins[filter][id.rawValue] ?? [] }

    mutating func remember(_ answer: Possible, of filter: Int, _ id: FactID, _ version: UInt32) {
        guard filter < entries.count else { return }
        while entries[filter].count <= id.index { entries[filter].append(Entry(version: 0, truth: [])) }
        let truth = answer.truth
        entries[filter][id.index] = Entry(version: version, truth: truth)
        if truth.contains(.true), truth != .true { origins[filter][id.rawValue] = answer.origins }
    }
}
