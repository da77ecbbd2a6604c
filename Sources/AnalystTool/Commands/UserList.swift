import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst user list`: the accounts with their roles.
struct UserList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Noem de accounts. / List the accounts.", discussion: "analyst user list")

    @OptionGroup var team: TeamOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let users = try team.attempt(common) { store throws(TeamFault) in try store.users() }
        for user in users {
            let roles = user.orderedRoles.map { $0.title[common.language] }.joined(separator: ", ")
            Console.output("\(user.name)  \(user.created.prefix(10))  \(roles)\n")
        }
        if users.isEmpty { Console.error(LocalizedText.none[common.language]) }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let none = LocalizedText(
        nl: "Er zijn nog geen accounts.", en: "There are no accounts yet.")
}
