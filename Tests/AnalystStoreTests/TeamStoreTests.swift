import GRDB
import TestSupport
import Testing

@testable import Analyst
@testable import AnalystStore

/// Accounts and the log, in the database of the dossiers.
@Suite struct TeamStoreTests {
    private static let known = PasswordHash(of: "een zin van vier woorden", salt: [UInt8](repeating: 1, count: 16))
    private static let later = "2026-11-30T16:00:00+01:00"

    private static func user(_ name: String, _ roles: TeamRole...) throws -> TeamUser {
        try #require(TeamUser(name, roles: Set(roles), created: Village.moment))
    }

    private static func hash() throws -> PasswordHash { try #require(known) }

    @Test func `an account is there after a restart, with its roles and its password`() throws {
        let file = try StoreFile()
        try file.open().add(Self.user("Anna", .worker, .administrator), password: Self.hash(), by: nil)
        let store = try file.open()
        #expect(try store.users() == [Self.user("anna", .worker, .administrator)])
        let kept = try #require(try store.credentials(of: "anna"))
        #expect(kept.password.isOf("een zin van vier woorden") && !kept.password.isOf("een zin van vijf woorden"))
        #expect(kept.lock == LoginLock())
        #expect(throws: TeamFault.self) { try store.add(Self.user("anna", .worker), password: Self.hash(), by: nil) }
    }

    @Test func `changes of an account are told in the log, and those of no account change nothing`() throws {
        let store = try StoreFile().open()
        try store.add(Self.user("anna", .worker), password: Self.hash(), by: nil)
        try store.setRoles([.advisor], of: "anna", by: "beheer", at: Self.later)
        let lock = LoginLock(failures: 5, until: 900)
        try store.set(lock, of: "anna", noting: AuditEntry(.locked, by: "anna", at: Self.later))
        #expect(try store.credentials(of: "anna")?.lock == lock)
        try store.setPassword(Self.hash(), of: "anna", by: nil, at: Self.later)
        #expect(try store.credentials(of: "anna")?.lock == LoginLock(), "a new password ends a lock")
        try store.remove("anna", by: "beheer", at: Self.later)
        #expect(throws: TeamFault.self) { try store.remove("anna", by: "beheer", at: Self.later) }
        #expect(throws: TeamFault.self) { try store.setRoles([.worker], of: "bert", by: nil, at: Self.later) }
        #expect(try store.users().isEmpty)
        let log = try store.log(most: 10)
        #expect(
            log.map(\.action) == [.accountRemoved, .passwordChanged, .locked, .rolesChanged, .accountAdded])
        #expect(log.first == AuditEntry(.accountRemoved, by: "beheer", at: Self.later, subject: "anna"))
        #expect(try store.log(most: 2).count == 2)
    }

    @Test func `the log only grows, and names no dossier that is deleted`() throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        _ = try store.make(id)
        try store.note(AuditEntry(.dossierChanged, by: "anna", at: Self.later, dossier: id))
        #expect(try store.log(most: 1).first?.dossier == id)
        for sql in ["DELETE FROM audit", "UPDATE audit SET user = 'bert'", "UPDATE audit SET dossier = 'x'"] {
            #expect(throws: (any Error).self, "\(sql)") { try store.pool.write { try $0.execute(sql: sql) } }
        }
        try store.delete(id)
        let entry = try #require(try store.log(most: 1).first)
        #expect(entry.dossier == nil && entry.action == .dossierChanged && entry.user == "anna")
        try store.note(AuditEntry(.dossierDeleted, by: "anna", at: Self.later, dossier: id))
        #expect(try store.log(most: 1).first?.dossier == nil)
    }

    @Test func `a file from before there were teams gets their tables`() throws {
        let file = try StoreFile()
        let queue = try DatabaseQueue(path: file.path)
        try StoreSchema.migrator.migrate(queue, upTo: StoreSchema.migrations[1])
        try queue.close()
        let store = try file.open()
        #expect(try store.users().isEmpty && store.log(most: 1).isEmpty)
    }
}
