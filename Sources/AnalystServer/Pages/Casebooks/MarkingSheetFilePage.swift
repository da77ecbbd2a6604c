import Analyst
import RuleEngine

/// The marking sheet of a group as a file.
package enum MarkingSheetFilePage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let trainer = try await TrainerSession(visit)
        guard let format = SpreadsheetForm.Format(rawValue: visit["format"]) else { throw .notFound }
        let file = SpreadsheetForm(trainer.markingSheet, language: visit.language)
        let name = [FileSlug.of(trainer.session.title), FileSlug.of(Texts.name[visit.language])].filter { !$0.isEmpty }
        return .download(
            file.bytes(format), name: "\(name.joined(separator: "-")).\(format.rawValue)", type: format.mediaType)
    }

    // MARK: - Wordings

    private enum Texts {
        static let name = LocalizedText(nl: "nakijkblad", en: "marking sheet")
    }
}

extension TrainerSession {
    /// The sheet on which those who handed in can be marked.
    var markingSheet: MarkingSheet {
        MarkingSheet(
            finished.map { participant in
                TrainingResult(
                    pseudonym: participant.participation.pseudonym, answers: participant.answers,
                    changed: participant.participation.changed)
            }, of: prepared)
    }
}
