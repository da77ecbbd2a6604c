import RuleEngine

/// One page that tells the story, and below it a card for each of the heaviest problems: how bad, what it means, what to ask
/// next, and where it comes from.
package enum StoryPart: ReportPart {
    package static let kind = "story"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        let writer = StoryWriter(composer)
        return writer.isEmpty ? [] : writer.story.blocks + writer.cards
    }
}

/// Puts findings and choices into the sentences of the story.
package struct StoryWriter {
    private let composer: AnalysisComposer
    private let templates: StoryTemplates
    /// The problems that are told, the heaviest first.
    private let problems: [FoundProblem]

    package init(_ composer: AnalysisComposer) {
        self.composer = composer
        templates = StoryTemplates(composer.ruleBase, composer.language)
        problems = Array(composer.choices.heaviest.prefix(Self.told))
    }

    /// So many problems, first steps and questions are told.
    private static let told = 3

    package var isEmpty: Bool { templates.isEmpty }

    package var story: Story {
        Story(
            [.sentences(place)] + found + [.sentences(context)] + steps + questions
                + [.sentences([templates.sentence("advice")].compactMap { $0 })])
    }

    private var session: Session { composer.session }
    private var language: Language { composer.language }

    // MARK: Paragraphs

    private var place: [Story.Sentence] {
        let sheet = composer.sheet
        let residents = sheet.residents.map { NumberText.text(of: $0, in: language) }
        let features = titles(of: TemplateName.feature, most: 4)
        let unheard = list(composer.conclusions.unheard.map { composer.say($0.title).lowercasedFirst })
        return [
            templates.sentence(
                "place", ["gebied": composer.say(sheet.title), "gemeente": sheet.municipality, "inwoners": residents]),
            templates.sentence("features", ["kenmerken": features]),
            templates.sentence(
                composer.conclusions.isProvisional ? "figures-only" : "partly-heard", ["groepen": unheard]),
        ].compactMap { $0 }
    }

    private var found: [Story.Line] {
        guard !problems.isEmpty else { return [.sentences([templates.sentence("nothing-found")].compactMap { $0 })] }
        return [
            .sentences([templates.sentence("worst")].compactMap { $0 }), .list(problems.map { sentences(of: $0) }),
        ]
    }

    /// What keeps it going, what is strong, what is chosen, what runs.
    private var context: [Story.Sentence] {
        let chosen = composer.choices
        let loops = session.certainFacts(of: TemplateName.namedLoop).compactMap { fact in
            session.finding(fact).key.first.flatMap { composer.ruleBase.vocabulary(VocabularyName.loops)?[$0] }
        }
        let codes = Set(problems.map(\.code))
        let link = session.certainFacts(of: TemplateName.link).map { session.finding($0).key }
            .first { $0.count == 2 && Set($0).isSubset(of: codes) }?
            .map { composer.say(composer.labels.title($0, in: VocabularyName.problems)).lowercasedFirst }
        let why =
            templates.sentence("loop", ["kringloop": loops.first?.text("explanation").map(composer.say)])
            ?? templates.sentence("link", ["oorzaak": link?.first, "gevolg": link?.last])
        let challenges = chosen.challenges.main.prefix(Self.told)
            .map { composer.say(composer.labels.title($0.code, in: VocabularyName.challenges)).lowercasedFirst }
        let efforts = chosen.package.running.prefix(Self.told).map { running in
            running.effort.name.map(composer.say)
                ?? running.effort.intervention.map {
                    composer.say(composer.labels.title($0, in: VocabularyName.interventions))
                }
                ?? running.effort.code
        }
        let programmes = composer.sheet.memberships(on: composer.area.date).prefix(Self.told)
            .map { composer.say(composer.labels.title($0.programme, in: VocabularyName.programmes)) }
        return [
            why, templates.sentence("strengths", ["krachten": titles(of: TemplateName.strength, most: 3)]),
            templates.sentence("challenges", ["opgaven": list(challenges)]),
            templates.sentence("runs", ["inzet": list(efforts)])
                ?? (composer.sheet.effortsComplete ? nil : templates.sentence("runs-unknown")),
            templates.sentence("belongs", ["programmas": programmes.joined(separator: "; ")]),
        ].compactMap { $0 }
    }

    private var steps: [Story.Line] {
        let package = composer.choices.package
        let first = package.firstSteps.filter { $0.option.firstStep?.holder != nil }.prefix(Self.told)
        guard !first.isEmpty else { return [.sentences([templates.sentence("no-steps")].compactMap { $0 })] }
        let items = first.map { step -> [Story.Sentence] in
            let holder = step.option.firstStep?.holder
                .map { composer.say(composer.labels.title($0, in: VocabularyName.actors)) }
            let text = step.option.firstStep.map { composer.say($0.text) }
            return [templates.sentence("step", ["wie": holder, "stap": text])].compactMap { $0 }
        }
        let classes = CostClass.all(composer.ruleBase).compactMap { cost -> String? in
            let count = package.steps.count { $0.option.firstStep?.costClass == cost.code }
            return count > 0 ? "\(count) \(composer.say(cost.title))" : nil
        }
        let draws = composer.impact?.package.draws
        let range: [String: String?] = [
            "aantal": "\(package.steps.count)",
            "gewogen": composer.impact.map { "\($0.package.model.weighed.count)" },
            "laag": draws.map { NumberText.text(of: $0.low, in: language) },
            "hoog": draws.map { NumberText.text(of: $0.high, in: language) },
        ]
        let money = [
            templates.sentence("cost-range", range)
                ?? templates.sentence(
                    "cost", ["aantal": "\(package.steps.count)", "klassen": classes.joined(separator: ", ")]),
            templates.sentence("funding", ["geld": titles(of: TemplateName.funding, most: 3, keepingCase: true)]),
        ]
        return [
            .sentences([templates.sentence("steps")].compactMap { $0 }), .list(items),
            .sentences(money.compactMap { $0 }),
        ]
    }

    private var questions: [Story.Line] {
        let first = composer.conclusions.waiting.lazy.compactMap { question(of: $0.input) }.prefix(Self.told)
        guard !first.isEmpty else { return [] }
        return [.sentences([templates.sentence("ask")].compactMap { $0 }), .list(first.map { [$0] })]
    }

    // MARK: One problem

    private func sentences(of problem: FoundProblem) -> [Story.Sentence] {
        let title = composer.say(composer.labels.title(problem.code, in: VocabularyName.problems))
        let groups = list(problem.perspectives.map(group))
        let figure = problem.figures.first
        return [templates.sentence("problem", ["probleem": title, "ernst": "\(problem.severity)"])].compactMap { $0 }
            + (figure.map { sentences(of: $0) } ?? [])
            + [templates.sentence(figure == nil ? "only-voices" : "voices", ["groepen": groups])].compactMap { $0 }
    }

    private func sentences(of found: FoundFigure) -> [Story.Sentence] {
        let indicator = composer.ruleBase.vocabulary(composer.ruleBase.record.vocabulary)?[found.indicator]
        let name = indicator.map { composer.say($0.title) } ?? found.indicator
        let year = found.figure.year.map(String.init)
        let beside = [
            found.figure.municipality.map { "\(composer.sheet.municipality) \(value($0, found.indicator))" },
            found.figure.country.map {
                "\(language.word("Nederland", "the Netherlands")) \(value($0, found.indicator))"
            },
        ].compactMap { $0 }.joined(separator: ", ")
        let known: [String: String?] = [
            "cijfer": name, "waarde": value(found.value, found.indicator), "jaar": year, "vergelijking": beside,
        ]
        return [
            templates.sentence("figure", known) ?? templates.sentence("figure-alone", known),
            found.figure.kind == "model" ? templates.sentence("model") : nil, farthestPart(found), trend(found),
        ].compactMap { $0 }
    }

    /// The part of the area that lies farthest out on the worse side.
    private func farthestPart(_ found: FoundFigure) -> Story.Sentence? {
        guard let higherIsBetter = found.higherIsBetter else { return nil }
        let values = composer.sheet.parts.compactMap { part in
            part.figures.first { $0.indicator == found.indicator }.map { (part.name, $0.value) }
        }
        guard values.count > 1, let worst = values.max(by: { higherIsBetter ? $0.1 > $1.1 : $0.1 < $1.1 }) else {
            return nil
        }
        return templates.sentence("part", ["deel": worst.0, "waarde": value(worst.1, found.indicator)])
    }

    /// The first year of the series; no trend is told of a model.
    private func trend(_ found: FoundFigure) -> Story.Sentence? {
        guard found.figure.kind != "model", let first = found.figure.series.first,
            let year = found.figure.year, first.year < year
        else { return nil }
        return templates.sentence("trend", ["jaar": "\(first.year)", "waarde": value(first.value, found.indicator)])
    }

    // MARK: Cards

    package var cards: [AnalysisDocument.Block] {
        problems.flatMap { problem -> [AnalysisDocument.Block] in
            let term = composer.ruleBase.vocabulary(VocabularyName.problems)?[problem.code]
            let figures = problem.figures.prefix(2).flatMap { sentences(of: $0).prefix(1) }.map(\.text)
            let sources = problem.figures.prefix(2).map { composer.findings.figures.short($0.figure, from: $0.source) }
            let heard = problem.perspectives.map(group)
            let lines = [
                templates.sentence(
                    "level",
                    ["ernst": "\(problem.severity)", "cijfers": figures.isEmpty ? nil : figures.joined(separator: " ")])
                    ?? templates.sentence("level-voices", ["ernst": "\(problem.severity)", "groepen": list(heard)]),
                templates.sentence("meaning", ["uitleg": term?.text("explanation").map(composer.say)]),
                nextQuestion(about: problem.code),
                templates.sentence("origin", ["bron": (sources + heard).joined(separator: "; ")]),
            ].compactMap { $0?.text }
            return [.heading(term.map { composer.say($0.title) } ?? problem.code), .list(lines)]
        }
    }

    /// The question to a group that this problem's own severity, or another conclusion about it, waits for.
    private func nextQuestion(about problem: String) -> Story.Sentence? {
        let waiting = composer.conclusions.waiting.first { entry in
            guard case .slot(let slot) = session.reference(entry.input), slot.context != nil,
                !composer.ruleBase.isFigure(slot)
            else { return false }
            return entry.conclusions.contains { $0.key.contains(problem) }
                || isAbout(problem, entry.input)
        }
        guard let waiting, case .slot(let slot) = session.reference(waiting.input), let context = slot.context,
            let text = composer.naming.code(of: slot)?.text("question")
        else { return nil }
        return templates.sentence("next-question", ["groep": group(context), "vraag": composer.say(text)])
    }

    /// A value of the problem that is not known yet hangs on the input.
    private func isAbout(_ problem: String, _ input: InputID) -> Bool {
        guard let fact = session.fact(FindingID(template: TemplateName.problem, key: [problem]))?.fact else {
            return false
        }
        return fact.fields.contains { $0.origins.contains(input) }
    }

    // MARK: Words

    private func question(of input: InputID) -> Story.Sentence? {
        guard case .slot(let slot) = session.reference(input), let term = composer.naming.code(of: slot) else {
            return nil
        }
        if let context = slot.context, !composer.ruleBase.isFigure(slot) {
            let group = composer.say(composer.labels.title(context, in: VocabularyName.perspectives))
            return templates.sentence("ask-group", ["groep": group, "vraag": term.text("question").map(composer.say)])
        }
        return templates.sentence(
            "ask-figure",
            ["houder": term.text("holder").map(composer.say), "cijfer": composer.say(term.title).lowercasedFirst])
    }

    private func group(_ perspective: String) -> String {
        composer.say(composer.labels.title(perspective, in: VocabularyName.perspectives)).lowercasedFirst
    }

    private func list(_ names: [String]) -> String? { names.isEmpty ? nil : ValueText(language).list(names) }

    private func titles(of template: String, most: Int, keepingCase: Bool = false) -> String? {
        let names = session.heaviestFirst(session.certainFacts(of: template)).prefix(most)
            .map { composer.naming.title(of: $0, in: language) }
        return list(keepingCase ? Array(names) : names.map(\.lowercasedFirst))
    }

    private func value(_ number: FEELNumber, _ indicator: String) -> String {
        ValueText(language, units: composer.naming.units)
            .text(of: .exactly(.number(number)), unit: composer.naming.unit(of: RecordSchema.Slot(name: indicator)))
    }
}
