package import RuleEngine

/// What is wrong with a case that can be read: what its trainee cannot know, and how somebody who knows nothing would pass.
package struct CasebookCheck {
    private let prepared: PreparedCase
    /// How many answers by chance are tried.
    package static let blindAnswers = 1000

    package init(_ prepared: PreparedCase) { self.prepared = prepared }

    package var diagnostics: [Diagnostic] {
        prepared.exercises.flatMap { check($0) } + money + blind
    }

    private func check(_ exercise: Exercise) -> [Diagnostic] {
        guard !exercise.isMarkedByTrainer else { return [] }
        let definition = exercise.definition
        var result: [Diagnostic] = []
        if definition.standard == .panel, exercise.panelSize < Self.leastPanel {
            result.append(.noPanel(definition.id, exercise.panelSize))
        }
        let key = exercise.key()
        if !key.expectsAnything { result.append(.nothingExpected(definition.id)) }
        for option in exercise.options where key[option.code].standing == .expected {
            guard exercise.givenVerdicts[option.code] != .expected, definition.standard != .panel else { continue }
            guard let departure = exercise.departure(at: option.code), definition.standard == .trainer else {
                result.append(.notKnowable(option, definition.id, prepared))
                continue
            }
            if departure.passages.isEmpty { result.append(.departureWithoutPassage(departure)) }
        }
        for departure in definition.departures {
            let verdict = exercise[departure.line.value]?.verdict
            let isSame =
                switch departure.verdict {
                case .expected: verdict == .expected
                case .wrong: verdict == .wrong
                case .defensible: false
                }
            if isSame { result.append(.sameAsEngine(departure)) }
        }
        let others = prepared.exercises.count - 1
        if others > 0, exercise.definition.points.value >= prepared.book.passMark {
            result.append(.passesAlone(definition, prepared.book.passMark))
        }
        return result
    }

    private static let leastPanel = 3

    private var money: [Diagnostic] {
        let requests = prepared.case.requests
        guard let cheapest = requests.map(\.price).min() else { return [] }
        let all = requests.reduce(0) { $0 + $1.price }
        let budget = prepared.case.informationBudget
        if budget < cheapest { return [.budgetTooSmall(requests[0].id, budget, cheapest)] }
        return budget >= all ? [.budgetForAll(requests[0].id, budget, all)] : []
    }

    /// Nobody passes without reading: not with nothing, not with everything, and not by chance.
    private var blind: [Diagnostic] {
        guard let first = prepared.case.exercises.first?.id else { return [] }
        if prepared.mark(CaseAnswers()).isPass { return [.blindPass(first, .nothingPicked)] }
        if prepared.mark(prepared.answers { $0.everything }).isPass { return [.blindPass(first, .everythingPicked)] }
        var trainee = RandomTrainee(seed: 1)
        for _ in 0..<Self.blindAnswers where prepared.mark(trainee.answers(to: prepared)).isPass {
            return [.blindPass(first, .pickedByChance)]
        }
        return []
    }
}

extension Exercise {
    /// All that can be picked at once; of options that exclude each other the last.
    package var everything: [String] {
        var last: [String: String] = [:]
        for option in options { last[option.choice ?? "\u{0}\(option.code)"] = option.code }
        return options.filter { last[$0.choice ?? "\u{0}\($0.code)"] == $0.code }.map(\.code)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let nothingPicked = LocalizedText(nl: "niets kiest", en: "picks nothing")
    fileprivate static let everythingPicked = LocalizedText(nl: "alles kiest", en: "picks everything")
    fileprivate static let pickedByChance = LocalizedText(nl: "op goed geluk kiest", en: "picks by chance")
}

extension Diagnostic {
    fileprivate static func notKnowable(
        _ option: ExerciseOption, _ id: Located<String>, _ prepared: PreparedCase
    ) -> Diagnostic {
        let signs = option.finding.map { Derivation(of: $0, in: prepared.world.model.session).signs } ?? []
        let told = prepared.world.toldSlots
        let missing = signs.filter { !told.contains($0) }.prefix(5).map(\.path).joined(separator: ", ")
        return Diagnostic(
            code: "casebook/not-knowable",
            message: LocalizedText(
                nl: "‘\(option.code)’ wordt verwacht, maar volgt niet uit wat de cursist krijgt",
                en: "‘\(option.code)’ is expected, but does not follow from what the trainee is given"),
            at: id.span,
            hint: missing.isEmpty
                ? LocalizedText(
                    nl: "vertel er meer over in een passage, of schrijf model: given",
                    en: "tell more of it in a passage, or write model: given")
                : LocalizedText(
                    nl: "vertel in een passage: \(missing); of schrijf model: given",
                    en: "tell in a passage: \(missing); or write model: given"))
    }

    fileprivate static func departureWithoutPassage(_ departure: ExerciseDefinition.Departure) -> Diagnostic {
        Diagnostic(
            code: "casebook/not-knowable",
            message: LocalizedText(
                nl:
                    "de trainer verwacht ‘\(departure.line.value)’, maar er staat niet bij waaruit de cursist dat kan weten",
                en:
                    "the trainer expects ‘\(departure.line.value)’, but it is not said from what the trainee can know it"
            ),
            at: departure.line.span,
            hint: LocalizedText(nl: "noem passages: […]", en: "name passages: […]"))
    }

    fileprivate static func sameAsEngine(_ departure: ExerciseDefinition.Departure) -> Diagnostic {
        Diagnostic(
            .warning, code: "casebook/no-departure",
            message: LocalizedText(
                nl: "de regels zeggen dit van ‘\(departure.line.value)’ ook al",
                en: "the rules say this of ‘\(departure.line.value)’ already"),
            at: departure.line.span,
            hint: LocalizedText(nl: "laat deze afwijking weg", en: "leave this departure out"))
    }

    fileprivate static func nothingExpected(_ id: Located<String>) -> Diagnostic {
        Diagnostic(
            .warning, code: "casebook/nothing-expected",
            message: LocalizedText(
                nl: "in oefening ‘\(id.value)’ is niets te vinden: wie niets kiest, krijgt alle punten",
                en: "in exercise ‘\(id.value)’ nothing is to be found: picking nothing earns all points"),
            at: id.span,
            hint: LocalizedText(
                nl: "vertel meer in de passages, of laat de oefening weg",
                en: "tell more in the passages, or leave the exercise out"))
    }

    fileprivate static func noPanel(_ id: Located<String>, _ size: Int) -> Diagnostic {
        Diagnostic(
            code: "casebook/small-panel",
            message: LocalizedText(
                nl: "oefening ‘\(id.value)’ wordt nagekeken naar het panel, maar daarvan antwoorden er \(size)",
                en: "exercise ‘\(id.value)’ is marked against the panel, of which \(size) answer"),
            at: id.span,
            hint: LocalizedText(
                nl: "laat minstens drie mensen antwoorden, of schrijf against: trainer",
                en: "let at least three people answer, or write against: trainer"))
    }

    fileprivate static func passesAlone(_ definition: ExerciseDefinition, _ passMark: Int) -> Diagnostic {
        Diagnostic(
            code: "casebook/one-exercise-passes",
            message: LocalizedText(
                nl:
                    "met oefening ‘\(definition.id.value)’ alleen is een cursist geslaagd: \(definition.points.value) van "
                    + "de \(passMark) punten die nodig zijn",
                en: "with exercise ‘\(definition.id.value)’ alone a trainee passes: \(definition.points.value) of the "
                    + "\(passMark) points that are needed"),
            at: definition.points.span,
            hint: LocalizedText(
                nl: "geef deze oefening minder punten, of verhoog pass_mark",
                en: "give this exercise fewer points, or raise pass_mark"))
    }

    fileprivate static func budgetTooSmall(_ id: Located<String>, _ budget: Int, _ cheapest: Int) -> Diagnostic {
        Diagnostic(
            code: "casebook/budget",
            message: LocalizedText(
                nl: "voor \(budget) is niets te vragen: het goedkoopste kost \(cheapest)",
                en: "nothing can be asked for \(budget): the cheapest costs \(cheapest)"),
            at: id.span,
            hint: LocalizedText(nl: "verhoog budget:", en: "raise budget:"))
    }

    fileprivate static func budgetForAll(_ id: Located<String>, _ budget: Int, _ all: Int) -> Diagnostic {
        Diagnostic(
            .warning, code: "casebook/budget",
            message: LocalizedText(
                nl: "het budget van \(budget) is genoeg om alles te vragen (\(all)): er valt niets te kiezen",
                en: "the budget of \(budget) is enough to ask for all (\(all)): there is nothing to choose"),
            at: id.span,
            hint: LocalizedText(nl: "verlaag budget:", en: "lower budget:"))
    }

    fileprivate static func blindPass(_ id: Located<String>, _ way: LocalizedText) -> Diagnostic {
        Diagnostic(
            code: "casebook/blind-pass",
            message: LocalizedText(
                nl: "wie \(way.nl) zonder te lezen, slaagt voor deze casus",
                en: "whoever \(way.en) without reading passes this case"),
            at: id.span,
            hint: LocalizedText(
                nl: "laat uit een langere lijst kiezen, vraag meer, of verhoog pass_mark",
                en: "let them choose from a longer list, ask more, or raise pass_mark"))
    }
}
