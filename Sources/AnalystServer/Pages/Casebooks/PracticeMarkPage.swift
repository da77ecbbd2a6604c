import Analyst
import RuleEngine

/// What the trainee handed in is worth, and why; the model once it may be seen.
package enum PracticeMarkPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let practice = try await Practice(visit)
        guard practice.answers.attempts > 0 || practice.showsModel else { throw .notFound }
        let report = MarkReport(
            mark: practice.prepared.mark(practice.answers), prepared: practice.prepared, answers: practice.answers,
            language: language, showsModel: practice.showsModel)
        let title = Texts.title(practice.prepared.case.title)[language]
        let head = HTMLTemplate("<h1>{{title}}</h1>\n").render(Head(title: title))
        return visit.page(
            title, head + MarkView.template.render(MarkView(report)),
            back: .init(practice.address(visit), Texts.back[language]))
    }

    private struct Head { let title: String }

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de casus", en: "Back to the case")

        static func title(_ name: LocalizedText) -> LocalizedText {
            LocalizedText(nl: "Uitslag: \(name.nl)", en: "Result: \(name.en)")
        }
    }
}
