/// A rule base made ready to run: which rules read what, where each possible fact lies, and what each rule does in plain
/// steps over those places.
///
/// Compiled once, immutable, shared by all sessions.
///
/// **Rows.** A fact of a template whose key is one code of a vocabulary has a fixed row: the facts that can exist are known
/// before any run, and finding one is an addition. Other facts get rows behind these when they come.
///
/// **Places.** Conditions that only compare read cells: those of the record first, then parameters, constants, and what
/// rules count.
///
/// **Readers.** A change of a place or a row leads straight to the rules that read it. There are no memories of partial
/// matches: what a rule concluded is kept with the facts that met its conditions, and a change matches the
/// rules anew that read it, as in TREAT (D. Miranker, "TREAT: A better match algorithm for AI production systems", 1987).
/// Rules over one record have few matches, so that remembering their parts would cost more than it saves; only what a
/// filter says of a single fact is remembered (`FilterMemory`), as many rules share their filters.
///
///     let network = Network(ruleBase)
///     let session = Session(network, inputs)
public final class Network: Sendable {
    public let ruleBase: RuleBase
    let strata: [Stratum]
    /// The stratum of each rule.
    let stratumOfRule: [Int]
    let rules: [RulePlan]
    /// The number of filters of which a session remembers what they say of each fact.
    let filterCount: Int
    /// The rules that are run as plain steps.
    let program: DirectProgram
    /// The rule of each stratum; negative where rules need each other.
    let soleRules: [Int32]
    /// The fixed row of each rule of plain steps that has one conclusion, with a fixed row; else negative.
    let soleTargets: [Int32]
    /// By rule: a conclusion gives values to fields.
    let givesValues: [Bool]
    /// By template: its facts have fields beside their key.
    let hasFields: [Bool]
    /// How the facts of each rule are found from each other.
    let joins: [JoinPlan]
    /// Rules of which each way to meet them is kept, so that a changed fact finds what rests on it: those that join facts,
    /// and those of circles.
    let keepsWays: [Bool]
    /// There are such rules.
    let hasWays: Bool
    /// Some rules need each other.
    let hasCircles: Bool
    /// Some rules hold for a time only.
    let hasValidity: Bool
    let rows: RowLayout
    let places: PlaceLayout
    /// The constants, with room for registers between them.
    let constants: [Possible]
    /// What is known of each value of the record when nothing is given.
    let unknownSlots: [Possible]
    /// The cells of all places when nothing is given and parameters are not yet filled in.
    let unknownCells: [Cell]
    /// The rules that read each value of the record.
    let slotReaders: NumberLists
    /// The rules that look at each fixed row.
    let rowReaders: NumberLists
    /// The rules that look at facts of each template, for rows that are not fixed.
    let templateReaders: NumberLists

    /// The unknown inputs that there can be before any fact is known: values of the record, input facts with a fixed row,
    /// and "perhaps others" of each input template.
    let inputs: InputLayout

    /// Rules that need each other, or one rule by itself.
    struct Stratum: Sendable {
        let rules: [Int]
        /// The rules look at what they conclude, so that they are run to a fixpoint.
        let isRecursive: Bool
    }

    public init(_ ruleBase: RuleBase) {
        self.ruleBase = ruleBase
        var stratumOfRule = Array(repeating: 0, count: ruleBase.rules.count)
        for (place, stratum) in ruleBase.strata.enumerated() {
            for rule in stratum { stratumOfRule[rule] = place }
        }
        self.stratumOfRule = stratumOfRule
        let rows = RowLayout(ruleBase)
        self.rows = rows
        var places = PlaceLayout(ruleBase)
        var compiler = RuleCompiler(ruleBase, rows)
        var rules: [RulePlan] = []
        for rule in ruleBase.rules.indices { rules.append(compiler.plan(rule, &places)) }
        filterCount = compiler.filterCount
        self.rules = rules
        let program = DirectProgram(rules, domains: ruleBase.record.domains)
        self.program = program
        givesValues = ruleBase.rules.map { $0.conclusions.contains { !$0.fields.isEmpty } }
        hasFields = ruleBase.templates.map { !$0.fields.isEmpty }
        hasValidity = ruleBase.rules.contains { $0.validity != .always }
        self.places = places
        constants = places.constants.map { Possible($0 ?? .exactly(.null)) }
        let strata = ruleBase.strata.map { group in
            Stratum(
                rules: group,
                isRecursive: group.count > 1 || group.contains { ruleBase.rules[$0].readsItself(rules[$0]) })
        }
        self.strata = strata
        soleRules = strata.map { $0.isRecursive ? -1 : Int32($0.rules[0]) }
        joins = ruleBase.rules.enumerated().map { index, rule in
            let stratum = strata[stratumOfRule[index]]
            let circle = stratum.isRecursive ? stratum.rules : []
            return JoinPlan(rule, circle: Set(circle.flatMap { ruleBase.rules[$0].conclusions.map(\.template) }))
        }
        let keepsWays = rules.indices.map { rules[$0].steps == nil || strata[stratumOfRule[$0]].isRecursive }
        self.keepsWays = keepsWays
        hasWays = keepsWays.contains(true)
        soleTargets = rules.indices.map { rule in
            guard !keepsWays[rule], rules[rule].targets.count == 1 else { return -1 }
            return Int32(rules[rule].targets[0] ?? -1)
        }
        hasCircles = strata.contains(where: \.isRecursive)
        inputs = InputLayout(ruleBase, rows)
        unknownSlots = ruleBase.record.domains.enumerated().map { Possible($1, ofSlot: $0) }
        let parameters = Array(repeating: Possible(.exactly(.null)), count: ruleBase.parameters.count)
        var cells = zip(unknownSlots, ruleBase.record.domains).map { $0.isExact ? Cell($1) : .unknown }
        cells += (parameters + constants).map { Cell($0.set) }
        for (place, list) in program.registers { cells[Int(place)] = Cell(countOf: Int(list)) }
        unknownCells = cells

        var slotReaders: [[Int]] = Array(repeating: [], count: ruleBase.record.slots.count)
        var rowReaders: [[Int]] = Array(repeating: [], count: rows.count)
        var templateReaders: [[Int]] = Array(repeating: [], count: ruleBase.templates.count)
        for (index, rule) in ruleBase.rules.enumerated() {
            let slots = Set(rule.expressions.flatMap(\.slots).compactMap { ruleBase.record.index(of: $0) })
            for slot in slots.sorted() { slotReaders[slot].append(index) }
            var read: Set<Int> = []
            var templates: Set<Int> = []
            for case let pattern? in rules[index].patterns {
                templates.insert(pattern.template)
                if let fixed = pattern.rows { read.formUnion(fixed) } else { read.formUnion(rows.range(pattern.template)) }
            }
            for row in read.sorted() { rowReaders[row].append(index) }
            for template in templates.sorted() { templateReaders[template].append(index) }
        }
        self.slotReaders = NumberLists(slotReaders)
        self.rowReaders = NumberLists(rowReaders)
        self.templateReaders = NumberLists(templateReaders)
    }
}

extension Network {
    /// The rules of which a condition or a conclusion reads a value of the record, by their places in the rule base, in their
    /// order; none for a name that the record does not have.
    public func rules(reading slot: RecordSchema.Slot) -> [Int] {
        guard let index = ruleBase.record.index(of: slot) else { return [] }
        return slotReaders.places(of: index).map { Int(slotReaders.items[$0]) }
    }
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
