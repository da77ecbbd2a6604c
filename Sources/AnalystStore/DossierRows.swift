import Analyst
import Foundation
import GRDB

/// The rows of one dossier, within a transaction.
struct DossierRows {
    let database: Database
    let id: DossierID

    /// An answer where it stands.
    struct PlacedAnswer {
        let position: Int
        let answer: Answer
    }

    init(_ id: DossierID, in database: Database) {
        self.id = id
        self.database = database
    }

    /// A statement that is prepared once for each connection.
    func kept(_ sql: String) throws -> Statement { try database.cachedStatement(sql: sql) }

    // MARK: Reading

    private func row() throws -> Row {
        guard let row = try Row.fetchOne(kept("SELECT * FROM dossier WHERE id = ?"), arguments: [id.text])
        else { throw DossierFault.noSuchDossier }
        return row
    }

    func summary() throws -> DossierSummary {
        guard let summary = try DossierSummary(row()) else { throw StorageFault.damaged }
        return summary
    }

    /// The dossier before a change: it must not be closed.
    func openSummary() throws -> DossierSummary {
        let summary = try summary()
        guard !summary.isClosed else { throw DossierFault.closed }
        return summary
    }

    func dossier() throws -> Dossier {
        let row = try row()
        guard let summary = DossierSummary(row) else { throw StorageFault.damaged }
        let lines = try String.fetchAll(
            kept("SELECT line FROM answer WHERE dossier = ? ORDER BY position"), arguments: [id.text])
        return try Dossier(summary, sheetText: sheetText(row["sheet"]), answers: Self.read(lines))
    }

    var sheetNumber: Int {
        get throws { try row()["sheet"] }
    }

    func sheetText(_ number: Int) throws -> String {
        let bytes = try Data.fetchOne(
            kept("SELECT text FROM sheet WHERE dossier = ? AND number = ?"), arguments: [id.text, number])
        guard let bytes else { throw StorageFault.damaged }
        return String(decoding: bytes, as: UTF8.self)
    }

    func answers(to question: QuestionID) throws -> [PlacedAnswer] {
        let rows = try Row.fetchAll(
            kept("SELECT position, line FROM answer WHERE dossier = ? AND question = ? ORDER BY position"),
            arguments: [id.text, question.description])
        return zip(rows, try Self.read(rows.map { $0["line"] })).map {
            PlacedAnswer(position: $0["position"], answer: $1)
        }
    }

    /// Answers from the lines that are kept of them.
    static func read(_ lines: [String]) throws -> [Answer] {
        do {
            return try Answer.read(lines: lines)
        } catch {
            throw StorageFault.damaged
        }
    }
}
