import RuleEngine

extension FactSheet.WrittenAnswer {
    static func read(_ node: YAMLNode, into diagnostics: inout [Diagnostic]) -> Self? {
        var reader = MappingReader(node, of: .sheetAnswer)
        let question = reader.required("question", as: .text)
        let perspective = reader.required("perspective", as: .text)
        let value = reader.optional("value", as: .text)
        let yes = reader.optional("yes", as: .locatedCount)
        let no = reader.optional("no", as: .locatedCount)
        let day = reader.optional("date", as: .text)
        let method = reader.optional("method", as: .text)
        let people = reader.optional("people", as: .count)
        let degree = reader.optional("degree", as: .choice(of: Answer.Degree.self))
        let places = reader.optional("places", as: .list(of: .text)) ?? []
        let year = reader.optional("year", as: .locatedCount)
        let source = reader.optional("source", as: .text)
        let reason = reader.optional("reason", as: .text)
        let note = reader.optional("note", as: .text)
        let date = reader.day(day)
        let given = reader.value(value, yes: yes, no: no, people: people, of: question)
        diagnostics += reader.finish()
        guard let question, let perspective, let given else { return nil }
        let answer = Answer(
            question: question.value, perspective: perspective.value, value: given, date: date,
            method: method?.value, people: people, note: note?.value, degree: degree?.value,
            places: places.map(\.value), source: source?.value,
            year: year?.value, reason: reason?.value)
        return FactSheet.WrittenAnswer(
            answer: answer, question: question.span, perspective: perspective.span,
            value: value?.span ?? yes?.span ?? no?.span ?? question.span)
    }
}

extension MappingReader {
    /// A day of the years 1 to 9999; `nil` where none is written or what is written is none.
    mutating func day(_ text: Located<String>?) -> FEELDate? {
        guard let text else { return nil }
        if let date = FEELDate(text.value), (1...9999).contains(date.year) { return date }
        report(.noDate(text, code: "sheet/bad-date"))
        return nil
    }

    /// What was answered: `value`, or how many said `yes` and `no` of the people asked.
    fileprivate mutating func value(
        _ value: Located<String>?, yes: Located<Int>?, no: Located<Int>?, people: FEELNumber?,
        of question: Located<String>?
    ) -> Answer.Value? {
        if let value {
            if let count = yes ?? no { report(.countedAndTold(value, at: count.span)) }
            if let given = Answer.Value(value.value) { return given }
            report(.badAnswer(value))
            return nil
        }
        guard let count = yes ?? no else {
            if let question { report(.noAnswer(question)) }
            return nil
        }
        let (yes, no) = (yes?.value ?? 0, no?.value ?? 0)
        if let people, FEELNumber(yes + no) > people {
            report(.moreAnswersThanPeople(yes + no, people, at: count.span))
        }
        return .counted(yes: yes, no: no)
    }
}

extension YAMLShape<Located<Int>> {
    /// How many people, with the place.
    fileprivate static var locatedCount: Self {
        YAMLShape<FEELNumber>.count.map { Located($0.integerValue ?? 0, at: $1) }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func badAnswer(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "sheet/answer",
            message: LocalizedText(nl: "‘\(text.value)’ is geen antwoord", en: "‘\(text.value)’ is no answer"),
            at: text.span,
            hint: LocalizedText(
                nl: "schrijf true, false, een getal, van..tot, unknown, not-applicable of skipped",
                en: "write true, false, a number, from..to, unknown, not-applicable or skipped"))
    }

    fileprivate static func noAnswer(_ question: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "sheet/no-answer",
            message: LocalizedText(
                nl: "bij vraag ‘\(question.value)’ staat geen antwoord",
                en: "there is no answer to question ‘\(question.value)’"),
            at: question.span,
            hint: LocalizedText(
                nl: "schrijf value: true, of hoeveel mensen ja en nee zeiden: yes: 30, no: 12",
                en: "write value: true, or how many people said yes and no: yes: 30, no: 12"))
    }

    fileprivate static func countedAndTold(_ value: Located<String>, at count: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "sheet/answered-twice",
            message: LocalizedText(
                nl: "dit antwoord heeft een value én aantallen", en: "this answer has a value and counts as well"),
            at: value.span,
            related: [.init(LocalizedText(nl: "hier staan aantallen", en: "here are counts"), at: count)],
            hint: LocalizedText(
                nl: "laat value weg: de regels maken van de aantallen een ja of nee",
                en: "leave value out: the rules make a yes or no of the counts"))
    }

    fileprivate static func moreAnswersThanPeople(_ count: Int, _ people: FEELNumber, at span: SourceSpan) -> Diagnostic
    {
        Diagnostic(
            code: "sheet/more-answers-than-people",
            message: LocalizedText(
                nl: "er zijn \(count) antwoorden van \(people) mensen",
                en: "there are \(count) answers of \(people) people"),
            at: span,
            hint: LocalizedText(
                nl: "people is het aantal dat gevraagd is: ten minste ja en nee samen",
                en: "people is how many were asked: at least yes and no together"))
    }
}
