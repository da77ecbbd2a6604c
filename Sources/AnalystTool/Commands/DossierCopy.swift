import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst dossier copy`: a new dossier with the sheet and answers of another. Its name goes to standard output.
struct DossierCopy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy", abstract: "Kopieer een dossier. / Copy a dossier.",
        discussion: "analyst dossier copy \"Overvecht\"")

    @Argument(help: "Naam of titel van het dossier. / Name or title of the dossier.")
    var dossier: String

    @Option(help: "Titel van de kopie; zonder: dezelfde. / Title of the copy; without it the same.")
    var title: String?

    @OptionGroup var options: DossierOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (store, dossier) = try options.chosen(dossier, common)
        let id = try DossierOptions.newID()
        let copy = try options.attempt(common) { () throws(DossierFault) in
            try store.copy(dossier.id, to: id, title: title, by: options.author, at: DossierOptions.now)
        }
        Console.output("\(copy.id)\n")
        Console.error(LocalizedText.copied(copy.title)[common.language])
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func copied(_ title: String) -> LocalizedText {
        LocalizedText(nl: "De kopie ‘\(title)’ is gemaakt.", en: "The copy ‘\(title)’ is made.")
    }
}
