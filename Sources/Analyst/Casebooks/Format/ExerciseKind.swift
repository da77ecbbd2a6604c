package import RuleEngine

/// What an exercise asks for. What can be picked, and what the engine says of it, each kind tells in a file of its own.
package enum ExerciseKind: String, CaseIterable, Sendable {
    case problems, severity, signs, links, strengths, dynamics, voices, requests, interventions, package, instruments,
        conditions
    case mistakes, prediction, argument

    /// The keys of a file that only some kinds have.
    enum Key: CaseIterable {
        case among, of, change, budget, capacity, mistakes, rubric

        /// As it is written.
        var name: String { self == .change ? "if" : "\(self)" }

        /// Without it nothing can be asked.
        var isNeeded: Bool { [.of, .change, .rubric].contains(self) }
    }

    var keys: [Key] {
        switch self {
        case .problems, .strengths, .dynamics, .interventions, .instruments: [.among]
        case .severity, .links, .conditions: [.among]
        case .signs: [.of]
        case .package: [.among, .budget, .capacity]
        case .mistakes: [.mistakes]
        case .prediction: [.change]
        case .argument: [.rubric]
        case .voices, .requests: []
        }
    }

    /// What can be picked, in order, each with what the engine says of it.
    var maker: any ExerciseMaker {
        switch self {
        case .problems: FindingsMaker(template: TemplateName.problem)
        case .strengths: FindingsMaker(template: TemplateName.strength)
        case .dynamics: FindingsMaker(template: TemplateName.dynamics)
        case .interventions: FindingsMaker(template: TemplateName.intervention)
        case .instruments: FindingsMaker(template: TemplateName.instrument)
        case .severity: SeverityMaker()
        case .signs: SignsMaker()
        case .links: LinksMaker()
        case .voices: VoicesMaker()
        case .requests: RequestsMaker()
        case .package: PackageMaker()
        case .conditions: ConditionsMaker()
        case .mistakes: MistakesMaker()
        case .prediction: PredictionMaker()
        case .argument: ArgumentMaker()
        }
    }
}

// MARK: - Wordings

extension ExerciseKind {
    package var title: LocalizedText {
        switch self {
        case .problems: LocalizedText(nl: "Problemen", en: "Problems")
        case .severity: LocalizedText(nl: "Ernst", en: "Severity")
        case .signs: LocalizedText(nl: "Signalen", en: "Signs")
        case .links: LocalizedText(nl: "Verbanden", en: "Links")
        case .strengths: LocalizedText(nl: "Krachten", en: "Strengths")
        case .dynamics: LocalizedText(nl: "Ontwikkeling", en: "Development")
        case .voices: LocalizedText(nl: "Wie ontbreekt", en: "Missing voices")
        case .requests: LocalizedText(nl: "Gegevens vragen", en: "Asking for data")
        case .interventions: LocalizedText(nl: "Interventies", en: "Interventions")
        case .package: LocalizedText(nl: "Pakket", en: "Package")
        case .instruments: LocalizedText(nl: "Instrumenten", en: "Instruments")
        case .conditions: LocalizedText(nl: "Eerst nodig", en: "Needed first")
        case .mistakes: LocalizedText(nl: "Fouten zoeken", en: "Finding mistakes")
        case .prediction: LocalizedText(nl: "Wat verandert er", en: "What changes")
        case .argument: LocalizedText(nl: "Onderbouwing", en: "Reasoning")
        }
    }

    /// What is asked where the case has no words of its own.
    package var question: LocalizedText {
        switch self {
        case .problems:
            LocalizedText(
                nl: "Welke problemen staan met deze gegevens vast? Neem niets op wat u alleen vermoedt.",
                en: "Which problems do these data make certain? Leave out what you only suspect.")
        case .severity:
            LocalizedText(
                nl: "Hoe ernstig is elk probleem: 1 licht, 2 duidelijk, 3 ernstig, 4 zeer ernstig?",
                en: "How bad is each problem: 1 light, 2 clear, 3 serious, 4 very serious?")
        case .signs:
            LocalizedText(nl: "Op welke signalen steunt deze bevinding?", en: "On which signs does this finding rest?")
        case .links:
            LocalizedText(
                nl: "Welk probleem maakt welk ander probleem rechtstreeks zwaarder?",
                en: "Which problem makes which other problem heavier, without a step in between?")
        case .strengths:
            LocalizedText(
                nl: "Wat is hier sterk, of beschermt?", en: "What is strong here, or protects?")
        case .dynamics:
            LocalizedText(
                nl: "Wat kunt u met deze cijfers zeggen over hoe het gebied zich ontwikkelt?",
                en: "What do these figures let you say on how the area develops?")
        case .voices:
            LocalizedText(nl: "Wie is hier nog niet gehoord?", en: "Who has not been heard here?")
        case .requests:
            LocalizedText(
                nl: "Welke gegevens vraagt u op? Kies wat samen het meeste duidelijk maakt, binnen uw budget.",
                en: "Which data do you ask for? Choose what settles most together, within your budget.")
        case .interventions:
            LocalizedText(
                nl: "Welke interventies passen bij wat vaststaat?", en: "Which interventions fit what is certain?")
        case .package:
            LocalizedText(
                nl: "Welke interventies vormen samen het beste pakket, binnen geld en tijd?",
                en: "Which interventions make the best package together, within money and time?")
        case .instruments:
            LocalizedText(
                nl: "Met welke instrumenten kunt u dit hier en op deze dag doen?",
                en: "With which instruments can you do this, here and on this day?")
        case .conditions:
            LocalizedText(
                nl: "Wat moet eerst worden opgelost voordat een interventie hier kan slagen?",
                en: "What must be solved first before an intervention can succeed here?")
        case .mistakes:
            LocalizedText(
                nl: "In deze analyse zitten fouten. Welke regels zijn fout, en wat is er mis?",
                en: "This analysis has mistakes. Which lines are wrong, and what is the matter with them?")
        case .prediction:
            LocalizedText(
                nl: "Wat komt erbij en wat vervalt, als dit gegeven anders is?",
                en: "What comes and what goes, if this fact is otherwise?")
        case .argument:
            LocalizedText(
                nl: "Leg uw keuze uit. Noem de passages waarop u steunt.",
                en: "Explain your choice. Name the passages that you rest on.")
        }
    }
}
