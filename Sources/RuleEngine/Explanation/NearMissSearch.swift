/// Looks for the ways through one rule that come nearest to a conclusion with a given key.
///
/// Each pattern is bound to a fact that is there or to one that is missing. What is known of keys travels along the
/// constraints in both directions, from the wanted key too, so that a rule is tried on the facts that it is about.
/// Patterns whose facts are fixed are bound first. Rests on the idea of abductive explanation: which facts, were they
/// there, would let the rule conclude (Poole, Goebel and Aleliunas 1987).
struct NearMissSearch {
    /// So many ways are tried at most for one rule.
    static let limit = 500
    /// So many facts of a pattern are imagined at most, where more than one key fits.
    static let missingLimit = 100

    /// What a pattern is bound to.
    enum Bound: Hashable {
        case fact(FactID)
        /// A fact that the session does not have.
        case missing(FindingID)
    }

    /// A way through the rule: what each pattern is bound to, and the state of each condition.
    struct Way {
        /// By condition; `nil` for conditions that bind no fact.
        let bounds: [Bound?]
        let states: [ConditionState]

        var failing: Int { states.count { $0 == .fails || $0 == .notReached } }
        var open: Int { states.count { $0 == .open } }
    }

    let session: Session
    let rule: Rule
    let wanted: TargetKey
    private let index: Int
    private let patterns: [PatternKeys]
    private var ways: [Way] = []
    private var tried = 0
    private let kept: Int

    /// A pattern of the rule with what is known of the key of its fact.
    private struct PatternKeys {
        let condition: Int
        let pattern: Rule.Pattern
        var key: [FEELValue?]
        /// Key fields that equal a key field of another pattern.
        var links: [(field: Int, other: String, otherField: Int)]
        /// Other members that must have a value, for the conclusion to be the wanted one.
        var members: [(name: String, value: FEELValue)] = []
    }

    /// - Parameter kept: the number of ways to give.
    init?(session: Session, rule: Int, conclusion: Int, key: [FEELValue], kept: Int = 1) {
        self.session = session
        self.rule = session.ruleBase.rules[rule]
        index = rule
        self.kept = kept
        guard let wanted = TargetKey(self.rule.conclusions[conclusion], key, of: self.rule) else { return nil }
        self.wanted = wanted
        patterns = Self.patterns(of: self.rule, wanted, session.ruleBase)
    }

    /// Ways to any conclusion of the rule.
    init(session: Session, rule: Int, kept: Int = 1) {
        self.session = session
        self.rule = session.ruleBase.rules[rule]
        index = rule
        self.kept = kept
        wanted = TargetKey()
        patterns = Self.patterns(of: self.rule, wanted, session.ruleBase)
    }

    /// The nearest first: fewest failing conditions, then fewest open ones.
    mutating func nearest() -> [Way] {
        bind(patterns, [:])
        return ways
    }

    // MARK: What is known of keys

    private static func patterns(of rule: Rule, _ wanted: TargetKey, _ ruleBase: RuleBase) -> [PatternKeys] {
        var result: [PatternKeys] = []
        for (position, condition) in rule.conditions.enumerated() {
            guard case .pattern(let pattern) = condition else { continue }
            let template = ruleBase.templates[pattern.template]
            var entry = PatternKeys(
                condition: position, pattern: pattern, key: Array(repeating: nil, count: template.key.count), links: [])
            for constraint in pattern.constraints {
                guard case .key(let field) = constraint.field else { continue }
                switch constraint.value {
                case .literal(let value): entry.key[field] = value
                case .computed(let expression):
                    guard case .path(let base, let member) = expression.expression.kind,
                        case .name(let name) = base.kind,
                        let other = result.first(where: { $0.pattern.variable == name }),
                        let otherField = ruleBase.templates[other.pattern.template].keyIndex(of: member)
                    else { continue }
                    entry.links.append((field, name, otherField))
                }
            }
            for member in wanted.members where member.variable == pattern.variable {
                if let field = template.keyIndex(of: member.member) {
                    entry.key[field] = member.value
                } else {
                    entry.members.append((member.member, member.value))
                }
            }
            result.append(entry)
        }
        return spread(result)
    }

    /// Carries known key values along the links until nothing changes.
    private static func spread(_ patterns: [PatternKeys]) -> [PatternKeys] {
        var patterns = patterns
        var changed = true
        while changed {
            changed = false
            for position in patterns.indices {
                for link in patterns[position].links {
                    guard let other = patterns.firstIndex(where: { $0.pattern.variable == link.other }) else {
                        continue
                    }
                    let (mine, theirs) = (patterns[position].key[link.field], patterns[other].key[link.otherField])
                    if let mine, theirs == nil {
                        patterns[other].key[link.otherField] = mine
                        changed = true
                    } else if mine == nil, let theirs {
                        patterns[position].key[link.field] = theirs
                        changed = true
                    }
                }
            }
        }
        return patterns
    }

    // MARK: The search

    private mutating func bind(_ open: [PatternKeys], _ bound: [Int: Bound]) {
        guard tried < Self.limit else { return }
        guard let position = next(open) else {
            tried += 1
            add(way(bound))
            return
        }
        let entry = open[position]
        for candidate in candidates(entry) {
            var rest = open
            rest[position].key = key(of: candidate)
            rest = Self.spread(rest)
            rest.remove(at: position)
            // What was bound is known; its links to patterns that are left have been followed.
            var bound = bound
            bound[entry.condition] = candidate
            bind(rest, bound)
        }
    }

    /// The pattern with the fewest facts to try: fixed ones, then those with a known key, then in the order of the
    /// rule.
    private func next(_ open: [PatternKeys]) -> Int? {
        func rank(_ entry: PatternKeys) -> Int {
            let template = session.ruleBase.templates[entry.pattern.template]
            if entry.key.allSatisfy({ $0 != nil }) { return 0 }
            return template.relation != nil ? 1 : entry.key.contains { $0 != nil } ? 2 : 3
        }
        return open.indices.min { (rank(open[$0]), $0) < (rank(open[$1]), $1) }
    }

    private func key(of bound: Bound) -> [FEELValue?] {
        switch bound {
        case .fact(let id): session[id].key.map(\.exactValue)
        case .missing(let finding): session.ruleBase.key(of: finding)?.values ?? []
        }
    }

    /// Facts that fit what is known of the key, then those that could be there.
    private func candidates(_ entry: PatternKeys) -> [Bound] {
        let template = session.ruleBase.templates[entry.pattern.template]
        let there = known(entry).filter { id in
            for field in entry.key.indices {
                guard case .exactly(let value) = session.table.key(field, of: id) else { return false }
                if let wanted = entry.key[field], wanted != value { return false }
            }
            return entry.members.allSatisfy { member in
                session.value(of: member.name, in: session[id])?.set.contains(member.value) ?? false
            }
        }
        var bounds = there.map { Bound.fact($0) }
        if template.relation == nil {
            let missing = missingKeys(entry, template)
            let present = missing.isEmpty ? [] : Set(there.compactMap { session[$0].exactKey })
            bounds += missing.filter { !present.contains($0) }.map { key in
                .missing(FindingID(template: template.name, key: key.map(\.text)))
            }
        }
        return bounds.filter { session.mayEverMatch(entry.pattern, key(of: $0).compactMap { $0 }) }
    }

    /// The facts of the template, as far as a key that is known leaves them.
    private func known(_ entry: PatternKeys) -> [FactID] {
        guard let field = entry.key.firstIndex(where: { $0 != nil }), let value = entry.key[field] else {
            return session.table.all(of: entry.pattern.template)
        }
        return session.table.matching(template: entry.pattern.template, field: field, value: value)
    }

    /// The keys that a fact could have: what is known, and for one unknown code each code.
    private func missingKeys(_ entry: PatternKeys, _ template: Template) -> [[FEELValue]] {
        let unknown = entry.key.indices.filter { entry.key[$0] == nil }
        guard let position = unknown.first else { return [entry.key.compactMap { $0 }] }
        guard unknown.count == 1, case .code(let name) = template.key[position].type,
            let vocabulary = session.ruleBase.vocabulary(name)
        else { return [] }
        return vocabulary.codes.prefix(Self.missingLimit).map { code in
            entry.key.map { $0 ?? .string(code.code) }
        }
    }

    private mutating func add(_ way: Way) {
        let position = ways.firstIndex { (way.failing, way.open) < ($0.failing, $0.open) } ?? ways.count
        ways.insert(way, at: position)
        if ways.count > kept { ways.removeLast() }
    }

    // MARK: Verdicts

    private func way(_ bound: [Int: Bound]) -> Way {
        var walk = RuleReplay(session: session, rule: index, wanted: wanted)
        for position in rule.conditions.indices { walk.meet(position, bound[position]) }
        return Way(bounds: rule.conditions.indices.map { bound[$0] }, states: walk.states)
    }
}

extension Session {
    /// Whether a fact with this key can satisfy the filter of a pattern, whatever its fields and the inputs are.
    func mayEverMatch(_ pattern: Rule.Pattern, _ key: [FEELValue]) -> Bool {
        guard let filter = pattern.filter, filter.slots.isEmpty,
            filter.variables.allSatisfy({ $0.name == pattern.variable })
        else { return true }
        var scope = scope
        scope.bind(pattern.variable, .value(imagined(pattern.template, key)))
        return evaluator.evaluate(filter, in: scope).result.set.possiblyTrue
    }

    /// A fact that is not there, as expressions would see it: its key and what is fixed for its code are known.
    func imagined(_ template: Int, _ key: [FEELValue]) -> UncertainValue {
        let sets = key.map { ValueSet.exactly($0) }
        let template = ruleBase.templates[template]
        var entries = zip(template.key, sets).map { ValueSet.Entry(key: $0.name, value: $1) }
        entries += template.fields.map { ValueSet.Entry(key: $0.name, value: ruleBase.domain(of: $0.type)) }
        if let index = ruleBase.templateIndex(template.name), let code = ruleBase.code(of: index, key: sets),
            let vocabulary = template.describedBy.flatMap({ ruleBase.vocabulary($0) })
        {
            for attribute in vocabulary.attributes where attribute.kind != .text {
                entries.append(.init(key: attribute.name, value: .exactly(code.value(attribute.name) ?? .null)))
            }
        }
        return UncertainValue(ValueSet(entries: entries))
    }
}
