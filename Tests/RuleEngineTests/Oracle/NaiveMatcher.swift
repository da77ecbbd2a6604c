import RuleEngine

/// A second reading of what rules mean, made to be obviously right: no indexes, no clever order of evaluation.
///
/// For each rule it tries every combination of facts, and for each group of rules it draws all conclusions anew from
/// the facts of the round before, until a round changes nothing. It shares with a session only the rule base and FEEL.
struct NaiveMatcher {
    struct NaiveFact: Hashable {
        let template: Int
        let key: [ValueSet]
        var fields: [ValueSet]
        var isCertain: Bool
        /// As text: the rule, what met each condition, and whether it is certain.
        var justifications: Set<String> = []
    }

    let ruleBase: RuleBase
    let inputs: SessionInputs
    private(set) var facts: [NaiveFact] = []
    private let equality: FEELExpression

    init?(_ ruleBase: RuleBase, _ inputs: SessionInputs) {
        guard let equality = FEELParser.parse("left = right").expression else { return nil }
        self.ruleBase = ruleBase
        self.inputs = inputs
        self.equality = equality
        facts = givenFacts()
        run()
    }

    /// A fact in words, the same for a session and its twin.
    static func name(_ template: Int, _ key: [ValueSet]) -> String { "\(template):\(key.map(\.description))" }

    // MARK: Input

    private func givenFacts() -> [NaiveFact] {
        var result: [NaiveFact] = []
        for (index, template) in ruleBase.templates.enumerated() {
            guard let relation = template.relation else { continue }
            for code in ruleBase.vocabulary(relation.vocabulary)?.codes ?? [] {
                let others = relation.attribute.map { code.codes($0) + [code.string($0)].compactMap(\.self) }
                for key in others.map({ $0.map { [code.code, $0] } }) ?? [[code.code]] {
                    let key = key.map { ValueSet.exactly(.string($0)) }
                    result.append(NaiveFact(template: index, key: key, fields: [], isCertain: true))
                }
            }
        }
        for (index, template) in ruleBase.templates.enumerated() where template.isInput {
            for fact in inputs.facts where fact.template == template.name {
                result.append(
                    NaiveFact(
                        template: index, key: fact.key.map { .exactly($0) },
                        fields: template.fields.map { fact.fields[$0.name] ?? ruleBase.domain(of: $0.type) },
                        isCertain: fact.isCertain))
            }
            if inputs.completeness[template.name] == .complete { continue }
            let domains = template.key.map { ruleBase.domain(of: $0.type) }
            let codes = domains.count == 1 ? domains[0].finiteValues : nil
            let keys = codes.map { $0.map { [ValueSet.exactly($0)] } } ?? [domains]
            for key in keys where !result.contains(where: { $0.template == index && $0.key == key }) {
                if case .asked(let asked) = inputs.completeness[template.name], let code = key[0].exactValue,
                    asked.contains(code)
                {
                    continue
                }
                result.append(
                    NaiveFact(
                        template: index, key: key, fields: template.fields.map { ruleBase.domain(of: $0.type) },
                        isCertain: false))
            }
        }
        return result
    }

    // MARK: Rounds

    private struct Derivation {
        let template: Int
        let key: [ValueSet]
        let fields: [Int: ValueSet]
        let isCertain: Bool
        let text: String
    }

    private mutating func run() {
        let given = facts
        var decided: [Int] = []
        for group in ruleBase.strata {
            decided += group
            while true {
                let derivations = decided.flatMap { self.derivations(of: $0) }
                let next = given + concluded(derivations)
                let isStable = Set(next) == Set(facts)
                facts = next
                if isStable { break }
            }
        }
    }

    private func concluded(_ derivations: [Derivation]) -> [NaiveFact] {
        let groups = Dictionary(grouping: derivations) { Self.name($0.template, $0.key) }
        return groups.keys.sorted().compactMap { name in
            guard let group = groups[name], let first = group.first else { return nil }
            return NaiveFact(
                template: first.template, key: first.key,
                fields: ruleBase.templates[first.template].fields.indices.map { place in
                    NaiveCombination.value(
                        of: ruleBase.templates[first.template].fields[place].combination,
                        group.compactMap { part in part.fields[place].map { ($0, part.isCertain) } },
                        isGiven: group.allSatisfy { $0.fields[place] != nil })
                },
                isCertain: group.contains(where: \.isCertain), justifications: Set(group.map(\.text)))
        }
    }

    // MARK: One rule

    /// What the conditions so far have bound and shown.
    private struct State {
        var scope: NaiveScope
        var isCertain = true
        var text: [String] = []
    }

    private func derivations(of index: Int) -> [Derivation] {
        let rule = ruleBase.rules[index]
        guard rule.validity.contains(inputs.date) else { return [] }
        var states = [State(scope: NaiveScope(ruleBase: ruleBase, inputs: inputs))]
        for condition in rule.conditions { states = states.flatMap { met(condition, $0) } }
        return states.flatMap { state in
            rule.conclusions.enumerated().flatMap { place, conclusion in
                let keys = conclusion.key.map { value(of: $0, state.scope) }
                let isExact = keys.allSatisfy(\.isExact)
                let fields = Dictionary(
                    conclusion.fields.map { ($0.index, value(of: $0.value, state.scope)) }, uniquingKeysWith: { $1 })
                return Self.exactKeys(keys).map { key in
                    Derivation(
                        template: conclusion.template, key: key, fields: fields, isCertain: state.isCertain && isExact,
                        text: "\(rule.name) \(place) \(state.isCertain && isExact) "
                            + state.text.joined(separator: "; "))
                }
            }
        }
    }

    private static func exactKeys(_ key: [ValueSet]) -> [[ValueSet]] {
        key.reduce([[]]) { heads, set in
            heads.flatMap { head in
                (set.finiteValues?.filter { !$0.isNull }.map { .exactly($0) } ?? [set]).map { head + [$0] }
            }
        }
    }

    private func met(_ condition: Rule.Condition, _ state: State) -> [State] {
        var next = state
        switch condition {
        case .test(let test):
            let truth = evaluate(test, state.scope)
            guard truth.possiblyTrue else { return [] }
            next.isCertain = next.isCertain && truth.certainlyTrue
            next.text.append("test")
            return [next]
        case .pattern(let pattern):
            return matches(pattern, state.scope).map { fact, isCertain in
                var next = state
                next.scope.variables[pattern.variable] = .fact(fact)
                next.isCertain = next.isCertain && isCertain
                next.text.append("\(Self.name(fact.template, fact.key)) \(isCertain)")
                return next
            }
        case .exists(let pattern):
            let all = matches(pattern, state.scope)
            guard !all.isEmpty else { return [] }
            let isCertain = all.contains { $0.isCertain }
            next.isCertain = next.isCertain && isCertain
            next.text.append("exists \(Self.names(all.map(\.fact))) \(isCertain)")
            return [next]
        case .absent(let pattern):
            let all = matches(pattern, state.scope)
            if all.contains(where: \.isCertain) { return [] }
            next.isCertain = next.isCertain && all.isEmpty
            next.text.append("absent \(Self.names(all.map(\.fact)))")
            return [next]
        case .every(let pattern, let satisfies):
            let all = matches(pattern, state.scope)
            let results = all.map { fact, isCertain in
                var scope = state.scope
                scope.variables[pattern.variable] = .fact(fact)
                return (isCertain: isCertain, truth: evaluate(satisfies, scope))
            }
            if results.contains(where: { $0.isCertain && !$0.truth.possiblyTrue }) { return [] }
            let isCertain = results.allSatisfy(\.truth.certainlyTrue)
            next.isCertain = next.isCertain && isCertain
            next.text.append("every \(Self.names(all.map(\.fact))) \(isCertain)")
            return [next]
        case .aggregate(let aggregate):
            let all = matches(aggregate.pattern, state.scope)
            let value = value(of: aggregate, all, state.scope)
            next.scope.variables[aggregate.variable] = .value(value)
            next.text.append("\(aggregate.function) \(value) \(Self.names(all.map(\.fact)))")
            return [next]
        case .table(let table):
            let result = NaiveTable(table).result { evaluate($0, state.scope) }
            guard let value = result.withoutNull else { return [] }
            next.scope.variables[table.variable] = .value(value)
            next.isCertain = next.isCertain && !result.possiblyNull
            next.text.append("table \(value) \(!result.possiblyNull)")
            return [next]
        }
    }

    static func names(_ facts: [NaiveFact]) -> [String] { facts.map { name($0.template, $0.key) }.sorted() }

    private func matches(_ pattern: Rule.Pattern, _ scope: NaiveScope) -> [(fact: NaiveFact, isCertain: Bool)] {
        facts.compactMap { fact in
            guard fact.template == pattern.template else { return nil }
            var isCertain = fact.isCertain
            var inner = scope
            inner.variables[pattern.variable] = .fact(fact)
            for constraint in pattern.constraints {
                let sides = FEELDictionaryScope([
                    "left": UncertainValue(field(constraint.field, of: fact, inner)),
                    "right": UncertainValue(value(of: constraint.value, scope)),
                ])
                let truth = FEELEvaluator().evaluate(equality, in: sides).result.set
                guard truth.possiblyTrue else { return nil }
                isCertain = isCertain && truth.certainlyTrue
            }
            if let filter = pattern.filter {
                let truth = evaluate(filter, inner)
                guard truth.possiblyTrue else { return nil }
                isCertain = isCertain && truth.certainlyTrue
            }
            return (fact, isCertain)
        }
    }

    private func field(_ place: Rule.FieldReference, of fact: NaiveFact, _ scope: NaiveScope) -> ValueSet {
        switch place {
        case .key(let index): fact.key[index]
        case .field(let index): fact.fields[index]
        case .attribute(let name): scope.member(name, of: fact)
        }
    }

    private func value(
        of aggregate: Rule.Aggregate, _ all: [(fact: NaiveFact, isCertain: Bool)], _ scope: NaiveScope
    ) -> ValueSet {
        let named = all.filter { $0.fact.key.allSatisfy(\.isExact) }
        let isOpen = named.count < all.count
        let sorted = named.sorted {
            Self.name($0.fact.template, $0.fact.key) < Self.name($1.fact.template, $1.fact.key)
        }
        var members = sorted.map { fact, isCertain in
            var inner = scope
            inner.variables[aggregate.pattern.variable] = .fact(fact)
            let value = aggregate.of.map { evaluate($0, inner) } ?? inner.whole(fact)
            return UncertainList.Member(value, certain: isCertain)
        }
        let isKnown = !isOpen && members.allSatisfy { $0.certain && $0.value.isExact }
        if aggregate.distinct {
            members = members.enumerated().filter { place, member in
                !member.value.isExact || !members[..<place].contains { $0.value == member.value }
            }.map { _, member in
                // Of equal ones one counts, which is certain when one of them is.
                let twins = member.value.isExact ? members.filter { $0.value == member.value } : [member]
                let isCertain = twins.contains(where: \.certain)
                return UncertainList.Member(member.value, certain: isCertain)
            }
        }
        if aggregate.function == .sum { members.append(.init(.exactly(.number(FEELNumber(0))), certain: true)) }
        let list: ValueSet =
            isKnown
            ? .exactly(.list(members.compactMap(\.value.exactValue)))
            : .list(UncertainList(members: members, open: isOpen, distinct: aggregate.distinct, unordered: true))
        guard aggregate.function != .collect,
            let call = FEELParser.parse("\(aggregate.function.rawValue)(list)").expression
        else { return list }
        return FEELEvaluator().evaluate(call, in: FEELDictionaryScope(["list": UncertainValue(list)])).result.set
    }

    private func value(of operand: Rule.Operand, _ scope: NaiveScope) -> ValueSet {
        switch operand {
        case .literal(let value): .exactly(value)
        case .computed(let expression): evaluate(expression, scope)
        }
    }

    private func evaluate(_ expression: RuleExpression, _ scope: NaiveScope) -> ValueSet {
        FEELEvaluator().evaluate(expression.expression, in: scope).result.set
    }
}

/// What expressions see in a naive match.
struct NaiveScope: FEELScope {
    enum Binding {
        case fact(NaiveMatcher.NaiveFact)
        case value(ValueSet)
    }

    let ruleBase: RuleBase
    let inputs: SessionInputs
    var variables: [String: Binding] = [:]

    func value(of name: String) -> UncertainValue? {
        switch variables[name] {
        case .fact(let fact): return UncertainValue(whole(fact))
        case .value(let value): return UncertainValue(value)
        case nil: break
        }
        for (slot, domain) in zip(ruleBase.record.slots, ruleBase.record.domains) where slot.path == name {
            return UncertainValue(inputs.values[slot] ?? domain)
        }
        return nil
    }

    func value(of name: String, member: String) -> UncertainValue? {
        guard case .fact(let fact) = variables[name] else { return nil }
        return UncertainValue(self.member(member, of: fact))
    }

    func member(_ name: String, of fact: NaiveMatcher.NaiveFact) -> ValueSet {
        let template = ruleBase.templates[fact.template]
        for (field, value) in zip(template.key + template.fields, fact.key + fact.fields) where field.name == name {
            return value
        }
        guard let code = ruleBase.code(of: fact.template, key: fact.key) else { return .anything }
        return .exactly(code.value(name) ?? .null)
    }

    func whole(_ fact: NaiveMatcher.NaiveFact) -> ValueSet {
        let template = ruleBase.templates[fact.template]
        return ValueSet(
            entries: zip(template.key + template.fields, fact.key + fact.fields).map {
                ValueSet.Entry(key: $0.name, value: $1)
            })
    }
}
