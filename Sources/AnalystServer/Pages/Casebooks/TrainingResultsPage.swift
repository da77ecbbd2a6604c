import Analyst
import RuleEngine

/// The results of a session as a file.
package enum TrainingResultsPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let trainer = try await TrainerSession(visit)
        guard let format = TrainingFormat(rawValue: visit["format"]) else { throw .notFound }
        let bytes = TrainingExport(
            trainer.results, of: trainer.prepared, title: trainer.session.title, language: visit.language
        ).bytes(format)
        let name = FileSlug.of(trainer.session.title)
        return .download(
            bytes, name: "\(name.isEmpty ? "training" : name).\(format.fileExtension)", type: format.mediaType)
    }
}
