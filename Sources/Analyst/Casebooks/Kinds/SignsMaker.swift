import RuleEngine

/// Which of the figures and answers that the trainee is given one finding rests on.
struct SignsMaker: ExerciseMaker {
    func options(
        of definition: ExerciseDefinition, in world: CaseWorld, on area: AreaSession
    ) throws(BadInput) -> [ExerciseOption] {
        guard let written = definition.finding else { return [] }
        guard let finding = FindingID(written.value), area.ruleBase.key(of: finding) != nil else {
            throw BadInput([.noFinding(written)])
        }
        guard area.session.state(of: finding) == .found else { throw BadInput([.notFound(written)]) }
        let derivation = Derivation(of: finding, in: area.session)
        let naming = Naming(area.ruleBase)
        return world.toldSlots.map { slot in
            ExerciseOption(
                code: slot.path, title: LocalizedText { naming.title(of: slot, in: $0) },
                verdict: derivation.signs.contains(slot) ? .expected : .wrong, finding: finding)
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noFinding(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "casebook/no-finding",
            message: LocalizedText(
                nl: "‘\(text.value)’ is geen bevinding", en: "‘\(text.value)’ is no finding"),
            at: text.span,
            hint: LocalizedText(
                nl: "schrijf soort:code, zoals een rapport het doet", en: "write kind:code, as a report does"))
    }

    fileprivate static func notFound(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "casebook/finding-not-found",
            message: LocalizedText(
                nl: "‘\(text.value)’ volgt niet uit wat de cursist krijgt",
                en: "‘\(text.value)’ does not follow from what the trainee is given"),
            at: text.span,
            hint: LocalizedText(
                nl: "kies een bevinding die vaststaat, of vertel het cijfer erbij in een passage",
                en: "choose a finding that is certain, or tell the figure in a passage"))
    }
}
