import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst dossier undo`: the last change of answer or sheet is undone; the history keeps both.
struct DossierUndo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Maak de laatste wijziging ongedaan. / Undo the last change.",
        discussion: "analyst dossier undo \"Overvecht\"")

    @Argument(help: "Naam of titel van het dossier. / Name or title of the dossier.")
    var dossier: String

    @OptionGroup var options: DossierOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (store, dossier) = try options.chosen(dossier, common)
        let history = try options.attempt(common) { () throws(DossierFault) in
            _ = try store.undo(
                in: dossier.id, expecting: dossier.revision, by: options.author, at: DossierOptions.now)
            return try store.history(of: dossier.id)
        }
        let words = HistoryText(try common.library().ruleBase, common.language)
        if let entry = history.last { Console.output("\(words.line(of: entry))\n") }
    }
}
