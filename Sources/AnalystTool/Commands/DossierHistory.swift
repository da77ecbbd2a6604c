import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst dossier history`: who did what and when, from what to what.
struct DossierHistory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Laat de geschiedenis zien. / Show the history.",
        discussion: "analyst dossier history \"Overvecht\"")

    @Argument(help: "Naam of titel van het dossier. / Name or title of the dossier.")
    var dossier: String

    @OptionGroup var options: DossierOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (store, dossier) = try options.chosen(dossier, common)
        let history = try options.attempt(common) { () throws(DossierFault) in try store.history(of: dossier.id) }
        let words = HistoryText(try common.library().ruleBase, common.language)
        for entry in history { Console.output("\(words.line(of: entry))\n") }
    }
}

extension HistoryText {
    /// The entry on one line: number, when and by whom, what.
    func line(of entry: HistoryEntry) -> String { "\(entry.number). \(moment(of: entry))  \(text(of: entry))" }
}
