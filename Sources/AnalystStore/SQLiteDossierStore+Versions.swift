package import Analyst
import GRDB

extension SQLiteDossierStore {
    package func nameVersion(
        _ name: String, in id: DossierID, by author: String?, at instant: String
    ) throws(DossierFault) -> HistoryEntry {
        try writing { database in
            let rows = DossierRows(id, in: database)
            _ = try rows.openSummary()
            var entry = HistoryRow(.named)
            entry.name = name
            let number = try rows.add(entry, by: author, at: instant)
            let dossier = try rows.dossier()
            try database.execute(
                sql: "INSERT INTO version (dossier, number, sheet, answered, lines) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    id.text, number, rows.sheetNumber, dossier.summary.answered,
                    dossier.answers.map(\.line).joined(separator: "\n"),
                ])
            return HistoryEntry(number: number, instant: instant, author: author, kind: .named, name: name)
        }
    }

    package func version(_ number: Int, of id: DossierID) throws(DossierFault) -> Dossier {
        try reading { database in
            let rows = DossierRows(id, in: database)
            let now = try rows.summary()
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT * FROM version JOIN change USING (dossier, number) WHERE dossier = ? AND number = ?
                    """, arguments: [id.text, number])
            guard let row else { throw DossierFault.noSuchVersion }
            let lines: String = row["lines"]
            let summary = DossierSummary(
                id: id, title: now.title, municipality: now.municipality, area: now.area, created: now.created,
                changed: row["instant"], state: .open, revision: number, answered: row["answered"])
            return try Dossier(
                summary, sheetText: rows.sheetText(row["sheet"]),
                answers: DossierRows.read(lines.split(separator: "\n").map(String.init)))
        }
    }
}
