package import RuleEngine

/// A production system with facts from files, run to its end.
package struct ProductionRun {
    package private(set) var session: ProductionSession
    /// The rules that fired, in order; empty unless the run was asked to keep them.
    package private(set) var trace: [ProductionFiring] = []

    /// Puts the facts of the files into working memory, behind those of the rule set itself.
    ///
    /// - Throws: `facts/unknown-kind`, `facts/unknown-field`, `facts/value`.
    package init(
        _ network: ProductionNetwork, _ files: FactFiles, _ ruleBase: RuleBase,
        limits: ProductionLimits = .standard
    ) throws(BadInput) {
        session = ProductionSession(network, limits: limits)
        let reader = FieldReader(ruleBase: ruleBase)
        for fact in files.grids.flatMap(\.facts) + files.documents.flatMap(\.facts) {
            guard let template = network.productionSet.templates.first(where: { $0.name == fact.kind }) else {
                throw fact.place.failure("facts/unknown-kind", .unknownKind(fact.kind, network.productionSet))
            }
            var fields: [FEELContext.Entry] = []
            for value in fact.values {
                guard let place = template.fieldIndex(of: value.name) else {
                    throw value.place.failure("facts/unknown-field", .unknownField(value.name, template))
                }
                fields.append(.init(key: value.name, value: try reader.value(value, of: template.fields[place])))
            }
            do {
                try session.assert(template.name, FEELContext(fields))
            } catch {
                throw fact.place.failure("facts/value", .refused(template.name))
            }
        }
    }

    /// Fires rules until none is ready, one says `halt`, or a limit is met.
    ///
    /// - Parameters:
    ///   - keepsTrace: what fires is kept, for data of it.
    ///   - follower: is told what happens as it happens: a line for each firing and each change of working memory.
    package mutating func run(keepsTrace: Bool = false, follower: ((String) -> Void)? = nil) {
        guard keepsTrace || follower != nil else {
            session.run()
            return
        }
        var number = 0
        var trace: [ProductionFiring] = []
        session.run(listener: { event in
            if case .fired(let firing) = event {
                number += 1
                if keepsTrace { trace.append(firing) }
            }
            follower?(Self.line(of: event, number))
        })
        self.trace = trace
    }

    private var productionSet: ProductionSet { session.network.productionSet }

    // MARK: Telling

    /// What the run gave and what it took: facts by template, firings by rule.
    package func figures(_ cost: RunFigures.Cost) -> RunFigures {
        var byTemplate: [String: Int] = [:]
        for fact in session.facts { byTemplate[fact.template, default: 0] += 1 }
        let templates = productionSet.templates.map { ($0.name, JSONText.count(byTemplate[$0.name] ?? 0)) }
        let rules = zip(productionSet.rules, session.firingsByRule).map { ($0.name, JSONText.count($1)) }
        return RunFigures(
            rows: [
                .init(name: "rules", title: .rules, value: .count(productionSet.rules.count)),
                .init(name: "facts", title: .facts, value: .count(session.factCount)),
                .init(name: "facts_by_template", title: .byTemplate, value: .object(templates)),
                .init(name: "firings", title: .firings, value: .count(session.firings)),
                .init(name: "firings_by_rule", title: .byRule, value: .object(rules)),
                .init(name: "ended", title: .ended, value: .string(session.state.word)),
            ] + RunFigures.rows(of: cost))
    }

    /// The facts that are left, template by template in the order in which they came.
    package var text: String {
        productionSet.templates.reduce(into: "") { text, template in
            for fact in session.facts(of: template.name) { text += Self.text(of: fact) + "\n" }
        }
    }

    private static func line(of event: ProductionEvent, _ number: Int) -> String {
        switch event {
        case .fired(let firing):
            "\(number). \(firing.rule): \(firing.facts.map { "f\($0)" }.joined(separator: ", "))\n"
        case .asserted(let fact): "   + \(text(of: fact))\n"
        case .retracted(let fact): "   - \(text(of: fact))\n"
        }
    }

    /// The facts that are left, and what happened, as one JSON object.
    package func json(trace isTracing: Bool) -> String { answer(trace: isTracing).text + "\n" }

    /// The same as a value of JSON.
    func answer(trace isTracing: Bool = false) -> JSONText {
        let facts = productionSet.templates.map { template in
            (template.name, JSONText.array(session.facts(of: template.name).map(Self.json)))
        }
        let rules = zip(productionSet.rules, session.firingsByRule).map { ($0.name, JSONText.count($1)) }
        var members: [(name: String, value: JSONText)] = [
            ("facts", .object(facts)), ("firings_by_rule", .object(rules)), ("ended", .string(session.state.word)),
        ]
        if isTracing {
            let firings = trace.map { firing -> JSONText in
                .object([
                    ("rule", .string(firing.rule)), ("facts", .array(firing.facts.map { .count($0) })),
                ])
            }
            members.append(("trace", .array(firings)))
        }
        return .object(members)
    }

    /// `f3 guest(name: ann, sex: f)`; fields without a value are left out.
    private static func text(of fact: ProductionFact) -> String {
        let fields = fact.fields.entries.filter { $0.value != .null }.map { "\($0.key): \($0.value.text)" }
        return "f\(fact.id) \(fact.template)(\(fields.joined(separator: ", ")))"
    }

    private static func json(_ fact: ProductionFact) -> JSONText {
        .object([("id", .count(fact.id))] + fact.fields.entries.map { ($0.key, JSONText($0.value)) })
    }
}

extension ProductionSession.State {
    fileprivate var word: String {
        switch self {
        case .running: "running"
        case .exhausted: "exhausted"
        case .halted: "halted"
        case .stopped: "stopped"
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let rules = LocalizedText(nl: "regels", en: "rules")
    fileprivate static let facts = LocalizedText(nl: "feiten", en: "facts")
    fileprivate static let byTemplate = LocalizedText(nl: "feiten per soort", en: "facts by kind")
    fileprivate static let firings = LocalizedText(nl: "keer gevuurd", en: "firings")
    fileprivate static let byRule = LocalizedText(nl: "keer gevuurd per regel", en: "firings by rule")
    fileprivate static let ended = LocalizedText(nl: "geëindigd", en: "ended")

    fileprivate static func unknownKind(_ name: String, _ set: ProductionSet) -> LocalizedText {
        let near = Suggestion.nearest(to: name, among: set.templates.map(\.name))
        return LocalizedText(
            nl: "‘\(set.name)’ kent geen soort feit ‘\(name)’" + (near.map { "; bedoelde u ‘\($0)’?" } ?? ""),
            en: "‘\(set.name)’ knows no kind of fact ‘\(name)’" + (near.map { "; did you mean ‘\($0)’?" } ?? ""))
    }

    fileprivate static func unknownField(_ name: String, _ template: Template) -> LocalizedText {
        let near = Suggestion.nearest(to: name, among: template.fields.map(\.name))
        return LocalizedText(
            nl: "een ‘\(template.name)’ heeft geen veld ‘\(name)’" + (near.map { "; bedoelde u ‘\($0)’?" } ?? ""),
            en: "a ‘\(template.name)’ has no field ‘\(name)’" + (near.map { "; did you mean ‘\($0)’?" } ?? ""))
    }

    fileprivate static func refused(_ template: String) -> LocalizedText {
        LocalizedText(
            nl: "dit feit ‘\(template)’ kan niet worden toegevoegd", en: "this fact ‘\(template)’ cannot be added")
    }
}
