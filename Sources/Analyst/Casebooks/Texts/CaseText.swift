package import RuleEngine

/// A case as plain text: to read, to print, and to print with the model.
package struct CaseText {
    private let prepared: PreparedCase
    private let language: Language
    private var lines: TextLines

    /// What the text holds.
    package enum Purpose: Sendable {
        /// The text and the questions.
        case reading
        /// The same with the lists to choose from and lines to write on.
        case printing
        /// The same with the model, for the trainer.
        case answers
        /// One sheet for each role.
        case roles
    }

    package init(_ prepared: PreparedCase, _ language: Language, width: Int = 80) {
        self.prepared = prepared
        self.language = language
        lines = TextLines(width: width)
    }

    package func text(for purpose: Purpose) -> String {
        var copy = self
        switch purpose {
        case .roles: copy.addRoles()
        case .reading, .printing, .answers:
            copy.addText()
            copy.addRules()
            for exercise in prepared.exercises { copy.add(exercise, purpose) }
        }
        return copy.lines.text
    }

    /// The text to read in parts: stage by stage, and then what can be asked, how it is marked and the questions.
    package var parts: [String] {
        let stages = prepared.case.stages.enumerated().map { number, stage in
            var copy = self
            if number == 0 { copy.addTitle() }
            copy.add(stage)
            return copy.lines.text
        }
        var rest = self
        rest.addRest()
        rest.addRules()
        for exercise in prepared.exercises { rest.add(exercise, .reading) }
        return stages + [rest.lines.text]
    }

    private mutating func addText() {
        addTitle()
        for stage in prepared.case.stages { add(stage) }
        addRest()
    }

    private mutating func addTitle() { lines.add(prepared.case.title[language], underlinedWith: "=") }

    private mutating func add(_ stage: CasebookCase.Stage) {
        lines.space()
        lines.add(stage.title[language], underlinedWith: "-")
        for passage in stage.passages {
            let text = PassageText(passage, in: prepared.world, language)
            lines.space()
            lines.verbatim("[\(passage.id.value)]")
            for paragraph in text.paragraphs { lines.add(paragraph) }
            for figure in text.figures { lines.add(figure, mark: "- ") }
            for voice in text.voices { lines.add(voice, mark: "- ") }
            if let origin = text.origin { lines.add("(\(origin))") }
        }
    }

    /// The sheet beside the text, and what can be asked for.
    private mutating func addRest() {
        if prepared.case.view == .sheet {
            lines.space()
            lines.add(LocalizedText.sheet[language], underlinedWith: "-")
            for text in prepared.world.shownFigures(language) { lines.add(text, mark: "- ") }
        }
        guard !prepared.case.requests.isEmpty else { return }
        lines.space()
        lines.add(LocalizedText.requests(prepared.case.informationBudget)[language])
        for request in prepared.case.requests {
            lines.add(LocalizedText.priced(request)[language], mark: "- ")
        }
    }

    /// How it is marked, told beforehand.
    private mutating func addRules() {
        lines.space()
        lines.add(LocalizedText.rules[language], underlinedWith: "-")
        for sentence in prepared.rules { lines.add(sentence[language], mark: "- ") }
    }

    private mutating func add(_ exercise: Exercise, _ purpose: Purpose) {
        lines.space()
        lines.add(LocalizedText.heading(exercise)[language], underlinedWith: "-")
        lines.add(exercise.question[language])
        for material in exercise.material {
            lines.add(material.text[language], mark: material.code.isEmpty ? "" : "\(material.code). ")
        }
        if let budget = exercise.budget { lines.add(LocalizedText.budget(budget)[language]) }
        guard purpose != .reading else { return }
        let model = purpose == .answers ? Set(exercise.modelPicks(exercise.definition.standard)) : []
        var group: String?
        for option in exercise.options {
            if let own = option.group?[language], own != group {
                group = own
                lines.space()
                lines.add(own)
            }
            let price = option.price > 0 ? " (\(option.price))" : ""
            lines.add("\(option.title[language])\(price)", mark: model.contains(option.code) ? "  [x] " : "  [ ] ")
            guard model.contains(option.code) else { continue }
            let line = Mark.Line(verdict: .missed, code: option.code, title: option.title, points: .zero)
            let explanation = prepared.explanation(of: line, in: exercise, answered: ExerciseAnswer())
            for reason in explanation?.reasons ?? [] { lines.add(reason[language], indent: 6) }
        }
        if exercise.options.isEmpty || purpose == .printing {
            lines.verbatim(LocalizedText.why[language])
            for _ in 0..<3 { lines.verbatim(String(repeating: "_", count: lines.width)) }
        }
        guard purpose == .answers else { return }
        for departure in exercise.definition.departures {
            lines.add(
                "\(exercise[departure.line.value]?.title[language] ?? departure.line.value): "
                    + "\(departure.verdict.title[language]). \(departure.reason[language])", mark: "! ")
        }
        for (number, hint) in exercise.definition.hints.enumerated() {
            lines.add(hint[language], mark: "\(LocalizedText.hint[language]) \(number + 1): ")
        }
    }

    private mutating func addRoles() {
        for role in prepared.case.roles {
            lines.space()
            lines.add("\(prepared.case.title[language]): \(role.title[language])", underlinedWith: "=")
            for paragraph in role.text[language].split(separator: "\n\n") { lines.add(String(paragraph)) }
            // A form feed begins a new page in print.
            lines.verbatim("\u{0C}")
        }
    }
}

extension PreparedCase {
    /// How the case is marked, in sentences: points by exercise, when one passes, attempts and hints.
    package var rules: [LocalizedText] {
        let points = LocalizedText { language in
            ValueText(language).list(exercises.map { "\($0.title[language]) \($0.definition.points.value)" })
        }
        var rules = [LocalizedText.points(points, book.passMark), .attempts(book.attempts), .tooMuch]
        if case let hints = exercises.filter({ !$0.definition.hints.isEmpty }), !hints.isEmpty, book.hintCost > 0 {
            rules.append(.hints(book.hintCost))
        }
        for exercise in exercises where exercise.isMarkedByTrainer {
            rules.append(
                .rubric(
                    exercise.title,
                    LocalizedText { language in
                        ValueText(language).list(
                            exercise.definition.rubric.map { "\($0.title[language]) \($0.points)" })
                    }))
        }
        return rules
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let sheet = LocalizedText(nl: "Feitenblad", en: "Fact sheet")
    fileprivate static let rules = LocalizedText(nl: "Zo wordt het nagekeken", en: "How it is marked")
    fileprivate static let hint = LocalizedText(nl: "hint", en: "hint")
    fileprivate static let why = LocalizedText(nl: "Waarom, en hoe zeker bent u?", en: "Why, and how sure are you?")
    fileprivate static let tooMuch = LocalizedText(
        nl: "Te veel kiezen kost punten; wat de tekst nog openlaat, kost half zo veel.",
        en: "Picking too much costs points; what the text leaves open costs half as much.")

    fileprivate static func points(_ points: LocalizedText, _ passMark: Int) -> LocalizedText {
        LocalizedText(
            nl: "Punten: \(points.nl). U slaagt met \(passMark) van 100.",
            en: "Points: \(points.en). You pass with \(passMark) of 100.")
    }

    fileprivate static func attempts(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "U mag \(count) keer inleveren. Het model ziet u na de laatste keer.",
            en: "You may hand in \(count) \(count == 1 ? "time" : "times"). You see the model after the last time.")
    }

    fileprivate static func hints(_ cost: Int) -> LocalizedText {
        LocalizedText(
            nl: "De eerste hint van een oefening kost niets, elke volgende \(cost).",
            en: "The first hint of an exercise costs nothing, each next one \(cost).")
    }

    fileprivate static func rubric(_ title: LocalizedText, _ criteria: LocalizedText) -> LocalizedText {
        LocalizedText(
            nl: "\(title.nl) kijkt de trainer na: \(criteria.nl).",
            en: "\(title.en) is marked by the trainer: \(criteria.en).")
    }

    fileprivate static func heading(_ exercise: Exercise) -> LocalizedText {
        LocalizedText(
            nl: "\(exercise.title.nl) (\(exercise.definition.points.value) punten)",
            en: "\(exercise.title.en) (\(exercise.definition.points.value) points)")
    }

    package static func budget(_ budget: Int) -> LocalizedText {
        LocalizedText(nl: "Uw budget is \(budget).", en: "Your budget is \(budget).")
    }

    fileprivate static func requests(_ budget: Int) -> LocalizedText {
        LocalizedText(
            nl: "U kunt gegevens opvragen, samen voor hoogstens \(budget):",
            en: "You can ask for data, together for at most \(budget):")
    }

    package static func priced(_ request: CasebookCase.Request) -> LocalizedText {
        LocalizedText(
            nl: "\(request.title.nl): prijs \(request.price)", en: "\(request.title.en): price \(request.price)")
    }
}
