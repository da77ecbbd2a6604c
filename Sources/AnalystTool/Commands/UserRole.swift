import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst user role`: other roles in the place of those that an account has; they hold from the next page on.
struct UserRole: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Geef een account andere rollen. / Give other roles to an account.",
        discussion: "analyst user role anna worker administrator")

    @Argument(help: "Naam van het account. / Name of the account.")
    var name: String

    @Argument(
        help: "Rollen: worker, advisor, trainer, administrator. / Roles: worker, advisor, trainer, administrator.")
    var roles: [TeamRole]

    @OptionGroup var team: TeamOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try team.attempt(common) { store throws(TeamFault) in
            try store.setRoles(
                Set(roles), of: TeamUser.usable(name) ?? name, by: nil, at: DossierOptions.now)
        }
        Console.error(LocalizedText.changed[common.language])
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let changed = LocalizedText(nl: "De rollen zijn gewijzigd.", en: "The roles are changed.")
}
