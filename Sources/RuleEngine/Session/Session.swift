/// A rule base applied to one set of inputs: what is found, what is open, and why.
///
/// A value: a copy with other inputs is a what-if. A change of inputs updates only what depends on it; after any
/// history a session says what a fresh one on the same inputs says.
///
///     var session = Session(network, inputs)
///     session.state(of: FindingID(template: "colour", key: ["red"]))
///     session.set(RecordSchema.Slot(name: "height"), to: .exactly(.number(3)))
///
/// Making one runs all rules; nothing is left to call. What goes wrong in a run stands in `diagnostics`. A session is
/// not for two threads at once, but each thread may have a copy.
public struct Session: Sendable {
    /// The compiled rules, shared with other sessions.
    public let network: Network
    /// What cuts its runs short.
    public let limits: SessionLimits
    /// Offsets of the named zones that rules compare times in; without them such times cannot be compared.
    package let timeZones: (any TimeZoneRules)?
    var given: SessionInputs
    /// What went wrong with the inputs themselves, or with the run as a whole.
    var faults: [Diagnostic] = []
    /// Fields to which rules give values that contradict each other.
    var conflicts: [FactField: Diagnostic] = [:]
    /// By rule, rows of tables that hit together although they may not.
    var tableConflicts: [Int: [Diagnostic]] = [:]
    /// By rule, what it would conclude but that the code is not in force on the day of the analysis.
    var outOfForce: [Int: [OutOfForce]] = [:]
    /// A limit was met, so that rules were not run to their end: what is found holds, and nothing that rules conclude
    /// is refuted.
    package internal(set) var isCutShort = false
    /// The rule at which a limit was met.
    var cutRule: Int?
    /// The unknown inputs, by number.
    package internal(set) var inputReferences: [InputReference] = []
    /// What it took to come to the present state.
    package internal(set) var work = Work()

    var table: FactTable
    /// The known set of values of each slot of the record.
    var slots: [UncertainValue] = []
    /// The values of parameters on the day, and then constants and registers: what lies behind the record in `cells`.
    var others: [UncertainValue] = []
    var cells: [Cell] = []
    /// What each rule of plain steps concludes now, but for rules with one fixed target: what they conclude stands with
    /// that fact alone.
    var derived: [[Derived]]
    /// The ways in which rules that join facts are met.
    var ways: WayTable
    var memory: MatchMemory
    /// By rule that is written out, the rows of what it concludes, as far as they were made; negative for any other.
    var settledRows: [[Int32]]
    /// By rule, what changed since it was last run; only for rules that keep their ways.
    var changes: [RuleChanges]
    /// By recursive stratum, facts whose support from lower strata changed since its last evaluation.
    var deletionCandidates: [Int: [FactID]] = [:]
    /// The rules that are run at all; `nil` when all are.
    private(set) var considered: [Bool]?
    /// The rules that are valid on the day and run at all; empty when all are.
    var isValid: [Bool] = []
    var evaluator = FEELEvaluator()
    var overrules = Overrules()
    var agenda: StratumSet
    /// The stratum that is being run.
    var stratum = 0
    /// By stratum, the facts to update before it runs; and the strata that have any.
    var deferredFacts: [[FactID]]
    var deferringStrata: StratumSet
    /// Whether any fact waits for its update.
    var hasDeferredFacts = false
    /// Conclusions that are held, repeats included.
    var firings = 0
    /// Conditions and facts that were tried since all rules were run.
    var steps = 0
    /// Bytes of the justifications that were made since they were last counted, with those held then.
    var bytes = 0
    /// The numbers of inputs that came with facts, so that each keeps its number.
    var inputNumbers: [InputReference: InputID] = [:]

    /// A field of a fact.
    struct FactField: Hashable, Comparable {
        let fact: FactID
        let field: Int

        static func < (left: FactField, right: FactField) -> Bool {
            (left.fact, left.field) < (right.fact, right.field)
        }
    }

    /// A conclusion that is not in force, and the facts of the way that leads to it.
    struct OutOfForce: Hashable {
        let finding: FindingID
        let facts: [FactID]
    }

    /// A conclusion that holds or may hold.
    struct Derived: Equatable {
        let fact: FactID
        let justification: Justification
    }

    /// How much was done since the session began.
    package struct Work: Hashable, Sendable {
        /// Rules that were tried.
        package var rules = 0
        /// Facts whose state was worked out.
        package var facts = 0
        /// Ways to meet rules that join facts of which the justification was worked out.
        package var ways = 0
        /// Complete runs.
        package var runs = 0
    }

    /// Runs the rules on the inputs.
    ///
    /// - Parameters:
    ///   - network: shared by sessions over the same rules.
    ///   - limits: what cuts the run short, so that it always ends.
    ///   - considered: by rule, whether it is run; `nil`: all are. Of findings that rest on rules left out the session
    ///     says nothing that counts; `Network.rules(leadingTo:)` tells which rules some findings need.
    public init(
        _ network: Network, _ inputs: SessionInputs, limits: SessionLimits = .standard,
        considering considered: [Bool]? = nil
    ) {
        self.init(network, inputs, limits: limits, timeZones: nil, considering: considered)
    }

    /// - Parameter timeZones: offsets of the named zones that rules compare times in.
    package init(
        _ network: Network, _ inputs: SessionInputs, limits: SessionLimits = .standard,
        timeZones: (any TimeZoneRules)?, considering considered: [Bool]? = nil
    ) {
        self.considered = considered
        self.timeZones = timeZones
        self.network = network
        self.limits = limits
        given = inputs
        table = FactTable(network.rows, templates: network.ruleBase.templates.count)
        derived = Array(repeating: [], count: network.ruleBase.rules.count)
        ways = WayTable(rules: network.hasWays ? network.ruleBase.rules.count : 0)
        settledRows = Array(repeating: [], count: network.hasWays ? network.ruleBase.rules.count : 0)
        changes = Array(
            repeating: RuleChanges(isWhole: true), count: network.hasWays ? network.ruleBase.rules.count : 0)
        agenda = StratumSet(count: network.strata.count)
        deferredFacts = Array(repeating: [], count: network.hasWays ? network.strata.count + 1 : 0)
        deferringStrata = StratumSet(count: deferredFacts.count)
        memory = MatchMemory(network)
        start()
    }

    /// The same state, from which on only some of the rules are run: for trials that ask for what these conclude.
    ///
    /// - Parameter rules: by rule, whether it is run; together with each rule those that it rests on, as
    ///   `Network.rules(leadingTo:)` gives them. Of what other rules conclude the copy says nothing that counts.
    package func running(only rules: [Bool]) -> Session {
        var copy = self
        copy.considered = considered.map { zip($0, rules).map { $0 && $1 } } ?? rules
        copy.isValid = isValid.isEmpty ? rules : zip(isValid, rules).map { $0 && $1 }
        return copy
    }

    /// Compiles the rules first. Where there are several sessions, make the network once.
    package init(
        _ ruleBase: RuleBase, _ inputs: SessionInputs, limits: SessionLimits = .standard,
        timeZones: (any TimeZoneRules)? = nil
    ) {
        self.init(Network(ruleBase), inputs, limits: limits, timeZones: timeZones)
    }

    /// The rules that it applies, with their vocabularies and templates.
    package var ruleBase: RuleBase { _read { yield network.ruleBase } }

    /// How many rules were tried since the session began, those of the first run included: what changes have cost.
    public var triedRuleCount: Int { work.rules }
    /// How many facts were worked out since the session began.
    public var updatedFactCount: Int { work.facts }

    /// What went wrong in the run: rules that contradict each other, limits that were met.
    public var diagnostics: [Diagnostic] { faults + undatedParameterWarning + contradictions }

    /// Rules that contradict each other on what is known now.
    private var contradictions: [Diagnostic] {
        guard !(tableConflicts.isEmpty && conflicts.isEmpty) else { return [] }
        return tableConflicts.sorted { $0.key < $1.key }.flatMap(\.value)
            + conflicts.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Parameters that rules of this day read and that have no value yet, in the order of the rule base. What rests on them
    /// is not known.
    package var undatedParameters: [Parameter] {
        if let begin = network.parametersBegin, begin <= given.date { return [] }
        let undated = ruleBase.parameters.filter { $0.value(on: given.date) == nil }
        guard !undated.isEmpty else { return [] }
        var read: Set<String> = []
        for (index, rule) in ruleBase.rules.enumerated() where isValid.isEmpty || isValid[index] {
            read.formUnion(rule.parameters)
        }
        return undated.filter { read.contains($0.name) }
    }

    private var undatedParameterWarning: [Diagnostic] {
        let parameters = undatedParameters
        return parameters.isEmpty ? [] : [.undated(parameters, on: given.date)]
    }

    /// Conclusions whose code is not in force on the day of the analysis, in the order in which rules are decided.
    package var notInForce: [FindingID] {
        guard !outOfForce.isEmpty else { return [] }
        var result: [FindingID] = []
        for rule in network.strata.flatMap(\.rules) {
            let findings = Set((outOfForce[rule] ?? []).map(\.finding)).subtracting(result)
            result += findings.sorted { $0.description < $1.description }
        }
        return result
    }

    /// All facts, found and open, template by template in the order of their keys.
    public var facts: [Fact] {
        var result: [Fact] = []
        result.reserveCapacity(table.count)
        for template in ruleBase.templates.indices { for id in table.all(of: template) { result.append(table[id]) } }
        return result
    }

    /// The facts of a template, ordered by the vocabulary of their key.
    package func facts(of template: String) -> [(id: FactID, fact: Fact)] {
        guard let index = ruleBase.templateIndex(template) else { return [] }
        let all = table.all(of: index)
        // One fact stands in no order.
        guard all.count > 1 else { return all.map { ($0, table[$0]) } }
        return all.map { id -> (order: [String], id: FactID, fact: Fact) in
            let fact = table[id]
            return (order(of: fact), id, fact)
        }.sorted { $0.order.lexicographicallyPrecedes($1.order) }.map { ($0.id, $0.fact) }
    }

    private func order(of fact: Fact) -> [String] {
        zip(ruleBase.templates[fact.template].key, fact.key).map { field, set in
            guard case .exactly(let value) = set else { return "\u{10FFFF}" }
            if case .code(let name) = field.type, let position = ruleBase.vocabulary(name)?.position(of: value.text) {
                let digits = String(position)
                return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
            }
            return value.text
        }
    }

    package subscript(id: FactID) -> Fact { table[id] }

    /// The fact of a finding; `nil` when it is refuted.
    package func fact(_ finding: FindingID) -> (id: FactID, fact: Fact)? {
        guard let (template, values) = ruleBase.key(of: finding) else { return nil }
        return table.id(template: template, key: values.map { .exactly($0) }).map { ($0, table[$0]) }
    }

    /// Found, open or refuted. A finding of a template that the rules do not know is refuted.
    public func state(of finding: FindingID) -> FindingState {
        if let fact = fact(finding)?.fact { return fact.isCertain ? .found : .open }
        return mayBeConcluded(finding) ? .open : .refuted
    }

    /// Whether a finding without a fact may yet hold: it may be among the facts that stand for "perhaps others", or be
    /// what the rules did not come to.
    private func mayBeConcluded(_ finding: FindingID) -> Bool {
        guard let (template, values) = ruleBase.key(of: finding) else { return false }
        let key = values.map { ValueSet.exactly($0) }
        guard !overrules.rejects(template, key) else { return false }
        if isCutShort, !ruleBase.templates[template].isInput, ruleBase.templates[template].relation == nil {
            return ruleBase.code(of: template, key: key)?.validity.contains(given.date) ?? true
        }
        return table.unfixed(of: template).contains { id in
            !table.isExact(id) && zip(table[id].key, key).allSatisfy { $0.overlaps($1) }
        }
    }

    /// Which facts of a template are found or open, ordered by the vocabulary of their key. None for a template that
    /// the rules do not know.
    public func findings(of template: String) -> [FindingID] { facts(of: template).map { finding($0.fact) } }

    /// The id of a fact as reports and commands write it.
    public func finding(_ fact: Fact) -> FindingID {
        FindingID(
            template: ruleBase.templates[fact.template].name,
            key: fact.key.map { $0.exactValue?.text ?? "*" })
    }

    /// What a named value can still be; `nil` for a name that the record does not have.
    public func possibleValues(of slot: RecordSchema.Slot) -> ValueSet? { value(of: slot)?.set }

    /// What a field of a finding can still be; `nil` when the finding is refuted or has no such field.
    public func possibleValues(of field: String, in finding: FindingID) -> ValueSet? {
        fact(finding).flatMap { value(of: field, in: $0.fact)?.set }
    }

    /// What is known of a named value.
    package func value(of slot: RecordSchema.Slot) -> UncertainValue? {
        ruleBase.record.index(of: slot).map { slots[$0] }
    }

    /// What is known of a field of a fact.
    package func value(of field: String, in fact: Fact) -> UncertainValue? {
        scope.value(of: field, in: fact)
    }

    package func reference(_ input: InputID) -> InputReference { inputReferences[Int(input.rawValue)] }

    var scope: RuleScope { RuleScope(network: network, facts: table, slots: slots, date: given.date) }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func undated(_ parameters: [Parameter], on date: FEELDate) -> Diagnostic {
        let names = parameters.prefix(5).map(\.name).joined(separator: ", ") + (parameters.count > 5 ? ", …" : "")
        let isOne = parameters.count == 1
        return Diagnostic(
            .warning, code: "session/parameter-without-value",
            message: LocalizedText(
                nl: isOne
                    ? "parameter ‘\(names)’ heeft op \(date) nog geen waarde; wat daarop rust, is niet bekend"
                    : "\(parameters.count) parameters hebben op \(date) nog geen waarde (\(names)); wat daarop rust, is "
                        + "niet bekend",
                en: isOne
                    ? "parameter ‘\(names)’ has no value yet on \(date); what rests on it is not known"
                    : "\(parameters.count) parameters have no value yet on \(date) (\(names)); what rests on them is not "
                        + "known"),
            at: parameters[0].span,
            hint: LocalizedText(
                nl: "kies een latere dag, of geef onder values: een waarde die eerder begint",
                en: "choose a later day, or give a value under values: that begins earlier"))
    }
}
