import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst dossier show`: what is known of a dossier.
struct DossierShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Laat een dossier zien. / Show a dossier.",
        discussion: "analyst dossier show \"Overvecht\"")

    @Argument(help: "Naam of titel van het dossier. / Name or title of the dossier.")
    var dossier: String

    @OptionGroup var options: DossierOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (store, dossier) = try options.chosen(dossier, common)
        let history = try options.attempt(common) { () throws(DossierFault) in try store.history(of: dossier.id) }
        var rows: [(title: LocalizedText, text: String)] = [
            (.title, dossier.title), (.municipality, dossier.municipality), (.name, dossier.id.text),
            (.created, dossier.created), (.changed, dossier.changed),
            (.state, dossier.state.words[common.language]), (.answers, "\(dossier.answered)"),
        ]
        rows += history.filter { $0.kind == .named }.map { (.version, "\($0.number) \($0.name ?? "")") }
        Console.output(TitledRows(rows).text(in: common.language))
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let title = LocalizedText(nl: "Titel", en: "Title")
    fileprivate static let municipality = LocalizedText(nl: "Gemeente", en: "Municipality")
    fileprivate static let name = LocalizedText(nl: "Naam", en: "Name")
    fileprivate static let created = LocalizedText(nl: "Gemaakt", en: "Made")
    fileprivate static let changed = LocalizedText(nl: "Gewijzigd", en: "Changed")
    fileprivate static let state = LocalizedText(nl: "Stand", en: "State")
    fileprivate static let answers = LocalizedText(nl: "Antwoorden", en: "Answers")
    fileprivate static let version = LocalizedText(nl: "Versies", en: "Versions")
}
