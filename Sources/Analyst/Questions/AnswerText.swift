package import RuleEngine

/// What stands at a question, in words.
package struct AnswerText: Sendable {
    package let language: Language
    private let values: ValueText

    package init(_ ruleBase: RuleBase, _ language: Language) {
        self.language = language
        values = ValueText(language, units: Naming(ruleBase).units)
    }

    package func text(of value: Answer.Value, unit: String?) -> String {
        switch value {
        case .yes: Texts.yes[language]
        case .no: Texts.no[language]
        case .number(let number): values.text(of: .number(number), unit: unit)
        case .between(let low, let high):
            "\(NumberText.text(of: low, in: language)) \(Texts.to[language]) "
                + values.text(of: .number(high), unit: unit)
        case .counted(let yes, let no): "\(yes) \(Texts.saidYes[language]), \(no) \(Texts.saidNo[language])"
        case .unknown: Texts.unknown[language]
        case .notApplicable: Texts.notApplicable[language]
        case .skipped: Texts.skipped[language]
        }
    }

    /// The answer, or that there is none.
    package func text(of answer: Answer?, unit: String?) -> String {
        answer.map { text(of: $0.value, unit: unit) } ?? Texts.none[language]
    }

    /// What stands beside an answer, a line for each.
    package func details(of answer: Answer) -> [String] {
        var lines: [String] = []
        if let people = answer.people {
            lines.append(Texts.people(NumberText.text(of: people, in: language))[language])
        }
        if let degree = answer.degree { lines.append(Texts.degree(degree)[language]) }
        if let method = answer.method { lines.append("\(Texts.method[language]): \(method)") }
        if let year = answer.year { lines.append("\(Texts.year[language]) \(year)") }
        if let source = answer.source { lines.append("\(Texts.source[language]): \(source)") }
        if let reason = answer.reason { lines.append("\(Texts.reason[language]): \(reason)") }
        if let note = answer.note { lines.append("\(Texts.note[language]): \(note)") }
        if let date = answer.date { lines.append("\(Texts.given[language]) \(DateText.text(of: date, in: language))") }
        return lines
    }

    /// The value of a figure of a table; `nil` where it has none.
    package func text(of figure: FactSheet.Figure, unit: String?) -> String? {
        guard case .known(let number) = figure.reading else { return nil }
        return values.text(of: .number(number), unit: unit)
    }

    /// A number with its unit.
    package func text(of number: FEELNumber, unit: String?) -> String { values.text(of: .number(number), unit: unit) }

    package func title(ofUnit unit: String) -> String { values.title(ofUnit: unit) }

    /// An instant in ISO 8601, as people read it: "30 november 2026, 14:20".
    package static func moment(_ instant: String, in language: Language) -> String {
        let parts = instant.split(separator: "T", maxSplits: 1).map(String.init)
        guard let day = parts.first.flatMap({ FEELDate($0) }) else { return instant }
        let time = parts.count > 1 ? ", \(parts[1].prefix(5))" : ""
        return DateText.text(of: day, in: language) + time
    }

    // MARK: - Wordings

    private enum Texts {
        static let yes = LocalizedText(nl: "Ja", en: "Yes")
        static let no = LocalizedText(nl: "Nee", en: "No")
        static let to = LocalizedText(nl: "tot", en: "to")
        static let saidYes = LocalizedText(nl: "ja", en: "yes")
        static let saidNo = LocalizedText(nl: "nee", en: "no")
        static let unknown = LocalizedText(nl: "Weet ik niet", en: "Don’t know")
        static let notApplicable = LocalizedText(nl: "Niet van toepassing", en: "Not applicable")
        static let skipped = LocalizedText(nl: "Overgeslagen", en: "Skipped")
        static let none = LocalizedText(nl: "Niet ingevuld", en: "Not answered")
        static let method = LocalizedText(nl: "Hoe gevraagd", en: "How it was asked")
        static let year = LocalizedText(nl: "Jaar", en: "Year")
        static let source = LocalizedText(nl: "Bron", en: "Source")
        static let reason = LocalizedText(nl: "Reden", en: "Reason")
        static let note = LocalizedText(nl: "Notitie", en: "Note")
        static let given = LocalizedText(nl: "Gegeven op", en: "Given on")

        static func people(_ number: String) -> LocalizedText {
            LocalizedText(nl: "Aantal mensen gevraagd: \(number)", en: "Number of people asked: \(number)")
        }

        static func degree(_ degree: Answer.Degree) -> LocalizedText {
            let name = AnswerText.title(of: degree)
            return LocalizedText(nl: "Hoe erg: \(name.nl)", en: "How bad: \(name.en)")
        }
    }

    /// How bad something is, in a word.
    package static func title(of degree: Answer.Degree) -> LocalizedText {
        switch degree {
        case .slight: LocalizedText(nl: "licht", en: "slight")
        case .clear: LocalizedText(nl: "duidelijk", en: "clear")
        case .serious: LocalizedText(nl: "ernstig", en: "serious")
        case .verySerious: LocalizedText(nl: "zeer ernstig", en: "very serious")
        }
    }
}
