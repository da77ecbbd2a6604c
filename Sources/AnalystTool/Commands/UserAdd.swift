import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst user add`: an account with a password that is typed, or handed in as a line.
struct UserAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Maak een account. / Make an account.",
        discussion: """
            analyst user add anna --role worker
            analyst user add beheer --role administrator --role worker < wachtwoord.txt
            """)

    @Argument(help: "Naam om mee aan te melden. / Name to log in with.")
    var name: String

    @Option(
        name: .customLong("role"),
        help: """
            Rol, mag vaker: worker, advisor, trainer of administrator. / Role, more than once if need be: worker, advisor, \
            trainer or administrator.
            """)
    var roles: [TeamRole]

    @OptionGroup var team: TeamOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        guard let user = TeamUser(name, roles: Set(roles), created: DossierOptions.now), !roles.isEmpty else {
            throw ValidationError(LocalizedText.badName[common.language])
        }
        try team.attempt(common) { store throws(TeamFault) in
            if try store.user(user.name) != nil { throw TeamFault.userExists(user.name) }
        }
        let password = try common.newPassword(for: user.name)
        try team.attempt(common) { store throws(TeamFault) in try store.add(user, password: password, by: nil) }
        Console.error(LocalizedText.made(user.name)[common.language])
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let badName = LocalizedText(
        nl: "een naam heeft 2 tot 40 letters, cijfers, punten, streepjes en apenstaartjes, en ten minste één --role",
        en: "a name has 2 to 40 letters, digits, points, hyphens and at signs, and at least one --role")

    fileprivate static func made(_ name: String) -> LocalizedText {
        LocalizedText(nl: "Het account ‘\(name)’ is gemaakt.", en: "The account ‘\(name)’ is made.")
    }
}
