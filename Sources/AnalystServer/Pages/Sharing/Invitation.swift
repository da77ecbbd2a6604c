import Analyst
import RuleEngine

/// What somebody with an invitation may see of a dossier: the questions to one group that nobody else answered, with the
/// answers that were given by this invitation.
struct Invitation: Sendable {
    struct Entry: Sendable {
        let question: Question
        /// The own answer.
        let answer: Answer?
        /// What stands in the dossier, so that a change by another is noticed.
        let standing: Answer?
    }

    let open: OpenLink
    let perspective: String
    let groupTitle: LocalizedText
    let entries: [Entry]

    /// - Throws: as for any link; `closed` where the dossier takes no answers any more.
    init(_ visit: Visit) async throws(WebFault) {
        let open = try OpenLink(visit)
        guard case .answers(let perspective) = open.link.purpose else { throw .notFound }
        guard !open.dossier.isClosed else { throw .closed }
        let history = try visit.inStore { store throws(DossierFault) in try store.history(of: open.dossier.id) }
        var own: [QuestionID: Answer] = [:]
        for entry in history where entry.kind == .answered && entry.author == open.link.name {
            guard let question = entry.question else { continue }
            own[question] = entry.to
        }
        let (day, mine) = (visit.site.answerDay(), own)
        (groupTitle, entries) = try await visit.of(open.dossier.id).read {
            questionnaire, _ -> (LocalizedText, [Entry]) in
            let answers = questionnaire.area.sheet.answers
            let entries = questionnaire.entries(in: perspective).compactMap { entry -> Entry? in
                let id = entry.question.id
                let standing = AnswerChange.standing(at: id, on: day, in: answers)
                let isOwn = standing != nil && standing == mine[id]
                // What another person answered is not for this one to see, nor to overwrite.
                guard isOwn || standing == nil || standing?.value == .skipped else { return nil }
                return Entry(question: entry.question, answer: isOwn ? standing : nil, standing: standing)
            }
            return (questionnaire.part(perspective)?.title ?? LocalizedText(verbatim: perspective), entries)
        }
        self.open = open
        self.perspective = perspective
    }
}

extension Visit {
    /// The same visit, to a dossier that its address does not name.
    func of(_ dossier: DossierID) -> Visit {
        var parameters = parameters
        parameters["dossier"] = dossier.text
        return Visit(
            request: request, parameters: parameters, form: form, session: session, site: site, member: member)
    }
}
