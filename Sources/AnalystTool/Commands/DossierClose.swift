import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst dossier close`: an end to all changes, for good.
struct DossierClose: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Sluit een dossier af; dat blijft zo. / Close a dossier, for good.",
        discussion: "analyst dossier close \"Overvecht\"")

    @Argument(help: "Naam of titel van het dossier. / Name or title of the dossier.")
    var dossier: String

    @OptionGroup var options: DossierOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (store, dossier) = try options.chosen(dossier, common)
        _ = try options.attempt(common) { () throws(DossierFault) in
            try store.close(dossier.id, by: options.author, at: DossierOptions.now)
        }
        Console.error(LocalizedText.closed(dossier.title)[common.language])
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func closed(_ title: String) -> LocalizedText {
        LocalizedText(
            nl: "Het dossier ‘\(title)’ is afgesloten. U kunt het nog kopiëren.",
            en: "The dossier ‘\(title)’ is closed. It can still be copied.")
    }
}
