package import RuleEngine

/// Compares what a case demands with what its session says, and tells why it differs.
package struct RuleCaseJudge {
    package let session: Session
    package let language: Language

    /// `nil` when all is as it must be.
    package func failure(of demand: Located<RuleCase.Demand>) -> RuleCaseResult.Failure? {
        switch demand.value {
        case .finding(let finding, let state, let fields): failure(finding, state, fields, at: demand.span)
        case .fires(let rule): failure(rule, .found, at: demand.span)
        case .doesNotFire(let rule): failure(rule, .refuted, at: demand.span)
        }
    }

    /// Whether all is as it must be.
    ///
    /// - Parameter standing: the rule that stands in for one that a case names, by their places.
    package func passes(_ demand: RuleCase.Demand, standing: (Int) -> Int = { $0 }) -> Bool {
        switch demand {
        case .finding(let finding, let state, let fields):
            session.state(of: finding) == state && fields.allSatisfy { isMet($0, of: finding) }
        case .fires(let rule): session.firing(ofRule: standing(rule)) == .found
        case .doesNotFire(let rule): session.firing(ofRule: standing(rule)) == .refuted
        }
    }

    private var renderer: ExplanationRenderer { ExplanationRenderer(session, language) }

    // MARK: Findings

    private func failure(
        _ finding: FindingID, _ state: FindingState, _ fields: [RuleCase.FieldDemand], at span: SourceSpan
    ) -> RuleCaseResult.Failure? {
        let actual = session.state(of: finding)
        let wrong = actual == state ? fields.filter { !isMet($0, of: finding) } : fields
        guard actual != state || !wrong.isEmpty else { return nil }
        func expected(_ language: Language) -> String {
            let texts = wrong.map { "\($0.name) \($0.text)" }
            return "\(finding): " + ([StateWords.text(state)[language]] + texts).joined(separator: ", ")
        }
        func found(_ language: Language) -> String {
            let texts = wrong.compactMap { demand in
                value(demand.name, of: finding).map { "\(demand.name) \(ValueText(language).text(of: $0))" }
            }
            return "\(finding): " + ([StateWords.text(actual)[language]] + texts).joined(separator: ", ")
        }
        return RuleCaseResult.Failure(
            span: span, expected: LocalizedText(expected), found: LocalizedText(found), why: why(finding, actual))
    }

    private func value(_ field: String, of finding: FindingID) -> ValueSet? {
        session.fact(finding).flatMap { session.value(of: field, in: $0.fact)?.set }
    }

    private func isMet(_ demand: RuleCase.FieldDemand, of finding: FindingID) -> Bool {
        guard let set = value(demand.name, of: finding) else { return false }
        switch demand.wanted {
        case .open: return set.exactValue == nil && set.knownMembers == nil
        case .value(.list(let wanted)):
            return set.knownMembers.map { Set($0) == Set(wanted) } ?? false
        case .value(let wanted): return set.exactValue?.isEqual(wanted) ?? false
        case .within(let interval):
            switch set {
            case .numbers(let values, orNull: false): return interval.contains(values)
            default:
                guard let values = set.finiteValues else { return false }
                return values.allSatisfy {
                    if case .number(let number) = $0 { interval.contains(number) } else { false }
                }
            }
        }
    }

    /// Why a finding is found or open; why not when it is refuted.
    private func why(_ finding: FindingID, _ state: FindingState) -> [String] {
        guard state == .refuted else {
            return renderer.why(finding)
        }
        if let validity = session.notInForce(finding) { return [StateWords.notInForce(validity)[language]] }
        return renderer.missing(finding, indent: 0)
    }

    // MARK: Rules

    private func failure(_ rule: Int, _ wanted: FindingState, at span: SourceSpan) -> RuleCaseResult.Failure? {
        let actual = session.firing(ofRule: rule)
        guard actual != wanted else { return nil }
        let name = session.ruleBase.rules[rule].name
        return RuleCaseResult.Failure(
            span: span, expected: .firing(name, wanted), found: .firing(name, actual), why: why(rule, actual))
    }

    private func why(_ rule: Int, _ firing: FindingState) -> [String] {
        if firing == .found {
            let conclusions = session.facts.filter { fact in
                fact.justifications.contains { $0.rule == rule && $0.isCertain }
            }
            return conclusions.map { "→ \(session.finding($0))" }
        }
        guard let miss = session.nearMiss(ofRule: rule) else { return [] }
        return renderer.lines(of: miss, indent: 0)
    }
}

extension ValueSet {
    /// The members of a list of which all are known, in whatever order.
    fileprivate var knownMembers: [FEELValue]? {
        switch self {
        case .exactly(.list(let values)): return values
        case .list(let list):
            let values = list.members.compactMap { $0.certain ? $0.value.exactValue : nil }
            return !list.open && values.count == list.members.count ? values : nil
        default: return nil
        }
    }
}

extension NumberInterval {
    /// All numbers of another interval lie in this one, of which both ends are included.
    fileprivate func contains(_ other: NumberInterval) -> Bool {
        guard let low = other.low, let high = other.high else { return false }
        return contains(low) && contains(high)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func firing(_ rule: String, _ state: FindingState) -> LocalizedText {
        switch state {
        case .found: LocalizedText(nl: "regel \(rule) raakt", en: "rule \(rule) fires")
        case .open: LocalizedText(nl: "regel \(rule) raakt misschien", en: "rule \(rule) may fire")
        case .refuted: LocalizedText(nl: "regel \(rule) raakt niet", en: "rule \(rule) does not fire")
        }
    }
}
