package import RuleEngine

/// All that a run over domain rules is told: subjects with their values, facts of one or of all, and of which kinds all
/// facts are listed.
///
/// A table is known by its name: that of an input template gives facts, any other the values of records. A fact belongs to
/// one subject where it has a column named after the record, or after the first column of the records; otherwise to all.
package struct RunInputs: Sendable {
    /// `nil`: there is one subject, without a name.
    package private(set) var records: RecordSet?
    package private(set) var warnings: [Diagnostic] = []
    private var facts: [SessionInputs.InputFact] = []
    private var factsOfRecord: [String: [SessionInputs.InputFact]] = [:]
    private var completeness: [String: SessionInputs.Completeness] = [:]
    /// Where each fact stands.
    private var places: [FactName: FactPlace] = [:]

    /// Which fact it is.
    private struct FactName: Hashable {
        let kind: String
        let key: [FEELValue]
        let subject: String?
    }

    /// The names under which a fact says of which subject it is.
    private var subjectFields: Set<String>
    private let ruleBase: RuleBase

    /// - Parameters:
    ///   - contexts: the context of a table by the name of its file.
    ///   - complete: templates of which all facts are listed.
    package init(
        _ files: FactFiles, _ ruleBase: RuleBase, contexts: [String: String] = [:], complete: [String] = []
    ) throws(BadInput) {
        self.ruleBase = ruleBase
        subjectFields = [ruleBase.record.name]
        let tables = files.grids.filter { ruleBase.template($0.name) == nil }
        if !tables.isEmpty {
            let names = Set(ruleBase.record.slots.map(\.name))
            for table in tables where names.isDisjoint(with: table.header) {
                throw table.headerPlace(0).failure(
                    "facts/unknown-kind", .unknownKind(table.name, ruleBase), hint: .kinds(ruleBase))
            }
            let joined = try RecordTables(tables, ruleBase.record, contexts: contexts)
            subjectFields.insert(joined.records.header[0])
            records = try joined.recordSet(ruleBase, warnings: &warnings)
        }
        let given = files.documents.flatMap(\.facts)
        try addRecords(given.filter { $0.kind == ruleBase.record.name })
        for grid in files.grids where ruleBase.template(grid.name) != nil {
            for fact in grid.facts { try add(fact) }
        }
        for fact in given where fact.kind != ruleBase.record.name { try add(fact) }
        for name in complete { try close(name, at: nil, []) }
        for document in files.documents {
            for name in document.complete { try close(name.value, at: name.span, [document.file]) }
        }
    }

    /// Columns can be run in one pass: there are several subjects, and nothing but numbers is known of them.
    package var fitsColumns: Bool {
        guard let records else { return false }
        return records.ids.count > 1 && records.fitsColumns && facts.isEmpty && factsOfRecord.isEmpty
    }

    package var count: Int { records?.ids.count ?? 1 }

    /// What the session of one subject is told.
    package func inputs(of row: Int, on date: FEELDate) -> SessionInputs {
        let own = records.flatMap { factsOfRecord[$0.ids[row]] } ?? []
        return SessionInputs(
            date: date, values: records?.values(of: row) ?? [:], facts: facts + own, completeness: completeness)
    }

    // MARK: Reading

    /// Records of a document; one without `id` is the only one.
    private mutating func addRecords(_ given: [GivenFact]) throws(BadInput) {
        guard let first = given.first else { return }
        guard records == nil else { throw first.place.failure("facts/two-records", .recordsTwice) }
        var ids: [String] = []
        for record in given {
            guard let id = record.value("id") else {
                guard given.count == 1 else { throw record.place.failure("facts/no-id", .noID) }
                ids.append(ruleBase.record.name)
                continue
            }
            guard !ids.contains(id.text) else { throw id.place.failure("facts/same-id", .sameID(id.text)) }
            ids.append(id.text)
        }
        let reader = FieldReader(ruleBase: ruleBase)
        var set = RecordSet(ruleBase.record, ids: ids)
        for (row, record) in given.enumerated() {
            for value in record.values where value.name != "id" {
                guard let slot = ruleBase.record.slots.firstIndex(where: { $0.path == value.name }) else {
                    let near = Suggestion.nearest(to: value.name, among: ruleBase.record.slots.map(\.path))
                    throw value.place.failure("facts/unknown-field", .unknownField(value.name, near))
                }
                set.set(slot, of: row, to: try reader.value(value, ofSlot: slot))
            }
        }
        records = set
    }

    /// All facts of a template are listed.
    private mutating func close(_ name: String, at span: SourceSpan?, _ sources: [SourceFile]) throws(BadInput) {
        guard ruleBase.template(name)?.isInput == true else {
            throw BadInput(
                [
                    Diagnostic(
                        code: "facts/unknown-kind", message: .unknownKind(name, ruleBase), at: span,
                        hint: .kinds(ruleBase))
                ], sources: sources)
        }
        completeness[name] = .complete
    }

    private mutating func add(_ given: GivenFact) throws(BadInput) {
        guard let template = ruleBase.template(given.kind), template.isInput else {
            let isConcluded = ruleBase.template(given.kind) != nil
            throw given.place.failure(
                "facts/unknown-kind", isConcluded ? .concluded(given.kind) : .unknownKind(given.kind, ruleBase),
                hint: .kinds(ruleBase))
        }
        let (fact, others) = try FieldReader(ruleBase: ruleBase).fact(given, of: template, beside: subjectFields)
        let name = FactName(kind: fact.template, key: fact.key, subject: others.last?.text)
        if let first = places.updateValue(given.place, forKey: name) {
            throw given.place.failure(
                "facts/twice", .factTwice(fact), hint: .factTwiceHint, related: (.firstFact, first))
        }
        guard let subject = others.last else {
            facts.append(fact)
            return
        }
        guard records?.row(of: subject.text) != nil else {
            throw subject.place.failure("facts/unknown-record", .unknownRecord(subject.text))
        }
        factsOfRecord[subject.text, default: []].append(fact)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func unknownKind(_ name: String, _ ruleBase: RuleBase) -> LocalizedText {
        let inputs = ruleBase.templates.filter(\.isInput).map(\.name) + [ruleBase.record.name]
        let near = Suggestion.nearest(to: name, among: inputs)
        return LocalizedText(
            nl: "de regels kennen geen soort feit ‘\(name)’ dat van buiten komt"
                + (near.map { "; bedoelde u ‘\($0)’?" } ?? ""),
            en: "the rules know no kind of fact ‘\(name)’ that comes from outside"
                + (near.map { "; did you mean ‘\($0)’?" } ?? ""))
    }

    fileprivate static func kinds(_ ruleBase: RuleBase) -> LocalizedText {
        let inputs = ruleBase.templates.filter(\.isInput).map(\.name).joined(separator: ", ")
        let list = inputs.isEmpty ? "–" : inputs
        return LocalizedText(
            nl: "van buiten komen: \(list); een tabel met een regel per ‘\(ruleBase.record.title.nl)’ "
                + "heeft kolommen als in de regels",
            en: "from outside come: \(list); a table with a line for each ‘\(ruleBase.record.title.en)’ "
                + "has columns named as in the rules")
    }

    fileprivate static func concluded(_ name: String) -> LocalizedText {
        LocalizedText(nl: "een ‘\(name)’ stellen regels zelf vast", en: "a ‘\(name)’ is for rules to conclude")
    }

    fileprivate static let noID = LocalizedText(
        nl: "van meer dan één record heeft elk een ‘id’", en: "of more than one record each has an ‘id’")

    fileprivate static func sameID(_ id: String) -> LocalizedText {
        LocalizedText(nl: "er is al een record ‘\(id)’", en: "there is a record ‘\(id)’ already")
    }

    fileprivate static func factTwice(_ fact: SessionInputs.InputFact) -> LocalizedText {
        let name = ([fact.template] + fact.key.map(\.text)).joined(separator: ":")
        return LocalizedText(nl: "feit \(name) staat er twee keer", en: "fact \(name) is there twice")
    }

    fileprivate static let firstFact = LocalizedText(nl: "hier staat het voor het eerst", en: "here it is first")

    fileprivate static let factTwiceHint = LocalizedText(
        nl: "haal een van de twee weg; welke telt, mag niet van de volgorde van bestanden afhangen",
        en: "remove one of the two; which one counts must not hang on the order of files")

    fileprivate static let recordsTwice = LocalizedText(
        nl: "de records staan al in een tabel", en: "the records stand in a table already")

    fileprivate static func unknownRecord(_ id: String) -> LocalizedText {
        LocalizedText(nl: "er is geen record ‘\(id)’", en: "there is no record ‘\(id)’")
    }
}
