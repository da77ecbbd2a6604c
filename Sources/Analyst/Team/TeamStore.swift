/// Where the accounts of a team are kept, and the log of what was done. Whoever changes something says who and when.
///
/// When a function returns, what it changed is on disk, with its line in the log; when it throws, nothing was changed.
package protocol TeamStore: Sendable {
    /// All accounts, by name.
    func users() throws(TeamFault) -> [TeamUser]

    func user(_ name: String) throws(TeamFault) -> TeamUser?

    func add(_ user: TeamUser, password: PasswordHash, by author: String?) throws(TeamFault)

    func setRoles(_ roles: Set<TeamRole>, of name: String, by author: String?, at instant: String) throws(TeamFault)

    /// A new password also ends a lock.
    func setPassword(
        _ password: PasswordHash, of name: String, by author: String?, at instant: String
    ) throws(TeamFault)

    func remove(_ name: String, by author: String?, at instant: String) throws(TeamFault)

    /// What is kept of the password, and whether the account is locked; `nil` where there is no such account.
    func credentials(of name: String) throws(TeamFault) -> (password: PasswordHash, lock: LoginLock)?

    /// Puts a lock in the place of the one that is there, with a line in the log.
    func set(_ lock: LoginLock, of name: String, noting entry: AuditEntry) throws(TeamFault)

    /// Adds a line to the log, which only grows.
    func note(_ entry: AuditEntry) throws(TeamFault)

    /// The last lines of the log, the newest first.
    func log(most: Int) throws(TeamFault) -> [AuditEntry]
}
