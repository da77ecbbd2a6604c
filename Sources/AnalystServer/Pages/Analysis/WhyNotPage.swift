import Analyst
import RuleEngine

/// Another address of the page that says why: which of the two it tells, follows from what holds.
package enum WhyNotPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        guard let finding = FindingID(visit["finding"]) else { throw .notFound }
        return visit.redirect(WhyPage.address(of: finding, try visit.dossierID(), visit))
    }
}
