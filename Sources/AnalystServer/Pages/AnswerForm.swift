package import Analyst
package import RuleEngine

/// The form of one question: reads what was typed, says what is wrong with it, and writes an answer back into fields.
package struct AnswerForm: Sendable {
    package let question: Question
    /// The figure of a table that stands there, where it has a value.
    package let figure: FactSheet.Figure?
    package let language: Language

    package init(_ question: Question, figure: FactSheet.Figure?, _ language: Language) {
        self.question = question
        if let figure, case .known = figure.reading { self.figure = figure } else { self.figure = nil }
        self.language = language
    }

    /// Names of fields, which are also their places on the page.
    package enum Field {
        package static let answer = "answer"
        package static let number = "number"
        package static let yes = "yes"
        package static let no = "no"
        package static let people = "people"
        package static let method = "method"
        package static let degree = "degree"
        package static let note = "note"
        package static let source = "source"
        package static let year = "year"
        package static let reason = "reason"
        /// When somebody gave the answer, where that is not today.
        package static let date = "date"
        /// Where it is so.
        package static let places = "places"

        /// Those with free words.
        package static let free = [method, places, note, source, reason]
        package static let all = [answer, number, yes, no, people, degree, year, date] + free
    }

    /// The value of a choice.
    package enum Choice: String, CaseIterable, Sendable {
        case yes, no, number, unknown
        case notApplicable = "not-applicable"
    }

    package var isFigure: Bool { question.perspective == SheetContext.registered }

    package var choices: [Choice] {
        let first: [Choice] = question.kind == .yesOrNo ? [.yes, .no] : [.number]
        return first + [.unknown] + (question.allowsNotApplicable ? [.notApplicable] : [])
    }

    /// Whether anything was filled in.
    package func isEmpty(_ fields: FormFields) -> Bool { Field.all.allSatisfy { fields[$0] == nil } }

    // MARK: From fields

    /// What was typed as an answer, or what is wrong with it.
    package enum Outcome: Sendable {
        case answer(Answer)
        case mistakes([PageFrame.Mistake])
    }

    /// - Parameter standing: the answer that stands there; what the form does not ask for stays as it is.
    package func read(_ fields: FormFields, on day: FEELDate, standing: Answer?) -> Outcome {
        var mistakes: [PageFrame.Mistake] = []
        let value = value(fields, &mistakes)
        var details = AnswerDetails()
        details.people = count(Field.people, fields, &mistakes).map { FEELNumber($0) }
        details.places = fields.raw(Field.places).map(Self.places) ?? standing?.places ?? []
        details.method = fields[Field.method]?.onOneLine
        details.note = fields[Field.note]
        details.source = fields[Field.source]?.onOneLine
        details.reason = fields[Field.reason]?.onOneLine
        details.degree = fields[Field.degree].flatMap { Answer.Degree(rawValue: $0) }
        details.year = year(fields, &mistakes)
        if case .counted(let yes, let no)? = value, let people = details.people, FEELNumber(yes + no) > people {
            mistakes.append(.init(field: Field.people, text: Texts.tooFewPeople[language]))
        }
        let given = self.date(fields, on: day, &mistakes)
        if figure != nil, details.reason == nil {
            mistakes.append(.init(field: Field.reason, text: Texts.reason[language]))
        }
        guard let value, mistakes.isEmpty else { return .mistakes(mistakes) }
        return .answer(Answer(to: question.id, value, on: given ?? day, with: details))
    }

    private func value(_ fields: FormFields, _ mistakes: inout [PageFrame.Mistake]) -> Answer.Value? {
        let choice = fields[Field.answer].flatMap { Choice(rawValue: $0) }.flatMap { choices.contains($0) ? $0 : nil }
        switch question.kind {
        case .yesOrNo:
            let count = mistakes.count
            let yes = self.count(Field.yes, fields, &mistakes)
            let no = self.count(Field.no, fields, &mistakes)
            guard mistakes.count == count else { return nil }
            guard yes != nil || no != nil else {
                if choice == nil { mistakes.append(.init(field: first, text: Texts.choose[language])) }
                return choice.flatMap(Self.value)
            }
            // A choice among these cannot be taken back without a script: who fills in counts means the counts.
            guard (yes ?? 0) + (no ?? 0) > 0 else {
                mistakes.append(.init(field: Field.yes, text: Texts.nobody[language]))
                return nil
            }
            return .counted(yes: yes ?? 0, no: no ?? 0)
        case .number:
            let text = fields[Field.number]
            switch (choice, text) {
            case (.unknown?, nil), (.notApplicable?, nil): return choice.flatMap(Self.value)
            case (.unknown?, .some), (.notApplicable?, .some):
                mistakes.append(.init(field: Field.number, text: Texts.choiceAndNumber[language]))
                return nil
            case (_, let text?):
                do {
                    return try FigureReply.value(text, to: question, in: language)
                } catch {
                    mistakes.append(.init(field: Field.number, text: error.text[language]))
                    return nil
                }
            case (.number?, nil):
                mistakes.append(.init(field: Field.number, text: Texts.noNumber[language]))
                return nil
            case (_, nil):
                mistakes.append(.init(field: Field.number, text: Texts.numberOrChoice[language]))
                return nil
            }
        }
    }

    private static func value(_ choice: Choice) -> Answer.Value? {
        switch choice {
        case .yes: .yes
        case .no: .no
        case .unknown: .unknown
        case .notApplicable: .notApplicable
        case .number: nil
        }
    }

    /// Where the first choice stands.
    private var first: String { "\(Field.answer)-\(choices[0].rawValue)" }

    /// A number of people; more than live in any city is a slip of the finger.
    private func count(_ name: String, _ fields: FormFields, _ mistakes: inout [PageFrame.Mistake]) -> Int? {
        guard let text = fields[name] else { return nil }
        let sign: Character = language == .nl ? "." : ","
        let digits = text.filter { $0 != sign && !$0.isWhitespace }
        guard let number = Int(digits), (0...10_000_000).contains(number) else {
            mistakes.append(.init(field: name, text: Texts.count[language]))
            return nil
        }
        return number
    }

    private func year(_ fields: FormFields, _ mistakes: inout [PageFrame.Mistake]) -> Int? {
        guard let text = fields[Field.year] else { return nil }
        guard let year = Int(text), (1900...2200).contains(year) else {
            mistakes.append(.init(field: Field.year, text: Texts.year[language]))
            return nil
        }
        return year
    }

    /// A day that has been, on which the answer was given.
    private func date(
        _ fields: FormFields, on today: FEELDate, _ mistakes: inout [PageFrame.Mistake]
    ) -> FEELDate? {
        guard let text = fields[Field.date] else { return nil }
        guard let day = WrittenDay.day(text), day.year >= 1900, day <= today else {
            mistakes.append(.init(field: Field.date, text: Texts.date[language]))
            return nil
        }
        return day
    }

    /// "Stationsplein, de Vliet": with commas between.
    private static func places(_ text: String) -> [String] {
        text.onOneLine.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    // MARK: To fields

    /// The fields that give the answer again.
    package func fields(of answer: Answer) -> FormFields {
        var fields: [FormFields.Field] = []
        func add(_ name: String, _ value: String?) {
            if let value { fields.append(.init(name: name, value: value)) }
        }
        func number(_ number: FEELNumber) -> String {
            let text = number.normalizedDescription
            return language == .nl ? text.replacing(".", with: ",") : text
        }
        switch answer.value {
        case .yes: add(Field.answer, Choice.yes.rawValue)
        case .no: add(Field.answer, Choice.no.rawValue)
        case .unknown: add(Field.answer, Choice.unknown.rawValue)
        case .notApplicable: add(Field.answer, Choice.notApplicable.rawValue)
        case .number(let value):
            add(Field.answer, Choice.number.rawValue)
            add(Field.number, number(value))
        case .between(let low, let high):
            add(Field.answer, Choice.number.rawValue)
            add(Field.number, "\(number(low))..\(number(high))")
        case .counted(let yes, let no):
            add(Field.yes, "\(yes)")
            add(Field.no, "\(no)")
        case .skipped: break
        }
        add(Field.people, answer.people.map { $0.normalizedDescription })
        add(Field.method, answer.method)
        add(Field.places, answer.places.isEmpty ? nil : answer.places.joined(separator: ", "))
        add(Field.degree, answer.degree?.rawValue)
        add(Field.note, answer.note)
        add(Field.source, answer.source)
        add(Field.year, answer.year.map { "\($0)" })
        add(Field.reason, answer.reason)
        return FormFields(fields)
    }

    // MARK: - Wordings

    private enum Texts {
        static let choose = LocalizedText(
            nl: "Kies een antwoord. ‘Weet ik niet’ mag ook.", en: "Choose an answer. ‘Don’t know’ is fine too.")
        static let nobody = LocalizedText(
            nl: "Vul in hoeveel mensen ja of nee zeiden: samen ten minste 1.",
            en: "Fill in how many people said yes or no: at least 1 together.")
        static let choiceAndNumber = LocalizedText(
            nl: "Er staat een getal, en een ander antwoord is gekozen. Kies ‘Een getal’, of maak het getal leeg.",
            en: "There is a number, and another answer is chosen. Choose ‘A number’, or empty the number.")
        static let noNumber = LocalizedText(nl: "Vul het getal in.", en: "Fill in the number.")
        static let numberOrChoice = LocalizedText(
            nl: "Vul een getal in, of kies ‘Weet ik niet’.", en: "Fill in a number, or choose ‘Don’t know’.")
        static let count = LocalizedText(
            nl: "Vul een heel aantal mensen in, zoals 40.", en: "Fill in a whole number of people, such as 40.")
        static let tooFewPeople = LocalizedText(
            nl: "Er zeiden meer mensen ja of nee dan er gevraagd zijn. Vul in hoeveel mensen gevraagd zijn.",
            en: "More people said yes or no than were asked. Fill in how many were asked.")
        static let year = LocalizedText(nl: "Vul een jaar in, zoals 2023.", en: "Fill in a year, such as 2023.")
        static let date = LocalizedText(
            nl: "Vul een dag in die al geweest is, zoals 31-3-2026.",
            en: "Fill in a day that has been, such as 2026-03-31.")
        static let reason = LocalizedText(
            nl: "Schrijf waarom het cijfer uit de tabel niet klopt.",
            en: "Write why the figure of the table is not right.")
    }
}

extension String {
    /// With a space in the place of each line break.
    fileprivate var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
