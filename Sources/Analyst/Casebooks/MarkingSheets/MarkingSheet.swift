package import RuleEngine

/// The sheet on which a trainer marks a group with a spreadsheet: a row for each thing that a trainee can get points for, with a
/// cell for other points and one for the reason.
package struct MarkingSheet: Sendable {
    package enum Column: FormColumn {
        case trainee, exercise, part, title, answer, points, most, given, reason
    }

    /// What can be given points.
    package struct Row: Sendable {
        /// The place of the trainee among the results.
        package let result: Int
        /// The name of the trainee, which no other has.
        package let trainee: String
        package let exercise: Exercise
        /// The part of the rubric; `nil`: the whole exercise.
        package let criterion: ExerciseDefinition.Criterion?
        /// What the trainee answered: words, or what was picked.
        package let answer: ExerciseAnswer
        /// What is given by now; `nil`: nothing yet.
        package let points: Points?

        package var most: Points { criterion.map { Points($0.points) } ?? exercise.maximum }

        package func answer(_ language: Language) -> String {
            let picks = answer.picks.map { exercise[$0.code]?.title[language] ?? $0.code }
            return ([answer.text] + picks + [answer.other]).filter { !$0.isEmpty }.joined(separator: "; ")
        }

        package func title(_ language: Language) -> String {
            exercise.title[language] + (criterion.map { ": \($0.title[language])" } ?? "")
        }
    }

    package let prepared: PreparedCase
    package let results: [TrainingResult]
    /// Trainee by trainee, in the order of the exercises.
    package let rows: [Row]
    /// The names of the trainees, no two alike.
    package let trainees: [String]

    package init(_ results: [TrainingResult], of prepared: PreparedCase) {
        self.prepared = prepared
        self.results = results
        let names = Self.names(results.map(\.pseudonym))
        trainees = names
        rows = results.indices.flatMap { index in
            let mark = prepared.mark(results[index].answers)
            return zip(prepared.exercises, mark.parts).flatMap { exercise, part -> [Row] in
                let answer = results[index].answers.exercises[exercise.id] ?? ExerciseAnswer()
                guard exercise.isMarkedByTrainer else {
                    return [
                        Row(
                            result: index, trainee: names[index], exercise: exercise, criterion: nil,
                            answer: answer, points: part.points)
                    ]
                }
                return exercise.definition.rubric.map { criterion in
                    let line = part.lines.first { $0.code == criterion.id.value }
                    return Row(
                        result: index, trainee: names[index], exercise: exercise, criterion: criterion, answer: answer,
                        points: line?.verdict == .rubric ? line?.points : nil)
                }
            }
        }
    }

    /// Of trainees with the same name each later one gets a number.
    private static func names(_ pseudonyms: [String]) -> [String] {
        var taken = Set<String>()
        return pseudonyms.map { pseudonym in
            var name = pseudonym
            var number = 2
            while taken.contains(name) || (name != pseudonym && pseudonyms.contains(name)) {
                name = "\(pseudonym) (\(number))"
                number += 1
            }
            taken.insert(name)
            return name
        }
    }
}

// MARK: - Wordings

extension MarkingSheet.Column {
    package var title: LocalizedText {
        switch self {
        case .trainee: LocalizedText(nl: "schuilnaam", en: "pseudonym")
        case .exercise: LocalizedText(nl: "oefening", en: "exercise")
        case .part: LocalizedText(nl: "onderdeel", en: "part")
        case .title: LocalizedText(nl: "waarvoor", en: "for what")
        case .answer: LocalizedText(nl: "antwoord", en: "answer")
        case .points: LocalizedText(nl: "punten nu", en: "points now")
        case .most: LocalizedText(nl: "hoogstens", en: "at most")
        case .given: LocalizedText(nl: "nieuwe punten", en: "new points")
        case .reason: LocalizedText(nl: "reden", en: "reason")
        }
    }
}
