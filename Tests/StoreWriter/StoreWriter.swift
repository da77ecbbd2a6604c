import Analyst
import AnalystStore
import Foundation
import RuleEngine

/// A program that answers questions in a dossier, one after the other, and says the number of each when it was kept.
///
///     StoreWriter DATABASE DOSSIER PERSPECTIVE COUNT
///
/// Tests of the store start several at once, and kill them. A question that somebody else answered is told as `conflict`.
@main
struct StoreWriter {
    static func main() throws {
        let words = CommandLine.arguments
        guard words.count == 5, let id = DossierID(words[2]), let count = Int(words[4]) else { exit(2) }
        let store = try SQLiteDossierStore(path: words[1])
        for number in 1...count {
            let question = QuestionID(perspective: words[3], code: "vraag-\(number)")
            let answer = Answer(
                question: question.code, perspective: question.perspective, value: .number(FEELNumber(number)),
                date: FEELDate("2026-11-01"))
            var told = "\(number)\n"
            do {
                _ = try store.record(
                    AnswerChange(question, from: nil, to: answer), in: id, by: words[3], at: "2026-11-01T12:00:00Z")
            } catch {
                guard case .conflict = error else { throw error }
                told = "conflict \(number)\n"
            }
            try FileHandle.standardOutput.write(contentsOf: Data(told.utf8))
        }
    }
}
