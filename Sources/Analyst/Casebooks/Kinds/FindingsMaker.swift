import RuleEngine

/// Which of all codes of a vocabulary are found: problems, strengths, interventions, instruments.
struct FindingsMaker: ExerciseMaker {
    /// A kind of finding with one code as its key.
    let template: String

    func options(
        of definition: ExerciseDefinition, in world: CaseWorld, on area: AreaSession
    ) throws(BadInput) -> [ExerciseOption] {
        guard let field = area.ruleBase.template(template)?.key.first, case .code(let name) = field.type,
            let vocabulary = area.ruleBase.vocabulary(name)
        else { return [] }
        return try definition.limited(vocabulary.codes).map { term in
            let finding = FindingID(template: template, key: [term.code])
            return ExerciseOption(
                code: term.code, title: term.title, group: area.domain(of: term),
                words: ["explanation", "mechanism"].compactMap { term.text($0) }, verdict: area.verdict(on: finding),
                finding: finding)
        }
    }
}

extension ExerciseDefinition {
    /// The terms that the exercise is limited to; all where it has no limit.
    ///
    /// - Throws: a code that is none of them.
    func limited(_ terms: [Vocabulary.Term]) throws(BadInput) -> [Vocabulary.Term] {
        guard !among.isEmpty else { return terms }
        let known = Set(terms.map(\.code))
        let unknown = among.filter { !known.contains($0.value) }
        guard unknown.isEmpty else { throw BadInput(unknown.map { .unknownLine($0, among: terms.map(\.code)) }) }
        let chosen = Set(among.map(\.value))
        return terms.filter { chosen.contains($0.code) }
    }
}

// MARK: - Wordings

extension Diagnostic {
    /// A code that cannot be picked.
    static func unknownLine(_ code: Located<String>, among codes: [String]) -> Diagnostic {
        let near = Suggestion.nearest(to: code.value, among: codes)
        return Diagnostic(
            code: "casebook/unknown-code",
            message: LocalizedText(
                nl: "‘\(code.value)’ is hier niet te kiezen", en: "‘\(code.value)’ cannot be picked here"),
            at: code.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") })
    }
}
