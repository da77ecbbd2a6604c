extension Session {
    /// Replaces what a rule concluded, and works out anew the facts that it is about.
    mutating func replace(_ before: [Derived], by after: [Derived], of rule: Int) {
        if before.count <= 1, after.count <= 1 {
            if let old = before.first { remove([old.justification], of: rule, from: old.fact) }
            if let new = after.first { insert([new.justification], into: new.fact) }
            if let old = before.first { updateOrDefer(old.fact, after: rule) }
            if let new = after.first, new.fact != before.first?.fact { updateOrDefer(new.fact, after: rule) }
            return
        }
        var touched: Set<FactID> = []
        for (fact, justifications) in grouped(before) {
            remove(justifications, of: rule, from: fact)
            touched.insert(fact)
        }
        for (fact, justifications) in grouped(after) {
            insert(justifications, into: fact)
            touched.insert(fact)
        }
        for id in touched.sorted() { updateOrDefer(id, after: rule) }
    }

    /// Takes away the justifications of one rule.
    mutating func remove(_ old: [Justification], of rule: Int, from id: FactID) {
        let template = table.template(of: id)
        var fields = FieldSet()
        for one in old { fields.formUnion(network.fields(of: template, changedBy: one)) }
        table.changeJustifications(of: id, fields) { list in list.removeAll { $0.rule == rule } }
    }

    /// The justifications by fact, each once, in the order in which they came.
    func grouped(_ derived: [Derived]) -> [FactID: [Justification]] {
        var result: [FactID: [Justification]] = [:]
        for one in derived { result[one.fact, default: []].append(one.justification) }
        return result
    }

    /// Adds justifications of one rule: those that hold before those that may, then in the order in which rules are
    /// decided.
    mutating func insert(_ new: [Justification], into id: FactID) {
        guard let rule = new.first?.rule else { return }
        let template = table.template(of: id)
        var fields = FieldSet()
        for one in new { fields.formUnion(network.fields(of: template, changedBy: one)) }
        if new.count == 1, table.justifications(of: id).isEmpty {
            table.changeJustifications(of: id, fields) { $0 = new }
            return
        }
        let rank = (network.stratumOfRule[rule], rule)
        func insertionIndex(_ isCertain: Bool, in list: [Justification]) -> Int {
            list.firstIndex { other in
                guard other.isCertain == isCertain else { return isCertain }
                return rank < (network.stratumOfRule[other.rule], other.rule)
            } ?? list.count
        }
        var list: [Justification] = []
        table.changeJustifications(of: id, fields) { swap(&$0, &list) }
        for isCertain in [true, false] {
            let part = new.filter { $0.isCertain == isCertain }
            if !part.isEmpty { list.insert(contentsOf: part, at: insertionIndex(isCertain, in: list)) }
        }
        table.changeJustifications(of: id, FieldSet()) { swap(&$0, &list) }
    }

    /// Has it worked out whether a fact is there, how sure it is, and its fields, and wakes the rules that read it when
    /// that is new: at once, or before the first of these rules is run, when more rules may have changed what they
    /// conclude.
    ///
    /// - Parameter rule: the rule of which a conclusion came or went.
    mutating func updateOrDefer(_ id: FactID, after rule: Int) {
        let template = table.template(of: id)
        if let first = network.updateStratum(of: id, template), first > stratum {
            deferredFacts[first].append(id)
            deferringStrata.insert(first)
            hasDeferredFacts = true
        } else if network.hasFields[template] {
            updateFact(id)
        } else {
            let wasPresent = table.isPresent(id)
            if updatePresence(of: id) {
                wakeReaders(of: id, FactChange(isPresence: wasPresent != table.isPresent(id), isState: true))
            }
        }
        if network.isRecursive { noteDeletionCandidates(above: network.stratumOfRule[rule], id) }
    }

    /// Works out a fact with fields, and wakes the rules that read it when it is another than before.
    mutating func updateFact(_ id: FactID) {
        var change = FactChange(version: table.version(of: id))
        let (wasPresent, fieldCount) = (table.isPresent(id), table.fieldCount(of: id))
        change.isState = updatePresence(of: id)
        if network.hasFields[table.template(of: id)] { change.fields = combineFields(of: id) }
        change.isPresence = wasPresent != table.isPresent(id) || fieldCount != table.fieldCount(of: id)
        if change.isPresence || change.isState || !change.fields.isEmpty { wakeReaders(of: id, change) }
    }

    /// Has circles look again at a fact of which rules below them changed what they conclude: their rules may keep up a
    /// fact that has lost its ground outside of the circle.
    mutating func noteDeletionCandidates(above stratum: Int, _ id: FactID) {
        for justification in table.justifications(of: id) {
            let other = network.stratumOfRule[justification.rule]
            guard other > stratum, network.strata[other].isRecursive else { continue }
            agenda.insert(other)
            deletionCandidates[other, default: []].append(id)
        }
    }

    /// Works out the fields of a fact that rules conclude from its justifications.
    ///
    /// - Returns: the fields that have another value now, where the fact had fields before.
    @discardableResult
    mutating func combineFields(of id: FactID) -> FieldSet {
        var changed = FieldSet()
        let fields = network.ruleBase.templates[table.template(of: id)].fields
        guard table.isPresent(id) else {
            guard table.fieldCount(of: id) > 0 else { return changed }
            table[id].fields = []
            for number in fields.indices { conflicts[FactField(fact: id, field: number)] = nil }
            return changed
        }
        let stale = table.takeStaleFields(of: id, of: fields.count)
        guard !stale.isEmpty else { return changed }
        let isNew = table.fieldCount(of: id) != fields.count
        let isAdded = table.isAdded(id)
        let input = isAdded ? inputNumbers[.fact(finding(table[id]))] : nil
        let justifications = table.justifications(of: id)
        var values: [UncertainValue] = []
        for number in fields.indices where stale.contains(number) {
            let value = value(of: fields[number], at: number, of: id, justifications, isAdded: isAdded, input)
            if isNew {
                values.append(value)
            } else if table.setField(number, of: id, to: value) {
                changed.insert(number)
            }
        }
        if isNew { table.setFields(of: id, to: values) }
        return changed
    }

    /// Works out whether a fact is there and how sure it is.
    ///
    /// - Returns: whether that is new.
    private mutating func updatePresence(of id: FactID) -> Bool {
        work.facts += 1
        let isAdded = table.isAdded(id)
        let justifications = table.justifications(of: id)
        return table.updatePresence(
            of: id, isPresent: isAdded || !justifications.isEmpty,
            isCertain: isAdded || justifications.first?.isCertain == true)
    }

    private mutating func value(
        of field: Template.Field, at number: Int, of id: FactID, _ justifications: [Justification], isAdded: Bool,
        _ input: InputID?
    ) -> UncertainValue {
        let (set, conflict, hasCertain) = combined(field, at: number, justifications)
        let name = FactField(fact: id, field: number)
        if let conflict {
            conflicts[name] = .conflict(
                finding(table[id]), field, ruleBase.rules[conflict.0], ruleBase.rules[conflict.1])
        } else if let outside = field.outside(set),
            let giver = justifications.first(where: { network.entry(of: number, in: $0.sortKey) != nil })
        {
            conflicts[name] = .outside(finding(table[id]), field, outside, ruleBase.rules[giver.rule])
        } else if !conflicts.isEmpty {
            conflicts[name] = nil
        }
        // A person who adds a finding says nothing of its fields; only certain rules do.
        if isAdded, !hasCertain { return unknownField(field, input) }
        // Who reads the field need not hear of it when it waits for other inputs.
        return UncertainValue(set, origins: set.isExact ? [] : [.awaiting(id, field: number)])
    }
}

extension Session {
    /// What justifications make of a field, the two rules that contradict each other, and whether one that is certain
    /// gives it.
    private func combined(
        _ field: Template.Field, at number: Int, _ justifications: [Justification]
    ) -> (set: ValueSet, conflict: (Int, Int)?, hasCertain: Bool) {
        let isExtreme = field.combination == .max || field.combination == .min
        var extreme: ExtremeOfFiniteSets? = isExtreme ? ExtremeOfFiniteSets(largest: field.combination == .max) : nil
        var contributions: [FieldCombination.Contribution] = []
        var (isGiven, hasCertain, count) = (true, false, 0)
        // Justifications of one conclusion mostly stand together.
        var (last, entry): (Justification.SortKey?, Int?) = (nil, nil)
        for index in justifications.indices {
            let one = justifications[index].sortKey
            if last?.rule != one.rule || last?.conclusion != one.conclusion {
                (last, entry) = (one, network.entry(of: number, in: one))
            }
            guard let entry else {
                isGiven = false
                continue
            }
            count += 1
            let isCertain = justifications[index].isCertain
            hasCertain = hasCertain || isCertain
            if extreme?.add(justifications[index].values, entry, isCertain: isCertain) == false { extreme = nil }
        }
        // Of no values nothing is known to be the greatest.
        if let extreme, count > 0 { return (extreme.set(isGiven: isGiven), nil, hasCertain) }
        for justification in justifications {
            guard let entry = network.entry(of: number, in: justification.sortKey) else { continue }
            let (set, isCertain) = (justification.values[entry].set, justification.isCertain)
            // Rules mostly give the same few values, but each its own list.
            if field.combination != .union {
                let isKnown = contributions.suffix(8).contains { $0.isCertain == isCertain && $0.set == set }
                if isKnown { continue }
            }
            contributions.append(.init(set: set, isCertain: isCertain, rule: justification.rule))
        }
        let (set, conflict) = FieldCombination(combination: field.combination).combined(contributions, isGiven: isGiven)
        return (set, conflict, hasCertain)
    }
}

extension Template.Field {
    /// The value that is known and that the field does not allow.
    fileprivate func outside(_ set: ValueSet) -> FEELValue? {
        switch type {
        case .values, .numbers: set.exactValue.flatMap { type.accepts($0) ? nil : $0 }
        // Of these kinds the reader of rules refuses all that does not fit.
        case .code, .codes, .string, .number, .boolean: nil
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func outside(
        _ finding: FindingID, _ field: Template.Field, _ value: FEELValue, _ rule: Rule
    ) -> Diagnostic {
        let allowed = field.type.limits
        return Diagnostic(
            code: "session/value-not-allowed",
            message: LocalizedText(
                nl: "regel ‘\(rule.name)’ geeft ‘\(field.name)’ van \(finding) de waarde \(value.literal); mogelijk is "
                    + allowed.nl,
                en: "rule ‘\(rule.name)’ gives ‘\(field.name)’ of \(finding) the value \(value.literal); possible is "
                    + allowed.en),
            at: rule.span,
            hint: LocalizedText(
                nl: "begrens in de regel wat hij geeft, of verruim values of range van ‘\(field.name)’ in het sjabloon",
                en: "bound in the rule what it gives, or widen values or range of ‘\(field.name)’ in the template"))
    }

    fileprivate static func conflict(
        _ finding: FindingID, _ field: Template.Field, _ first: Rule, _ second: Rule
    ) -> Diagnostic {
        Diagnostic(
            code: "session/conflict",
            message: LocalizedText(
                nl: "de regels ‘\(first.name)’ en ‘\(second.name)’ geven ‘\(field.name)’ van \(finding) elk een "
                    + "andere waarde",
                en: "the rules ‘\(first.name)’ and ‘\(second.name)’ each give ‘\(field.name)’ of \(finding) "
                    + "another value"),
            at: second.span,
            related: [.init(LocalizedText(nl: "de andere regel", en: "the other rule"), at: first.span)],
            hint: LocalizedText(
                nl: "laat één regel de waarde geven, of kies combine: max, min of union bij het sjabloon",
                en: "let one rule give the value, or choose combine: max, min or union in the template"))
    }
}
