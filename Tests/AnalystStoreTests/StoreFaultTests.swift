import Foundation
import GRDB
import RuleEngine
import TestSupport
import Testing

@testable import Analyst
@testable import AnalystStore

/// A file that cannot be used is told, and nothing is half written.
@Suite struct StoreFaultTests {
    private static func refusal(of path: String) -> StorageFault? {
        do throws(StorageFault) {
            _ = try SQLiteDossierStore(path: path)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a full disk refuses an answer, and the dossier stays as it was`() throws {
        let file = try StoreFile()
        let id = try Village.id()
        _ = try file.open().make(id)
        let pages = try file.open().pool.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
        let store = try file.open(pageLimit: pages)
        let before = (try store.load(id), try store.history(of: id))
        let answer = Answer(
            question: "lawaai", perspective: "bewoners", value: .yes, date: nil,
            note: String(repeating: "lang ", count: 20_000))
        let change = AnswerChange(QuestionID(answer), from: nil, to: answer)
        let told = fault { () throws(DossierFault) in try store.record(change, in: id, by: nil, at: Village.moment) }?
            .told
        #expect(told == "storage: file(Analyst.FileFault.isFull)")
        #expect(try store.load(id).answers == before.0.answers)
        #expect(try store.history(of: id) == before.1)
        try store.record(Village.change("bewoners.lawaai", to: "true"), in: id)
    }

    @Test func `a file that is no database, of another program or of a newer version is refused and stays`() throws {
        let file = try StoreFile()
        let text = Data(String(repeating: "geen databank\n", count: 200).utf8)
        try text.write(to: URL(filePath: file.path))
        #expect(Self.refusal(of: file.path) == .damaged)
        #expect(try Data(contentsOf: URL(filePath: file.path)) == text)

        let other = try StoreFile()
        do {
            let queue = try DatabaseQueue(path: other.path)
            try queue.write { try $0.execute(sql: "CREATE TABLE dossier (id)") }
        }
        #expect(Self.refusal(of: other.path) == .foreign)

        let newer = try StoreFile()
        try newer.open().pool.write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99 later')")
        }
        #expect(Self.refusal(of: newer.path) == .newer)
        #expect(StorageFault.newer.reason.nl.contains("nieuwere versie"))
        #expect(Self.refusal(of: newer.folder.path) == .file(.isFolder))
    }

    @Test(.enabled(if: geteuid() != 0, "the administrator may write everything"))
    func `a file that may only be read is told`() throws {
        let file = try StoreFile()
        _ = try file.open().make(Village.id())
        #expect(chmod(file.path, 0o400) == 0)
        #expect(Self.refusal(of: file.path) == .file(.notAllowed))
    }

    @Test func `a file that another program keeps for itself is busy, and nothing is changed`() throws {
        let file = try StoreFile()
        let id = try Village.id()
        let store = try file.open(patience: 1)
        _ = try store.make(id)
        let queue = try DatabaseQueue(path: file.path)
        let change = try Village.change("bewoners.lawaai", to: "true")
        try queue.writeWithoutTransaction { database in
            try database.beginTransaction(.immediate)
            let told = fault { () throws(DossierFault) in try store.record(change, in: id, by: nil, at: Village.moment)
            }
            #expect(told?.told == "storage: busy")
            #expect(try store.load(id).revision == 1, "reading goes on")
            try database.rollback()
        }
        try store.record(change, in: id)
    }
}
