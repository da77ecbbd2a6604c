import RuleEngine

/// What is advised on estimates alone: a model shows where to look, never what to do.
///
/// The rules are run with all that is estimated left unknown and all else missing: no counts, no answers, nothing that
/// runs. What is still possible then can be advised on estimates alone. Which kinds of figure are estimates, the vocabulary
/// `figure-kinds` says.
struct ModelOnlyAdvice {
    static let estimate = "estimate"

    let ruleBase: RuleBase
    let day: FEELDate

    /// One warning for each rule, in their order.
    var diagnostics: [Diagnostic] {
        let kinds = (ruleBase.vocabulary(VocabularyName.figureKinds)?.codes ?? [])
            .filter { $0.value(Self.estimate) == .boolean(true) }.map(\.code)
        guard !kinds.isEmpty else { return [] }
        let session = CompiledRules(ruleBase).session(inputs(estimates: Set(kinds)))
        var codes: [Int: [String]] = [:]
        for template in [TemplateName.intervention, TemplateName.instrument] {
            for (_, fact) in session.facts(of: template) where !fact.isAnonymous {
                guard let code = session.finding(fact).key.first else { continue }
                for rule in Set(fact.justifications.map(\.rule)) { codes[rule, default: []].append(code) }
            }
        }
        return codes.sorted { $0.key < $1.key }.map { .onEstimates(ruleBase.rules[$0.key], $0.value) }
    }

    private func inputs(estimates kinds: Set<String>) -> SessionInputs {
        let vocabularies = Dictionary(
            ruleBase.record.contexts.map { ($0.name, $0.vocabulary) }, uniquingKeysWith: { first, _ in first })
        var inputs = SessionInputs(date: day)
        for slot in ruleBase.record.slots {
            let name = slot.context.flatMap { vocabularies[$0] } ?? ruleBase.record.vocabulary
            let kind = ruleBase.vocabulary(name)?[slot.name]?.string("kind")
            if kind.map({ !kinds.contains($0) }) ?? true { inputs.set(slot, to: .exactly(.null)) }
        }
        for template in ruleBase.templates where template.isInput { inputs.completeness[template.name] = .complete }
        return inputs
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func onEstimates(_ rule: Rule, _ codes: [String]) -> Diagnostic {
        let list = codes.prefix(3).map { "‘\($0)’" }.joined(separator: ", ") + (codes.count > 3 ? ", …" : "")
        return Diagnostic(
            .warning, code: "safeguard/estimates-only",
            message: LocalizedText(
                nl: "regel ‘\(rule.name)’ kan \(list) vaststellen uit schattingen van een model alleen",
                en: "rule ‘\(rule.name)’ can conclude \(list) from estimates of a model alone"),
            at: rule.span,
            hint: LocalizedText(
                nl:
                    "een model zegt waar u moet kijken, niet wat u moet doen; vraag ook een telling, een enquête of wat "
                    + "mensen zien",
                en: "a model says where to look, not what to do; ask for a count, a survey or what people see as well"))
    }
}
