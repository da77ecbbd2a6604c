import RuleEngine

extension CasebookReader {
    mutating func exercise(_ node: YAMLNode) -> ExerciseDefinition? {
        // Each kind has keys of its own; those of others are unknown to it.
        let written = node["kind"]?.scalar.flatMap { ExerciseKind(rawValue: $0.text) }
        var reader = MappingReader(node, of: .exercise(written))
        let id = reader.required("exercise", as: .text)
        let kind = reader.required("kind", as: .choice(of: ExerciseKind.self))
        let points = reader.required("points", as: .integer)
        let title = reader.optional("title", as: .localizedText)
        let question = reader.optional("question", as: .localizedText)
        let standard = reader.optional("against", as: .choice(of: ExerciseDefinition.Standard.self))
        let hints = reader.optional("hints", as: .list(of: .localizedText)) ?? []
        let departures = reader.optional("departures", as: .list(of: .node)) ?? []
        let thoughts = reader.optional("think", as: .mapping(of: .localizedText)) ?? []
        let keys = written?.keys ?? []
        func has(_ key: ExerciseKind.Key) -> Bool { keys.contains(key) }
        let among = has(.among) ? reader.optional("among", as: .list(of: .text)) ?? [] : []
        let finding = has(.of) ? reader.required("of", as: .text) : nil
        let change = has(.change) ? reader.required("if", as: .text) : nil
        let budget = has(.budget) ? reader.optional("budget", as: .integer) : nil
        let capacity = has(.capacity) ? reader.optional("capacity", as: .integer) : nil
        let mistakes = has(.mistakes) ? reader.optional("mistakes", as: .integer) : nil
        let rubric = has(.rubric) ? reader.required("rubric", as: .list(of: .node)) ?? [] : []
        if let points { reader.check(points, within: 1...100) }
        if let budget { reader.check(budget, within: 1...1_000_000) }
        if let capacity { reader.check(capacity, within: 1...1000) }
        if let mistakes { reader.check(mistakes, within: 1...5) }
        diagnostics += reader.finish()
        let criteria = rubric.compactMap { criterion($0) }
        let decided = departures.compactMap { departure($0) }
        if let points, has(.rubric), !criteria.isEmpty,
            criteria.reduce(0, { $0 + $1.points }) != points.value
        {
            diagnostics.append(.badRubric(criteria.reduce(0) { $0 + $1.points }, of: points))
        }
        guard let id, let kind, let points else { return nil }
        return ExerciseDefinition(
            id: id, kind: kind.value, points: points, title: title?.value, question: question?.value,
            standard: standard?.value ?? .trainer, hints: hints.map(\.value), departures: decided,
            thoughts: thoughts.map { YAMLField(name: $0.name, value: $0.value.value) }, among: among,
            finding: finding, change: change, budget: budget?.value, capacity: capacity?.value,
            mistakes: mistakes?.value ?? 3, rubric: criteria)
    }

    private mutating func departure(_ node: YAMLNode) -> ExerciseDefinition.Departure? {
        var reader = MappingReader(node, of: .casebookDeparture)
        let line = reader.required("line", as: .text)
        let verdict = reader.required("verdict", as: .choice(of: ExerciseDefinition.Departure.Verdict.self))
        let reason = reader.required("reason", as: .localizedText)
        let passages = reader.optional("passages", as: .list(of: .text)) ?? []
        diagnostics += reader.finish()
        guard let line, let verdict, let reason else { return nil }
        return ExerciseDefinition.Departure(
            line: line, verdict: verdict.value, reason: reason.value, passages: passages)
    }

    private mutating func criterion(_ node: YAMLNode) -> ExerciseDefinition.Criterion? {
        var reader = MappingReader(node, of: .casebookCriterion)
        let id = reader.required("criterion", as: .text)
        let title = reader.required("title", as: .localizedText)
        let points = reader.required("points", as: .integer)
        if let points { reader.check(points, within: 1...100) }
        diagnostics += reader.finish()
        guard let id, let title, let points else { return nil }
        return ExerciseDefinition.Criterion(id: id, title: title.value, points: points.value)
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func badRubric(_ sum: Int, of points: Located<Int>) -> Diagnostic {
        Diagnostic(
            code: "casebook/rubric",
            message: LocalizedText(
                nl: "de rubriek telt op tot \(sum), de oefening is \(points.value) punten waard",
                en: "the rubric adds up to \(sum), the exercise is worth \(points.value) points"),
            at: points.span,
            hint: LocalizedText(nl: "maak beide gelijk", en: "make both the same"))
    }
}
