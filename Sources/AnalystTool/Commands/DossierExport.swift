import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst dossier export`: a dossier as a fact sheet. Where no answer was changed, the file has the very bytes of the sheet.
struct DossierExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Schrijf een dossier als feitenblad. / Write a dossier as a fact sheet.",
        discussion: "analyst dossier export \"Overvecht\" -o overvecht.yaml")

    @Argument(help: "Naam of titel van het dossier. / Name or title of the dossier.")
    var dossier: String

    @Option(name: .shortAndLong, help: "Bestand; zonder: het scherm. / File; without it the screen.")
    var output: String?

    @OptionGroup var options: DossierOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let target = output.map { OutputFile($0) }
        try target?.prepare(inputs: [InputFile(options.path).identity].compactMap(\.self), language: common.language)
        let (store, dossier) = try options.chosen(dossier, common)
        let loaded = try options.attempt(common) { () throws(DossierFault) in try store.load(dossier.id) }
        let text = try common.attempt { () throws(BadInput) in try loaded.text() }
        guard let target else {
            Console.output(text)
            return
        }
        do {
            try target.write(Array(text.utf8))
        } catch {
            Console.fail(toWrite: target.name, error)
        }
    }
}
