import RuleEngine

/// Which problems and interventions come and which go when one fact is otherwise.
struct PredictionMaker: ExerciseMaker {
    func options(
        of definition: ExerciseDefinition, in world: CaseWorld, on area: AreaSession
    ) throws(BadInput) -> [ExerciseOption] {
        guard let written = definition.change else { return [] }
        let other = area.changed(by: [try change(written, area)]).session
        var result: [ExerciseOption] = []
        for template in [TemplateName.problem, TemplateName.intervention] {
            for option in try FindingsMaker(template: template).options(of: definition, in: world, on: area) {
                guard let finding = option.finding else { continue }
                // What is there can go, what is not there can come: of each only one can be picked.
                let goes = area.session.state(of: finding) == .found
                let changes = goes != (other.state(of: finding) == .found)
                result.append(
                    ExerciseOption(
                        code: "\(goes ? "-" : "+")\(option.code)",
                        title: goes ? .goes(option.title) : .comes(option.title), group: option.group,
                        words: option.words, verdict: changes ? .expected : .wrong, finding: finding))
            }
        }
        return result
    }

    func material(of definition: ExerciseDefinition, in world: CaseWorld) -> [ExerciseMaterial] {
        guard let written = definition.change, let change = read(written, world.model).change else { return [] }
        let naming = Naming(world.model.ruleBase)
        func text(_ language: Language) -> String {
            let words = language == .nl ? "Stel dat dit anders is: " : "Suppose that this is otherwise: "
            guard case .value(let slot, let value) = change else { return words + written.value }
            let text = ValueText(language, units: naming.units).text(of: .exactly(value), unit: naming.unit(of: slot))
            return "\(words)\(naming.title(of: slot, in: language)): \(text)."
        }
        return [ExerciseMaterial(code: "", text: LocalizedText { text($0) })]
    }

    private func change(_ written: Located<String>, _ area: AreaSession) throws(BadInput) -> InputChange {
        let (change, faults) = read(written, area)
        guard let change else {
            throw BadInput([.noChange(written, LocalizedText { faults[$0] ?? written.value })])
        }
        return change
    }

    /// The change, or in each language why the text is none.
    private func read(
        _ written: Located<String>, _ area: AreaSession
    ) -> (change: InputChange?, faults: [Language: String]) {
        var faults: [Language: String] = [:]
        for language in Language.allCases {
            do {
                return (try InputChangeReader(ruleBase: area.ruleBase, language: language).change(written.value), [:])
            } catch {
                faults[language] = error.message
            }
        }
        return (nil, faults)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func comes(_ title: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "Erbij: \(title.nl)", en: "Comes: \(title.en)")
    }

    fileprivate static func goes(_ title: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "Vervalt: \(title.nl)", en: "Goes: \(title.en)")
    }
}

extension Diagnostic {
    fileprivate static func noChange(_ text: Located<String>, _ reason: LocalizedText) -> Diagnostic {
        Diagnostic(
            code: "casebook/no-change", message: reason, at: text.span,
            hint: LocalizedText(nl: "schrijf if: naam=waarde", en: "write if: name=value"))
    }
}
