import RuleEngine

/// All that a session says, as sorted lines: facts with their state, fields and justifications. The same for a session and
/// its naive twin.
enum SessionText {
    static func lines(_ session: Session) -> [String] { session.facts.map { text(of: $0, session) }.sorted() }
    static func lines(_ twin: NaiveMatcher) -> [String] { twin.facts.map { text(of: $0) }.sorted() }

    /// The same with what each fact and justification waits for, which facts fit by themselves, and with justifications in the
    /// order in which they stand.
    static func wholeLines(_ session: Session) -> [String] {
        let awaited = AwaitedInputs(session)
        return session.facts.map { fact in
            let justifications = fact.justifications.map {
                "\(text(of: $0, session)) waits for \(inputs($0.origins, session)) fits \($0.supports.map(\.fits))"
            }
            let fields = fact.fields.map { "\($0.set) \(inputs($0.origins, session))" }
            let name = NaiveMatcher.name(fact.template, fact.key)
            return
                "\(name) \(fact.isCertain) \(fields) waits for \(awaited[fact].map { "\(session.reference($0))" }.sorted()) \(justifications)"
        }
    }

    private static func inputs(_ origins: [InputID], _ session: Session) -> [String] {
        session.inputs(behind: origins).map { "\(session.reference($0))" }.sorted()
    }

    private static func text(of fact: NaiveMatcher.NaiveFact) -> String {
        line(fact.template, fact.key, fact.isCertain, fact.fields, fact.justifications.sorted())
    }

    private static func text(of fact: Fact, _ session: Session) -> String {
        let justifications = fact.justifications.map { text(of: $0, session) }
        return line(fact.template, fact.key, fact.isCertain, fact.fields.map(\.set), Set(justifications).sorted())
    }

    private static func line(
        _ template: Int, _ key: [ValueSet], _ isCertain: Bool, _ fields: [ValueSet], _ justifications: [String]
    ) -> String {
        "\(NaiveMatcher.name(template, key)) \(isCertain) \(fields) \(justifications)"
    }

    private static func text(of justification: Justification, _ session: Session) -> String {
        let rule = session.ruleBase.rules[justification.rule]
        let supports = zip(rule.conditions, justification.supports).map { condition, support in
            switch support {
            case .test: return "test"
            case .fact(let id, let fits): return "\(name(id, session)) \(fits && session[id].isCertain)"
            case .existence(let facts, let isCertain): return "exists \(names(facts, session)) \(isCertain)"
            case .absence(let facts): return "absent \(names(facts, session))"
            case .every(let facts, let isCertain): return "every \(names(facts, session)) \(isCertain)"
            case .table(let value, let isCertain, _): return "table \(value.set) \(isCertain)"
            case .aggregate(let value, let facts):
                guard case .aggregate(let aggregate) = condition else { return "an aggregate where none stands" }
                return "\(aggregate.function) \(value.set) \(names(facts, session))"
            }
        }
        return "\(rule.name) \(justification.conclusion) \(justification.isCertain) " + supports.joined(separator: "; ")
    }

    private static func name(_ id: FactID, _ session: Session) -> String {
        NaiveMatcher.name(session[id].template, session[id].key)
    }

    private static func names(_ ids: [FactID], _ session: Session) -> [String] {
        ids.map { name($0, session) }.sorted()
    }
}

extension Justification.Support {
    /// Whether a fact surely fits; `nil` for what meets another condition.
    fileprivate var fits: Bool? { if case .fact(_, let fits) = self { fits } else { nil } }
}
