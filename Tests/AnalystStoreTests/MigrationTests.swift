import Foundation
import GRDB
import TestSupport
import Testing

@testable import Analyst
@testable import AnalystStore

/// A file of an earlier version is brought up to date, and nothing in it is lost.
@Suite struct MigrationTests {
    /// Makes the file that the fixture is the text of.
    private static func restore(_ name: String, to file: StoreFile) throws {
        let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
        let sql = try String(contentsOf: fixture, encoding: .utf8)
        let queue = try DatabaseQueue(path: file.path)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    @Test func `a file of the first version opens with its dossiers, history and versions`() throws {
        let file = try StoreFile()
        try Self.restore("dossiers-1.sql", to: file)
        let store = try file.open()
        let id = try Village.id()
        let dossier = try store.load(id)
        #expect(
            dossier.told == [
                "bewoners.overlast=true", "bewoners.overlast=false", "ondernemers.leegstand=12",
                "bewoners.lawaai=skipped",
            ])
        #expect(
            try store.history(of: id).map(\.told) == [
                "1 created by Anna", "2 answered bewoners.overlast: - > false by Bert",
                "3 answered ondernemers.leegstand: - > 12 by Cas", "4 named Versie 1 by Anna",
                "5 answered bewoners.lawaai: - > skipped by Bert",
            ])
        #expect(try store.version(4, of: id).answers.count == 3)
        #expect(try dossier.text().hasPrefix("# Een dorp.\n"))
        #expect(try store.links(to: id).isEmpty, "links came with the second version")
        #expect(try store.pool.read { try StoreSchema.migrator.hasCompletedMigrations($0) })
        try store.record(Village.change("bewoners.stank", to: "true"), in: id)
        _ = try store.undo(in: id, expecting: nil, by: nil, at: Village.moment)
        #expect(try store.load(id).answers == dossier.answers)
    }

    @Test func `the first version is as it was released`() throws {
        let (now, then) = (try StoreFile(), try StoreFile())
        let queue = try DatabaseQueue(path: now.path)
        try StoreSchema.migrator.migrate(queue, upTo: StoreSchema.migrations[0])
        try Self.restore("dossiers-1.sql", to: then)
        let released = try DatabaseQueue(path: then.path)
        let sql = "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_master ORDER BY name"
        #expect(
            try queue.read { try String.fetchAll($0, sql: sql) } == released.read { try String.fetchAll($0, sql: sql) })
    }
}
