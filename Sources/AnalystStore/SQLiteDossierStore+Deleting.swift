package import Analyst
import GRDB

extension SQLiteDossierStore {
    package func delete(_ id: DossierID) throws(DossierFault) {
        try writing { database in
            _ = try DossierRows(id, in: database).summary()
            // Whoever opens the file next wipes what is left when this program ends before it does.
            try database.execute(sql: "INSERT OR IGNORE INTO chore (name) VALUES (?)", arguments: [Self.wiping])
            try database.execute(sql: "DELETE FROM dossier WHERE id = ?", arguments: [id.text])
        }
        do {
            try wipe()
        } catch {
            throw .storage(.unwiped)
        }
    }

    /// Wipes what a run that was killed left of a deleted dossier.
    func wipeLeftovers() {
        do {
            let isAsked = try pool.read { database in
                try Row.fetchOne(database, sql: "SELECT 1 FROM chore WHERE name = ?", arguments: [Self.wiping]) != nil
            }
            if isAsked { try wipe() }
        } catch {
            // It is still on the list for the next start.
        }
    }

    private static let wiping = "wipe"

    /// Writes the file anew without what was deleted, and empties the log of changes.
    private func wipe() throws {
        try pool.barrierWriteWithoutTransaction { database in
            try database.execute(sql: "VACUUM")
            try database.checkpoint(.truncate)
            try database.execute(sql: "DELETE FROM chore WHERE name = ?", arguments: [Self.wiping])
        }
    }
}
