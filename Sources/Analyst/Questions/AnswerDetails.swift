package import RuleEngine

/// What may stand beside an answer: who gave it and how, and for a figure where it comes from.
package struct AnswerDetails: Hashable, Sendable {
    /// How many people were asked.
    package var people: FEELNumber?
    package var method: String?
    /// Free words that no report shows.
    package var note: String?
    package var degree: Answer.Degree?
    package var places: [String] = []
    package var source: String?
    package var year: Int?
    /// Why a figure of a table is not the right one.
    package var reason: String?

    package init() {}

    package init(_ answer: Answer) {
        people = answer.people
        method = answer.method
        note = answer.note
        degree = answer.degree
        places = answer.places
        source = answer.source
        year = answer.year
        reason = answer.reason
    }

    /// Nothing stands beside the answer.
    package var isEmpty: Bool { self == AnswerDetails() }
}

extension Answer {
    /// An answer to a question on a day, with what stands beside it.
    package init(to question: QuestionID, _ value: Value, on day: FEELDate, with details: AnswerDetails = .init()) {
        self.init(
            question: question.code, perspective: question.perspective, value: value, date: day,
            method: details.method, people: details.people, note: details.note, degree: details.degree,
            places: details.places, source: details.source, year: details.year, reason: details.reason)
    }
}
