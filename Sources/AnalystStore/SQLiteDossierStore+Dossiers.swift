package import Analyst
import GRDB

extension SQLiteDossierStore {
    package func list() throws(DossierFault) -> [DossierSummary] {
        try reading { database in
            try Row.fetchAll(database, sql: "SELECT * FROM dossier ORDER BY place DESC").map { row in
                guard let summary = DossierSummary(row) else { throw StorageFault.damaged }
                return summary
            }
        }
    }

    package func load(_ id: DossierID) throws(DossierFault) -> Dossier {
        try reading { database in try DossierRows(id, in: database).dossier() }
    }

    package func summary(_ id: DossierID) throws(DossierFault) -> DossierSummary {
        try reading { database in try DossierRows(id, in: database).summary() }
    }

    package func history(of id: DossierID) throws(DossierFault) -> [HistoryEntry] {
        try reading { database in
            _ = try DossierRows(id, in: database).summary()
            return try Row.fetchAll(
                database, sql: "SELECT * FROM change WHERE dossier = ? ORDER BY number", arguments: [id.text]
            ).map { try HistoryEntry($0) }
        }
    }

    package func create(
        _ new: NewDossier, by author: String?, at instant: String
    ) throws(DossierFault) -> Dossier {
        try writing { database in
            let rows = DossierRows(new.id, in: database)
            try rows.insert(new, as: .created, by: author, at: instant)
            return try rows.dossier()
        }
    }

    package func copy(
        _ id: DossierID, to new: DossierID, title: String?, by author: String?, at instant: String
    ) throws(DossierFault) -> Dossier {
        try writing { database in
            let dossier = try DossierRows(id, in: database).dossier()
            let rows = DossierRows(new, in: database)
            try rows.insert(
                title: title ?? dossier.title, municipality: dossier.summary.municipality, area: dossier.summary.area,
                sheetText: dossier.sheetText, answers: dossier.answers, as: .copied, by: author, at: instant)
            return try rows.dossier()
        }
    }

    package func close(_ id: DossierID, by author: String?, at instant: String) throws(DossierFault) -> Dossier {
        try writing { database in
            let rows = DossierRows(id, in: database)
            _ = try rows.openSummary()
            _ = try rows.add(HistoryRow(.closed), by: author, at: instant)
            try database.execute(sql: "UPDATE dossier SET closed = ? WHERE id = ?", arguments: [instant, id.text])
            return try rows.dossier()
        }
    }
}
