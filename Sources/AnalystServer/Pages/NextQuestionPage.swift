import Analyst

/// Leads to the question that comes next in a part, or among those that matter most.
package enum NextQuestionPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let name = visit.request.query["in"] ?? QuestionScope.firstStop
        let scope = QuestionScope(visit.request.query, part: name)
        return visit.redirect(try await address(after: scope, visit))
    }

    /// The address of the next question, or of the page behind the last one.
    static func address(after scope: QuestionScope, _ visit: Visit) async throws(WebFault) -> String {
        let base = ["dossiers", visit["dossier"]]
        let question = try await visit.read { questionnaire, _ in questionnaire.waiting(at: scope.stop).first?.id }
        if let question {
            return visit.address(base + ["questions", question.description], scope.query)
        }
        return scope.isFirstStop ? visit.address(base) : visit.address(base + ["parts", scope.name])
    }
}
