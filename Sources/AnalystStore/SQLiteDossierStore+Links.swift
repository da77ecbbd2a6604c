package import Analyst
import GRDB

extension SQLiteDossierStore {
    package func add(_ link: DossierLink) throws(DossierFault) {
        try writing { database in
            let rows = DossierRows(link.dossier, in: database)
            var perspective: String?
            switch link.purpose {
            case .answers(let group):
                _ = try rows.openSummary()
                perspective = group
            case .report: _ = try rows.summary()
            }
            try database.execute(
                sql: """
                    INSERT INTO link (hash, dossier, perspective, created, author, expires, revoked)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    link.hash, link.dossier.text, perspective, link.created, link.author, link.expires, link.revoked,
                ])
        }
    }

    package func link(_ hash: String) throws(DossierFault) -> DossierLink? {
        try reading { database in
            try Row.fetchOne(database, sql: "SELECT * FROM link WHERE hash = ?", arguments: [hash])
                .map { try DossierLink($0) }
        }
    }

    package func links(to id: DossierID) throws(DossierFault) -> [DossierLink] {
        try reading { database in
            _ = try DossierRows(id, in: database).summary()
            return try Row.fetchAll(
                database, sql: "SELECT * FROM link WHERE dossier = ? ORDER BY rowid", arguments: [id.text]
            ).map { try DossierLink($0) }
        }
    }

    package func revokeLink(_ hash: String, at instant: String) throws(DossierFault) {
        try writing { database in
            try database.execute(
                sql: "UPDATE link SET revoked = ? WHERE hash = ? AND revoked IS NULL", arguments: [instant, hash])
        }
    }
}

extension DossierLink {
    fileprivate init(_ row: Row) throws {
        guard let dossier = DossierID(row["dossier"]) else { throw StorageFault.damaged }
        let perspective: String? = row["perspective"]
        self.init(
            to: dossier, hash: row["hash"], for: perspective.map { .answers(perspective: $0) } ?? .report,
            created: row["created"], by: row["author"], expires: row["expires"], revoked: row["revoked"])
    }
}
