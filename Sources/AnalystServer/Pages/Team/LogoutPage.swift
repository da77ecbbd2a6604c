import Analyst
import RuleEngine

/// Ends the session of somebody who logged in.
package enum LogoutPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        guard visit.member != nil else { throw .notFound }
        return visit.redirect(visit.address("account"))
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        guard let member = visit.member, let team = visit.site.setting.team else { throw .notFound }
        do {
            try team.note(AuditEntry(.logout, by: member.name, at: visit.site.setting.instant()))
        } catch {
            throw WebFault(error)
        }
        visit.site.sessions.end(visit.session.id)
        visit.site.figures.forget(session: visit.session.id)
        var response = visit.redirect(visit.address("login"))
        response.headers.append(SessionTable.header(nil, isSecure: visit.request.isSecure))
        return response
    }
}
