extension Session {
    /// What changed about a fact.
    struct FactChange {
        /// The fact came or went.
        var isPresence = false
        /// Its certainty changed, or the inputs that it waits for.
        var isState = false
        /// The fields whose value changed.
        var fields = FieldSet()
        /// The version of the fact before the change.
        var version: UInt32 = 0
    }

    /// Wakes the rules that read what changed about a fact. A rule that reads a field only in a filter wakes only when
    /// the answer of the filter changed.
    mutating func wakeReaders(of id: FactID, _ change: FactChange) {
        var answers: [FilterAnswer] = []
        if id.index < network.rows.count {
            for index in network.readers.range(ofRow: id.index) {
                wake(network.readers.ofRows[index], by: id, change, &answers)
            }
        } else {
            for index in network.readers.range(ofTemplate: table.template(of: id)) {
                wake(network.readers.ofTemplates[index], by: id, change, &answers)
            }
        }
    }

    /// Whether the answer of a filter about a changed fact is the same as before.
    private struct FilterAnswer {
        let filter: Int32
        let isSame: Bool
    }

    private mutating func wake(
        _ reader: FactReaders.Reader, by id: FactID, _ change: FactChange, _ answers: inout [FilterAnswer]
    ) {
        let rule = Int(reader.rule)
        guard runs(rule: rule) else { return }
        if reader.isRemote, let ground = network.grounds[rule], !ground.templates.contains(where: table.hasUnfixed) {
            return
        }
        let isRead =
            change.isPresence || reader.fields.meets(change.fields)
            || reader.filtered.meets(change.fields) && filterAnswerChanged(reader, of: id, change, &answers)
        guard isRead || change.isState else { return }
        agenda.insert(network.stratumOfRule[rule])
        if network.keepsWays[rule] { changes[rule].note(id, isStateOnly: !isRead) }
    }

    /// Whether one of the filters of a rule answers differently now that a fact changed.
    private mutating func filterAnswerChanged(
        _ reader: FactReaders.Reader, of id: FactID, _ change: FactChange, _ answers: inout [FilterAnswer]
    ) -> Bool {
        for index in network.readers.filters.range(of: Int(reader.filters)) {
            let filter = network.readers.filters.items[index]
            if let known = answers.first(where: { $0.filter == filter }) {
                if known.isSame { continue }
                return true
            }
            let isSame = isUnchanged(filter: Int(filter), of: id, since: change.version)
            answers.append(FilterAnswer(filter: filter, isSame: isSame))
            if !isSame { return true }
        }
        return false
    }

    /// Whether a filter answers the same about a fact as about an earlier version; `false` where the earlier answer is
    /// not remembered.
    private mutating func isUnchanged(filter number: Int, of id: FactID, since version: UInt32) -> Bool {
        guard let before = memory.filters.truth(of: number, id, version) else { return false }
        let origins = memory.filters.origins(of: number, id)
        let (filter, variable, _) = network.filters[number]
        var scope = self.scope
        scope.bind(variable, .fact(id))
        let (truth, now) = memory.truth(of: filter, number, id, in: scope, evaluator)
        return truth == before && (!truth.contains(.true) || truth == .true || now == origins)
    }

    /// The part of a fact that rules can see, kept to find out what changed.
    struct State {
        let isPresent: Bool
        let isCertain: Bool
        let origins: [InputID]
        let fields: [UncertainValue]
        let version: UInt32

        init(_ fact: Fact) {
            isPresent = fact.isPresent
            isCertain = fact.isCertain
            origins = fact.origins
            fields = fact.fields
            version = fact.version
        }

        /// What changed since an earlier state.
        func change(since before: State) -> FactChange {
            var change = FactChange(version: before.version)
            change.isPresence = isPresent != before.isPresent || fields.count != before.fields.count
            change.isState = isCertain != before.isCertain || origins != before.origins
            guard !change.isPresence else { return change }
            for (index, value) in fields.enumerated() where value != before.fields[index] {
                change.fields.insert(index)
            }
            return change
        }
    }

    /// Wakes the rules that read what changed about a fact.
    mutating func wakeReaders(of id: FactID, since before: State) {
        let change = State(table[id]).change(since: before)
        if change.isPresence || change.isState || !change.fields.isEmpty { wakeReaders(of: id, change) }
    }
}
