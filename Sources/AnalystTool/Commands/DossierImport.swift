import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst dossier import`: the figures, efforts and overrules of a sheet into a dossier; its answers stay.
struct DossierImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Neem de cijfers van een feitenblad over. / Take over the figures of a fact sheet.",
        discussion: """
            analyst dossier import "Overvecht" overvecht-2027.yaml

            De antwoorden van het dossier blijven; die van het blad worden niet gebruikt. U kunt het ongedaan maken.
            The answers of the dossier stay; those of the sheet are not used. You can undo it.
            """)

    @Argument(help: "Naam of titel van het dossier. / Name or title of the dossier.")
    var dossier: String

    @Argument(help: "Feitenblad. / Fact sheet.")
    var sheet: String

    @OptionGroup var options: DossierOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (store, dossier) = try options.chosen(dossier, common)
        let text = try common.wholeSheet(sheet)
        let changed = try options.attempt(common) { () throws(DossierFault) in
            try store.replaceSheet(
                with: text, in: dossier.id, expecting: dossier.revision, by: options.author, at: DossierOptions.now)
        }
        Console.error(LocalizedText.imported(isChanged: changed.revision != dossier.revision)[common.language])
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func imported(isChanged: Bool) -> LocalizedText {
        isChanged
            ? LocalizedText(nl: "Het feitenblad is overgenomen.", en: "The sheet is taken over.")
            : LocalizedText(nl: "Het dossier had dit feitenblad al.", en: "The dossier has this sheet already.")
    }
}
