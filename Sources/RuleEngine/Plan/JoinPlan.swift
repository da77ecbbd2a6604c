/// How the ways to meet a rule that rest on a given fact are found: from the fact outwards, along equal fields.
///
/// A rule is written from the top down, and so it is met when it runs as a whole. When one fact comes, the ways that
/// rest on it are few, and going through all that stands above its pattern would cost more than the answer. So for each
/// pattern there is an order that begins with it; a constraint `code: = p.code` leads from either side to the other.
struct JoinPlan: Sendable {
    /// By condition, the order that begins with it; `nil` for a condition that binds no fact.
    let orders: [JoinOrder?]
    /// The conditions from the top down.
    let natural: JoinOrder
    /// The conditions that bind a fact.
    let patterns: [Int]
    /// The conditions over several facts that bind none.
    let folds: [Int]
    /// The conditions that ask for one of several facts of the recursive stratum that the rule is part of.
    let alternatives: [Int]
    /// What the rule concludes can be kept up to date way by way: no diagnostic speaks of several of them.
    let isIncremental: Bool

    /// - Parameter recursiveTemplates: the templates whose facts the rules of the same recursive stratum conclude;
    ///   empty for any other stratum.
    init(_ rule: Rule, recursiveTemplates: Set<Int>) {
        let joins = JoinReading(rule)
        var patterns: [Int] = []
        var folds: [Int] = []
        var alternatives: [Int] = []
        var isIncremental = true
        for (position, condition) in rule.conditions.enumerated() {
            switch condition {
            case .test: break
            case .pattern: patterns.append(position)
            case .exists(let pattern) where recursiveTemplates.contains(pattern.template): alternatives.append(position)
            case .exists, .absent, .every, .aggregate: folds.append(position)
            case .table(let table): if table.policy == .unique || table.policy == .any { isIncremental = false }
            }
        }
        self.patterns = patterns
        self.folds = folds
        self.alternatives = alternatives
        self.isIncremental = isIncremental
        natural = JoinOrder(
            steps: rule.conditions.indices.map { JoinStep(position: $0, access: .matched, completes: []) })
        orders = rule.conditions.indices.map { patterns.contains($0) ? joins.order(from: $0) : nil }
    }
}

/// The conditions of a rule in an order in which they can be met.
struct JoinOrder: Sendable {
    let steps: [JoinStep]
}

/// What the conditions of a rule read of each other.
private struct JoinReading {
    private let conditions: [Rule.Condition]
    /// By condition, the conditions whose variables it reads.
    private let needs: [Set<Int>]
    /// Fields of two patterns that must be equal.
    private var links: [Link] = []

    /// A pattern wants a field to equal a key field of an earlier one.
    private struct Link {
        let pattern: Int
        let field: Rule.FieldReference
        let earlier: Int
        let key: Int
    }

    init(_ rule: Rule) {
        conditions = rule.conditions
        var binders: [String: Int] = [:]
        for (position, condition) in rule.conditions.enumerated() {
            switch condition {
            case .pattern(let pattern): binders[pattern.variable] = position
            case .aggregate(let aggregate): binders[aggregate.variable] = position
            case .table(let table): binders[table.variable] = position
            case .test, .exists, .absent, .every: break
            }
        }
        needs = rule.conditions.enumerated().map { position, condition in
            Set(condition.expressions.flatMap(\.variables).compactMap { binders[$0.name] }).subtracting([position])
        }
        for (position, condition) in rule.conditions.enumerated() {
            guard case .pattern(let pattern) = condition else { continue }
            for constraint in pattern.constraints {
                guard case .computed(let expression) = constraint.value,
                    case .path(let base, _) = expression.expression.kind, case .name = base.kind,
                    case .member(let member)? = expression.code.reads.first, case .key(let key) = member.field,
                    let earlier = binders[member.variable], case .pattern = rule.conditions[earlier]
                else { continue }
                links.append(Link(pattern: position, field: constraint.field, earlier: earlier, key: key))
            }
        }
    }

    func order(from start: Int) -> JoinOrder {
        var bound: Set<Int> = []
        var waiting: [Int] = []
        var steps: [JoinStep] = []
        func add(_ position: Int, _ access: JoinStep.Access) {
            bound.insert(position)
            if case .matched = access {} else { waiting.append(position) }
            let completes = waiting.filter { needs[$0].isSubset(of: bound) }
            waiting.removeAll { completes.contains($0) }
            steps.append(JoinStep(position: position, access: access, completes: completes))
        }
        add(start, .given)
        while bound.count < conditions.count {
            let (next, access) = next(bound)
            add(next, access)
        }
        return JoinOrder(steps: steps)
    }

    /// The cheapest condition that can be met next: a test, a pattern with a known key, any other that can be tried.
    private func next(_ bound: Set<Int>) -> (Int, JoinStep.Access) {
        let open = conditions.indices.filter { !bound.contains($0) }
        let ready = open.filter { needs[$0].isSubset(of: bound) }
        if let test = ready.first(where: { if case .test = conditions[$0] { true } else { false } }) {
            return (test, .matched)
        }
        if let keyed = ready.first(where: { isKeyed($0) }) { return (keyed, .matched) }
        for position in open {
            if let link = links.first(where: { $0.earlier == position && bound.contains($0.pattern) }) {
                return (position, .sought(key: link.key, pattern: link.pattern, field: link.field))
            }
        }
        // The first that is open needs only what stands above it, so that one is always ready.
        return (ready.first ?? open[0], .matched)
    }

    /// Whether the constraints of a pattern give a key field a value.
    private func isKeyed(_ position: Int) -> Bool {
        guard case .pattern(let pattern) = conditions[position] else { return false }
        return pattern.constraints.contains { if case .key = $0.field { true } else { false } }
    }
}
