import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst dossier delete`: a dossier with all its traces. The confirmation names it.
struct DossierDelete: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Verwijder een dossier met al zijn sporen. / Delete a dossier with all its traces.",
        discussion: "analyst dossier delete k7mq --confirm \"Heerlen-Noord 2026\"")

    @Argument(help: "Naam of titel van het dossier. / Name or title of the dossier.")
    var dossier: String

    @Option(help: "De titel of hele naam, nog eens. / The title or the whole name, once more.")
    var confirm: String?

    @OptionGroup var options: DossierOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (store, dossier) = try options.chosen(dossier, common)
        guard let confirm, [dossier.title, dossier.id.text].contains(confirm) else {
            throw ValidationError(LocalizedText.unconfirmed(dossier)[common.language])
        }
        try options.attempt(common) { () throws(DossierFault) in try store.delete(dossier.id) }
        Console.error(LocalizedText.deleted(dossier.title)[common.language])
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func unconfirmed(_ dossier: DossierSummary) -> LocalizedText {
        LocalizedText(
            nl: """
                dit verwijdert ‘\(dossier.title)’ (\(dossier.answered) antwoorden) voorgoed; bevestig met --confirm \(dossier.id)
                """,
            en: """
                this deletes ‘\(dossier.title)’ (\(dossier.answered) answers) for good; confirm with --confirm \(dossier.id)
                """)
    }

    fileprivate static func deleted(_ title: String) -> LocalizedText {
        LocalizedText(
            nl: "Het dossier ‘\(title)’ is verwijderd, met zijn geschiedenis en koppelingen.",
            en: "The dossier ‘\(title)’ is deleted, with its history and links.")
    }
}
