import Analyst
import RuleEngine

/// The report as a file.
package enum ReportFilePage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let query = visit.request.query
        let dossier = try visit.dossier()
        let rules = try visit.rules()
        guard let format = query["format"].flatMap({ ReportFormat(rawValue: $0) }),
            let language = query["language"].map({ Language(rawValue: $0) }) ?? visit.language
        else { throw .notFound }
        let version = query["for"]
        guard version == nil || version.flatMap({ rules.report.version($0) }) != nil else { throw .notFound }
        if format == .pdf, visit.site.setting.converter == nil { return visit.redirect(page(visit, dossier)) }
        // The same as the command writes for the sheet of the dossier.
        let options = AnalysisOptions(
            language: language, format: format.rawValue, details: false, laterFigures: false, allowErrors: false,
            version: version)
        let name = [FileSlug.of(dossier.title), version, visit.day.description].compactMap { $0 }
            .filter { !$0.isEmpty }.joined(separator: "-")
        do {
            let bytes = try await ReportDesk.bytes(
                of: dossier, options, under: rules, on: visit.day, converter: visit.site.setting.converter)
            return .download(bytes, name: "\(name).\(format.fileExtension)", type: format.mediaType)
        } catch {
            switch error {
            case .sheet(let fault): throw WebFault(DossierFault.bad(fault))
            case .report(let fault):
                visit.site.setting.report(fault.message(in: .en))
                visit.say(Texts.failed[visit.language], [Texts.instead[visit.language]], dossier: dossier.id.text)
                return visit.redirect(page(visit, dossier))
            }
        }
    }

    private static func page(_ visit: Visit, _ dossier: Dossier) -> String {
        visit.address("dossiers", dossier.id.text, "report")
    }

    // MARK: - Wordings

    private enum Texts {
        static let failed = LocalizedText(nl: "De PDF kon niet worden gemaakt.", en: "The PDF could not be made.")
        static let instead = LocalizedText(
            nl: "Kies ODT of DOCX en bewaar dat als PDF, of kies HTML en druk het af naar PDF.",
            en: "Choose ODT or DOCX and save it as PDF, or choose HTML and print it to PDF.")
    }
}
