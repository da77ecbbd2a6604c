package import RuleEngine

/// A case with all its exercises ready: to be done, marked, checked and printed.
package struct PreparedCase: Sendable {
    package let book: Casebook
    package let world: CaseWorld
    package let exercises: [Exercise]

    package var `case`: CasebookCase { world.case }
    package var ruleBase: RuleBase { world.model.ruleBase }

    /// - Throws: all that is wrong with the case.
    package init(_ case: CasebookCase, of book: Casebook, sheet: FactSheet, rules: CompiledRules) throws(BadInput) {
        self.book = book
        world = try CaseWorld(`case`, sheet: sheet, rules: rules)
        var exercises: [Exercise] = []
        var faults: [Diagnostic] = []
        for definition in `case`.exercises {
            do throws(BadInput) {
                exercises.append(try Exercise(definition, in: world))
            } catch {
                faults += error.diagnostics
            }
        }
        let known = Set(`case`.exercises.map(\.id.value))
        for answer in `case`.panel.flatMap(\.answers) where !known.contains(answer.name.value) {
            faults.append(.unknownExercise(answer.name, among: `case`.exercises.map(\.id.value)))
        }
        let passages = `case`.passages.map(\.id.value)
        for passage in `case`.exercises.flatMap(\.departures).flatMap(\.passages)
        where !passages.contains(passage.value) {
            faults.append(.unknownPassage(passage, among: passages))
        }
        guard faults.isEmpty else { throw BadInput(faults, sources: [`case`.file]) }
        self.exercises = exercises
    }

    package func exercise(_ id: String) -> Exercise? { exercises.first { $0.id == id } }

    /// What the trainee may be told: a fault of a plain text is reported with its place.
    package func mark(_ answers: CaseAnswers, against standard: ExerciseDefinition.Standard? = nil) -> Mark {
        Mark(
            parts: exercises.map { exercise in
                exercise.mark(
                    answers.exercises[exercise.id] ?? ExerciseAnswer(), against: standard,
                    hints: answers.hints[exercise.id] ?? 0, hintCost: book.hintCost,
                    decisions: answers.decisions.filter { $0.exercise == exercise.id })
            }, passMark: Points(book.passMark))
    }
}

// MARK: - Wordings

extension Diagnostic {
    static func unknownExercise(_ name: Located<String>, among known: [String]) -> Diagnostic {
        let near = Suggestion.nearest(to: name.value, among: known)
        return Diagnostic(
            code: "casebook/unknown-exercise",
            message: LocalizedText(
                nl: "de casus heeft geen oefening ‘\(name.value)’", en: "the case has no exercise ‘\(name.value)’"),
            at: name.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") })
    }

    static func unknownPassage(_ name: Located<String>, among known: [String]) -> Diagnostic {
        let near = Suggestion.nearest(to: name.value, among: known)
        return Diagnostic(
            code: "casebook/unknown-passage",
            message: LocalizedText(
                nl: "de casus heeft geen passage ‘\(name.value)’", en: "the case has no passage ‘\(name.value)’"),
            at: name.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") })
    }
}
