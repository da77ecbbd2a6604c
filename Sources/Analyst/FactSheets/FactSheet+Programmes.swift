import RuleEngine

extension FactSheet {
    /// What the engine is told of efforts on a day: those that have begun.
    func effortFacts(on day: FEELDate, in ruleBase: RuleBase) -> [SessionInputs.InputFact] {
        efforts.compactMap { effort in
            let standing = effort.period.standing(on: day)
            guard standing != .ahead else { return nil }
            var fields = effort.money.fields
            func set(_ field: String, _ text: String?) { fields[field] = text.map { .exactly(.string($0)) } }
            set("intervention", effort.intervention)
            set("status", effort.status(on: day))
            set("name", effort.name?.nl)
            set("aim", effort.aim?.nl)
            set("holder", effort.holder)
            set("result", effort.result?.nl)
            fields.merge(effort.period.fields) { first, _ in first }
            return ruleBase.input(
                SheetContext.effort, key: effort.code, fields: fields, isCertain: standing != .beginning)
        }
    }

    /// What the engine is told of memberships on a day: those that are valid then.
    func membershipFacts(on day: FEELDate, in ruleBase: RuleBase) -> [SessionInputs.InputFact] {
        memberships(on: day).compactMap { membership in
            ruleBase.input(
                SheetContext.membership, key: membership.programme,
                fields: membership.money.fields.merging(membership.period.fields) { first, _ in first },
                isCertain: membership.period.standing(on: day) != .beginning)
        }
    }

    /// Of which programmes it is known on a day whether the area belongs to them: those of the sheet, and those that had not
    /// begun for anybody.
    func membershipCompleteness(on day: FEELDate, in ruleBase: RuleBase) -> SessionInputs.Completeness {
        if membershipsComplete { return .complete }
        let ahead = (ruleBase.vocabulary(VocabularyName.programmes)?.codes ?? [])
            .filter { $0.validity.from.map { day < $0 } ?? false }.map(\.code)
        return .asked((settledProgrammes + ahead).map { .string($0) })
    }
}

extension RuleBase {
    /// A fact with one key and the fields that its template has; `nil` where the rules do not know the template.
    fileprivate func input(
        _ name: String, key: String, fields: [String: ValueSet], isCertain: Bool
    ) -> SessionInputs.InputFact? {
        guard let template = template(name) else { return nil }
        let known = fields.filter { template.fieldIndex(of: $0.key) != nil }
        return SessionInputs.InputFact(template: name, key: [.string(key)], fields: known, isCertain: isCertain)
    }
}

extension [FactSheet.Money] {
    /// The sum, where all amounts are in one unit and in prices of one year; else not known.
    fileprivate var fields: [String: ValueSet] {
        guard let first, allSatisfy({ $0.unit.value == first.unit.value && $0.priceYear == first.priceYear }),
            let sum = reduce(FEELNumber.zero as FEELNumber?, { $0?.adding($1.amount) })
        else { return [:] }
        var fields: [String: ValueSet] = [
            "amount": .exactly(.number(sum)), "unit": .exactly(.string(first.unit.value)),
        ]
        if let year = first.priceYear { fields["price_year"] = .exactly(.number(FEELNumber(year))) }
        return fields
    }
}

extension RoughPeriod {
    /// The first day where it is known, and the last day.
    fileprivate var fields: [String: ValueSet] {
        var fields: [String: ValueSet] = [:]
        if let from, from.isDay { fields["from"] = .exactly(.string(from.description)) }
        if let until { fields["until"] = .exactly(.string(until.last.description)) }
        return fields
    }
}
