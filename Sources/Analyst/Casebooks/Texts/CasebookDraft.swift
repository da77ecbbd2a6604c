package import RuleEngine

/// The first form of a casebook, made from a fact sheet: passages by domain with their figures, what groups say, and the exercises of which
/// something can be found. A trainer goes on from there.
package struct CasebookDraft {
    /// The files, by their path in the folder of the casebook.
    package let files: [(path: String, text: String)]

    /// - Parameters:
    ///   - sheet: checked against the rules.
    ///   - path: where the sheet stands, from the folder above the casebooks.
    /// - Throws: when the sheet tells too little to ask anything.
    package init(
        _ name: String, from sheet: FactSheet, at path: String, rules: CompiledRules, on date: FEELDate
    ) throws(BadInput) {
        let id = sheet.id
        let area = AreaSession(sheet, under: rules, on: date, running: .all)
        let stages = Self.stages(area) + Self.voices(sheet, rules.ruleBase, on: date)
        func text(_ exercises: [String]) -> String {
            ([
                "case: \(YAMLWriter.scalar(id, flow: false))", "title: \(Self.texts(sheet.title))", "level: 1",
                "sheet: \(YAMLWriter.scalar(path, flow: false))", "date: \(date)", "shows: text", "stages:",
            ] + stages + ["exercises:"] + exercises).joined(separator: "\n") + "\n"
        }
        // Which exercises make sense is found by trying each kind.
        let head = Self.head(name, id)
        var useful: [Exercise] = []
        for kind in [ExerciseKind.problems, .links, .voices, .interventions, .mistakes] {
            let trial = text(["  - { exercise: proef, kind: \(kind.rawValue), points: 100 }"])
            let entry = try Casebook.readCase(SourceFile(name: "cases/\(id).yaml", text: trial))
            do throws(BadInput) {
                let prepared = try PreparedCase(entry, of: Casebook.named(name), sheet: sheet, rules: rules)
                useful += prepared.exercises.filter { $0.key().expectsAnything }
            } catch {
                // A kind that this sheet gives nothing for is left out.
                continue
            }
        }
        guard !useful.isEmpty else { throw BadInput([.tooLittle(sheet)]) }
        let points = Points(100).shares(useful.map { _ in 1 }).map { $0.hundredths / 100 }
        let rest = 100 - points.reduce(0, +)
        let exercises = useful.enumerated().flatMap { number, exercise -> [String] in
            let own = points[number] + (number == 0 ? rest : 0)
            let model = exercise.modelPicks(.engine)
            return [
                "  - exercise: \(exercise.definition.kind.rawValue)",
                "    kind: \(exercise.definition.kind.rawValue)", "    points: \(own)",
                "    # model: \(model.joined(separator: ", "))",
            ]
        }
        files = [("casebook.yaml", head), ("cases/\(id).yaml", text(exercises))]
    }

    private static func head(_ name: String, _ id: String) -> String {
        """
        casebook: \(YAMLWriter.scalar(name, flow: false))
        title: { nl: \(YAMLWriter.scalar(name, flow: true)), en: \(YAMLWriter.scalar(name, flow: true)) }
        introduction:
          nl: "Lees de tekst, en beantwoord dan de vragen."
          en: "Read the text, then answer the questions."
        pass_mark: 60
        attempts: 2
        hint_cost: 1
        cases: [\(YAMLWriter.scalar(id, flow: true))]

        """
    }

    private static func texts(_ text: LocalizedText) -> String {
        "{ nl: \(YAMLWriter.scalar(text.nl, flow: true)), en: \(YAMLWriter.scalar(text.en, flow: true)) }"
    }

    /// Passages by domain, in the order of the vocabulary; first the figures that belong to none.
    private static func stages(_ area: AreaSession) -> [String] {
        let indicators = area.ruleBase.vocabulary(area.ruleBase.record.vocabulary)
        let known = area.sheet.figures.filter { $0.isKnown && $0.country != nil || $0.isKnown && $0.series.count > 1 }
        let byDomain = Dictionary(grouping: known) { indicators?[$0.indicator]?.string("domain") ?? "" }
        let domains = area.ruleBase.codes(of: VocabularyName.domains)
        func stage(
            _ id: String, _ title: LocalizedText, _ passages: [(id: String, title: LocalizedText, figures: [String])]
        )
            -> [String]
        {
            ["  - stage: \(id)", "    title: \(texts(title))", "    passages:"]
                + passages.flatMap { passage in
                    [
                        "      - passage: \(passage.id)", "        text: \(texts(.passage(passage.title)))",
                        "        figures: [\(passage.figures.joined(separator: ", "))]",
                    ]
                }
        }
        var result: [String] = []
        if let own = byDomain[""] {
            result += stage("gebied", .area, [("gebied", .area, own.map(\.indicator))])
        }
        let rest = domains.compactMap { domain in
            byDomain[domain.code].map { (domain.code, domain.title, $0.map(\.indicator)) }
        }
        return rest.isEmpty ? result : result + stage("cijfers", .figures, rest)
    }
}

extension CasebookDraft {
    /// What groups said, group by group. Nothing of small groups, and nothing of who they were, when and how they were heard:
    /// a casebook goes to people who have no part in the area.
    private static func voices(_ sheet: FactSheet, _ ruleBase: RuleBase, on day: FEELDate) -> [String] {
        let least = PeopleCount.least(under: ruleBase, on: day) ?? FEELNumber(GroupResult.step)
        let told = sheet.answers.filter { answer in
            guard answer.slot.context != nil else { return false }
            switch answer.value {
            case .yes, .no, .number, .between: break
            case .counted(let yes, let no): guard FEELNumber(yes + no) >= least else { return false }
            case .unknown, .notApplicable, .skipped: return false
            }
            return answer.people.map { $0 >= least } ?? true
        }
        let groups = ruleBase.codes(of: VocabularyName.perspectives).compactMap { group in
            let own = told.filter { $0.perspective == group.code }
            return own.isEmpty ? nil : (group, own)
        }
        guard !groups.isEmpty else { return [] }
        return ["  - stage: stemmen", "    title: \(texts(.voices))", "    passages:"]
            + groups.flatMap { group, answers in
                [
                    "      - passage: \(group.code)", "        text: \(texts(.said(by: group.title)))",
                    "        source: \(texts(.asked(in: sheet.title)))", "        answers:",
                ]
                    + answers.map { answer in
                        let bare = Answer(
                            question: answer.question, perspective: answer.perspective, value: answer.value, date: nil)
                        return "          - \(bare.line)"
                    }
            }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let voices = LocalizedText(nl: "Wat mensen zeggen", en: "What people say")

    fileprivate static func said(by group: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "\(group.nl): dit zeggen zij.", en: "\(group.en): this is what they say.")
    }

    fileprivate static func asked(in area: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "Gevraagd in \(area.nl)", en: "Asked in \(area.en)")
    }

    fileprivate static let area = LocalizedText(nl: "Het gebied", en: "The area")
    fileprivate static let figures = LocalizedText(nl: "De cijfers", en: "The figures")

    fileprivate static func passage(_ title: LocalizedText) -> LocalizedText {
        LocalizedText(
            nl: "\(title.nl): dit zeggen de cijfers.", en: "\(title.en): this is what the figures say.")
    }
}

extension Diagnostic {
    fileprivate static func tooLittle(_ sheet: FactSheet) -> Diagnostic {
        Diagnostic(
            code: "casebook/too-little",
            message: LocalizedText(
                nl: "‘\(sheet.title.nl)’ zegt te weinig voor een oefening: er staat niets vast",
                en: "‘\(sheet.title.en)’ tells too little for an exercise: nothing is certain"),
            at: nil,
            hint: LocalizedText(nl: "neem een gebied met meer cijfers", en: "take an area with more figures"))
    }
}
