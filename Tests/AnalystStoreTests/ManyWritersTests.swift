import Foundation
import GRDB
import RuleEngine
import TestSupport
import Testing

@testable import Analyst
@testable import AnalystStore

/// Several people work at once, in one program and in several: no answer is lost.
@Suite struct ManyWritersTests {
    @Test(arguments: [2, 10])
    func `threads that answer for groups of their own lose nothing and never clash`(writers: Int) async throws {
        let file = try StoreFile()
        let store = try file.open()
        let id = try Village.id()
        _ = try store.make(id)
        let count = 20
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 1...writers {
                group.addTask {
                    for number in 1...count {
                        try store.record(Village.change("groep-\(writer).vraag-\(number)", to: "\(number)"), in: id)
                    }
                }
            }
            try await group.waitForAll()
        }
        try Self.check(file, id, writers: writers, count: count)
    }

    @Test(arguments: [2, 10])
    func `programs that answer for groups of their own lose nothing and never clash`(writers: Int) throws {
        let file = try StoreFile()
        let id = try Village.id()
        _ = try file.open().make(id)
        let count = 20
        let processes = try (1...writers).map {
            try WriterProcess(file, id.text, perspective: "groep-\($0)", count: count)
        }
        for process in processes {
            #expect(try process.words() == (1...count).map(String.init))
            #expect(process.status == 0)
        }
        try Self.check(file, id, writers: writers, count: count)
    }

    @Test func `W21 programs that answer the same questions: one of each two is kept, the other is told`() throws {
        let file = try StoreFile()
        let id = try Village.id()
        _ = try file.open().make(id)
        let processes = try (1...2).map { _ in
            try WriterProcess(file, id.text, perspective: "bewoners", count: 50)
        }
        let words = try processes.flatMap { try $0.words() }
        #expect(words.filter { !$0.hasPrefix("conflict ") }.compactMap(Int.init).sorted() == Array(1...50))
        #expect(words.count == 100)
        #expect(try file.open().load(id).answers.count == 51)
    }

    @Test func `programs that make the file at once each find it`() throws {
        let file = try StoreFile()
        let id = try Village.id()
        let processes = try (1...10).map { _ in
            try WriterProcess(file, id.text, perspective: "bewoners", count: 1)
        }
        for process in processes {
            // There is no such dossier, which ends the program; that the file could be opened is what counts.
            #expect(try process.words() == [])
        }
        #expect(try file.open().list().isEmpty)
        #expect(try file.open().pool.read { try StoreSchema.migrator.hasCompletedMigrations($0) })
    }

    private static func check(_ file: StoreFile, _ id: DossierID, writers: Int, count: Int) throws {
        let dossier = try file.open().load(id)
        let expected = (1...writers).flatMap { writer in
            (1...count).map { "groep-\(writer).vraag-\($0)=\($0)" }
        }
        #expect(Set(dossier.told) == Set(expected + ["bewoners.overlast=true"]))
        #expect(dossier.answers.count == expected.count + 1)
        let history = try file.open().history(of: id)
        #expect(history.map(\.number) == Array(1...expected.count + 1))
        #expect(try FactSheet.read(SourceFile(name: "s", text: dossier.text())).answers == dossier.answers)
    }
}
