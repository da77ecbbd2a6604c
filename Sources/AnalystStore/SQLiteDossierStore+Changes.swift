package import Analyst
import GRDB

extension SQLiteDossierStore {
    package func record(
        _ change: AnswerChange, in id: DossierID, by author: String?, at instant: String
    ) throws(DossierFault) -> Dossier {
        try writing { database in
            let rows = DossierRows(id, in: database)
            _ = try rows.openSummary()
            let placed = try rows.answers(to: change.question)
            let answers = placed.map(\.answer)
            guard !change.isConflict(in: answers) else { throw DossierFault.conflict(change.standing(in: answers)) }
            if let entry = Self.entry(for: change, after: placed) { _ = try rows.add(entry, by: author, at: instant) }
            return try rows.dossier()
        }
    }

    /// What a change does to the answers to its question; `nil` where it does nothing.
    private static func entry(for change: AnswerChange, after placed: [DossierRows.PlacedAnswer]) -> HistoryRow? {
        let before = placed.map(\.answer)
        let after = change.applied(to: before)
        guard after != before else { return nil }
        var entry = HistoryRow(.answered)
        entry.question = change.question
        let place = zip(before, after).prefix { $0 == $1 }.count
        if after.count > before.count {
            entry.latter = after[place]
        } else {
            entry.position = placed[place].position
            entry.former = before[place]
            if after.count == before.count { entry.latter = after[place] }
        }
        return entry
    }

    package func replaceSheet(
        with text: String, in id: DossierID, expecting revision: Int, by author: String?, at instant: String
    ) throws(DossierFault) -> Dossier {
        let new: NewDossier
        do {
            new = try NewDossier(id, from: text)
        } catch {
            throw .bad(error)
        }
        return try writing { database in
            let rows = DossierRows(id, in: database)
            let summary = try rows.openSummary()
            guard summary.revision == revision else { throw DossierFault.revisionConflict(summary.revision) }
            guard try Array(rows.sheetText(rows.sheetNumber).utf8) != Array(new.sheetText.utf8) else {
                return try rows.dossier()
            }
            let number = summary.revision + 1
            try rows.insertSheet(new.sheetText, number: number)
            var entry = HistoryRow(.replaced)
            entry.formerSheet = try rows.useSheet(number)
            _ = try rows.add(entry, by: author, at: instant)
            return try rows.dossier()
        }
    }

    package func undo(
        in id: DossierID, expecting revision: Int?, by author: String?, at instant: String
    ) throws(DossierFault) -> Dossier {
        try writing { database in
            let rows = DossierRows(id, in: database)
            let summary = try rows.openSummary()
            guard revision == nil || revision == summary.revision else {
                throw DossierFault.revisionConflict(summary.revision)
            }
            guard let (number, last) = try rows.lastChange() else { throw DossierFault.nothingToUndo }
            var entry = HistoryRow(.undone)
            entry.undoes = number
            entry.question = last.question
            entry.position = last.position
            entry.former = last.latter
            entry.latter = last.former
            if let sheet = last.formerSheet { entry.formerSheet = try rows.useSheet(sheet) }
            _ = try rows.add(entry, by: author, at: instant)
            return try rows.dossier()
        }
    }
}

extension DossierRows {
    /// The last change of answer or sheet that was not undone.
    fileprivate func lastChange() throws -> (number: Int, entry: HistoryRow)? {
        let row = try Row.fetchOne(
            kept(
                """
                SELECT * FROM change
                WHERE dossier = :id AND kind IN ('answered', 'replaced')
                    AND number NOT IN (SELECT undoes FROM change WHERE dossier = :id AND undoes IS NOT NULL)
                ORDER BY number DESC LIMIT 1
                """), arguments: ["id": id.text])
        return try row.map { ($0["number"], try HistoryRow($0)) }
    }
}
