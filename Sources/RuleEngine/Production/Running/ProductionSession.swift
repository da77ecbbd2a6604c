/// A run of a production system: a working memory, and the rules that change it one firing at a time. A value.
///
///     var session = ProductionSession(network)
///     try session.assert("visitor", ["name": .string("Ann"), "arrived": .number(1)])
///     session.run()
///     for fact in session.facts { print(fact.template, fact["name"] ?? .null) }
///
/// Which rule fires first is fixed: salience, then the recency of the matched facts (LEX), then the name of the rule.
public struct ProductionSession: Sendable {
    /// Where a run stands.
    public enum State: Hashable, Sendable {
        /// Rules may be ready to fire.
        case running
        /// No rule is ready.
        case exhausted
        /// A rule said `halt`.
        case halted
        /// A limit or a fault; the diagnostics say which.
        case stopped
    }

    package let network: ProductionNetwork
    package let limits: ProductionLimits
    /// Where the run stands.
    public private(set) var state = State.running
    /// How often rules fired, all together.
    public private(set) var firings = 0
    /// How often each rule fired, in the order of the rules in the set.
    public private(set) var firingsByRule: [Int]
    /// What stopped the run.
    public private(set) var diagnostics: [Diagnostic] = []

    var matcher: ProductionMatcher
    private var added = Rows<Int32>()
    private var removed = Rows<Int32>()
    private var changes = Rows<Change>()
    /// The values of the fact at hand; as long as the widest template asks for.
    private var row: Rows<CompactValue>
    private var owner = Owner()

    /// A session with the facts of the rule set in its working memory.
    /// A run that has not begun: working memory holds the facts of the rule set.
    public init(_ network: ProductionNetwork) { self.init(network, limits: .standard) }

    package init(_ network: ProductionNetwork, limits: ProductionLimits) {
        self.network = network
        self.limits = limits
        firingsByRule = [Int](repeating: 0, count: network.productionSet.rules.count)
        matcher = ProductionMatcher(network, tokenLimit: limits.matches, tryLimit: limits.tries)
        row = Rows(repeating: .null, count: network.productionSet.templates.map(\.fields.count).max() ?? 0)
        for fact in network.productionSet.facts {
            for (field, value) in fact.values.enumerated() { row[field] = matcher.values.compact(value) }
            if let added = matcher.facts.add(Int32(fact.template), row) { matcher.enter(added) }
        }
        checkLimits(rule: nil)
    }

    /// A fact that takes the place of another.
    private struct Change: Sendable {
        let old: Int32
        let new: Int32
        let fields: FieldSet
    }

    /// Shared with every copy of the session: whoever holds it alone holds all rows alone, and need not ask each.
    private final class Owner: Sendable {}

    /// To be called before a change, see `Rows`.
    private mutating func own() {
        guard !isKnownUniquelyReferenced(&owner) else { return }
        matcher.own()
        added.own()
        removed.own()
        changes.own()
        row.own()
        // Last: from here on the other session is free to write what this one has read.
        owner = Owner()
    }

    // MARK: Working memory

    /// The facts in the order in which they came.
    public var facts: [ProductionFact] {
        matcher.facts.heads.indices.filter { matcher.facts.heads[$0].tag > 0 }
            .sorted { matcher.facts.heads[$0].tag < matcher.facts.heads[$1].tag }
            .map { fact(Int32($0)) }
    }

    /// The facts of a template in the order in which they came.
    public func facts(of template: String) -> [ProductionFact] { facts.filter { $0.template == template } }

    /// The number of facts in working memory.
    public var factCount: Int { matcher.facts.count }

    private func fact(_ row: Int32) -> ProductionFact {
        let head = matcher.facts.heads[row]
        let template = network.productionSet.templates[Int(head.template)]
        let entries = zip(template.fields, matcher.facts.row(row)).map { field, value in
            FEELContext.Entry(key: field.name, value: matcher.values.value(value))
        }
        return ProductionFact(id: Int(head.tag), template: template.name, fields: FEELContext(entries))
    }

    /// Adds a fact; fields that are not given are null.
    ///
    /// - Throws: when the rule set has no such template or field, or a value does not fit.
    /// - Returns: the number of the fact, or `nil` when an equal one is there, or the session has stopped.
    @discardableResult
    public mutating func assert(_ template: String, _ fields: FEELContext) throws(ProductionFactError) -> Int? {
        let templates = network.productionSet.templates
        guard let index = templates.firstIndex(where: { $0.name == template }) else { throw .unknownTemplate(template) }
        own()
        for field in templates[index].fields.indices { row[field] = .null }
        for entry in fields.entries {
            guard let field = templates[index].fieldIndex(of: entry.key) else {
                throw .unknownField(entry.key, template: template)
            }
            guard templates[index].fields[field].type.accepts(entry.value) else {
                throw .wrongValue(entry.value, field: entry.key, template: template)
            }
            row[field] = matcher.values.compact(entry.value)
        }
        guard state != .stopped, let fact = matcher.facts.add(Int32(index), row) else { return nil }
        matcher.enter(fact)
        if state == .exhausted { state = .running }
        checkLimits(rule: nil)
        return Int(matcher.facts.tag(fact))
    }

    /// Takes a fact out of working memory.
    ///
    /// - Returns: whether there was one with that number.
    @discardableResult
    public mutating func retract(_ id: Int) -> Bool {
        guard state != .stopped, let tag = Int32(exactly: id), let fact = matcher.facts.fact(tagged: tag) else {
            return false
        }
        own()
        matcher.facts.remove(fact)
        matcher.leave(fact)
        matcher.facts.release(fact)
        if state == .exhausted { state = .running }
        checkLimits(rule: nil)
        return true
    }

    /// The matches that wait to fire, in the order of rules and of facts.
    package var conflictSet: [ProductionFiring] {
        matcher.agenda.contents(matcher.tokens)
            .sorted { $0.rule != $1.rule ? $0.rule < $1.rule : $0.tags.lexicographicallyPrecedes($1.tags) }
            .map { ProductionFiring(rule: network.name(of: $0.rule), facts: $0.tags.map { Int($0) }) }
    }

    // MARK: Firing

    /// Fires rules until none is ready, one says `halt`, or a limit is met; `state` then says which.
    ///
    /// - Parameter isInTime: asked every 64 firings; the run stops when it says no.
    public mutating func run(while isInTime: () -> Bool = { true }) { run(listener: nil, while: isInTime) }

    /// The same, for whoever follows it.
    ///
    /// - Parameters:
    ///   - listener: told what happens, in order.
    ///   - isInTime: asked every 64 firings; the run stops when it says no.
    package mutating func run(
        listener: ((ProductionEvent) -> Void)?, while isInTime: () -> Bool = { true }
    ) {
        own()
        while state == .running {
            if firings & 63 == 63, !isInTime() {
                stop(.timeIsUp(firings))
                return
            }
            fire(listener)
        }
    }

    /// Fires the rule that is first on the agenda.
    ///
    /// - Returns: what fired; `nil` when nothing could.
    package mutating func step(listener: ((ProductionEvent) -> Void)? = nil) -> ProductionFiring? {
        own()
        var firing: ProductionFiring?
        fire { event in
            if case .fired(let found) = event { firing = found }
            listener?(event)
        }
        return firing
    }

    private mutating func fire(_ listener: ((ProductionEvent) -> Void)?) {
        guard state == .running else { return }
        guard let activation = matcher.agenda.next(matcher.tokens) else {
            state = .exhausted
            return
        }
        let rule = Int(activation.rule)
        let source = network.rules[rule].source
        guard firings < limits.firings else {
            stop(.limit(.firings(limits.firings), rule: network.productionSet.rules[source]))
            return
        }
        firings += 1
        firingsByRule[source] += 1
        matcher.bind(activation.token)
        let levels = network.rules[rule].levels
        for gate in activation.gates.indices { matcher.binding[levels + gate] = activation.gates[gate] }
        if let listener { listener(.fired(firing(of: rule))) }
        carryOut(rule, listener)
        for position in changes.indices {
            matcher.hand(changes[position].old, to: changes[position].new, changed: changes[position].fields)
        }
        for position in changes.indices { matcher.renewMatches(of: changes[position].new) }
        for position in changes.indices { matcher.enter(changes[position].new, changed: changes[position].fields) }
        for position in added.indices { matcher.enter(added[position]) }
        for position in removed.indices {
            matcher.leave(removed[position])
            matcher.facts.release(removed[position])
        }
        changes.cut(to: 0)
        added.cut(to: 0)
        removed.cut(to: 0)
        checkLimits(rule: activation.rule)
    }

    private func firing(of rule: Int) -> ProductionFiring {
        ProductionFiring(
            rule: network.name(of: Int32(rule)),
            facts: network.rules[rule].order.map { Int(matcher.facts.tag(matcher.binding[Int($0)])) })
    }

    /// Carries out the actions of a rule in working memory; the network hears of them afterwards.
    private mutating func carryOut(_ rule: Int, _ listener: ((ProductionEvent) -> Void)?) {
        var locals = 0
        for position in network.rules[rule].actions {
            guard state != .stopped else { return }
            let action = network.actions[Int(position)]
            switch action.kind {
            case .bind:
                matcher.locals[locals] = matcher.value(of: action.operand)
                locals += 1
            case .assert:
                for field in 0..<matcher.facts.width(of: action.operand) { row[field] = .null }
                if let new = add(action.operand, action.fields, rule, listener) { added.append(new) }
            case .modify: modify(matcher.binding[action.operand], action.fields, rule, listener)
            case .retract:
                let fact = matcher.binding[action.operand]
                if matcher.facts.isPresent(fact) { remove(fact, listener) }
            case .halt: state = .halted
            }
        }
    }

    private mutating func modify(
        _ fact: Int32, _ fields: Range<Int32>, _ rule: Int, _ listener: ((ProductionEvent) -> Void)?
    ) {
        guard matcher.facts.isPresent(fact) else { return }
        let template = matcher.facts.heads[fact].template
        for field in 0..<matcher.facts.width(of: template) { row[field] = matcher.facts.value(fact, field) }
        remove(fact, listener)
        guard let new = add(template, fields, rule, listener) else { return }
        let differences = differences(fact, new, in: fields)
        if differences.isEmpty {
            added.append(new)
        } else {
            changes.append(Change(old: fact, new: new, fields: differences))
        }
    }

    private mutating func remove(_ fact: Int32, _ listener: ((ProductionEvent) -> Void)?) {
        if let listener { listener(.retracted(self.fact(fact))) }
        matcher.facts.remove(fact)
        removed.append(fact)
    }

    /// Those of the fields in which two facts differ.
    private func differences(_ old: Int32, _ new: Int32, in fields: Range<Int32>) -> FieldSet {
        var result = FieldSet()
        for position in fields {
            let field = Int(network.assignments[Int(position)].field)
            if matcher.facts.value(old, field) != matcher.facts.value(new, field) { result.insert(field) }
        }
        return result
    }

    /// Adds the fact in `row` with new values in some fields.
    ///
    /// - Returns: its row; `nil` when an equal fact is there, or a value does not fit.
    private mutating func add(
        _ template: Int32, _ fields: Range<Int32>, _ rule: Int, _ listener: ((ProductionEvent) -> Void)?
    ) -> Int32? {
        for position in fields {
            let assignment = network.assignments[Int(position)]
            let value = matcher.value(of: assignment.program)
            let field = Int(assignment.field)
            guard assignment.isSafe || accepts(value, template, field) else {
                let template = network.productionSet.templates[Int(template)]
                stop(
                    .valueNotAllowed(
                        matcher.values.value(value), field: template.fields[field].name, of: template.name,
                        rule: network.productionSet.rules[network.rules[rule].source]))
                return nil
            }
            row[field] = value
        }
        guard let fact = matcher.facts.add(template, row) else { return nil }
        if let listener { listener(.asserted(self.fact(fact))) }
        return fact
    }

    @inline(__always)
    private func accepts(_ value: CompactValue, _ template: Int32, _ field: Int) -> Bool {
        if network.alwaysFits(value.kind, template, field) { return true }
        return network.productionSet.templates[Int(template)].fields[field].type.accepts(matcher.values.value(value))
    }

    // MARK: Limits

    private mutating func checkLimits(rule: Int32?) {
        let limit: Diagnostic.ProductionLimit
        var culprit = rule
        if let overflow = matcher.overflow {
            limit = matcher.tries > limits.tries ? .tries(limits.tries) : .matches(limits.matches)
            culprit = overflow
        } else if matcher.facts.count > limits.facts || matcher.facts.nextTag == .max {
            limit = .facts(limits.facts)
        } else if (rule == nil ? Int(matcher.facts.nextTag) : firings) & 63 == 0, matcher.bytes > limits.bytes {
            limit = .bytes(limits.bytes)
        } else {
            return
        }
        stop(.limit(limit, rule: culprit.map { network.productionSet.rules[network.rules[Int($0)].source] }))
    }

    private mutating func stop(_ diagnostic: Diagnostic) {
        state = .stopped
        diagnostics.append(diagnostic)
    }
}

extension ProductionMatcher {
    /// Bytes in use.
    var bytes: Int { facts.bytes + tokens.bytes + factChains.bytes + tokenChains.bytes + agenda.bytes }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate enum ProductionLimit {
        case firings(Int), facts(Int), matches(Int), tries(Int), bytes(Int)

        var hint: LocalizedText {
            if case .tries = self {
                return LocalizedText(
                    nl: "laat de voorwaarden van de regel elkaars velden met = vergelijken, of verhoog de grens",
                    en: "let the conditions of the rule compare each other's fields with =, or raise the limit")
            }
            return LocalizedText(
                nl:
                    "maakt de regel steeds iets waar hij zelf weer op past? Voeg een voorwaarde toe, of verhoog de grens",
                en: "does the rule keep making what it matches itself? Add a condition, or raise the limit")
        }

        var text: LocalizedText {
            switch self {
            case .firings(let count): LocalizedText(nl: "\(count) keer vuren", en: "\(count) firings")
            case .facts(let count): LocalizedText(nl: "\(count) feiten", en: "\(count) facts")
            case .matches(let count): LocalizedText(nl: "\(count) passende combinaties", en: "\(count) matches")
            case .tries(let count): LocalizedText(nl: "\(count) pogingen", en: "\(count) tries")
            case .bytes(let count):
                LocalizedText(nl: "\(count / 1_000_000) MB geheugen", en: "\(count / 1_000_000) MB of memory")
            }
        }
    }

    fileprivate static func limit(_ limit: ProductionLimit, rule: ProductionRule?) -> Diagnostic {
        let culprit = rule.map { LocalizedText(nl: " bij regel ‘\($0.name)’", en: " at rule ‘\($0.name)’") }
        return Diagnostic(
            code: "production/limit",
            message: LocalizedText(
                nl: "de grens van \(limit.text.nl) is bereikt\(culprit?.nl ?? "")",
                en: "the limit of \(limit.text.en) is reached\(culprit?.en ?? "")"),
            at: rule?.span,
            hint: limit.hint)
    }

    fileprivate static func timeIsUp(_ firings: Int) -> Diagnostic {
        Diagnostic(
            code: "production/time",
            message: LocalizedText(
                nl: "de tijd is om na \(firings) keer vuren", en: "time is up after \(firings) firings"),
            at: nil,
            hint: LocalizedText(
                nl: "geef de regels meer tijd, of kijk welke regel zo vaak vuurt",
                en: "give the rules more time, or see which rule fires so often"))
    }

    fileprivate static func valueNotAllowed(
        _ value: FEELValue, field: String, of template: String, rule: ProductionRule
    ) -> Diagnostic {
        Diagnostic(
            code: "production/value-not-allowed",
            message: LocalizedText(
                nl:
                    "regel ‘\(rule.name)’ geeft veld ‘\(field)’ van ‘\(template)’ de waarde \(value.literal); die past er niet in",
                en:
                    "rule ‘\(rule.name)’ gives field ‘\(field)’ of ‘\(template)’ the value \(value.literal), which does not fit"
            ),
            at: rule.span,
            hint: LocalizedText(
                nl: "pas de berekening aan, of het type van het veld",
                en: "change the computation, or the type of the field"))
    }
}
