/// A rule base applied to one set of inputs: what is found, what is open, and why.
///
/// A value: a copy with other inputs is a what-if. A session has no history; after any change it equals a fresh run on
/// the same inputs.
///
///     let session = Session(ruleBase, inputs)
///     session.state(of: FindingID(template: "colour", key: ["red"]))
public struct Session: Sendable {
    public let ruleBase: RuleBase
    /// Changing the inputs runs the rules again.
    public var inputs: SessionInputs {
        didSet { run() }
    }
    public let limits: SessionLimits
    /// What went wrong in the run: rules that contradict each other, limits that were met.
    public private(set) var diagnostics: [Diagnostic] = []
    /// Conclusions whose code is not in force on the day of the analysis.
    public private(set) var notInForce: [FindingID] = []
    /// A limit was met, so that rules were not run to their end: what is found holds, and nothing that rules conclude is
    /// refuted.
    public private(set) var isCutShort = false
    /// The unknown inputs, by number.
    public private(set) var inputReferences: [InputReference] = []

    private(set) var table: FactTable
    private(set) var slots: [Possible] = []

    public init(_ ruleBase: RuleBase, _ inputs: SessionInputs, limits: SessionLimits = .standard) {
        self.ruleBase = ruleBase
        self.inputs = inputs
        self.limits = limits
        table = FactTable(templates: ruleBase.templates.count)
        run()
    }

    /// All facts, found and open, in the order in which they came.
    public var facts: [Fact] { table.facts }

    /// The facts of a template, ordered by the vocabulary of their key.
    public func facts(of template: String) -> [(id: FactID, fact: Fact)] {
        guard let index = ruleBase.templateIndex(template) else { return [] }
        return table.all(of: index).map { ($0, table[$0]) }.sorted { left, right in
            order(of: left.1).lexicographicallyPrecedes(order(of: right.1))
        }
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

    public subscript(id: FactID) -> Fact { table[id] }

    /// The fact of a finding; `nil` when it is refuted.
    public func fact(_ finding: FindingID) -> (id: FactID, fact: Fact)? {
        guard let (template, values) = ruleBase.key(of: finding) else { return nil }
        return table.id(template: template, key: values.map { .exactly($0) }).map { ($0, table[$0]) }
    }

    public func state(of finding: FindingID) -> FindingState {
        if let fact = fact(finding)?.fact { return fact.isCertain ? .found : .open }
        return mayBeConcluded(finding) ? .open : .refuted
    }

    /// Whether a finding without a fact may yet hold: it may be among the facts that stand for "perhaps others", or be
    /// what the rules did not come to.
    private func mayBeConcluded(_ finding: FindingID) -> Bool {
        guard let (template, values) = ruleBase.key(of: finding),
            !inputs.overrules.contains(where: { $0.finding == finding && $0.verdict == .rejected })
        else { return false }
        let key = values.map { ValueSet.exactly($0) }
        if isCutShort, !ruleBase.templates[template].isInput, ruleBase.templates[template].relation == nil {
            return ruleBase.code(of: template, key: key)?.validity.contains(inputs.date) ?? true
        }
        return table.all(of: template).contains { id in
            table[id].isAnonymous && zip(table[id].key, key).allSatisfy { $0.overlaps($1) }
        }
    }

    /// The id of a fact as reports and commands write it.
    public func finding(_ fact: Fact) -> FindingID {
        FindingID(
            template: ruleBase.templates[fact.template].name,
            key: fact.key.map { $0.exactValue?.text ?? "*" })
    }

    /// What is known of a named value.
    public func value(of slot: RecordSchema.Slot) -> Possible? {
        ruleBase.record.index(of: slot).map { slots[$0] }
    }

    /// What is known of a field of a fact.
    public func value(of field: String, in fact: Fact) -> Possible? {
        scope.value(of: field, in: fact)
    }

    public func reference(_ input: InputID) -> InputReference { inputReferences[Int(input.rawValue)] }

    var scope: RuleScope { RuleScope(ruleBase: ruleBase, facts: table, slots: slots, date: inputs.date) }

    var evaluator: FEELEvaluator {
        FEELEvaluator(now: FEELDateTime(inputs.date), extensions: [RuleFunctions.known: .known])
    }
}

/// Limits that keep a run finite in time and memory whatever the rules are.
public struct SessionLimits: Hashable, Sendable {
    /// Facts, open ones included.
    public var facts: Int
    /// Conclusions drawn, repeats included.
    public var firings: Int

    public init(facts: Int = 1_000_000, firings: Int = 10_000_000) {
        self.facts = facts
        self.firings = firings
    }

    public static let standard = SessionLimits()
}

extension Builtin {
    /// `known(x)`: whether the sheet gives one value for `x`.
    fileprivate static let known = Builtin(observing: RuleFunctions.known, [Parameter("value", .any)]) {
        Possible(.boolean($0.first?.set.isExact ?? false))
    }
}

// MARK: - The run

extension Session {
    private mutating func run() {
        table = FactTable(templates: ruleBase.templates.count)
        diagnostics = []
        notInForce = []
        isCutShort = false
        inputReferences = ruleBase.record.slots.map { .slot($0) }
        readSlots()
        addInputFacts()
        addRelations()
        let overrules = Overrules(inputs.overrules, ruleBase)
        addOverrules(overrules)
        var firings = 0
        for (place, stratum) in ruleBase.strata.enumerated() {
            settle(stratum.filter { ruleBase.rules[$0].validity.contains(inputs.date) }, overrules, &firings)
            if isCutShort {
                leaveFieldsOpen(concludedBy: ruleBase.strata[place...].joined())
                break
            }
        }
    }

    private mutating func readSlots() {
        slots = ruleBase.record.slots.enumerated().map { index, slot in
            let set = inputs.values[slot] ?? ruleBase.record.domains[index]
            return set.isExact ? Possible(set) : Possible(set, origins: [InputID(Int32(index))])
        }
    }

    private mutating func newInput(_ reference: InputReference) -> InputID {
        inputReferences.append(reference)
        return InputID(Int32(inputReferences.count - 1))
    }

    private mutating func addInputFacts() {
        for (index, template) in ruleBase.templates.enumerated() where template.isInput {
            for input in inputs.facts where input.template == template.name {
                let finding = FindingID(template: template.name, key: input.key.map(\.text))
                let key = input.key.map { ValueSet.exactly($0) }
                guard key.count == template.key.count else {
                    diagnostics.append(.keyCount(finding, template))
                    continue
                }
                guard table.id(template: index, key: key) == nil else {
                    diagnostics.append(.repeatedFact(finding))
                    continue
                }
                let id = newInput(.fact(finding))
                let fields = template.fields.map { field -> Possible in
                    let set = input.fields[field.name] ?? ruleBase.domain(of: field.type)
                    return set.isExact ? Possible(set) : Possible(set, origins: [id])
                }
                table.add(
                    Fact(
                        template: index, key: key, origin: .input, fields: fields,
                        isCertain: input.isCertain, origins: input.isCertain ? [] : [id], justifications: []))
            }
            addPossibleFacts(index, template)
        }
    }

    /// What the inputs do not list is not thereby absent.
    private mutating func addPossibleFacts(_ index: Int, _ template: Template) {
        let completeness = inputs.completeness[template.name]
        guard completeness != .complete else { return }
        let domains = template.fields.map { ruleBase.domain(of: $0.type) }
        func fields(_ id: InputID) -> [Possible] { domains.map { Possible($0, origins: [id]) } }
        guard template.key.count == 1, case .code(let name) = template.key[0].type,
            let vocabulary = ruleBase.vocabulary(name)
        else {
            let key = template.key.map { ruleBase.domain(of: $0.type) }
            // Where only one key is possible and it is listed, there are no others.
            guard table.id(template: index, key: key) == nil else { return }
            let id = newInput(.others(template: template.name))
            table.add(
                Fact(
                    template: index, key: key, origin: .input,
                    fields: fields(id), isCertain: false, origins: [id], justifications: []))
            return
        }
        for code in vocabulary.codes {
            let value = FEELValue.string(code.code)
            guard table.id(template: index, key: [.exactly(value)]) == nil else { continue }
            if case .asked(let asked) = completeness, asked.contains(value) { continue }
            let id = newInput(.fact(FindingID(template: template.name, key: [code.code])))
            table.add(
                Fact(
                    template: index, key: [.exactly(value)], origin: .input, fields: fields(id), isCertain: false,
                    origins: [id], justifications: []))
        }
    }

    private mutating func addRelations() {
        for (index, template) in ruleBase.templates.enumerated() {
            guard let relation = template.relation, let vocabulary = ruleBase.vocabulary(relation.vocabulary) else {
                continue
            }
            for code in vocabulary.codes {
                for other in code.codes(relation.attribute) {
                    let key: [ValueSet] = [.exactly(.string(code.code)), .exactly(.string(other))]
                    guard table.id(template: index, key: key) == nil else { continue }
                    table.add(
                        Fact(
                            template: index, key: key, origin: .relation, fields: [], isCertain: true, origins: [],
                            justifications: []))
                }
            }
        }
    }

    /// Runs a group of rules until nothing changes. Rules of one group need each other only positively, so facts and
    /// their certainty only grow.
    private mutating func settle(_ rules: [Int], _ overrules: Overrules, _ firings: inout Int) {
        var touched: Set<FactID> = []
        var isStable = false
        while !isStable {
            var derivations: [Matcher.Derivation] = []
            for rule in rules {
                var matcher = Matcher(
                    ruleBase: ruleBase, evaluator: evaluator, rule: rule, scope: scope,
                    budget: limits.firings - firings)
                matcher.run()
                diagnostics += matcher.conflicts.filter { !diagnostics.contains($0) }
                derivations += matcher.found
                firings += matcher.found.count
                if matcher.isExhausted || table.facts.count > limits.facts {
                    diagnostics.append(.limit(ruleBase.rules[rule], limits))
                    isCutShort = true
                    return
                }
            }
            isStable = true
            let group = Set(rules)
            for id in touched { table[id].justifications.removeAll { group.contains($0.rule) } }
            var entered: Set<Entry> = []
            for derivation in derivations where derive(derivation, overrules, &touched, &entered) { isStable = false }
            if rules.count == 1, !readsItself(rules[0]) { break }
        }
        for id in touched.sorted() { combineFields(of: id) }
    }

    /// A justification that a fact has. A list alone would have to be searched for each that comes.
    private struct Entry: Hashable {
        let fact: FactID
        let justification: Justification
    }

    /// Not all rules were run, so the fields of what the others conclude can be anything.
    private mutating func leaveFieldsOpen(concludedBy rules: some Sequence<Int>) {
        let templates = Set(rules.flatMap { ruleBase.rules[$0].conclusions.map(\.template) })
        for template in templates.sorted() {
            let domains = ruleBase.templates[template].fields.map { Possible(ruleBase.domain(of: $0.type)) }
            for id in table.all(of: template) { table[id].fields = domains }
        }
    }

    /// Whether the rule looks at facts of a kind that it concludes itself.
    private func readsItself(_ index: Int) -> Bool {
        let rule = ruleBase.rules[index]
        let concluded = Set(rule.conclusions.map(\.template))
        return rule.conditions.contains { condition in
            switch condition {
            case .pattern(let pattern), .exists(let pattern): concluded.contains(pattern.template)
            case .test, .absent, .every, .aggregate, .table: false
            }
        }
    }

    /// Enters a conclusion; `true` when a fact came, became certain, or waits for more inputs.
    private mutating func derive(
        _ derivation: Matcher.Derivation, _ overrules: Overrules, _ touched: inout Set<FactID>,
        _ entered: inout Set<Entry>
    ) -> Bool {
        let justification = derivation.justification
        let isExact = derivation.key.allSatisfy(\.set.isExact)
        var changed = false
        for key in keys(derivation.key.map(\.set)) {
            if isInForce(derivation.template, key) == false { continue }
            if overrules.rejects(derivation.template, key) { continue }
            let origins = derivation.key.reduce(justification.origins) { InputID.merge($0, $1.origins) }
            let isCertain = justification.isCertain && isExact
            let entry = Justification(
                rule: justification.rule, conclusion: justification.conclusion, supports: justification.supports,
                values: justification.values, isCertain: isCertain, origins: isCertain ? [] : origins)
            guard let id = table.id(template: derivation.template, key: key) else {
                let template = ruleBase.templates[derivation.template]
                let id = table.add(
                    Fact(
                        template: derivation.template, key: key, origin: .derived,
                        fields: template.fields.map { Possible(FieldCombination.nothing($0.combination)) },
                        isCertain: isCertain,
                        origins: entry.origins, justifications: [entry]))
                touched.insert(id)
                entered.insert(Entry(fact: id, justification: entry))
                changed = true
                continue
            }
            touched.insert(id)
            if entered.insert(Entry(fact: id, justification: entry)).inserted { table.append(entry, to: id) }
            guard !table[id].isCertain else { continue }
            let waitsFor = isCertain ? [] : InputID.merge(table[id].origins, entry.origins)
            if isCertain || waitsFor != table[id].origins {
                table[id].isCertain = isCertain
                table[id].origins = waitsFor
                changed = true
            }
        }
        return changed
    }

    /// The exact keys that a key can be; one inexact key where they cannot be listed.
    private func keys(_ sets: [ValueSet]) -> [[ValueSet]] {
        var result: [[ValueSet]] = [[]]
        for set in sets {
            guard let values = set.finiteValues, result.count * values.count <= 1_000 else { return [sets] }
            result = result.flatMap { head in values.filter { !$0.isNull }.map { head + [.exactly($0)] } }
        }
        return result
    }

    private mutating func isInForce(_ template: Int, _ key: [ValueSet]) -> Bool {
        guard let code = ruleBase.code(of: template, key: key), !code.validity.contains(inputs.date) else {
            return true
        }
        let finding = FindingID(
            template: ruleBase.templates[template].name, key: key.map { $0.exactValue?.text ?? "*" })
        if !notInForce.contains(finding) { notInForce.append(finding) }
        return false
    }

    /// Settles the fields, the certainty and the order of justifications of a fact.
    private mutating func combineFields(of id: FactID) {
        var fact = table[id]
        let template = ruleBase.templates[fact.template]
        let certain = fact.justifications.filter(\.isCertain)
        fact.justifications = certain + fact.justifications.filter { !$0.isCertain }
        let isAdded = if case .overrule = fact.origin { true } else { false }
        fact.isCertain = isAdded || !certain.isEmpty
        fact.origins = fact.isCertain ? [] : fact.justifications.reduce([]) { InputID.merge($0, $1.origins) }
        for (place, field) in template.fields.enumerated() {
            var contributions: [FieldCombination.Contribution] = []
            for justification in fact.justifications {
                let conclusion = ruleBase.rules[justification.rule].conclusions[justification.conclusion]
                for (entry, value) in zip(conclusion.fields, justification.values) where entry.index == place {
                    contributions.append(
                        FieldCombination.Contribution(
                            value: value, isCertain: justification.isCertain, rule: justification.rule,
                            origins: justification.origins))
                }
            }
            let combination = FieldCombination(combination: field.combination)
            let isGiven = contributions.count == fact.justifications.count
            let (value, conflict) = combination.combined(contributions, isGiven: isGiven)
            // A person who adds a finding says nothing of its fields; only certain rules do.
            fact.fields[place] =
                isAdded && !contributions.contains(where: \.isCertain)
                ? unknown(field, of: finding(fact)) : value
            if let conflict {
                let found = Diagnostic.conflict(
                    finding(fact), field, ruleBase.rules[conflict.0], ruleBase.rules[conflict.1])
                if !diagnostics.contains(found) { diagnostics.append(found) }
            }
        }
        table[id] = fact
    }

    /// Adds what a person added, before any rule runs, so that consequences follow. What they rejected is never derived.
    private mutating func addOverrules(_ overrules: Overrules) {
        for (template, key, reason) in overrules.additions {
            let set = key.map { ValueSet.exactly($0) }
            if let id = table.id(template: template, key: set) {
                table[id].origin = .overrule(reason: reason)
                table[id].isCertain = true
                table[id].origins = []
                continue
            }
            let finding = FindingID(template: ruleBase.templates[template].name, key: key.map(\.text))
            let fields = ruleBase.templates[template].fields
            if !fields.isEmpty { _ = newInput(.fact(finding)) }
            table.add(
                Fact(
                    template: template, key: set, origin: .overrule(reason: reason),
                    fields: fields.map { unknown($0, of: finding) }, isCertain: true, origins: [], justifications: []))
        }
    }

    /// A field of which a person who added the finding said nothing: it waits for what they know of it.
    private func unknown(_ field: Template.Field, of finding: FindingID) -> Possible {
        let place = inputReferences.lastIndex(of: .fact(finding)).map { InputID(Int32($0)) }
        return Possible(ruleBase.domain(of: field.type), origins: place.map { [$0] } ?? [])
    }
}

/// What people overruled, by template and key.
private struct Overrules {
    private var rejected: Set<[FEELValue]> = []
    private(set) var additions: [(template: Int, key: [FEELValue], reason: String)] = []

    init(_ overrules: [SessionInputs.Overrule], _ ruleBase: RuleBase) {
        for overrule in overrules {
            guard let (template, key) = ruleBase.key(of: overrule.finding) else { continue }
            switch overrule.verdict {
            case .rejected: rejected.insert([.string(overrule.finding.template)] + key)
            case .added: additions.append((template, key, overrule.reason))
            }
        }
        names = ruleBase.templates.map(\.name)
    }

    private let names: [String]

    func rejects(_ template: Int, _ key: [ValueSet]) -> Bool {
        guard !rejected.isEmpty else { return false }
        let values = key.compactMap(\.exactValue)
        return values.count == key.count && rejected.contains([.string(names[template])] + values)
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func limit(_ rule: Rule, _ limits: SessionLimits) -> Diagnostic {
        Diagnostic(
            code: "session/limit",
            message: LocalizedText(
                nl: "de grens van \(limits.facts) feiten of \(limits.firings) gevolgtrekkingen is bereikt bij regel "
                    + "‘\(rule.name)’",
                en: "the limit of \(limits.facts) facts or \(limits.firings) conclusions is met at rule ‘\(rule.name)’"),
            at: rule.span,
            hint: LocalizedText(
                nl: "maak de voorwaarden van deze regel enger", en: "make the conditions of this rule narrower"))
    }

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
