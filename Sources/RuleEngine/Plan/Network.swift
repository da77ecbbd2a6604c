/// A rule base made ready to run: which rules read what, where each possible fact lies, and what each rule does in
/// plain steps over those places.
///
/// Compiled once, immutable, shared by all sessions.
///
/// **Rows.** A fact of a template whose key is one code of a vocabulary has a fixed row: the facts that can exist are
/// known before any run, and finding one is an addition. Other facts get rows behind these when they come.
///
/// **Places.** Conditions that only compare read cells: those of the record first, then parameters, constants, and what
/// rules count.
///
/// **Readers.** A change of a place or a row leads straight to the rules that read it, and of a row with fields to
/// those that read what changed (`FactReaders`). There are no memories of partial matches: what a rule concluded is
/// kept with the facts that met its conditions, and a change matches the rules anew that read it, as in TREAT (D.
/// Miranker, "TREAT: A better match algorithm for AI production systems", 1987). Rules over one record have few
/// matches, so that remembering their parts would cost more than it saves; only what a filter says of a single fact is
/// remembered (`FilterMemory`), as many rules share their filters. Rules that join facts with fixed rows are written
/// out, so that nothing is searched (`GroundRule`).
///
///     let network = Network(reading.ruleBase)
///     let session = Session(network, inputs)
public final class Network: Sendable {
    /// What it was made of.
    public let ruleBase: RuleBase
    let strata: [Stratum]
    /// The stratum of each rule.
    let stratumOfRule: [Int]
    let rules: [RulePlan]
    /// Filters of which a session remembers what they say of each fact, with the variable that stands for the fact and
    /// its template.
    let filters: [(expression: RuleExpression, variable: String, template: Int)]
    /// The number of aggregates of which a session remembers the value.
    let aggregateCount: Int
    /// The rules that are run as plain steps.
    let program: DirectProgram
    /// The rule of each stratum; negative where rules need each other.
    let soleRules: [Int32]
    /// The fixed row of each rule of plain steps that has one conclusion, with a fixed row; else negative.
    let soleTargets: [Int32]
    /// By rule: a conclusion gives values to fields.
    let givesValues: [Bool]
    /// By rule, conclusion and field of the template: the place among the values that the conclusion gives; negative
    /// where it gives none.
    private let entries: [Int32]
    /// Where the fields of each conclusion begin among these; and the first conclusion of each rule.
    private let entryOffsets: [Int32]
    private let firstConclusions: [Int32]
    /// By template: its facts have a code of which some are in force only for a time.
    private let isLimitedTemplate: [Bool]
    /// By template: its facts have fields beside their key.
    let hasFields: [Bool]
    /// By template: the number of fields, and those of which the values of several rules are united.
    private let fieldCounts: [Int]
    private let unitedFields: [FieldSet]
    /// How the facts of each rule are found from each other.
    let joins: [JoinPlan]
    /// Rules that are written out, among those of which ways are kept.
    let grounds: [GroundRule?]
    /// Rules of which each way to meet them is kept, so that a changed fact finds what rests on it: those that join
    /// facts, and those of recursive strata.
    let keepsWays: [Bool]
    /// There are such rules.
    let hasWays: Bool
    /// Some rules need each other.
    let isRecursive: Bool
    /// Some rules hold for a time only.
    let hasValidity: Bool
    let rows: RowLayout
    let cellLayout: CellLayout
    /// The constants, with room for registers between them.
    let constants: [UncertainValue]
    /// What is known of each value of the record when nothing is given.
    let unknownSlots: [UncertainValue]
    /// The cells of all places when nothing is given and parameters are not yet filled in.
    let unknownCells: [Cell]
    /// The rules that read each value of the record.
    let slotReaders: NumberLists
    /// By template, the rules that conclude facts of it, in their order.
    let concludingRules: NumberLists
    /// The rules that look at each fact, and what of it they read.
    let readers: FactReaders

    /// By fixed row: the first stratum that looks at it, behind the last one where none does. There the fields of its
    /// fact are worked out, once all rules that conclude it were run; negative where they are worked out at once, as
    /// rules of a recursive stratum conclude such facts or they have no fields.
    private let updateStratumOfRow: [Int32]
    /// The same by template, for rows that are not fixed.
    private let updateStratumOfTemplate: [Int32]

    /// The unknown inputs that there can be before any fact is known: values of the record, input facts with a fixed
    /// row, and "perhaps others" of each input template.
    let inputs: InputLayout

    /// The first day on which all parameters have a value; `nil` where there are none.
    let parametersBegin: FEELDate?

    /// Rules that need each other, or one rule by itself.
    struct Stratum: Sendable {
        let rules: [Int]
        /// The rules look at what they conclude, so that they are run to a fixpoint.
        let isRecursive: Bool
    }

    /// Compiles all rules. It takes as long as some hundred sessions, so that it is done once.
    public init(_ ruleBase: RuleBase) {
        self.ruleBase = ruleBase
        var stratumOfRule = Array(repeating: 0, count: ruleBase.rules.count)
        for (position, stratum) in ruleBase.strata.enumerated() {
            for rule in stratum { stratumOfRule[rule] = position }
        }
        self.stratumOfRule = stratumOfRule
        let rows = RowLayout(ruleBase)
        self.rows = rows
        var cellLayout = CellLayout(ruleBase)
        var compiler = RuleCompiler(ruleBase, rows)
        var rules: [RulePlan] = []
        for rule in ruleBase.rules.indices { rules.append(compiler.plan(rule, &cellLayout)) }
        filters = compiler.filters
        aggregateCount = compiler.aggregateCount
        self.rules = rules
        let program = DirectProgram(rules, domains: ruleBase.record.domains)
        self.program = program
        givesValues = ruleBase.rules.map { $0.conclusions.contains { !$0.fields.isEmpty } }
        var (entries, offsets, firsts): ([Int32], [Int32], [Int32]) = ([], [], [])
        for rule in ruleBase.rules {
            firsts.append(Int32(offsets.count))
            for conclusion in rule.conclusions {
                offsets.append(Int32(entries.count))
                entries += ruleBase.templates[conclusion.template].fields.indices.map { field in
                    Int32(conclusion.fields.firstIndex { $0.index == field } ?? -1)
                }
            }
        }
        (self.entries, entryOffsets, firstConclusions) = (entries, offsets, firsts)
        hasValidity = ruleBase.rules.contains { $0.validity != .always }
        self.cellLayout = cellLayout
        constants = cellLayout.constants.map { UncertainValue($0 ?? .exactly(.null)) }
        let strata = ruleBase.strata.map { group in
            Stratum(
                rules: group,
                isRecursive: group.count > 1 || group.contains { ruleBase.rules[$0].readsItself(rules[$0]) })
        }
        self.strata = strata
        soleRules = strata.map { $0.isRecursive ? -1 : Int32($0.rules[0]) }
        let joins = ruleBase.rules.enumerated().map { index, rule in
            let stratum = strata[stratumOfRule[index]]
            let recursive = stratum.isRecursive ? stratum.rules : []
            return JoinPlan(
                rule, recursiveTemplates: Set(recursive.flatMap { ruleBase.rules[$0].conclusions.map(\.template) }))
        }
        fieldCounts = ruleBase.templates.map(\.fields.count)
        unitedFields = ruleBase.templates.map { template in
            var united = FieldSet()
            for (position, field) in template.fields.enumerated() where field.combination == .union {
                united.insert(position)
            }
            return united
        }
        let hasFields = ruleBase.templates.map { !$0.fields.isEmpty }
        self.hasFields = hasFields
        isLimitedTemplate = ruleBase.templates.map { template in
            let vocabulary = template.describedBy.flatMap { ruleBase.vocabulary($0) }
            return vocabulary?.codes.contains { $0.validity != .always } ?? false
        }
        let keepsWays = rules.indices.map { rules[$0].steps == nil || strata[stratumOfRule[$0]].isRecursive }
        self.keepsWays = keepsWays
        let hasWays = keepsWays.contains(true)
        self.hasWays = hasWays
        self.joins = joins
        let grounds = rules.indices.map { rule in
            keepsWays[rule]
                ? GroundRule(ruleBase.rules[rule], rules[rule].patterns, joins[rule], ruleBase, rows) : nil
        }
        self.grounds = grounds
        soleTargets = rules.indices.map { rule in
            guard !keepsWays[rule], rules[rule].targets.count == 1 else { return -1 }
            return Int32(rules[rule].targets[0] ?? -1)
        }
        isRecursive = strata.contains(where: \.isRecursive)
        inputs = InputLayout(ruleBase, rows)
        parametersBegin = ruleBase.parameters.compactMap(\.values.first?.from).max()
        unknownSlots = ruleBase.record.domains.enumerated().map { UncertainValue($1, ofSlot: $0) }
        let parameters = Array(repeating: UncertainValue(.exactly(.null)), count: ruleBase.parameters.count)
        var cells = zip(unknownSlots, ruleBase.record.domains).map { $0.isExact ? Cell($1) : .unknown }
        cells += (parameters + constants).map { Cell($0.set) }
        for (cell, list) in program.registers { cells[Int(cell)] = Cell(countOf: Int(list)) }
        unknownCells = cells

        var slotReaders: [[Int]] = Array(repeating: [], count: ruleBase.record.slots.count)
        for (index, rule) in ruleBase.rules.enumerated() {
            let slots = Set(rule.expressions.flatMap(\.slots).compactMap { ruleBase.record.index(of: $0) })
            for slot in slots.sorted() { slotReaders[slot].append(index) }
        }
        self.slotReaders = NumberLists(slotReaders)
        var concludingRules: [[Int]] = Array(repeating: [], count: ruleBase.templates.count)
        for (index, rule) in ruleBase.rules.enumerated() {
            for template in Set(rule.conclusions.map(\.template)) { concludingRules[template].append(index) }
        }
        self.concludingRules = NumberLists(concludingRules)
        let readers = FactReaders(ruleBase, rules, joins, grounds, rows)
        self.readers = readers
        let recursiveTemplates = Set(
            strata.filter(\.isRecursive).flatMap(\.rules).flatMap { ruleBase.rules[$0].conclusions.map(\.template) })
        let isDeferred = ruleBase.templates.indices.map { hasWays && hasFields[$0] && !recursiveTemplates.contains($0) }
        func first(_ readers: ArraySlice<FactReaders.Reader>) -> Int32 {
            Int32(readers.map { stratumOfRule[Int($0.rule)] }.min() ?? strata.count)
        }
        updateStratumOfRow = rows.keys.indices.map { row in
            isDeferred[rows.keys[row].template] ? first(readers.ofRows[readers.range(ofRow: row)]) : -1
        }
        updateStratumOfTemplate = isDeferred.indices.map { template in
            isDeferred[template] ? first(readers.ofTemplates[readers.range(ofTemplate: template)]) : -1
        }
    }
}

extension Network {
    /// The stratum before which a fact is worked out of which rules changed what they conclude; `nil` for at once.
    func updateStratum(of id: FactID, _ template: Int) -> Int? {
        let stratum = id.index < rows.count ? updateStratumOfRow[id.index] : updateStratumOfTemplate[template]
        return stratum < 0 ? nil : Int(stratum)
    }

    /// A fact may have a code that is in force only for a time.
    func isLimited(_ id: FactID, _ template: Int) -> Bool {
        id.index < rows.count ? rows.isLimited[id.index] : isLimitedTemplate[template]
    }

    /// The place of a field among the values that a justification gives; `nil` where it gives none.
    func entry(of field: Int, in justification: Justification.SortKey) -> Int? {
        let entry = entries[firstEntry(of: justification) + field]
        return entry < 0 ? nil : Int(entry)
    }

    /// The fields of a fact of which the value may change when a justification takes the place of another one of the
    /// same conclusion.
    func fields(of template: Int, changedFrom old: Justification, to new: Justification) -> FieldSet {
        let isAsSure = old.isCertain == new.isCertain
        guard hasFields[template], !isAsSure || !old.sharesContent(with: new) else { return FieldSet() }
        let first = firstEntry(of: new.sortKey)
        var fields = FieldSet()
        for field in 0..<fieldCounts[template] {
            let entry = Int(entries[first + field])
            guard entry >= 0, !isAsSure || !old.values[entry].set.isSame(as: new.values[entry].set) else { continue }
            fields.insert(field)
        }
        return fields
    }

    /// The fields of a fact of which the value may change when a justification comes or goes.
    func fields(of template: Int, changedBy one: Justification) -> FieldSet {
        guard hasFields[template] else { return FieldSet() }
        let first = firstEntry(of: one.sortKey)
        var fields = FieldSet()
        // Where no value is given, what the field is hangs on whether all that conclude the fact give one.
        for field in 0..<fieldCounts[template]
        where entries[first + field] >= 0 || !unitedFields[template].contains(field) {
            fields.insert(field)
        }
        return fields
    }

    /// Where the entries for the fields of the fact begin.
    private func firstEntry(of justification: Justification.SortKey) -> Int {
        Int(entryOffsets[Int(firstConclusions[Int(justification.rule)]) + Int(justification.conclusion)])
    }

    /// The value of a parameter on a day. Before its first day nothing is known of it but that it is a number.
    func value(ofParameter index: Int, on date: FEELDate) -> UncertainValue {
        if let value = ruleBase.parameters[index].value(on: date) { return UncertainValue(value) }
        return UncertainValue(.numbers(.all, orNull: false), origins: [inputs.parameters[index]])
    }

    /// The rules of which a condition or a conclusion reads a value of the record, by their places in the rule base, in
    /// their order; none for a name that the record does not have.
    public func rules(reading slot: RecordSchema.Slot) -> [Int] {
        guard let index = ruleBase.record.index(of: slot) else { return [] }
        return slotReaders.range(of: index).map { Int(slotReaders.items[$0]) }
    }

    /// Whether any rule reads a value of the record, by its number in the schema.
    package func isRead(slot: Int) -> Bool { !slotReaders.range(of: slot).isEmpty }
}

extension Rule {
    /// Whether the rule looks at facts that it concludes itself, so that it can feed itself.
    fileprivate func readsItself(_ plan: RulePlan) -> Bool {
        zip(conditions, plan.patterns).contains { condition, pattern in
            switch condition {
            case .pattern, .exists: break
            case .test, .absent, .every, .aggregate, .table: return false
            }
            guard let pattern else { return false }
            return zip(conclusions, plan.targets).contains { conclusion, target in
                guard conclusion.template == pattern.template else { return false }
                guard let target, let rows = pattern.rows else { return true }
                return rows.contains(target)
            }
        }
    }
}
