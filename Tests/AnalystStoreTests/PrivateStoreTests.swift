import Foundation
import GRDB
import RuleEngine
import TestSupport
import Testing

@testable import Analyst
@testable import AnalystStore

/// What people answered stays with its owner, and goes when it is deleted.
@Suite struct PrivateStoreTests {
    @Test func `the file and those beside it are for their owner alone, and so is the folder that is made`() throws {
        let file = try StoreFile()
        let place = file.folder.appending(path: "nieuw/map/dossiers.sqlite")
        let mask = umask(0)
        defer { umask(mask) }
        let store = try SQLiteDossierStore(path: place.path)
        _ = try store.make(Village.id())
        #expect(try FileStatus(of: file.folder.appending(path: "nieuw").path).mode == 0o700)
        let folder = place.deletingLastPathComponent()
        #expect(try FileStatus(of: folder.path).mode == 0o700)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == ["dossiers.sqlite", "dossiers.sqlite-shm", "dossiers.sqlite-wal"])
        for name in names { #expect(try FileStatus(of: folder.appending(path: name).path).mode == 0o600, "\(name)") }
    }

    @Test func `each connection writes to the disk itself and overwrites what is deleted`() throws {
        let store = try StoreFile().open()
        let settings = try store.pool.writeWithoutTransaction { database in
            try ["synchronous", "secure_delete", "foreign_keys", "journal_mode"].map {
                try String.fetchOne(database, sql: "PRAGMA \($0)")
            }
        }
        #expect(settings == ["2", "1", "1", "wal"])
    }

    @Test func `G9 a deleted dossier leaves no trace in the bytes of the files`() throws {
        let file = try StoreFile()
        let store = try file.open()
        let (id, other) = (try Village.id(), try Village.id(2))
        var random = SeededGenerator(seed: 4)
        var traces = [id.text, "Gevraagd op straat.", "Anonimus", "Versie-Zomer"]
        let text = Village.sheet.replacing("Een dorp.", with: "Spoorbaan")
        for (dossier, sheet) in [
            (other, "sheet: ander" + Village.sheet.dropFirst("# Een dorp.\nsheet: dorp".count)), (id, text),
        ] {
            _ = try store.make(dossier, from: String(sheet), title: dossier == id ? "Titelspoor" : "Ander")
        }
        traces += ["Spoorbaan", "Titelspoor"]
        for number in 1...60 {
            let note = "notitie-\(UInt64.random(in: .min ... .max, using: &random))"
            if number % 7 == 0 { traces.append(note) }
            let answer = Answer(
                question: "vraag-\(number)", perspective: "spoorgroep", value: .yes, date: FEELDate("2026-11-01"),
                note: String(repeating: note, count: number))
            try store.record(AnswerChange(QuestionID(answer), from: nil, to: answer), in: id, by: "Anonimus")
            try store.record(Village.change("bewoners.vraag-\(number)", to: "\(number)"), in: other, by: "Bert")
        }
        _ = try store.nameVersion("Versie-Zomer", in: id, by: "Anonimus", at: Village.moment)
        let token = DossierLink.hash(of: "een")
        try store.add(
            DossierLink(to: id, hash: token, for: .report, created: Village.moment, by: nil, expires: Village.moment))
        traces += ["spoorgroep", token]
        let before = try file.bytes
        for trace in traces { #expect(before.range(of: Data(trace.utf8)) != nil, "\(trace) is there to be found") }
        let kept = try store.load(other)
        try store.delete(id)
        let after = try file.bytes
        // The other dossier was made from the same sheet, and has the words that stand in it.
        for trace in traces.filter({ $0 != "Gevraagd op straat." }) {
            #expect(after.range(of: Data(trace.utf8)) == nil, "\(trace)")
        }
        #expect(try store.load(other).answers == kept.answers)
        #expect(try store.list().map(\.id) == [other])
        #expect(fault { () throws(DossierFault) in try store.load(id) }?.told == "no such dossier")
    }

    @Test func `what a killed run left of a deleted dossier is wiped at the next start`() throws {
        let file = try StoreFile()
        let id = try Village.id()
        do {
            let store = try file.open()
            _ = try store.make(id, title: "Titelspoor")
            try store.pool.write { database in
                try database.execute(sql: "PRAGMA secure_delete = OFF")
                try database.execute(sql: "INSERT INTO chore (name) VALUES ('wipe')")
                try database.execute(sql: "DELETE FROM dossier")
            }
        }
        #expect(try file.bytes.range(of: Data("Titelspoor".utf8)) != nil)
        let store = try file.open()
        #expect(try file.bytes.range(of: Data("Titelspoor".utf8)) == nil)
        #expect(try store.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM chore") } == 0)
    }
}
