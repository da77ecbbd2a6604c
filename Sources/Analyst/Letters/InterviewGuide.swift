package import RuleEngine

/// The open questions to one group, ready to be taken along: by domain, with the reason of each and room for counts.
package struct InterviewGuide: Sendable {
    /// Questions of one domain, those that most conclusions wait for first.
    package struct Section: Sendable {
        package let title: LocalizedText
        package private(set) var questions: [Question]

        fileprivate mutating func add(_ question: Question) { questions.append(question) }
    }

    /// The group: a code of the perspectives.
    package let group: Vocabulary.Term
    /// The domain of the question that most conclusions wait for first.
    package let sections: [Section]
    /// How many questions to the group are open.
    package let openCount: Int

    /// - Parameter limit: so many questions are taken along; `nil`: all.
    package init(_ area: AreaSession, group: Vocabulary.Term, limit: Int? = nil) {
        self.group = group
        let closed = Set(area.sheet.answers(until: area.date).map(\.slot))
        let questions = QuestionOrder(area, closed: closed, perspective: group.code).questions
        openCount = questions.count
        var sections: [Section] = []
        for question in questions.prefix(limit ?? questions.count) {
            if let index = sections.firstIndex(where: { $0.title == question.part }) {
                sections[index].add(question)
            } else {
                sections.append(Section(title: question.part, questions: [question]))
            }
        }
        self.sections = sections
    }

    /// The groups that can be asked, in the order of the vocabulary.
    package static func groups(_ ruleBase: RuleBase) -> [Vocabulary.Term] {
        ruleBase.codes(of: VocabularyName.perspectives).filter { $0.code != SheetContext.registered }
    }
}
