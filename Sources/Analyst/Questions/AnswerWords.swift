package import RuleEngine

/// Answers, figures and progress in words, for every face of the questionnaire.
package enum AnswerWords {
    /// "ja", "12,5", "van 10 tot en met 20", "30 ja en 12 nee".
    package static func text(of value: Answer.Value) -> LocalizedText {
        func number(_ number: FEELNumber) -> LocalizedText {
            LocalizedText(nl: NumberText.text(of: number, in: .nl), en: NumberText.text(of: number, in: .en))
        }
        switch value {
        case .yes: return LocalizedText(nl: "ja", en: "yes")
        case .no: return LocalizedText(nl: "nee", en: "no")
        case .number(let exact): return number(exact)
        case .between(let low, let high):
            let (low, high) = (number(low), number(high))
            return LocalizedText(nl: "van \(low.nl) tot en met \(high.nl)", en: "from \(low.en) to \(high.en)")
        case .counted(let yes, let no):
            return LocalizedText(nl: "\(yes) ja en \(no) nee", en: "\(yes) yes and \(no) no")
        case .unknown: return LocalizedText(nl: "weet ik niet", en: "don't know")
        case .notApplicable: return LocalizedText(nl: "niet van toepassing", en: "not applicable")
        case .skipped: return LocalizedText(nl: "overgeslagen", en: "skipped")
        }
    }

    /// An answer with its day: "ja, 1 juni 2024".
    package static func text(of answer: Answer, in language: Language) -> String {
        let value = text(of: answer.value)[language]
        return answer.date.map { "\(value), \(DateText.text(of: $0, in: language))" } ?? value
    }

    /// A value of the rules: "ja", "12,5".
    package static func text(of value: FEELValue, in language: Language) -> String {
        switch value {
        case .boolean(let isYes): text(of: isYes ? .yes : .no)[language]
        case .number(let number): text(of: .number(number))[language]
        default: ValueText(language).text(of: value)
        }
    }

    /// A figure of a table with its unit and year: "12,5 % (2023)".
    package static func text(of figure: FactSheet.Figure, in language: Language) -> String {
        guard case .known(let number) = figure.reading else { return LocalizedText.noFigure[language] }
        let unit = figure.unit.map { " \($0)" } ?? ""
        let year = figure.year.map { " (\($0))" } ?? ""
        return NumberText.text(of: number, in: language) + unit + year
    }

    /// "nog niet begonnen, 12 vragen", "bezig: 3 beantwoord, 9 open", "klaar".
    package static func text(of progress: Questionnaire.Progress) -> LocalizedText {
        let skipped = progress.skipped
        let putOff = skipped == 0 ? ("", "") : (", waarvan \(skipped) overgeslagen", ", \(skipped) of them skipped")
        switch progress.status {
        case .notStarted:
            return LocalizedText(
                nl: "nog niet begonnen, \(progress.open) \(progress.open == 1 ? "vraag" : "vragen")",
                en: "not started, \(progress.open) \(progress.open == 1 ? "question" : "questions")")
        case .busy:
            return LocalizedText(
                nl: "bezig, \(progress.answered) beantwoord en \(progress.open) open\(putOff.0)",
                en: "busy, \(progress.answered) answered and \(progress.open) open\(putOff.1)")
        case .done:
            return LocalizedText(
                nl: "klaar, \(progress.answered) beantwoord", en: "done, \(progress.answered) answered")
        case .nothingToAsk: return LocalizedText(nl: "nu geen vragen", en: "no questions now")
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noFigure = LocalizedText(nl: "geen cijfer", en: "no figure")
}
