import RuleEngine

/// Who was not heard, what each group answered, and what rules make of it.
package enum VoicesPart: ReportPart {
    package static let kind = "voices"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        var blocks: [AnalysisDocument.Block] = []
        let unheard = composer.conclusions.unheard
        if !unheard.isEmpty {
            let names = ValueText(composer.language).list(unheard.map { composer.say($0.title) })
            blocks.append(.notice(composer.say(.notHeard(names))))
        }
        let rankings = composer.sheet.voices.filter { !$0.ranking.isEmpty }.map { line($0, composer) }
        if !rankings.isEmpty { blocks += [.paragraph(composer.say(.rankings)), .list(rankings)] }
        return blocks + FindingsPart.blocks(of: plan, composer)
    }

    package static func annex(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        var blocks: [AnalysisDocument.Block] = []
        let (sheet, date) = (composer.sheet, composer.area.date)
        let rows = sheet.countedAnswers(on: date).filter { $0.perspective != SheetContext.registered }
            .map { row($0, composer) }
        if !rows.isEmpty { blocks.append(.table(.answers(rows, composer.language))) }
        for (answers, text) in [
            (sheet.answers(after: date), LocalizedText.later(date)), (sheet.replacedAnswers(on: date), .replaced),
        ] where !answers.isEmpty {
            blocks += [.paragraph(composer.say(text)), .list(answers.map { line($0, composer) })]
        }
        return blocks + FindingsPart.annex(of: plan, composer)
    }

    /// "Residents: 1. Nuisance; 2. Little trust"
    private static func line(_ voice: FactSheet.Voice, _ composer: AnalysisComposer) -> String {
        let labels = composer.labels
        let group = composer.say(labels.title(voice.perspective, in: VocabularyName.perspectives))
        let problems = voice.ranking.enumerated().map { place, code in
            "\(place + 1). " + composer.say(labels.title(code.value, in: VocabularyName.problems))
        }
        return "\(group): \(problems.joined(separator: "; "))"
    }

    /// "Residents: Nuisance: yes (1 October 2026)"
    private static func line(_ answer: Answer, _ composer: AnalysisComposer) -> String {
        let labels = composer.labels
        let isFigure = answer.perspective == SheetContext.registered
        let vocabulary = isFigure ? composer.ruleBase.record.vocabulary : VocabularyName.observations
        let words = [
            labels.title(answer.perspective, in: VocabularyName.perspectives),
            labels.title(answer.question, in: vocabulary), text(of: answer, composer),
        ]
        let day = answer.date.map { " (\(DateText.text(of: $0, in: composer.language)))" } ?? ""
        return words.map { composer.say($0) }.joined(separator: ": ") + day
    }

    private static func row(_ answer: Answer, _ composer: AnalysisComposer) -> [AnalysisDocument.Table.Cell] {
        let labels = composer.labels
        return [
            .text(composer.say(labels.title(answer.question, in: VocabularyName.observations))),
            .text(composer.say(labels.title(answer.perspective, in: VocabularyName.perspectives))),
            .text(composer.say(text(of: answer, composer))),
            answer.people.map { cell(PeopleCount($0, under: composer.ruleBase, on: composer.area.date), composer) }
                ?? .empty,
            answer.degree.map { .text(composer.say(.degree($0))) } ?? .empty,
            answer.places.isEmpty ? .empty : .text(places(answer, composer)),
            answer.method.map { .text($0) } ?? .empty,
        ]
    }
}

extension VoicesPart {
    /// What was answered; of few people only that they are few.
    private static func text(of answer: Answer, _ composer: AnalysisComposer) -> LocalizedText {
        guard case .counted(let yes, let no) = answer.value else { return .answer(answer.value) }
        func count(_ people: Int) -> LocalizedText {
            PeopleCount(FEELNumber(people), under: composer.ruleBase, on: composer.area.date).text
        }
        let (agree, disagree) = (count(yes), count(no))
        return LocalizedText(
            nl: "\(agree.nl) ja, \(disagree.nl) nee", en: "\(agree.en) yes, \(disagree.en) no")
    }

    private static func cell(_ people: PeopleCount, _ composer: AnalysisComposer) -> AnalysisDocument.Table.Cell {
        people.exact.map { .number($0) } ?? .text(composer.say(people.text))
    }

    /// The names of parts, and places as they were told.
    private static func places(_ answer: Answer, _ composer: AnalysisComposer) -> String {
        answer.places.map { place in composer.sheet.parts.first { $0.code == place }?.name ?? place }
            .joined(separator: "; ")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func degree(_ degree: Answer.Degree) -> LocalizedText {
        switch degree {
        case .slight: LocalizedText(nl: "een beetje", en: "slight")
        case .clear: LocalizedText(nl: "duidelijk", en: "clear")
        case .serious: LocalizedText(nl: "erg", en: "serious")
        case .verySerious: LocalizedText(nl: "heel erg", en: "very serious")
        }
    }

    fileprivate static let rankings = LocalizedText(
        nl: "Wat voor elke groep het belangrijkst is:", en: "What matters most to each group:")

    fileprivate static func notHeard(_ names: String) -> LocalizedText {
        LocalizedText(nl: "Nog niet gehoord: \(names).", en: "Not yet heard: \(names).")
    }

    fileprivate static func answer(_ value: Answer.Value) -> LocalizedText {
        switch value {
        case .yes: LocalizedText(nl: "ja", en: "yes")
        case .no: LocalizedText(nl: "nee", en: "no")
        case .counted(let yes, let no): LocalizedText(nl: "\(yes) ja, \(no) nee", en: "\(yes) yes, \(no) no")
        case .between(let low, let high):
            LocalizedText(
                nl: "van \(NumberText.text(of: low, in: .nl)) tot en met \(NumberText.text(of: high, in: .nl))",
                en: "from \(NumberText.text(of: low, in: .en)) to \(NumberText.text(of: high, in: .en))")
        case .unknown: LocalizedText(nl: "weet ik niet", en: "don’t know")
        case .skipped: LocalizedText(nl: "niet ingevuld", en: "not answered")
        case .notApplicable: LocalizedText(nl: "niet van toepassing", en: "not applicable")
        case .number(let number):
            LocalizedText(nl: NumberText.text(of: number, in: .nl), en: NumberText.text(of: number, in: .en))
        }
    }

    fileprivate static func later(_ date: FEELDate) -> LocalizedText {
        LocalizedText(
            nl: "Deze antwoorden zijn van na \(DateText.text(of: date, in: .nl)) en tellen niet mee:",
            en: "These answers were given after \(DateText.text(of: date, in: .en)) and do not count:")
    }

    fileprivate static let replaced = LocalizedText(
        nl: "Van deze antwoorden is er een van een latere dag, en die telt:",
        en: "Of these answers there is one of a later day, and that one counts:")

    fileprivate static let answers = LocalizedText(nl: "Antwoorden per perspectief", en: "Answers per perspective")
    fileprivate static let question = LocalizedText(nl: "Vraag", en: "Question")
    fileprivate static let perspective = LocalizedText(nl: "Perspectief", en: "Perspective")
    fileprivate static let answer = LocalizedText(nl: "Antwoord", en: "Answer")
    fileprivate static let people = LocalizedText(nl: "Aantal mensen", en: "Number of people")
    fileprivate static let howBad = LocalizedText(nl: "Hoe erg", en: "How bad")
    fileprivate static let places = LocalizedText(nl: "Waar", en: "Where")
    fileprivate static let method = LocalizedText(nl: "Hoe gehoord", en: "How heard")
}

extension AnalysisDocument.Table {
    fileprivate static func answers(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        AnalysisDocument.Table(
            caption: LocalizedText.answers[language],
            columns: [
                Column(.question, language), Column(.perspective, language), Column(.answer, language),
                Column(.people, language, isNumeric: true), Column(.howBad, language),
                Column(.places, language), Column(.method, language),
            ], rows: rows, note: nil)
    }
}
