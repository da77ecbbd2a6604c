import Analyst
import Foundation
import GRDB
import RuleEngine

extension DossierRows {
    /// Makes the rows of a dossier with its first entry in the history.
    func insert(_ new: NewDossier, as kind: HistoryEntry.Kind, by author: String?, at instant: String) throws {
        try insert(
            title: new.title, municipality: new.municipality, area: new.area, sheetText: new.sheetText,
            answers: new.answers, as: kind, by: author, at: instant)
    }

    func insert(
        title: String, municipality: String, area: String, sheetText: String, answers: [Answer],
        as kind: HistoryEntry.Kind, by author: String?, at instant: String
    ) throws {
        try kept(
            """
            INSERT INTO dossier
                (id, title, municipality, area, created, changed, sheet, revision, answered, place)
            VALUES (?, ?, ?, ?, ?, ?, 1, 0, 0, -1)
            """
        ).execute(arguments: [id.text, title, municipality, area, instant, instant])
        try insertSheet(sheetText, number: 1)
        for (index, answer) in answers.enumerated() { try put(answer, at: index + 1 - answers.count) }
        _ = try add(HistoryRow(kind), by: author, at: instant)
    }

    func insertSheet(_ text: String, number: Int) throws {
        try kept(
            "INSERT INTO sheet (dossier, number, text) VALUES (?, ?, ?)"
        ).execute(arguments: [id.text, number, Data(text.utf8)])
    }

    /// Puts a sheet in the place of the one that counts.
    ///
    /// - Returns: the number of the one before.
    func useSheet(_ number: Int) throws -> Int {
        let former = try sheetNumber
        try kept(
            "UPDATE dossier SET sheet = ? WHERE id = ?"
        ).execute(arguments: [number, id.text])
        return former
    }

    /// Puts an answer at a position; `nil` leaves nothing there.
    func put(_ answer: Answer?, at position: Int) throws {
        guard let answer else {
            try kept(
                "DELETE FROM answer WHERE dossier = ? AND position = ?"
            ).execute(arguments: [id.text, position])
            return
        }
        try kept(
            "INSERT OR REPLACE INTO answer (dossier, position, question, skipped, line) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [
            id.text, position, QuestionID(answer).description, answer.value == .skipped ? 1 : 0,
            Self.line(answer),
        ])
    }

    /// What is kept of an answer.
    ///
    /// - Throws: `BadInput` where a sheet with the answer could not be read.
    static func line(_ answer: Answer) throws -> String {
        let line = answer.line
        guard try Answer.read(lines: [line]) == [answer] else { throw BadInput([.unfit(QuestionID(answer))]) }
        return line
    }

    /// Adds an entry to the history, and tells the dossier that it was changed.
    ///
    /// - Returns: the number of the entry.
    func add(_ entry: HistoryRow, by author: String?, at instant: String) throws -> Int {
        let number = try summary().revision + 1
        let position = entry.isAppended ? number : entry.position
        if let position, entry.question != nil { try put(entry.latter, at: position) }
        try kept(
            """
            INSERT INTO change
                (dossier, number, instant, author, kind, question, position, former, latter, former_sheet, undoes, name)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [
            id.text, number, instant, author, entry.kind.rawValue, entry.question?.description, position,
            entry.former?.line, entry.latter?.line, entry.formerSheet, entry.undoes, entry.name,
        ])
        try kept(
            """
            UPDATE dossier SET revision = :number, changed = :instant,
                place = (SELECT max(place) FROM dossier) + 1,
                answered = (SELECT count(DISTINCT question) FROM answer WHERE dossier = :id AND NOT skipped)
            WHERE id = :id
            """
        ).execute(arguments: ["number": number, "instant": instant, "id": id.text])
        return number
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func unfit(_ question: QuestionID) -> Diagnostic {
        Diagnostic(
            code: "dossier/unfit-answer",
            message: LocalizedText(
                nl: "dit antwoord op ‘\(question)’ past niet in een feitenblad",
                en: "this answer to ‘\(question)’ does not fit into a fact sheet"), at: nil)
    }
}
