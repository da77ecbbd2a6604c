import Analyst
import RuleEngine

/// Answers and figures that are tried out. They stand in the address of the page and nowhere else, until they are taken over.
struct WhatIf: Sendable {
    /// The name of the field that has one of them: `bewoners.overlast=true`.
    static let field = "set"
    /// So many are tried at once.
    static let most = 20

    struct Change: Hashable, Sendable {
        let question: QuestionID
        let value: Answer.Value

        /// `nil` where the text is none, or the rules have no such question.
        init?(_ text: String, _ ruleBase: RuleBase) {
            guard let sign = text.firstIndex(of: "="), let question = QuestionID(String(text[..<sign])),
                let value = Answer.Value(String(text[text.index(after: sign)...])),
                let known = Question(question.slot, settles: [], in: ruleBase), Self.fits(value, known)
            else { return nil }
            self.init(question, value)
        }

        init(_ question: QuestionID, _ value: Answer.Value) {
            self.question = question
            self.value = value
        }

        var text: String { "\(question)=\(value.text)" }

        private static func fits(_ value: Answer.Value, _ question: Question) -> Bool {
            switch (value, question.kind) {
            case (.yes, .yesOrNo), (.no, .yesOrNo), (.unknown, _): true
            case (.number(let number), .number(let bounds)): bounds.contains(number)
            case (.between(let low, let high), .number(let bounds)): bounds.contains(low) && bounds.contains(high)
            case (.notApplicable, _): question.allowsNotApplicable
            default: false
            }
        }
    }

    let changes: [Change]

    /// - Throws: where some of it is none.
    init(_ fields: FormFields, _ ruleBase: RuleBase) throws(WebFault) {
        var changes: [Change] = []
        for field in fields.fields where field.name == Self.field {
            guard let change = Change(field.value, ruleBase), changes.count < Self.most else { throw .broken }
            changes.removeAll { $0.question == change.question }
            changes.append(change)
        }
        self.changes = changes
    }

    /// The query that says the same; with another change, or without one of them.
    func query(adding more: Change? = nil, without less: QuestionID? = nil) -> FormFields {
        let kept = changes.filter { $0.question != less && $0.question != more?.question }
        return FormFields((kept + [more].compactMap(\.self)).map { .init(name: Self.field, value: $0.text) })
    }

    /// The change as one of an answer: how many people were asked stays as it was.
    static func answerChange(_ change: Change, _ answers: [Answer], reason: String?, on day: FEELDate) -> AnswerChange {
        let standing = AnswerChange.standing(at: change.question, on: day, in: answers)
        var details = AnswerDetails()
        details.people = standing?.people
        details.places = standing?.places ?? []
        details.reason = reason
        return AnswerChange(
            change.question, from: standing, to: Answer(to: change.question, change.value, on: day, with: details))
    }

    /// The area as it would be.
    func tried(in area: AreaSession, on day: FEELDate) -> AreaSession {
        var result = area
        var answers = area.sheet.answers
        for change in changes {
            answers = Self.answerChange(change, answers, reason: nil, on: day).applied(to: answers)
        }
        result.sheet.answers = answers
        return result
    }
}
