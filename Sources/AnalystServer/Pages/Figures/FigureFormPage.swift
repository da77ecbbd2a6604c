import Analyst
import RuleEngine

/// The form for own figures as a file.
package enum FigureFormPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        guard let format = SpreadsheetForm.Format(rawValue: visit["format"]) else { throw .notFound }
        let form = SpreadsheetForm(FigureForm(try visit.rules().ruleBase), language: visit.language)
        let name = [FileSlug.of(dossier.title), FileSlug.of(Texts.name[visit.language])].filter { !$0.isEmpty }
        return .download(
            form.bytes(format), name: "\(name.joined(separator: "-")).\(format.rawValue)", type: format.mediaType)
    }

    // MARK: - Wordings

    private enum Texts {
        static let name = LocalizedText(nl: "eigen cijfers", en: "own figures")
    }
}
