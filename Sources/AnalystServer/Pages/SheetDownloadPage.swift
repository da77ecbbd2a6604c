import Analyst

/// The sheet with the answers, as a file.
package enum SheetDownloadPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        do {
            return .file(
                try dossier.text(), name: "\(FileSlug.of(dossier.title)).yaml", type: "application/yaml; charset=utf-8")
        } catch {
            throw WebFault(DossierFault.bad(error))
        }
    }
}
