package import RuleEngine

/// Domain rules applied to one subject or to many: what they conclude of each, in both bounds.
///
/// Many subjects are run in one pass over columns where rules and inputs allow, else each in a session of its own; both
/// say the same.
package struct DomainRun {
    /// A fact that rules conclude of a subject.
    package struct Finding: Hashable, Sendable {
        package let record: Int
        package let id: FindingID
        /// Found; otherwise open.
        package let isCertain: Bool
        package let fields: [Field]

        package struct Field: Hashable, Sendable {
            package let name: String
            package let value: ValueSet
        }
    }

    /// A conclusion that a rule draws.
    package struct Firing: Hashable, Sendable {
        package let record: Int
        package let rule: Int
        package let finding: FindingID
        package let isCertain: Bool
        /// The facts that met its conditions, and those that may stand in the way.
        package let facts: [FindingID]
    }

    /// How often rules conclude something: certainly, and perhaps.
    package struct Count: Hashable, Sendable {
        package var certain = 0
        package var possible = 0
    }

    package let rules: CompiledRules
    package let inputs: RunInputs
    package let date: FEELDate
    private let limits: SessionLimits
    /// By rule.
    package private(set) var firingCounts: [Count]
    /// What went wrong in the sessions; the same message once.
    package private(set) var diagnostics: [Diagnostic] = []
    private let columnar: ColumnarSession?
    private var sessionFindings: [Finding] = []
    private var sessionFirings: [Firing] = []

    /// - Parameter isTracing: firings are kept.
    package init(
        _ rules: CompiledRules, _ inputs: RunInputs, on date: FEELDate, isTracing: Bool = false,
        limits: SessionLimits = .standard
    ) {
        self.rules = rules
        self.inputs = inputs
        self.date = date
        self.limits = limits
        firingCounts = Array(repeating: Count(), count: rules.ruleBase.rules.count)
        if inputs.fitsColumns, let records = inputs.records {
            columnar = ColumnarSession(rules.network, records.columns, on: date, recordingJustifications: isTracing)
        } else {
            columnar = nil
        }
        if let columnar {
            for count in columnar.firings {
                firingCounts[count.rule] = Count(certain: count.certain, possible: count.possible)
            }
        } else {
            for record in 0..<inputs.count { runSession(of: record, isTracing) }
        }
    }

    /// All subjects were run in one pass over columns.
    package var isColumnar: Bool { columnar != nil }

    package var firings: Count {
        firingCounts.reduce(into: Count()) {
            $0.certain += $1.certain
            $0.possible += $1.possible
        }
    }

    /// Facts that rules conclude, found and open.
    package var counts: Count {
        guard let columnar else {
            return Count(certain: sessionFindings.count(where: \.isCertain), possible: sessionFindings.count)
        }
        return Count(certain: columnar.conclusions.count(where: \.isCertain), possible: columnar.conclusions.count)
    }

    /// A session on one subject, to ask why.
    package func session(of record: Int) -> Session {
        rules.session(inputs.inputs(of: record, on: date), considering: nil, limits: limits)
    }

    /// Subject by subject, each in the order of templates and their codes.
    package var findings: [Finding] {
        guard let columnar else { return sessionFindings }
        var ids: [Int32: FindingID] = [:]
        return columnar.conclusions.sorted { ($0.record, $0.fact) < ($1.record, $1.fact) }.map { conclusion in
            let id = ids[conclusion.fact] ?? columnar.finding(conclusion.fact)
            ids[conclusion.fact] = id
            return Finding(record: Int(conclusion.record), id: id, isCertain: conclusion.isCertain, fields: [])
        }
    }

    /// What rules conclude, rule by rule in the order in which they are decided, and then subject by subject. Empty unless
    /// the run was asked to keep it.
    package var trace: [Firing] {
        guard let columnar else {
            var place = Array(repeating: 0, count: rules.ruleBase.rules.count)
            for (number, rule) in rules.ruleBase.strata.joined().enumerated() { place[rule] = number }
            return sessionFirings.sorted { (place[$0.rule], $0.record) < (place[$1.rule], $1.record) }
        }
        return (0..<columnar.justifications.count).map { number in
            let ground = columnar.ground(number)
            return Firing(
                record: ground.record, rule: ground.rule, finding: columnar.finding(ground.fact),
                isCertain: ground.isCertain,
                facts: ground.facts.joined().map { columnar.finding($0.fact) })
        }
    }

    /// The sum modulo 2^64 of FNV-1a (64 bits) over `subject code` of each finding, those found and those found or open.
    package var checksums: (certain: UInt64, possible: UInt64) {
        let records = inputs.records?.ids ?? [rules.ruleBase.record.name]
        let prefixes = records.map { Fingerprint().adding($0).adding(" ") }
        return findings.reduce(into: (0, 0)) { sums, finding in
            let hash = finding.id.key.joined(separator: ",")
            let value = prefixes[finding.record].adding(hash).value
            if finding.isCertain { sums.0 &+= value }
            sums.1 &+= value
        }
    }

    // MARK: Sessions

    private mutating func runSession(of record: Int, _ isTracing: Bool) {
        let session = session(of: record)
        for diagnostic in session.diagnostics where !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
        for fact in session.facts where rules.ruleBase.templates[fact.template].isConcluded {
            let names = rules.ruleBase.templates[fact.template].fields.map(\.name)
            let id = session.finding(fact)
            sessionFindings.append(
                Finding(
                    record: record, id: id, isCertain: fact.isCertain,
                    fields: zip(names, fact.fields).map { Finding.Field(name: $0, value: $1.set) }))
            for justification in fact.justifications {
                firingCounts[justification.rule].possible += 1
                if justification.isCertain { firingCounts[justification.rule].certain += 1 }
                guard isTracing else { continue }
                sessionFirings.append(
                    Firing(
                        record: record, rule: justification.rule, finding: id, isCertain: justification.isCertain,
                        facts: justification.facts.map { session.finding(session[$0]) }))
            }
        }
    }
}

extension Template {
    /// Rules conclude its facts.
    fileprivate var isConcluded: Bool { !isInput && relation == nil }
}

extension Justification {
    /// The facts that conditions looked at, condition by condition.
    fileprivate var facts: [FactID] {
        supports.flatMap { support -> [FactID] in
            switch support {
            case .test, .table: []
            case .fact(let id, _): [id]
            case .aggregate(_, let facts), .absence(let facts), .existence(let facts, _), .every(let facts, _): facts
            }
        }
    }
}
