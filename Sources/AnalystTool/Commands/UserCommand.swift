import Analyst
import AnalystStore
internal import ArgumentParser
import RuleEngine

/// `analyst user`: the accounts of a server for a team.
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Beheer de accounts van een team. / Look after the accounts of a team.",
        discussion: """
            analyst user add anna --role worker

            Met analyst serve --team meldt iedereen zich aan met een account. Rollen: worker (werkt in dossiers), advisor (leest \
            ze), trainer (geeft training), administrator (ziet het logboek en verwijdert dossiers).
            With analyst serve --team everybody logs in with an account. Roles: worker (works in dossiers), advisor (reads \
            them), trainer (gives training), administrator (sees the log and deletes dossiers).
            """,
        subcommands: [
            UserAdd.self, UserList.self, UserRole.self, UserPassword.self, UserRemove.self, UserLog.self,
        ])
}

/// Which database holds the accounts: that of the dossiers.
struct TeamOptions: ParsableArguments {
    @Option(help: "Bestand met de dossiers. / File with the dossiers.")
    var database: String?

    /// Does something with accounts; a fault is told and ends the command.
    func attempt<Value>(
        _ common: CommonOptions, _ body: (any TeamStore) throws(TeamFault) -> Value
    ) throws -> Value {
        guard let path = DatabasePlace.path(database) else { throw ValidationError("--database") }
        return try common.attempt { () throws(BadInput) in
            let store: SQLiteDossierStore
            do throws(StorageFault) {
                store = try SQLiteDossierStore(path: path)
            } catch {
                throw DossierFault.storage(error).asBadInput(in: path)
            }
            do throws(TeamFault) {
                return try body(store)
            } catch {
                throw error.asBadInput(in: path)
            }
        }
    }
}

extension CommonOptions {
    /// A new password, typed twice without showing it, or as one line of standard input.
    func newPassword(for name: String) throws -> PasswordHash {
        let password = try HiddenLine.password(asking: .newPassword, again: .again, in: language)
        if let refusal = PasswordRule.refusal(of: password, for: name) { throw ValidationError(refusal[language]) }
        var random = SystemRandomNumberGenerator()
        let salt = (0..<PasswordHash.saltByteCount).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        guard let hash = PasswordHash(of: password, salt: salt) else { throw ExitCode(ExitStatus.unwritable) }
        return hash
    }
}

extension TeamRole: ExpressibleByArgument {}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let newPassword = LocalizedText(
        nl: "Nieuw wachtwoord (u ziet niet wat u typt): ", en: "New password (what you type is not shown): ")
    fileprivate static let again = LocalizedText(nl: "Nog een keer: ", en: "Once more: ")
}
