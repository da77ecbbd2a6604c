import RuleEngine

/// The package that fits: what to begin with and who, over three periods; what runs; what was left out and why; other good
/// packages, and going on as now.
package enum PackagePart: ReportPart {
    package static let kind = "package"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        composer.stepBlocks() + composer.runningBlocks() + composer.variantBlocks()
    }

    package static func annex(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        composer.leftOutBlocks()
    }
}

extension AnalysisComposer {
    private var chosen: PackageChoice { choices.package }

    fileprivate func stepBlocks() -> [AnalysisDocument.Block] {
        guard !chosen.isEmpty else { return [.paragraph(say(.noPackage))] }
        var blocks: [AnalysisDocument.Block] = [.paragraph(say(.ruleOfChoice))]
        for period in InterventionOption.Period.allCases {
            let steps = chosen.steps.filter { $0.option.period == period }
            guard !steps.isEmpty else { continue }
            blocks.append(.heading(say(.period(period))))
            for step in steps { blocks += [.paragraph("\(title(of: step.option.code)).")] + [.list(lines(step))] }
        }
        if let means = meansText { blocks.append(.paragraph(means)) }
        if !chosen.untouched.isEmpty {
            blocks.append(.paragraph(say(.untouched(titles(chosen.untouched, VocabularyName.problems)))))
        }
        return blocks
    }

    private func lines(_ step: PackageChoice.Step) -> [String] {
        let option = step.option
        var lines: [String] = []
        if let first = option.firstStep {
            let holder = first.holder.map { say(labels.title($0, in: VocabularyName.actors)) }
            lines.append("\(say(.firstStep)): \(say(first.text))" + (holder.map { " (\($0))" } ?? ""))
        }
        lines.append("\(say(.worksOn)): \(titles(option.problems, VocabularyName.problems))")
        if !option.instruments.isEmpty {
            lines.append("\(say(.instruments)): \(titles(option.instruments, VocabularyName.instruments))")
        }
        for (label, codes) in [(LocalizedText.solveFirst, option.obstacles), (.checkFirst, option.unchecked)]
        where !codes.isEmpty {
            lines.append("\(say(label)): \(titles(codes, VocabularyName.fitConditions))")
        }
        var remarks = [
            "\(say(.evidence)) \(labels.text(of: .exactly(.string(option.evidence)), attribute: "evidence", in: language))"
        ]
        if let cost = CostClass.all(ruleBase).first(where: { $0.code == option.firstStep?.costClass }) {
            remarks.append("\(say(.cost)) \(say(cost.title))")
        }
        lines.append(remarks.joined(separator: "; "))
        if !option.features.isEmpty {
            lines.append("\(say(.fitsFeature)): \(titles(option.features, VocabularyName.features))")
        }
        if !step.reinforces.isEmpty {
            lines.append("\(say(.reinforces)): \(titles(step.reinforces, VocabularyName.interventions))")
        }
        return lines
    }

    /// What the sheet says there is, and what the package asks of it at most.
    private var meansText: String? {
        guard let means = sheet.means else { return nil }
        let classes = CostClass.all(ruleBase)
        let high = chosen.steps.reduce(0) { $0 + (classes.of($1.option.firstStep?.costClass)?.high ?? 0) }
        let load = chosen.steps.reduce(0) { $0 + ($1.option.firstStep?.load ?? 1) }
        var sentences: [String] = []
        if let budget = means.budget {
            let money = NumberText.text(of: budget.amount, in: language)
            let most = NumberText.text(of: FEELNumber(high * 1000), in: language)
            sentences.append(say(.withinBudget(money, most)))
        }
        if let capacity = means.capacity { sentences.append(say(.withinCapacity(capacity, load))) }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    fileprivate func runningBlocks() -> [AnalysisDocument.Block] {
        guard !chosen.running.isEmpty else { return [] }
        let lines = chosen.running.map { running -> String in
            let effort = running.effort
            let name = effort.name.map(say) ?? effort.intervention.map { title(of: $0) } ?? effort.code
            let end = effort.period.until.map { " (\(say(.until)) \($0.text(in: language)))" } ?? ""
            let works = running.problems.isEmpty ? "" : ": \(titles(running.problems, VocabularyName.problems))"
            return name + end + works
        }
        return [.heading(say(.runs)), .list(lines), .paragraph(say(.runsRule))]
    }

    fileprivate func variantBlocks() -> [AnalysisDocument.Block] {
        guard !chosen.isEmpty else { return [] }
        let vocabulary = ruleBase.vocabulary(VocabularyName.packageVariants)
        let variants = chosen.variants.flatMap { variant -> [AnalysisDocument.Block] in
            var lines: [String] = []
            if !variant.added.isEmpty {
                lines.append("\(say(.instead)): \(titles(variant.added, VocabularyName.interventions))")
            }
            if !variant.dropped.isEmpty {
                lines.append("\(say(.without)): \(titles(variant.dropped, VocabularyName.interventions))")
            }
            let dilemma = vocabulary?[variant.code]?.text("dilemma").map { " \(say($0))" } ?? ""
            let name = say(labels.title(variant.code, in: VocabularyName.packageVariants))
            return [.paragraph("\(name).\(dilemma)"), .list(lines)]
        }
        let untouched = chosen.running.isEmpty ? [] : Set(chosen.running.flatMap(\.problems)).sorted()
        let asNow = say(untouched.isEmpty ? .nullAlternative : .nullAlternativeWithEfforts)
        return [.heading(say(.variants))] + (variants.isEmpty ? [.paragraph(say(.noVariant))] : variants)
            + [.paragraph(asNow)]
    }

    fileprivate func leftOutBlocks() -> [AnalysisDocument.Block] {
        guard !chosen.leftOut.isEmpty else { return [] }
        let lines = chosen.leftOut.map { "\(title(of: $0.option.code)): \(text(of: $0.reason))" }
        return [.details(summary: say(.leftOut(lines.count)), [.list(lines)])]
    }

    private func text(of reason: PackageChoice.Reason) -> String {
        switch reason {
        case .clashes(let others): say(.clashes(titles(others, VocabularyName.interventions)))
        case .beyondMeans: say(.beyondMeans)
        case .addsLittle: say(.addsLittle)
        case .replaces(let others, let loss): say(.replaces(titles(others, VocabularyName.interventions), loss))
        }
    }

    private func title(of intervention: String) -> String {
        say(labels.title(intervention, in: VocabularyName.interventions))
    }

    private func titles(_ codes: [String], _ vocabulary: String) -> String {
        codes.map { say(labels.title($0, in: vocabulary)) }.joined(separator: "; ")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noPackage = LocalizedText(
        nl:
            "Er is nog geen pakket: geen interventie past zeker bij wat gevonden is. Vraag eerst wat nog niet bekend is.",
        en: "There is no package yet: no intervention surely fits what is found. First ask what is not known yet.")

    fileprivate static let ruleOfChoice = LocalizedText(
        nl:
            "Gekozen uit wat past: samen werken zij aan zo veel en zo zwaar mogelijke problemen, verspreid over domeinen en soorten verandering, met wat elkaar versterkt en zonder wat botst. De gewichten staan in de regels (kernopgaven/keuze). Dit is een advies.",
        en:
            "Chosen from what fits: together they work on as many and as heavy problems as can be, spread over domains and kinds of change, with what reinforces each other and without what clashes. The weights stand in the rules (kernopgaven/keuze). This is advice."
    )

    fileprivate static func period(_ period: InterventionOption.Period) -> LocalizedText {
        switch period {
        case .firstYear: LocalizedText(nl: "Te zien in het eerste jaar", en: "To be seen in the first year")
        case .nextYears: LocalizedText(nl: "Te zien in jaar 2 tot en met 4", en: "To be seen in years 2 to 4")
        case .longRun: LocalizedText(nl: "Te zien in jaar 5 tot en met 20", en: "To be seen in years 5 to 20")
        }
    }

    fileprivate static let firstStep = LocalizedText(nl: "Eerste stap, dit jaar", en: "First step, this year")
    fileprivate static let worksOn = LocalizedText(nl: "Werkt aan", en: "Works on")
    fileprivate static let instruments = LocalizedText(nl: "Instrumenten", en: "Instruments")
    fileprivate static let solveFirst = LocalizedText(nl: "Eerst oplossen", en: "First solve")
    fileprivate static let checkFirst = LocalizedText(nl: "Eerst nagaan", en: "First check")
    fileprivate static let evidence = LocalizedText(nl: "Onderbouwing", en: "Evidence")
    fileprivate static let cost = LocalizedText(nl: "kosten naast de andere", en: "cost beside the others")
    fileprivate static let fitsFeature = LocalizedText(nl: "Past bij dit gebied", en: "Fits this area")
    fileprivate static let reinforces = LocalizedText(nl: "Versterkt", en: "Reinforces")
    fileprivate static let until = LocalizedText(nl: "tot en met", en: "until")

    fileprivate static func untouched(_ problems: String) -> LocalizedText {
        LocalizedText(
            nl: "Aan deze gevonden problemen werkt het pakket niet: \(problems).",
            en: "The package does not work on these problems that were found: \(problems).")
    }

    fileprivate static func withinBudget(_ budget: String, _ most: String) -> LocalizedText {
        LocalizedText(
            nl:
                "Het budget is \(budget) euro per jaar; naar de bovenkant van de kostenklassen vraagt het pakket hoogstens \(most). De klassen zijn een oordeel en geen raming.",
            en:
                "The budget is \(budget) euros a year; by the upper end of the classes of cost the package asks at most \(most). The classes are judgement and no estimate."
        )
    }

    fileprivate static func withinCapacity(_ capacity: Int, _ load: Int) -> LocalizedText {
        LocalizedText(
            nl: "Van de \(capacity) punten menskracht vraagt het pakket er \(load).",
            en: "Of the \(capacity) points of capacity the package asks \(load).")
    }

    fileprivate static let runs = LocalizedText(nl: "Wat al loopt en doorgaat", en: "What runs already and goes on")
    fileprivate static let runsRule = LocalizedText(
        nl: "Begin dit niet opnieuw. Kijk eerst wat het oplevert, en beslis op tijd over wat afloopt.",
        en: "Do not start this again. First see what it brings, and decide in time about what ends.")

    fileprivate static let variants = LocalizedText(nl: "Andere goede pakketten", en: "Other good packages")
    fileprivate static let noVariant = LocalizedText(
        nl: "Er is geen pakket dat echt anders is en bijna even goed.",
        en: "There is no package that really differs and is nearly as good.")
    fileprivate static let instead = LocalizedText(nl: "Wel", en: "With")
    fileprivate static let without = LocalizedText(nl: "Niet", en: "Without")
    fileprivate static let nullAlternative = LocalizedText(
        nl:
            "Doorgaan zoals nu. Van geen lopende inzet is bekend dat zij aan deze problemen werkt. Wat er dan gebeurt, is niet te zeggen.",
        en:
            "Going on as now. Of no running effort is known that it works on these problems. What happens then cannot be told."
    )
    fileprivate static let nullAlternativeWithEfforts = LocalizedText(
        nl:
            "Doorgaan zoals nu. Alleen wat al loopt, gaat door; wat er met de andere problemen gebeurt, is niet te zeggen.",
        en: "Going on as now. Only what runs goes on; what happens to the other problems cannot be told.")

    fileprivate static func leftOut(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "\(count) die ook passen en niet zijn gekozen, met de reden",
            en: "\(count) that fit too and were not chosen, with the reason")
    }

    fileprivate static func clashes(_ others: String) -> LocalizedText {
        LocalizedText(nl: "botst met \(others)", en: "clashes with \(others)")
    }

    fileprivate static let beyondMeans = LocalizedText(
        nl: "vraagt meer geld of mensen dan er zijn", en: "asks more money or people than there are")
    fileprivate static let addsLittle = LocalizedText(
        nl: "aan dezelfde problemen wordt al gewerkt; het voegt te weinig toe",
        en: "the same problems are worked on already; it adds too little")

    fileprivate static func replaces(_ others: String, _ loss: Int) -> LocalizedText {
        loss > 0
            ? LocalizedText(
                nl: "dan valt af: \(others), en het geheel is \(loss) punten minder waard",
                en: "then goes: \(others), and the whole is worth \(loss) points less")
            : LocalizedText(
                nl: "even goed als \(others); de volgorde van de lijst besliste",
                en: "as good as \(others); the order of the list decided")
    }
}
