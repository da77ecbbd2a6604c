import Analyst
import GRDB

/// An entry of the history with what it takes to undo it.
struct HistoryRow {
    let kind: HistoryEntry.Kind
    var question: QuestionID?
    /// Where the answer stands; without one it comes after all others.
    var position: Int?
    var former: Answer?
    var latter: Answer?
    /// The number of the sheet that counted before.
    var formerSheet: Int?
    var undoes: Int?
    var name: String?

    init(_ kind: HistoryEntry.Kind) { self.kind = kind }

    /// It brings an answer that had no place yet.
    var isAppended: Bool { question != nil && position == nil }
}

extension HistoryRow {
    /// As it was kept.
    init(_ row: Row) throws {
        guard let kind = HistoryEntry.Kind(rawValue: row["kind"]) else { throw StorageFault.damaged }
        self.init(kind)
        question = (row["question"] as String?).flatMap { QuestionID($0) }
        position = row["position"]
        former = try Self.answer(row["former"])
        latter = try Self.answer(row["latter"])
        formerSheet = row["former_sheet"]
        undoes = row["undoes"]
        name = row["name"]
    }

    private static func answer(_ line: String?) throws -> Answer? {
        try line.flatMap { try DossierRows.read([$0]).first }
    }
}

extension HistoryEntry {
    init(_ row: Row) throws {
        let entry = try HistoryRow(row)
        self.init(
            number: row["number"], instant: row["instant"], author: row["author"], kind: entry.kind,
            question: entry.question, from: entry.former, to: entry.latter, undoes: entry.undoes, name: entry.name)
    }
}
