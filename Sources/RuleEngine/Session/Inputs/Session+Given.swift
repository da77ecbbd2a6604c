extension Session {
    /// Enters all that the inputs give.
    mutating func readGiven() {
        let date = given.date
        isValid = considered ?? []
        if network.hasValidity {
            isValid = network.ruleBase.rules.enumerated().map { index, rule in
                considered?[index] != false && rule.validity.contains(date)
            }
        }
        evaluator = FEELEvaluator(timeZones: timeZones, now: FEELDateTime(date), extensions: Self.extensions)
        overrules = Overrules(given, network.ruleBase)
        inputReferences = network.inputs.references
        inputNumbers = [:]
        readRecord()
        let parameters = network.ruleBase.parameters.indices.map { network.value(ofParameter: $0, on: date) }
        for (position, parameter) in parameters.enumerated() { cells[slots.count + position] = Cell(parameter.set) }
        others = parameters.isEmpty ? network.constants : parameters + network.constants
        for (index, template) in ruleBase.templates.enumerated() where template.isInput { readFacts(of: index) }
        addOverrules()
        addAssumptions()
    }

    private static let extensions = [RuleFunctions.known: Builtin.known]

    /// Fills in the values of the record: those by number, and then those by name.
    private mutating func readRecord() {
        cells = network.unknownCells
        if let record = given.record, record.network === network {
            slots = record.slots
            cells.replaceSubrange(slots.indices, with: record.cells)
        } else {
            slots = network.unknownSlots
            for (slot, set) in given.record?.named ?? [] { enter(set, at: slot) }
        }
        for (slot, set) in given.values { enter(set, at: slot) }
    }

    private mutating func enter(_ set: ValueSet, at slot: RecordSchema.Slot) {
        guard let index = network.ruleBase.record.index(of: slot) else { return }
        slots[index] = UncertainValue(set, ofSlot: index)
        cells[index] = Cell(set)
    }

    /// Enters again what the inputs give of a value of the record.
    ///
    /// - Returns: whether that is new.
    mutating func enterSlot(_ index: Int) -> Bool {
        // By number where nothing is named, so that many records in one session look up no name.
        let set =
            given.values.isEmpty && given.record?.network === network
            ? given.record?[index] : given.value(of: network.ruleBase.record.slots[index])
        let value = set.map { UncertainValue($0, ofSlot: index) } ?? network.unknownSlots[index]
        guard value != slots[index] else { return false }
        slots[index] = value
        cells[index] = set.map { Cell($0) } ?? network.unknownCells[index]
        return true
    }

    /// The number of an input that came with a fact.
    mutating func number(of reference: InputReference) -> InputID {
        if let number = inputNumbers[reference] { return number }
        let number = InputID(Int32(inputReferences.count))
        inputReferences.append(reference)
        inputNumbers[reference] = number
        return number
    }

    // MARK: Facts from outside

    /// Enters the facts of a template that the inputs list, and those that they leave possible.
    mutating func readFacts(of index: Int) {
        let template = ruleBase.templates[index]
        var listed: Set<FactID> = []
        for input in given.facts where input.template == template.name {
            guard input.key.count == template.key.count else {
                faults.append(.keyCount(FindingID(template: template.name, key: input.key.map(\.text)), template))
                continue
            }
            let row = table.makeRow(template: index, key: input.key.map { .exactly($0) })
            guard listed.insert(row).inserted else {
                faults.append(.repeatedFact(FindingID(template: template.name, key: input.key.map(\.text))))
                continue
            }
            enter(input, at: row)
        }
        for id in table.unfixed(of: index) where !listed.contains(id) && !table[id].isAnonymous { clear(id) }
        enterPossibleFacts(index, listed)
    }

    /// Enters a fact that the inputs list.
    mutating func enter(_ input: SessionInputs.InputFact, at row: FactID) {
        let template = ruleBase.templates[table[row].template]
        let needsInput = !input.isCertain || template.fields.contains { input.fields[$0.name]?.isExact != true }
        let origins = needsInput ? [self.input(of: row)] : []
        let fields = template.fields.map { field -> UncertainValue in
            let set = input.fields[field.name] ?? ruleBase.domain(of: field.type)
            return set.isExact ? UncertainValue(set) : UncertainValue(set, origins: origins)
        }
        put(at: row, fields: fields, isCertain: input.isCertain, origins: input.isCertain ? [] : origins)
    }

    /// What the inputs do not list is not thereby absent.
    private mutating func enterPossibleFacts(_ index: Int, _ listed: Set<FactID>) {
        let template = ruleBase.templates[index]
        let rows = network.rows.range(index)
        for row in rows where !listed.contains(FactID(row)) { enterUnlisted(FactID(row)) }
        guard rows.isEmpty, let others = network.inputs.others[index] else { return }
        let key = template.key.map { ruleBase.domain(of: $0.type) }
        let row = table.row(template: index, key: key)
        // Where only one key is possible and it is listed, there are no others.
        if let row, listed.contains(row) { return }
        guard given.completeness[template.name] != .complete else {
            if let row { clear(row) }
            return
        }
        let fields = template.fields.map { UncertainValue(ruleBase.domain(of: $0.type), origins: [others]) }
        put(
            at: table.makeRow(template: index, key: key), fields: fields, isCertain: false,
            origins: [others])
    }

    /// Enters a fact with a fixed row of which the inputs say nothing: possible, unless its template is known to be
    /// complete.
    mutating func enterUnlisted(_ row: FactID) {
        let template = ruleBase.templates[table[row].template]
        let isExcluded =
            switch given.completeness[template.name] {
            case .complete: true
            case .asked(let asked): table[row].key[0].exactValue.map(asked.contains) ?? false
            case nil: false
            }
        guard !isExcluded else {
            clear(row)
            return
        }
        let origins = [input(of: row)]
        let fields = template.fields.map { field -> UncertainValue in
            let set = ruleBase.domain(of: field.type)
            return set.isExact ? UncertainValue(set) : UncertainValue(set, origins: origins)
        }
        put(at: row, fields: fields, isCertain: false, origins: origins)
    }

    private mutating func input(of row: FactID) -> InputID {
        if row.index < network.inputs.ofRow.count, let input = network.inputs.ofRow[row.index] { return input }
        return number(of: .fact(finding(table[row])))
    }

    /// Makes a row say what the inputs say of it, and wakes the rules that read it when that is new.
    private mutating func put(at row: FactID, fields: [UncertainValue], isCertain: Bool, origins: [InputID]) {
        let before = State(table[row])
        if before.isPresent, before.isCertain == isCertain, before.origins == origins, before.fields == fields {
            return
        }
        table.set(row, isPresent: true)
        table[row].origin = .input
        table[row].fields = fields
        table[row].isCertain = isCertain
        table[row].origins = origins
        wakeReaders(of: row, since: before)
    }

    mutating func clear(_ row: FactID) {
        guard table[row].isPresent else { return }
        table.set(row, isPresent: false)
        table[row].fields = []
        table[row].isCertain = false
        table[row].origins = []
        wakeReaders(of: row, FactChange(isPresence: true))
    }

    /// Adds what a person added, before any rule runs, so that consequences follow. What they rejected is never
    /// derived.
    private mutating func addOverrules() {
        for (template, key, reason) in overrules.additions {
            let row = table.makeRow(template: template, key: key.map { .exactly($0) })
            let isThere = table[row].isPresent
            table.set(row, isPresent: true)
            table[row].origin = .overrule(reason: reason)
            table[row].isCertain = true
            table[row].origins = []
            if !isThere { table[row].fields = unknownFields(of: row) }
        }
    }

    /// Adds what is taken as given, with the fields that are told; rules do not add to it.
    private mutating func addAssumptions() {
        for (template, fact) in overrules.assumptions {
            let row = table.makeRow(template: template, key: fact.key.map { .exactly($0) })
            let origins = [number(of: .fact(finding(table[row])))]
            table.set(row, isPresent: true)
            table[row].origin = .assumed
            table[row].isCertain = fact.isCertain
            table[row].origins = fact.isCertain ? [] : origins
            table[row].fields = ruleBase.templates[template].fields.map { field in
                let set = fact.fields[field.name] ?? ruleBase.domain(of: field.type)
                return set.isExact ? UncertainValue(set) : UncertainValue(set, origins: origins)
            }
        }
    }

    /// The fields of a fact that a person added, of which they said nothing: they wait for what the person knows of
    /// them.
    func unknownField(_ field: Template.Field, _ input: InputID?) -> UncertainValue {
        UncertainValue(ruleBase.domain(of: field.type), origins: input.map { [$0] } ?? [])
    }

    private mutating func unknownFields(of row: FactID) -> [UncertainValue] {
        let fields = ruleBase.templates[table[row].template].fields
        guard !fields.isEmpty else { return [] }
        let input = number(of: .fact(finding(table[row])))
        return fields.map { unknownField($0, input) }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func keyCount(_ finding: FindingID, _ template: Template) -> Diagnostic {
        let names = template.key.map(\.name).joined(separator: ", ")
        return Diagnostic(
            code: "session/key-count",
            message: LocalizedText(
                nl: "feit \(finding) heeft \(finding.key.count) sleutelwaarden; ‘\(template.name)’ vraagt er "
                    + "\(template.key.count): \(names)",
                en: "fact \(finding) has \(finding.key.count) key values; ‘\(template.name)’ asks for "
                    + "\(template.key.count): \(names)"),
            at: nil,
            hint: LocalizedText(
                nl: "geef elk sleutelveld één waarde; tot dan telt het feit niet mee",
                en: "give each key field one value; until then the fact does not count"))
    }

    fileprivate static func repeatedFact(_ finding: FindingID) -> Diagnostic {
        Diagnostic(
            code: "session/repeated-fact",
            message: LocalizedText(
                nl: "feit \(finding) komt meer dan één keer voor; alleen het eerste telt",
                en: "fact \(finding) occurs more than once; only the first one counts"),
            at: nil,
            hint: LocalizedText(nl: "laat één van de twee weg", en: "leave out one of the two"))
    }
}
