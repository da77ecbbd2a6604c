import RuleEngine

/// One change to the answers of an area: another answer to a question, or none.
package struct AnswerChange: Hashable, Sendable {
    package let question: QuestionID
    /// The answer that stood there when the person saw the question. Where another one stands by now, nothing is changed
    /// and the person is shown the difference.
    package let expected: Answer?
    /// What takes its place; `nil` takes the answer back.
    package let answer: Answer?

    package init(_ question: QuestionID, from expected: Answer?, to answer: Answer?) {
        self.question = question
        self.expected = expected
        self.answer = answer
    }

    /// The answers after the change. An answer takes the place of one that was given on the same day in the same way;
    /// an older one stays before it, and the later one counts.
    package func applied(to answers: [Answer]) -> [Answer] {
        var answers = answers
        guard let index = answers.lastIndex(where: { $0 == expected }) else {
            return answers + [answer].compactMap(\.self)
        }
        guard let answer else {
            answers.remove(at: index)
            return answers
        }
        if answers[index].date == answer.date || answers[index].value == .skipped {
            answers[index] = answer
        } else {
            answers.append(answer)
        }
        return answers
    }
}

/// Why a change of an answer was not kept.
package enum AnswerFault: Error {
    /// Somebody else answered meanwhile: what stands there now.
    case conflict(Answer?)
    /// The dossier is closed, or gone.
    case closed
    /// The sheet cannot be read or written.
    case bad(BadInput)
}

extension AnswerFault {
    /// The fault as a message for somebody who handed in a file of answers.
    package var input: BadInput {
        switch self {
        case .bad(let input): input
        case .conflict: BadInput([.answeredMeanwhile])
        case .closed: BadInput([.closedDossier])
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static let answeredMeanwhile = Diagnostic(
        code: "answers/conflict",
        message: LocalizedText(
            nl:
                "iemand anders beantwoordde een van deze vragen intussen; dat antwoord en die erna zijn niet opgeslagen",
            en: "somebody else answered one of these questions meanwhile; that answer and those after it are not saved"),
        at: nil,
        hint: LocalizedText(
            nl: "kijk wat er nu staat en begin opnieuw", en: "look what stands there now and start again"))

    fileprivate static let closedDossier = Diagnostic(
        code: "dossier/closed",
        message: LocalizedText(
            nl: "dit dossier is afgesloten of verwijderd; dit antwoord is niet opgeslagen",
            en: "this dossier is closed or gone; this answer is not saved"),
        at: nil,
        hint: LocalizedText(
            nl: "maak een kopie van het dossier en ga daarin verder", en: "copy the dossier and go on in the copy"))
}
