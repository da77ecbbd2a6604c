import Foundation
import GRDB
import TestSupport
import Testing

@testable import Analyst
@testable import AnalystStore

/// A program that is killed loses no answer that it said it had kept.
@Suite struct KilledWriterTests {
    @Test func `every answer that was confirmed is there after the program is killed`() throws {
        var random = SeededGenerator(seed: 9)
        let file = try StoreFile()
        let id = try Village.id()
        _ = try file.open().make(id)
        var confirmed = 0
        for round in 1...(FullRuns.isAsked ? 200 : 20) {
            let group = "groep-\(round)"
            let process = try WriterProcess(file, id.text, perspective: group, count: 5000)
            var words = process.firstWord()
            usleep(UInt32.random(in: 0...60_000, using: &random))
            process.kill()
            words += try process.words().map { $0 + "\n" }.joined()
            let numbers = words.split(separator: "\n").compactMap { Int($0) }
            #expect(!numbers.isEmpty, "round \(round)")
            let kept = try file.open().load(id).answers.filter { $0.perspective == group }.map(\.question)
            #expect(kept.starts(with: numbers.map { "vraag-\($0)" }), "round \(round)")
            #expect(kept.count - numbers.count <= 1, "at most the one that it was about to confirm")
            confirmed += numbers.count
        }
        let check = try file.open().pool.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
        #expect(check == "ok")
        print("\(confirmed) answers confirmed before the kills")
    }
}
