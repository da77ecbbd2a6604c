extension Session {
    /// All that the session is told. Setting it updates what depends on the differences.
    ///
    /// Another date, or other decisions of people, run all rules anew.
    public var inputs: SessionInputs {
        get { given }
        set { update(to: newValue) }
    }

    /// Gives a value of the record; `nil` makes it unknown. Names that the record does not have are kept and mean
    /// nothing.
    public mutating func set(_ slot: RecordSchema.Slot, to set: ValueSet?) {
        given.set(slot, to: set)
        guard let index = ruleBase.record.index(of: slot) else { return }
        guard !isCutShort else { return run() }
        update(slot: index)
        propagate()
    }

    /// Enters a fact from outside, or replaces the one with the same key. A fact that rules could conclude is from then
    /// on as it is given.
    public mutating func assert(_ fact: SessionInputs.InputFact) {
        if let position = given.facts.firstIndex(where: { $0.template == fact.template && $0.key == fact.key }) {
            given.facts[position] = fact
        } else {
            given.facts.append(fact)
        }
        refreshFact(fact.template, fact.key)
    }

    /// Takes a fact from outside away again. What its template says of facts that are not listed then holds of it.
    public mutating func retract(_ finding: FindingID) {
        guard let (_, key) = ruleBase.key(of: finding) else { return }
        given.facts.removeAll { $0.template == finding.template && $0.key == key }
        refreshFact(finding.template, key)
    }

    private mutating func refreshFact(_ name: String, _ key: [FEELValue]) {
        guard ruleBase.concludedTemplate(name) == nil else { return run() }
        guard let template = ruleBase.templateIndex(name), ruleBase.templates[template].isInput else { return }
        guard !isCutShort, faults.isEmpty else { return run() }
        if key.count == 1, let row = network.rows.row(template: template, key: key[0]) {
            if let fact = given.facts.first(where: { $0.template == name && $0.key == key }) {
                enter(fact, at: FactID(row))
            } else {
                enterUnlisted(FactID(row))
            }
        } else {
            readFacts(of: template)
        }
        propagate()
    }

    private mutating func update(slot index: Int) {
        if enterSlot(index) { wakeReaders(ofSlot: index) }
    }

    /// Wakes the rules that read a value of the record.
    mutating func wakeReaders(ofSlot index: Int) {
        for position in network.slotReaders.range(of: index) { wake(Int(network.slotReaders.items[position])) }
    }

    private mutating func update(to inputs: SessionInputs) {
        let before = given
        given = inputs
        let needsRun =
            isCutShort || !faults.isEmpty || before.date.ordering(to: inputs.date) != .equal
            || before.overrules != inputs.overrules
            || before.assumptions(in: ruleBase) != inputs.assumptions(in: ruleBase)
        guard !needsRun else { return run() }
        if !before.values.isSame(as: inputs.values) || before.record != nil || inputs.record != nil {
            for index in ruleBase.record.slots.indices { update(slot: index) }
        }
        for (index, template) in ruleBase.templates.enumerated() where template.isInput {
            let name = template.name
            let isSame =
                before.completeness[name] == inputs.completeness[name]
                && before.facts.lazy.filter { $0.template == name }.elementsEqual(
                    inputs.facts.lazy.filter { $0.template == name })
            if !isSame { readFacts(of: index) }
        }
        propagate()
    }
}
