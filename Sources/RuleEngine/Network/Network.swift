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
/// Rules over one record have few matches, so that remembering their parts would cost more than it saves.
///
///     let network = Network(ruleBase)
///     let session = Session(network, inputs)
public final class Network: Sendable {
    public let ruleBase: RuleBase
    let strata: [Stratum]
    /// The stratum of each rule.
    let stratumOfRule: [Int]
    let rules: [RulePlan]
    let rows: RowLayout
    let places: PlaceLayout
    /// The rules that read each value of the record.
    let slotReaders: [[Int]]
    /// The rules that look at each fixed row.
    let rowReaders: [[Int]]
    /// The rules that look at facts of each template, for rows that are not fixed.
    let templateReaders: [[Int]]

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
        strata = ruleBase.strata.map { rules in
            Stratum(rules: rules, isRecursive: rules.count > 1 || rules.contains { ruleBase.rules[$0].readsItself })
        }
        var stratumOfRule = Array(repeating: 0, count: ruleBase.rules.count)
        for (place, stratum) in ruleBase.strata.enumerated() {
            for rule in stratum { stratumOfRule[rule] = place }
        }
        self.stratumOfRule = stratumOfRule
        let rows = RowLayout(ruleBase)
        self.rows = rows
        var places = PlaceLayout(ruleBase)
        let compiler = RuleCompiler(ruleBase, rows)
        rules = ruleBase.rules.indices.map { compiler.plan($0, &places) }
        self.places = places
        inputs = InputLayout(ruleBase, rows)

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
        self.slotReaders = slotReaders
        self.rowReaders = rowReaders
        self.templateReaders = templateReaders
    }
}

extension Rule {
    /// Whether the rule looks at facts of a kind that it concludes itself, so that it can feed itself.
    fileprivate var readsItself: Bool {
        let concluded = Set(conclusions.map(\.template))
        return conditions.contains { condition in
            switch condition {
            case .pattern(let pattern), .exists(let pattern): concluded.contains(pattern.template)
            case .test, .absent, .every, .aggregate: false
            }
        }
    }
}
