package import Analyst
import GRDB

extension SQLiteDossierStore: TrainingStore {
    package func add(_ session: TrainingSession) throws(DossierFault) {
        try writing { database in
            try database.execute(
                sql: """
                    INSERT INTO training (id, code, title, casebook, case_id, created, expires, shown)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    session.id, session.joinCode, session.title, session.casebook, session.caseID, session.created,
                    session.expires, session.modelShown,
                ])
        }
    }

    package func session(_ id: String) throws(DossierFault) -> TrainingSession? {
        try reading { database in
            try Row.fetchOne(database, sql: "SELECT * FROM training WHERE id = ?", arguments: [id])
                .map { TrainingSession($0) }
        }
    }

    package func session(joinedBy code: String) throws(DossierFault) -> TrainingSession? {
        try reading { database in
            try Row.fetchOne(database, sql: "SELECT * FROM training WHERE code = ?", arguments: [code])
                .map { TrainingSession($0) }
        }
    }

    package func showModel(of session: String, at instant: String) throws(DossierFault) {
        try writing { database in
            try database.execute(
                sql: "UPDATE training SET shown = ? WHERE id = ? AND shown IS NULL", arguments: [instant, session])
        }
    }

    package func deleteSession(_ id: String) throws(DossierFault) {
        try writing { try $0.execute(sql: "DELETE FROM training WHERE id = ?", arguments: [id]) }
    }

    package func add(_ participation: Participation) throws(DossierFault) {
        try writing { database in
            let last = try Int.fetchOne(
                database, sql: "SELECT max(number) FROM participation WHERE training IS ?",
                arguments: [participation.session])
            try database.execute(
                sql: """
                    INSERT INTO participation
                        (id, training, number, pseudonym, casebook, case_id, created, changed, expires, answers)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    participation.id, participation.session, (last ?? 0) + 1, participation.pseudonym,
                    participation.casebook, participation.caseID, participation.created, participation.changed,
                    participation.expires, participation.answers,
                ])
        }
    }

    package func participation(_ id: String) throws(DossierFault) -> Participation? {
        try reading { database in
            try Row.fetchOne(database, sql: "SELECT * FROM participation WHERE id = ?", arguments: [id])
                .map { Participation($0) }
        }
    }

    package func participations(in session: String) throws(DossierFault) -> [Participation] {
        try reading { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM participation WHERE training = ? ORDER BY number", arguments: [session]
            ).map { Participation($0) }
        }
    }

    package func changeAnswers(
        of participations: [String], at instant: String,
        _ body: (_ participation: String, _ answers: String) throws(BadInput) -> String
    ) throws(DossierFault) {
        try writing { database in
            for participation in participations {
                let former = try String.fetchOne(
                    database, sql: "SELECT answers FROM participation WHERE id = ?", arguments: [participation])
                guard let former else { throw DossierFault.noSuchDossier }
                try database.execute(
                    sql: "UPDATE participation SET answers = ?, changed = ? WHERE id = ?",
                    arguments: [try body(participation, former), instant, participation])
            }
        }
    }

    package func deleteParticipation(_ id: String) throws(DossierFault) {
        try writing { try $0.execute(sql: "DELETE FROM participation WHERE id = ?", arguments: [id]) }
    }

    @discardableResult
    package func sweepTraining(at instant: String) throws(DossierFault) -> Int {
        try writing { database in
            var count = 0
            for table in ["participation", "training"] {
                try database.execute(sql: "DELETE FROM \(table) WHERE expires <= ?", arguments: [instant])
                count += database.changesCount
            }
            return count
        }
    }
}

extension TrainingSession {
    fileprivate init(_ row: Row) {
        self.init(
            id: row["id"], joinCode: row["code"], title: row["title"], casebook: row["casebook"],
            caseID: row["case_id"], created: row["created"], expires: row["expires"], modelShown: row["shown"])
    }
}

extension Participation {
    fileprivate init(_ row: Row) {
        self.init(
            id: row["id"], session: row["training"], number: row["number"], pseudonym: row["pseudonym"],
            casebook: row["casebook"], caseID: row["case_id"], created: row["created"], changed: row["changed"],
            expires: row["expires"], answers: row["answers"])
    }
}
