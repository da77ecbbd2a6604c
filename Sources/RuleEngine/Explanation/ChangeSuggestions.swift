/// Changes of single inputs of which at least one is part of every way to make a finding hold, or to undo it.
///
/// A finding that holds keeps its derivation until something that the derivation reads changes; a rule that does not
/// conclude keeps failing until one of its failing conditions is met. So of all derivations one is enough to look at,
/// and of each failing rule one condition. This is the conflict set of model-based diagnosis (Reiter 1987), with for
/// each input only the values just past the thresholds that it meets.
struct ChangeSuggestions {
    let session: Session
    let scale: InputScale
    /// What is sought: that the finding surely holds, for which inputs that are not known may become known too; or that
    /// it no longer surely holds.
    let isStrict: Bool

    private var underWay: Set<Goal> = []
    private var known: [Goal: [InputChange]] = [:]

    /// What is to become of a fact.
    private enum Goal: Hashable {
        case hold(FindingID)
        case fail(FactID)
        /// Another value of a field, larger or smaller where it is a number.
        case alter(FactID, field: String)
    }

    init(session: Session, scale: InputScale, isStrict: Bool) {
        self.session = session
        self.scale = scale
        self.isStrict = isStrict
    }

    private var towardsTrue: TruthAim { isStrict ? .surelyTrue : .perhapsTrue }
    private var towardsFalse: TruthAim { isStrict ? .surelyFalse : .perhapsFalse }

    private var ruleBase: RuleBase { session.ruleBase }
    private var solver: ThresholdSolver { ThresholdSolver(session: session, scale: scale) }

    /// Changes towards the finding being found.
    mutating func holding(_ finding: FindingID) -> [InputChange] { reach(.hold(finding)) ?? [] }

    /// Changes towards the finding being no longer found.
    mutating func undoing(_ finding: FindingID) -> [InputChange] {
        guard let id = session.fact(finding)?.id else { return [] }
        return reach(.fail(id)) ?? []
    }

    /// `nil` when the goal needs itself.
    private mutating func reach(_ goal: Goal) -> [InputChange]? {
        if let known = known[goal] { return known }
        guard underWay.insert(goal).inserted else { return nil }
        let changes: [InputChange]? =
            switch goal {
            case .hold(let finding): hold(finding)
            case .fail(let id): fail(id)
            case .alter(let id, let field): alter(id, field)
            }
        underWay.remove(goal)
        if let changes { known[goal] = changes }
        return changes
    }

    /// Each change once, in the order in which they come.
    private static func joined(_ lists: [[InputChange]]) -> [InputChange] {
        var seen: Set<InputChange> = []
        return lists.joined().filter { seen.insert($0).inserted }
    }

    /// The shortest list; the first of equals.
    private static func shortest(_ lists: [[InputChange]]) -> [InputChange]? {
        lists.enumerated().min { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }?.element
    }

    // MARK: Facts

    private mutating func fail(_ id: FactID) -> [InputChange]? {
        let fact = session[id]
        guard fact.isCertain || isStrict, !fact.isAnonymous else { return [] }
        switch fact.origin {
        case .relation, .overrule: return []
        case .input:
            let finding = session.finding(fact)
            return scale.fixedTemplates.contains(finding.template) ? [] : [.absent(finding)]
        case .derived:
            // A justification that rests on the fact itself is no reason of its own.
            var ways: [[InputChange]] = []
            for justification in fact.justifications where justification.isCertain == fact.isCertain {
                if let way = breaking(justification) { ways.append(way) }
            }
            return Self.shortest(ways)
        }
    }

    private mutating func hold(_ finding: FindingID) -> [InputChange]? {
        let state = session.state(of: finding)
        guard isStrict ? state != .found : state == .refuted else { return [] }
        guard let (template, key) = ruleBase.key(of: finding) else { return [] }
        if ruleBase.templates[template].relation != nil { return [] }
        if ruleBase.templates[template].isInput {
            return scale.fixedTemplates.contains(finding.template) ? [] : [.present(finding)]
        }
        if session.inputs.overrules.contains(where: { $0.finding == finding && $0.verdict == .rejected }) { return [] }
        var lists: [[InputChange]] = []
        for index in ruleBase.rules.indices { lists += firing(index, template, key) }
        return Self.joined(lists)
    }

    /// For each conclusion of a rule that can give the fact, changes towards its conditions.
    private mutating func firing(_ index: Int, _ template: Int, _ key: [FEELValue]) -> [[InputChange]] {
        let rule = ruleBase.rules[index]
        guard rule.validity.contains(session.inputs.date) else { return [] }
        var lists: [[InputChange]] = []
        for (place, conclusion) in rule.conclusions.enumerated() where conclusion.template == template {
            guard
                var search = NearMissSearch(
                    session: session, rule: index, conclusion: place, key: key, kept: Self.waysPerRule)
            else { continue }
            for way in search.nearest() { lists.append(meeting(way, of: index)) }
        }
        return lists
    }

    /// So many ways through one rule are followed.
    private static let waysPerRule = 12

    // MARK: Rules

    /// Changes towards one condition of a way that does not hold; none when such a condition is out of reach.
    private mutating func meeting(_ way: NearMissSearch.Way, of index: Int) -> [InputChange] {
        var walk = RuleWalk(session: session, rule: index)
        var lists: [[InputChange]] = []
        for (place, condition) in ruleBase.rules[index].conditions.enumerated() {
            let before = walk.place
            walk.meet(place, way.bounds[place])
            let verdict = walk.verdicts[place]
            guard verdict == .fails || (verdict == .open && isStrict) else { continue }
            let list: [InputChange]? =
                switch condition {
                case .test(let expression): changing(expression.expression, towardsTrue, before)
                case .pattern(let pattern): way.bounds[place].flatMap { matching($0, pattern, walk.place) }
                case .exists(let pattern): appearing(pattern, before)
                case .absent(let pattern): disappearing(pattern, walk.facts[place], before)
                case .every(let pattern, let satisfies):
                    everySatisfying(pattern, satisfies, walk.facts[place], before)
                case .aggregate: []
                }
            guard let list else { continue }
            if list.isEmpty { return [] }
            lists.append(list)
        }
        return Self.shortest(lists) ?? []
    }

    /// Changes of which one is needed to break a derivation; `nil` when it rests on what is being undone.
    private mutating func breaking(_ justification: Justification) -> [InputChange]? {
        let rule = ruleBase.rules[justification.rule]
        var walk = RuleWalk(session: session, rule: justification.rule)
        var lists: [[InputChange]] = []
        for (place, (condition, support)) in zip(rule.conditions, justification.supports).enumerated() {
            let before = walk.place
            var bound: NearMissSearch.Bound?
            if case .fact(let id, _) = support { bound = .fact(id) }
            walk.meet(place, bound)
            switch (condition, support) {
            case (.test(let expression), _): lists.append(changing(expression.expression, towardsFalse, before))
            case (.pattern(let pattern), .fact(let id, _)):
                guard let list = reach(.fail(id)) else { return nil }
                lists.append(list)
                lists.append(mismatching(id, pattern, walk.place))
            case (.exists(let pattern), .existence(let facts, _)):
                let ways = facts.filter { session[$0].isCertain || isStrict }.compactMap { id -> [InputChange]? in
                    let gone = reach(.fail(id))
                    return gone.map { Self.joined([$0, mismatching(id, pattern, before.binding(pattern.variable, id))]) }
                }
                guard let way = Self.shortest(ways) else { return nil }
                lists.append(way)
            case (.absent(let pattern), _): lists.append(appearing(pattern, before))
            case (.every(let pattern, let satisfies), _):
                lists.append(appearing(pattern, before))
                lists.append(failing(satisfies, of: pattern, before))
            default: break
            }
        }
        return Self.joined(lists)
    }

    // MARK: Patterns

    /// Changes towards a fact that is there and fits; `nil` when that rests on what is being sought.
    private mutating func matching(
        _ bound: NearMissSearch.Bound, _ pattern: Rule.Pattern, _ place: RulePlace
    ) -> [InputChange]? {
        switch bound {
        case .missing(let finding): return reach(.hold(finding))
        case .fact(let id):
            let finding = session.finding(session[id])
            if isStrict, !session[id].isCertain { return reach(.hold(finding)) }
            return Self.joined(memberChanges(id, pattern) + [pattern.filter.map { changing($0.expression, towardsTrue, place) } ?? []])
        }
    }

    /// Changes that make a fact fit no longer, the fact itself staying.
    private mutating func mismatching(_ id: FactID, _ pattern: Rule.Pattern, _ place: RulePlace) -> [InputChange] {
        Self.joined(memberChanges(id, pattern) + [pattern.filter.map { changing($0.expression, towardsFalse, place) } ?? []])
    }

    /// Changes of fields that constraints of the pattern ask for.
    private mutating func memberChanges(_ id: FactID, _ pattern: Rule.Pattern) -> [[InputChange]] {
        let fields = ruleBase.templates[pattern.template].fields
        return pattern.constraints.compactMap { constraint in
            guard case .field(let place) = constraint.place else { return nil }
            var wanted: FEELValue?
            if case .literal(let value) = constraint.value { wanted = value }
            return inputField(id, fields[place], wanted) ?? reach(.alter(id, field: fields[place].name)) ?? []
        }
    }

    /// Changes towards some fact that matches a pattern, there or not yet.
    private mutating func appearing(_ pattern: Rule.Pattern, _ place: RulePlace) -> [InputChange] {
        let template = ruleBase.templates[pattern.template]
        var lists: [[InputChange]] = []
        for (id, fact) in session.facts(of: template.name) where !fact.isAnonymous && fits(fact, pattern, place) {
            let inner = place.binding(pattern.variable, id)
            lists.append(matching(.fact(id), pattern, inner) ?? [])
        }
        guard template.relation == nil else { return Self.joined(lists) }
        for finding in missing(pattern, place) { lists.append(reach(.hold(finding)) ?? []) }
        return Self.joined(lists)
    }

    /// Changes towards no fact being there that matches; of those that do, the one with the fewest is enough.
    private mutating func disappearing(
        _ pattern: Rule.Pattern, _ facts: [FactID], _ place: RulePlace
    ) -> [InputChange]? {
        var ways: [[InputChange]] = []
        for id in facts {
            let inner = place.binding(pattern.variable, id)
            guard let gone = reach(.fail(id)) else { continue }
            ways.append(Self.joined([gone, mismatching(id, pattern, inner)]))
        }
        return Self.shortest(ways)
    }

    private mutating func everySatisfying(
        _ pattern: Rule.Pattern, _ satisfies: RuleExpression, _ facts: [FactID], _ place: RulePlace
    ) -> [InputChange]? {
        var ways: [[InputChange]] = []
        for id in facts {
            let inner = place.binding(pattern.variable, id)
            let gone = reach(.fail(id)) ?? []
            ways.append(Self.joined([gone, changing(satisfies.expression, towardsTrue, inner), mismatching(id, pattern, inner)]))
        }
        return Self.shortest(ways)
    }

    private mutating func failing(
        _ satisfies: RuleExpression, of pattern: Rule.Pattern, _ place: RulePlace
    ) -> [InputChange] {
        let template = ruleBase.templates[pattern.template].name
        let lists = session.facts(of: template).filter { !$0.fact.isAnonymous }.map { id, _ -> [InputChange] in
            let inner = place.binding(pattern.variable, id)
            return changing(satisfies.expression, towardsFalse, inner)
        }
        return Self.joined(lists)
    }

    /// Whether the key of a fact is the one that the pattern asks for.
    private func fits(_ fact: Fact, _ pattern: Rule.Pattern, _ place: RulePlace) -> Bool {
        pattern.constraints.allSatisfy { constraint in
            guard case .key(let field) = constraint.place else { return true }
            let wanted: ValueSet =
                switch constraint.value {
                case .literal(let value): .exactly(value)
                case .computed(let expression): session.evaluator.evaluate(expression.expression, in: place.scope).result.set
                }
            return fact.key[field].overlaps(wanted)
        }
    }

    /// The findings that would match a pattern and have no fact.
    private func missing(_ pattern: Rule.Pattern, _ place: RulePlace) -> [FindingID] {
        let template = ruleBase.templates[pattern.template]
        var keys: [[FEELValue]] = [[]]
        for (index, field) in template.key.enumerated() {
            let constraint = pattern.constraints.first { $0.place == .key(index) }
            let values: [FEELValue]
            switch constraint?.value {
            case .literal(let value): values = [value]
            case .computed(let expression):
                values = session.evaluator.evaluate(expression.expression, in: place.scope).result.set.finiteValues ?? []
            case nil:
                guard case .code(let name) = field.type, let vocabulary = ruleBase.vocabulary(name) else { return [] }
                values = vocabulary.codes.map { .string($0.code) }
            }
            keys = keys.flatMap { head in values.map { head + [$0] } }
            guard keys.count <= NearMissSearch.missingLimit else { return [] }
        }
        return keys.filter { key in
            guard let filter = pattern.filter else { return true }
            var inner = place.scope
            inner.bind(pattern.variable, .value(session.imagined(pattern.template, key)))
            return session.evaluator.evaluate(filter.expression, in: inner).result.set.possiblyTrue
        }
        .map { FindingID(template: template.name, key: $0.map(\.text)) }
        .filter { session.fact($0) == nil }
    }

    // MARK: Fields

    /// A field of a fact from outside, which is an input by itself; `nil` for other facts.
    private func inputField(_ id: FactID, _ field: Template.Field, _ wanted: FEELValue?) -> [InputChange]? {
        let fact = session[id]
        guard case .input = fact.origin else { return nil }
        let finding = session.finding(fact)
        guard !scale.fixedTemplates.contains(finding.template),
            let now = session.value(of: field.name, in: fact)?.set
        else { return [] }
        if !isStrict, !now.isExact { return [] }
        let all = ruleBase.domain(of: field.type).finiteValues ?? wanted.map { [$0] } ?? []
        return all.filter { now.exactValue != $0 }.map { .field(finding, name: field.name, $0) }
    }

    /// Changes that may give a field of a concluded fact another value: breaking what gives it now, or letting other
    /// rules give it too.
    private mutating func alter(_ id: FactID, _ name: String) -> [InputChange]? {
        let fact = session[id]
        let template = ruleBase.templates[fact.template]
        guard let place = template.fieldIndex(of: name), let key = fact.exactKey else { return [] }
        guard fact.origin == .derived else { return inputField(id, template.fields[place], nil) ?? [] }
        var lists: [[InputChange]] = []
        for justification in fact.justifications {
            let conclusion = ruleBase.rules[justification.rule].conclusions[justification.conclusion]
            if justification.isCertain { lists.append(breaking(justification) ?? []) }
            for entry in conclusion.fields where entry.index == place {
                lists.append(altering(entry.value, template.fields[place], justification))
            }
        }
        for index in ruleBase.rules.indices { lists += firing(index, fact.template, key) }
        return Self.joined(lists)
    }

    /// Changes of what a computed value reads, so that it may come to lie elsewhere between the numbers that rules compare
    /// the field with.
    private mutating func altering(
        _ operand: Rule.Operand, _ field: Template.Field, _ justification: Justification
    ) -> [InputChange] {
        guard case .computed(let value) = operand else { return [] }
        var walk = RuleWalk(session: session, rule: justification.rule)
        for (place, support) in justification.supports.enumerated() {
            var bound: NearMissSearch.Bound?
            if case .fact(let id, _) = support { bound = .fact(id) }
            walk.meet(place, bound)
        }
        let turns = [value.expression] + comparands(of: field.name).map { other in
            FEELExpression(.binary(.equal, value.expression, other), range: value.expression.range)
        }
        var lists: [[InputChange]] = []
        for use in value.expression.freeNames {
            if let list = memberChanges(use, walk.place) {
                lists.append(list)
            } else if let slot = slot(use), mayChange(slot) {
                let values = solver.candidates(of: slot, in: turns, walk.scope)
                lists.append(values.filter { session.value(of: slot)?.set != .exactly($0) }.map { .value(slot, $0) })
            }
        }
        return Self.joined(lists)
    }

    /// What rules compare a field of that name with, where that is fixed: numbers and parameters.
    private func comparands(of field: String) -> [FEELExpression] {
        func isField(_ expression: FEELExpression) -> Bool {
            if case .path(_, field) = expression.kind { true } else { false }
        }
        var result: [FEELExpression] = []
        for case .binary(let sign, let left, let right) in ruleBase.rules.flatMap(\.expressions)
            .flatMap(\.expression.parts).map(\.kind)
        where sign.precedence == FEELExpression.BinaryOperator.less.precedence {
            for (side, other) in [(left, right), (right, left)] where isField(side) {
                if case .exactly(.number) = session.evaluator.evaluate(other, in: session.scope).result.set,
                    !result.contains(other)
                {
                    result.append(other)
                }
            }
        }
        return result
    }

    // MARK: Expressions

    /// Changes towards an expression being true, or no longer true.
    ///
    /// A conjunction holds only when each part does, so one failing part is enough to look at; likewise one of the parts
    /// that let a disjunction hold.
    private mutating func changing(_ expression: FEELExpression, _ aim: TruthAim, _ place: RulePlace) -> [InputChange] {
        switch expression.kind {
        case .binary(.and, let left, let right): return joined([left, right], aim, place, needsAll: aim.isUpward)
        case .binary(.or, let left, let right): return joined([left, right], aim, place, needsAll: !aim.isUpward)
        case .call(let function, .positional(let arguments))
        where function.kind == .name("not") && arguments.count == 1:
            return changing(arguments[0], aim.ofNegation, place)
        default: return atom(expression, aim, place)
        }
    }

    private mutating func joined(
        _ parts: [FEELExpression], _ aim: TruthAim, _ place: RulePlace, needsAll: Bool
    ) -> [InputChange] {
        let lists = parts.compactMap { part -> [InputChange]? in
            if aim.isMet(by: session.evaluator.evaluate(part, in: place.scope).result.set) { return nil }
            return changing(part, aim, place)
        }
        guard needsAll else { return Self.joined(lists) }
        return lists.contains([]) ? [] : Self.shortest(lists) ?? []
    }

    private mutating func atom(_ expression: FEELExpression, _ aim: TruthAim, _ place: RulePlace) -> [InputChange] {
        var lists: [[InputChange]] = []
        var reading: [RecordSchema.Slot] = []
        for use in expression.freeNames {
            if let list = memberChanges(use, place) {
                lists.append(list)
            } else if let slot = slot(use), !reading.contains(slot), mayChange(slot) {
                reading.append(slot)
            }
        }
        for slot in reading {
            var values = solver.values(of: slot, making: expression, aim, in: place.scope)
            if values.isEmpty, reading.count > 1 {
                // Not by this value alone: as far as it goes, for another to go the rest of the way.
                let all = solver.candidates(of: slot, in: [expression], place.scope)
                values = [all.first, all.last].compactMap { $0 }.filter { $0 != session.value(of: slot)?.set.exactValue }
            }
            lists.append(values.map { .value(slot, $0) })
        }
        return Self.joined(lists)
    }

    /// Changes of the fact or the aggregate that a name stands for; `nil` for names that the rule does not bind.
    private mutating func memberChanges(_ use: FEELNameUse, _ place: RulePlace) -> [InputChange]? {
        switch place.scope.variables.last(where: { $0.name == use.name })?.binding {
        case .fact(let id): use.member.map { memberChange(id, $0) } ?? []
        case .value: aggregateChange(use.name, place)
        case nil: nil
        }
    }

    /// Named values may change when they are known, and when what is not known may become known.
    private func mayChange(_ slot: RecordSchema.Slot) -> Bool {
        !scale.fixedSlots.contains(slot) && (isStrict || session.value(of: slot)?.set.isExact == true)
    }

    private func slot(_ use: FEELNameUse) -> RecordSchema.Slot? {
        let plain = RecordSchema.Slot(name: use.name)
        if ruleBase.record.index(of: plain) != nil { return plain }
        guard let member = use.member else { return nil }
        let slot = RecordSchema.Slot(context: use.name, name: member)
        return ruleBase.record.index(of: slot) == nil ? nil : slot
    }

    private mutating func memberChange(_ id: FactID, _ member: String) -> [InputChange] {
        let template = ruleBase.templates[session[id].template]
        guard let place = template.fieldIndex(of: member) else { return [] }
        return inputField(id, template.fields[place], nil) ?? reach(.alter(id, field: member)) ?? []
    }

    /// Changes of the facts that an aggregate of the rule is made of; none when the name is of something else.
    private mutating func aggregateChange(_ name: String, _ place: RulePlace) -> [InputChange] {
        var lists: [[InputChange]] = []
        for case .aggregate(let aggregate) in place.rule.conditions where aggregate.variable == name {
            for (id, fact) in session.facts(of: ruleBase.templates[aggregate.pattern.template].name)
            where !fact.isAnonymous {
                lists.append(reach(.fail(id)) ?? [])
                for use in aggregate.of?.variables ?? [] where use.name == aggregate.pattern.variable {
                    if let member = use.member { lists.append(memberChange(id, member)) }
                }
                lists.append(mismatching(id, aggregate.pattern, place.binding(aggregate.pattern.variable, id)))
            }
            lists.append(appearing(aggregate.pattern, place))
        }
        return Self.joined(lists)
    }
}
