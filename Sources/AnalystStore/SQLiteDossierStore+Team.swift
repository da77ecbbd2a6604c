package import Analyst
import GRDB

extension SQLiteDossierStore: TeamStore {
    package func users() throws(TeamFault) -> [TeamUser] {
        try looking { database in
            try Row.fetchAll(database, sql: "SELECT * FROM user ORDER BY name").map { try TeamUser($0) }
        }
    }

    package func user(_ name: String) throws(TeamFault) -> TeamUser? {
        try looking { database in try row(name, database).map { try TeamUser($0) } }
    }

    package func add(_ user: TeamUser, password: PasswordHash, by author: String?) throws(TeamFault) {
        try changing { database in
            guard try row(user.name, database) == nil else { throw TeamFault.userExists(user.name) }
            try database.execute(
                sql: "INSERT INTO user (name, roles, created, password) VALUES (?, ?, ?, ?)",
                arguments: [user.name, user.rolesText, user.created, password.description])
            try note(
                AuditEntry(.accountAdded, by: author, at: user.created, subject: user.name), in: database)
        }
    }

    package func setRoles(
        _ roles: Set<TeamRole>, of name: String, by author: String?, at instant: String
    ) throws(TeamFault) {
        try change(name, noting: AuditEntry(.rolesChanged, by: author, at: instant, subject: name)) { database in
            try database.execute(
                sql: "UPDATE user SET roles = ? WHERE name = ?", arguments: [TeamUser.text(of: roles), name])
        }
    }

    package func setPassword(
        _ password: PasswordHash, of name: String, by author: String?, at instant: String
    ) throws(TeamFault) {
        try change(name, noting: AuditEntry(.passwordChanged, by: author, at: instant, subject: name)) { database in
            try database.execute(
                sql: "UPDATE user SET password = ?, failures = 0, locked = NULL WHERE name = ?",
                arguments: [password.description, name])
        }
    }

    package func remove(_ name: String, by author: String?, at instant: String) throws(TeamFault) {
        try change(name, noting: AuditEntry(.accountRemoved, by: author, at: instant, subject: name)) { database in
            try database.execute(sql: "DELETE FROM user WHERE name = ?", arguments: [name])
        }
    }

    package func credentials(of name: String) throws(TeamFault) -> (password: PasswordHash, lock: LoginLock)? {
        try looking { database in
            guard let row = try row(name, database) else { return nil }
            guard let password = PasswordHash(row["password"] as String) else { throw StorageFault.damaged }
            return (password, LoginLock(failures: row["failures"], until: row["locked"]))
        }
    }

    package func set(_ lock: LoginLock, of name: String, noting entry: AuditEntry) throws(TeamFault) {
        try change(name, noting: entry) { database in
            try database.execute(
                sql: "UPDATE user SET failures = ?, locked = ? WHERE name = ?",
                arguments: [lock.failures, lock.until, name])
        }
    }

    package func note(_ entry: AuditEntry) throws(TeamFault) {
        try changing { database in try note(entry, in: database) }
    }

    package func log(most: Int) throws(TeamFault) -> [AuditEntry] {
        try looking { database in
            try Row.fetchAll(database, sql: "SELECT * FROM audit ORDER BY number DESC LIMIT ?", arguments: [most])
                .map { try AuditEntry($0) }
        }
    }

    // MARK: Access

    private func change(
        _ name: String, noting entry: AuditEntry, _ body: (Database) throws -> Void
    ) throws(TeamFault) {
        try changing { database in
            guard try row(name, database) != nil else { throw TeamFault.noSuchUser(name) }
            try body(database)
            try note(entry, in: database)
        }
    }

    private func row(_ name: String, _ database: Database) throws -> Row? {
        try Row.fetchOne(database, sql: "SELECT * FROM user WHERE name = ?", arguments: [name])
    }

    /// A dossier that is deleted by now is not named.
    private func note(_ entry: AuditEntry, in database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO audit (instant, user, action, subject, dossier)
                VALUES (?, ?, ?, ?, (SELECT id FROM dossier WHERE id = ?))
                """,
            arguments: [entry.instant, entry.user, entry.action.rawValue, entry.subject, entry.dossier?.text])
    }

    /// Reads in one snapshot.
    private func looking<Value>(_ body: (Database) throws -> Value) throws(TeamFault) -> Value {
        do {
            return try pool.read(body)
        } catch {
            throw TeamFault(error)
        }
    }

    /// Changes in one transaction; with an error nothing is changed.
    private func changing<Value>(_ body: (Database) throws -> Value) throws(TeamFault) -> Value {
        do {
            return try pool.write(body)
        } catch {
            throw TeamFault(error)
        }
    }
}

extension TeamFault {
    /// What went wrong in an access to the database.
    fileprivate init(_ error: any Error) {
        self = error as? TeamFault ?? .storage(StorageFault(error))
    }
}

extension TeamUser {
    fileprivate static func text(of roles: Set<TeamRole>) -> String {
        roles.map(\.rawValue).sorted().joined(separator: " ")
    }

    fileprivate var rolesText: String { Self.text(of: roles) }

    fileprivate init(_ row: Row) throws {
        let roles = (row["roles"] as String).split(separator: " ").compactMap { TeamRole(rawValue: String($0)) }
        guard let user = TeamUser(row["name"], roles: Set(roles), created: row["created"]) else {
            throw StorageFault.damaged
        }
        self = user
    }
}

extension AuditEntry {
    fileprivate init(_ row: Row) throws {
        guard let action = Action(rawValue: row["action"]) else { throw StorageFault.damaged }
        self.init(
            action, by: row["user"], at: row["instant"], subject: row["subject"],
            dossier: (row["dossier"] as String?).flatMap { DossierID($0) })
    }
}
