import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst user password`: a new password, which also lets somebody in who was locked out.
struct UserPassword: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Geef een account een nieuw wachtwoord. / Give an account a new password.",
        discussion: "analyst user password anna")

    @Argument(help: "Naam van het account. / Name of the account.")
    var name: String

    @OptionGroup var team: TeamOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let name = TeamUser.usable(name) ?? name
        try team.attempt(common) { store throws(TeamFault) in
            if try store.user(name) == nil { throw TeamFault.noSuchUser(name) }
        }
        let password = try common.newPassword(for: name)
        try team.attempt(common) { store throws(TeamFault) in
            try store.setPassword(password, of: name, by: nil, at: DossierOptions.now)
        }
        Console.error(LocalizedText.changed[common.language])
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let changed = LocalizedText(
        nl: "Het wachtwoord is gewijzigd; een blokkade is opgeheven.",
        en: "The password is changed; a lock is lifted.")
}
