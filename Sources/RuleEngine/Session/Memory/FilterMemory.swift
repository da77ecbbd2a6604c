/// What filters said of facts, so that a fact is put to each filter once until it changes, however many rules ask.
///
/// As an alpha memory of a join network (C. Forgy, "Rete: A fast algorithm for the many pattern/many object pattern
/// match problem", 1982), but filled when it is asked, and without lists of the facts that pass: what is remembered
/// counts as long as the version of the fact is the same, so that a change costs nothing here.
struct FilterMemory: Sendable {
    /// By filter and row, from the first row of its template, as far as facts were put to the filter.
    private var entries: [[Entry]]
    private let firstRows: [Int]

    private struct Entry: Sendable {
        var version: UInt32
        /// Empty: not asked yet.
        var truth: Ternary
        /// What the answer waits for where it is open.
        var origins: [InputID]
    }

    /// - Parameter firstRows: by filter, the first fixed row of the template that it is about.
    init(firstRows: [Int]) {
        self.firstRows = firstRows
        entries = Array(repeating: [], count: firstRows.count)
    }

    /// What a filter said of a fact as it is now; `nil` when it was not asked yet.
    func truth(of filter: Int, _ id: FactID, _ version: UInt32) -> Ternary? {
        guard filter < entries.count else { return nil }
        let index = id.index - firstRows[filter]
        guard index < entries[filter].count else { return nil }
        let (known, truth) = (entries[filter][index].version, entries[filter][index].truth)
        return known == version && !truth.isEmpty ? truth : nil
    }

    /// What an open answer waits for.
    func origins(of filter: Int, _ id: FactID) -> [InputID] { entries[filter][id.index - firstRows[filter]].origins }

    mutating func remember(_ answer: UncertainValue, of filter: Int, _ id: FactID, _ version: UInt32) {
        guard filter < entries.count else { return }
        let index = id.index - firstRows[filter]
        if index >= entries[filter].count {
            let missing = max(index + 1, entries[filter].count * 2, 16) - entries[filter].count
            entries[filter] += repeatElement(Entry(version: 0, truth: [], origins: []), count: missing)
        }
        let truth = answer.truth
        let isOpen = truth.contains(.true) && truth != .true
        entries[filter][index] = Entry(version: version, truth: truth, origins: isOpen ? answer.origins : [])
    }
}
