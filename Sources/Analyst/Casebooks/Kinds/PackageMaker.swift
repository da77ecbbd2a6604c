import RuleEngine

/// Which of the fitting interventions make the best package within money and what can be carried at once.
struct PackageMaker: ExerciseMaker {
    func options(
        of definition: ExerciseDefinition, in world: CaseWorld, on area: AreaSession
    ) throws(BadInput) -> [ExerciseOption] {
        let ruleBase = area.ruleBase
        let terms = try definition.limited(ruleBase.codes(of: VocabularyName.interventions))
        let choice = AreaChoices(Self.limited(area, by: definition)).package
        let steps = Set(choice.steps.map(\.option.code))
        let leftOut = Dictionary(choice.leftOut.map { ($0.option.code, $0.reason) }) { first, _ in first }
        let classes = CostClass.all(ruleBase)
        return terms.map { term in
            let finding = FindingID(template: TemplateName.intervention, key: [term.code])
            let cost = classes.of(ruleBase.vocabulary(VocabularyName.firstSteps)?[term.code]?.string("cost_class"))
            var option = ExerciseOption(
                code: term.code, title: Self.title(term, ruleBase, definition), group: area.domain(of: term),
                words: [term.text("mechanism")].compactMap { $0 }, verdict: .wrong, finding: finding,
                price: definition.budget == nil ? 0 : cost?.high ?? 0)
            if steps.contains(term.code) {
                option.verdict = .expected
            } else if let reason = leftOut[term.code] {
                option.verdict = Self.verdict(reason, ruleBase)
                option.because = [Self.text(reason, ruleBase)]
            }
            return option
        }
    }

    func budget(of definition: ExerciseDefinition, in world: CaseWorld) -> Int? { definition.budget }

    /// What the numbers behind the options are, and how much there is of it.
    func material(of definition: ExerciseDefinition, in world: CaseWorld) -> [ExerciseMaterial] {
        let lines = [
            definition.budget.map { _ in LocalizedText.thousands },
            definition.capacity.map { LocalizedText.capacity($0) },
        ]
        return lines.compactMap { $0 }.map { ExerciseMaterial(code: "", text: $0) }
    }

    /// An intervention, with what it takes of what can be carried at once where that is limited.
    private static func title(
        _ term: Vocabulary.Term, _ ruleBase: RuleBase, _ definition: ExerciseDefinition
    ) -> LocalizedText {
        guard definition.capacity != nil else { return term.title }
        let first = ruleBase.vocabulary(VocabularyName.firstSteps)?[term.code]
        guard case .number(let load)? = first?.value("load") else { return term.title }
        return LocalizedText {
            "\(term.title[$0])" + $0.word(", vraagt ", ", takes ") + NumberText.text(of: load, in: $0)
        }
    }

    /// The area with the means of the exercise.
    private static func limited(_ area: AreaSession, by definition: ExerciseDefinition) -> AreaSession {
        guard definition.budget != nil || definition.capacity != nil else { return area }
        var area = area
        let span = definition.id.span
        let money = definition.budget.map { budget in
            FactSheet.Money(
                amount: FEELNumber(budget * 1000), unit: Located(FactSheet.Means.yearly, at: span), priceYear: nil,
                payer: nil, source: nil)
        }
        area.sheet.means = FactSheet.Means(budget: money, capacity: definition.capacity, reach: [], span: span)
        return area
    }

    /// What could stand in a package beside others is no mistake, only not the best.
    private static func verdict(_ reason: PackageChoice.Reason, _ ruleBase: RuleBase) -> ExerciseOption.Verdict {
        switch reason {
        case .addsLittle, .replaces: .neutral(text(reason, ruleBase))
        case .clashes, .beyondMeans: .wrong
        }
    }

    private static func text(_ reason: PackageChoice.Reason, _ ruleBase: RuleBase) -> LocalizedText {
        func names(_ codes: [String], _ language: Language) -> String {
            ValueText(language).list(
                codes.map { ruleBase.vocabulary(VocabularyName.interventions)?[$0]?.title[language] ?? $0 })
        }
        switch reason {
        case .addsLittle:
            return LocalizedText(
                nl: "Dit past, maar voegt aan het pakket weinig toe.", en: "This fits, but adds little to the package.")
        case .replaces(let codes, _):
            return LocalizedText(
                nl: "Dit past, maar dan moet weg: \(names(codes, .nl)).",
                en: "This fits, but then this must go: \(names(codes, .en)).")
        case .clashes(let codes):
            return LocalizedText(
                nl: "Dit botst met: \(names(codes, .nl)).", en: "This clashes with: \(names(codes, .en)).")
        case .beyondMeans:
            return LocalizedText(
                nl: "Dit past niet binnen geld of tijd.", en: "This does not fit within money or time.")
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let thousands = LocalizedText(
        nl: "Bedragen zijn in duizenden euro's per jaar.", en: "Amounts are in thousands of euros a year.")

    fileprivate static func capacity(_ capacity: Int) -> LocalizedText {
        LocalizedText(
            nl: "Er is tegelijk \(capacity) te dragen; wat elke interventie daarvan vraagt, staat erachter.",
            en: "So much can be carried at once: \(capacity). What each intervention takes of it stands behind it.")
    }
}
