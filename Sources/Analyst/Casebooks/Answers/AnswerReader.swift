package import RuleEngine

/// Reads what a trainee answers, with a fault for what cannot be picked.
///
///     casebook: oefening
///     case: dorp
///     answers:
///       problemen: [armoede, { line: verval, reasons: [straat], sure: 2 }]
package struct AnswerReader {
    private let prepared: PreparedCase
    private var diagnostics: [Diagnostic] = []

    package init(_ prepared: PreparedCase) { self.prepared = prepared }

    package static func read(_ file: SourceFile, for prepared: PreparedCase) throws(BadInput) -> CaseAnswers {
        var reader = AnswerReader(prepared)
        let result = YAMLParser.parseSingle(file)
        reader.diagnostics += result.diagnostics
        let answers = result.root.flatMap { reader.answers($0) }
        guard let answers, !reader.diagnostics.contains(where: { $0.severity == .error }) else {
            throw BadInput(reader.diagnostics, sources: [file])
        }
        return answers
    }

    private mutating func answers(_ root: YAMLNode) -> CaseAnswers? {
        var reader = MappingReader(root, of: LocalizedText(nl: "een bestand met antwoorden", en: "a file of answers"))
        let book = reader.required("casebook", as: .text)
        let entry = reader.required("case", as: .text)
        let attempts = reader.optional("attempts", as: .integer)
        let scores = reader.optional("scores", as: .list(of: .integer)) ?? []
        let asked = reader.optional("asked", as: .list(of: .text)) ?? []
        let hints = reader.optional("hints", as: .mapping(of: .integer)) ?? []
        let written = reader.optional("answers", as: .mapping(of: .node)) ?? []
        let decisions = reader.optional("decisions", as: .list(of: .node)) ?? []
        if let attempts { reader.check(attempts, within: 0...1000) }
        if let entry, entry.value != prepared.case.id { reader.report(.otherCase(entry, prepared.case.id)) }
        if let book, book.value != prepared.book.id { reader.report(.otherCase(book, prepared.book.id)) }
        let requests = prepared.case.requests.map(\.id.value)
        for request in asked where !requests.contains(request.value) {
            reader.report(.unknownLine(request, among: requests))
        }
        let known = prepared.exercises.map(\.id)
        for name in hints.map(\.name) + written.map(\.name) where !known.contains(name.value) {
            reader.report(.unknownExercise(name, among: known))
        }
        for hint in hints {
            reader.check(hint.value, within: 0...(prepared.exercise(hint.name.value)?.definition.hints.count ?? 0))
        }
        diagnostics += reader.finish()
        var answers = CaseAnswers()
        answers.attempts = attempts?.value ?? 0
        answers.scores = scores.map(\.value)
        answers.asked = asked.map(\.value)
        answers.hints = Dictionary(hints.map { ($0.name.value, $0.value.value) }) { first, _ in first }
        for field in written {
            guard let exercise = prepared.exercise(field.name.value) else { continue }
            answers.exercises[exercise.id] = answer(field.value, to: exercise)
        }
        answers.decisions = decisions.compactMap { decision($0) }
        return answers
    }

    private mutating func answer(_ node: YAMLNode, to exercise: Exercise) -> ExerciseAnswer {
        if node.sequence != nil { return checked(ExerciseAnswer(picks: picks(node, exercise)), exercise, node.span) }
        var reader = MappingReader(node, of: LocalizedText(nl: "een antwoord", en: "an answer"))
        let nodes = reader.optional("picks")
        let other = reader.optional("other", as: .text)
        let text = reader.optional("text", as: .text)
        diagnostics += reader.finish()
        return checked(
            ExerciseAnswer(
                picks: nodes.map { picks($0, exercise) } ?? [], other: other?.value ?? "", text: text?.value ?? ""),
            exercise, node.span)
    }

    private mutating func checked(
        _ answer: ExerciseAnswer, _ exercise: Exercise, _ span: SourceSpan
    ) -> ExerciseAnswer {
        if let fault = exercise.fault(in: answer) {
            diagnostics.append(Diagnostic(code: "casebook/answer", message: fault, at: span))
        }
        return answer
    }

    private mutating func picks(_ node: YAMLNode, _ exercise: Exercise) -> [Pick] {
        var nodes: [YAMLNode] = []
        if let list = YAMLShape<[YAMLNode]>.list(of: .node).read(node, into: &diagnostics) { nodes = list }
        var seen: Set<String> = []
        return nodes.compactMap { pick($0, exercise) }.filter { seen.insert($0.code).inserted }
    }

    private mutating func pick(_ node: YAMLNode, _ exercise: Exercise) -> Pick? {
        guard node.mapping != nil else {
            guard let code = YAMLShape<Located<String>>.text.read(node, into: &diagnostics) else { return nil }
            return known(code, exercise) ? Pick(code: code.value) : nil
        }
        var reader = MappingReader(node, of: LocalizedText(nl: "een keuze", en: "a pick"))
        let code = reader.required("line", as: .text)
        let reasons = reader.optional("reasons", as: .list(of: .text)) ?? []
        let sureness = reader.optional("sure", as: .integer)
        let note = reader.optional("note", as: .text)
        if let sureness { reader.check(sureness, within: 1...3) }
        let allowed = prepared.reasonCodes(for: exercise)
        for reason in reasons where !allowed.contains(reason.value) {
            reader.report(.unknownReason(reason, among: allowed))
        }
        diagnostics += reader.finish()
        guard let code, known(code, exercise) else { return nil }
        return Pick(
            code: code.value, reasons: reasons.map(\.value), sureness: sureness?.value, note: note?.value ?? "")
    }

    private mutating func known(_ code: Located<String>, _ exercise: Exercise) -> Bool {
        guard exercise[code.value] == nil else { return true }
        diagnostics.append(.unknownLine(code, among: exercise.options.map(\.code)))
        return false
    }

    private mutating func decision(_ node: YAMLNode) -> TrainerDecision? {
        var reader = MappingReader(
            node, of: LocalizedText(nl: "een besluit van de trainer", en: "a trainer's decision"))
        let exercise = reader.required("exercise", as: .text)
        let criterion = reader.optional("criterion", as: .text)
        let points = reader.required("points", as: .number)
        let reason = reader.optional("reason", as: .text)
        if let exercise, prepared.exercise(exercise.value) == nil {
            reader.report(.unknownExercise(exercise, among: prepared.exercises.map(\.id)))
        }
        if criterion == nil, reason == nil, let exercise { reader.report(.noReason(exercise)) }
        diagnostics += reader.finish()
        guard let exercise, let points,
            let hundredths = points.multiplied(by: 100)?.rounded(toScale: 0, rule: .halfEven)?.integerValue
        else { return nil }
        return TrainerDecision(
            exercise: exercise.value, criterion: criterion?.value, points: Points(hundredths: hundredths),
            reason: reason?.value ?? "")
    }
}

extension Exercise {
    /// Why an answer cannot be handed in; `nil` where it can.
    package func fault(in answer: ExerciseAnswer) -> LocalizedText? {
        var choices: Set<String> = []
        for pick in answer.picks {
            guard let option = self[pick.code] else { return .cannotPick(pick.code) }
            if let choice = option.choice, !choices.insert(choice).inserted {
                return .oneOf(option.group ?? option.title)
            }
        }
        guard let budget else { return nil }
        let price = price(of: answer)
        return price > budget ? .beyond(price, budget) : nil
    }

    /// What the picks cost together.
    package func price(of answer: ExerciseAnswer) -> Int {
        answer.picks.reduce(0) { $0 + (self[$1.code]?.price ?? 0) }
    }
}

extension PreparedCase {
    /// What a pick can rest on: passages, figures and answers that are told, and the lines of other exercises.
    package func reasonCodes(for exercise: Exercise) -> [String] {
        `case`.passages.map(\.id.value) + world.toldSlots.map(\.path)
            + exercises.filter { $0.id != exercise.id }.flatMap { $0.options.map(\.code) }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func cannotPick(_ code: String) -> LocalizedText {
        LocalizedText(nl: "‘\(code)’ is hier niet te kiezen", en: "‘\(code)’ cannot be picked here")
    }

    fileprivate static func oneOf(_ title: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "kies er één bij ‘\(title.nl)’", en: "pick one at ‘\(title.en)’")
    }

    fileprivate static func beyond(_ price: Int, _ budget: Int) -> LocalizedText {
        LocalizedText(
            nl: "uw keuze kost \(price); er is \(budget). Laat iets weg",
            en: "your choice costs \(price); there is \(budget). Leave something out")
    }
}

extension Diagnostic {
    fileprivate static func otherCase(_ name: Located<String>, _ expected: String) -> Diagnostic {
        Diagnostic(
            code: "casebook/other-case",
            message: LocalizedText(
                nl: "deze antwoorden horen bij ‘\(name.value)’, niet bij ‘\(expected)’",
                en: "these answers belong to ‘\(name.value)’, not to ‘\(expected)’"),
            at: name.span,
            hint: LocalizedText(
                nl: "noem een ander bestand, of een andere casus", en: "name another file, or another case"))
    }

    fileprivate static func unknownReason(_ name: Located<String>, among known: [String]) -> Diagnostic {
        let near = Suggestion.nearest(to: name.value, among: known)
        return Diagnostic(
            code: "casebook/unknown-reason",
            message: LocalizedText(
                nl: "‘\(name.value)’ is geen passage, signaal of regel van deze casus",
                en: "‘\(name.value)’ is no passage, sign or line of this case"),
            at: name.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") })
    }

    fileprivate static func noReason(_ exercise: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "casebook/no-reason",
            message: LocalizedText(
                nl: "een aangepast punt heeft een reden nodig", en: "a changed mark needs a reason"),
            at: exercise.span,
            hint: LocalizedText(nl: "schrijf erbij: reason: …", en: "add: reason: …"))
    }
}
