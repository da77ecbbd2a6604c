import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst user remove`: an account goes, and whoever is logged in with it is out from the next page on.
struct UserRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Verwijder een account. / Remove an account.",
        discussion: """
            analyst user remove anna

            De naam blijft in de geschiedenis van dossiers en in het logboek staan.
            The name stays in the history of dossiers and in the log.
            """)

    @Argument(help: "Naam van het account. / Name of the account.")
    var name: String

    @OptionGroup var team: TeamOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try team.attempt(common) { store throws(TeamFault) in
            try store.remove(TeamUser.usable(name) ?? name, by: nil, at: DossierOptions.now)
        }
        Console.error(LocalizedText.removed[common.language])
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let removed = LocalizedText(nl: "Het account is verwijderd.", en: "The account is removed.")
}
