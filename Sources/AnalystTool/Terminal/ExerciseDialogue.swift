import Analyst
import RuleEngine

/// Puts an exercise in a terminal: the case, then for each kind of finding the list to pick from.
struct ExerciseDialogue<Face: Terminal> {
    let exercise: Exercise
    let language: Language
    private(set) var terminal: Face

    init(_ exercise: Exercise, on terminal: Face, language: Language) {
        self.exercise = exercise
        self.terminal = terminal
        self.language = language
    }

    /// What the trainee picks; `nil` when the input ends before the last part.
    mutating func picks() -> Exercise.Picks? {
        terminal.write(exercise.case.title[language])
        terminal.write("")
        terminal.write(exercise.case.text[language])
        terminal.write(LocalizedText.rules(exercise)[language])
        var picks: Exercise.Picks = [:]
        for part in exercise.parts {
            terminal.write("")
            terminal.write(LocalizedText.heading(part)[language])
            for (index, option) in part.options.enumerated() {
                terminal.write("  \(index + 1). \(option.title[language])")
            }
            guard let codes = codes(in: part) else { return nil }
            picks[part.template] = codes
        }
        return picks
    }

    /// Asks until every word of a line is a number or code of the list. An empty line picks nothing.
    private mutating func codes(in part: Exercise.Part) -> [String]? {
        terminal.write(LocalizedText.prompt[language])
        while let line = terminal.readLine() {
            let words = line.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
            var codes: [String] = []
            var unclear: [String] = []
            for word in words {
                if let number = Int(word), part.options.indices.contains(number - 1) {
                    codes.append(part.options[number - 1].code)
                } else if part.options.contains(where: { $0.code == word }) {
                    codes.append(word)
                } else {
                    unclear.append(word)
                }
            }
            if unclear.isEmpty { return codes }
            terminal.write(LocalizedText.unclear(unclear)[language])
        }
        return nil
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let prompt = LocalizedText(
        nl: "Uw keuze: nummers of codes, met een spatie ertussen; een lege regel kiest niets.",
        en: "Your choice: numbers or codes with a space between; an empty line picks nothing.")

    /// How it is marked, told beforehand.
    fileprivate static func rules(_ exercise: Exercise) -> LocalizedText {
        func weights(_ language: Language) -> String {
            ValueText(language).list(
                exercise.parts.map { "\($0.title[language]) \($0.points)" })
        }
        return LocalizedText(
            nl: "Punten: \(weights(.nl)). U slaagt met \(exercise.passMark) van 100. Te veel kiezen kost punten.",
            en: "Points: \(weights(.en)). You pass with \(exercise.passMark) of 100. Picking too many costs points.")
    }

    fileprivate static func heading(_ part: Exercise.Part) -> LocalizedText {
        LocalizedText(nl: "Kies uit: \(part.title.nl)", en: "Pick from: \(part.title.en)")
    }

    fileprivate static func unclear(_ words: [String]) -> LocalizedText {
        let list = words.joined(separator: ", ")
        return LocalizedText(
            nl: "Staat niet in de lijst: \(list). Typ uw hele keuze opnieuw.",
            en: "Not in the list: \(list). Type your whole choice again.")
    }
}
