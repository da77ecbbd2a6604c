import Analyst
import GRDB

/// The tables of the database, and how an older file gets them. A migration that was released never changes.
enum StoreSchema {
    /// "ADos": marks the file as one of this program.
    private static let application = 0x4144_6F73

    static let migrations = ["1 dossiers", "2 links", "3 team", "4 training"]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration(migrations[0]) { database in
            try database.execute(sql: "PRAGMA application_id = \(application)")
            try database.execute(sql: dossiers)
        }
        migrator.registerMigration(migrations[1]) { database in
            try database.execute(sql: links)
        }
        migrator.registerMigration(migrations[2]) { database in
            try database.execute(sql: team)
        }
        migrator.registerMigration(migrations[3]) { database in
            try database.execute(sql: training)
        }
        return migrator
    }

    /// Refuses a file of another program, and one of a newer version of this one.
    static func check(_ database: Database) throws {
        let found = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
        // A program that makes the file at this moment has made the list of migrations, and no more.
        let isBegun = try found == 0 && migrator.appliedIdentifiers(database).isEmpty && onlyMigrations(database)
        guard isEmpty || isBegun || found == application else { throw StorageFault.foreign }
        guard try !migrator.hasBeenSuperseded(database) else { throw StorageFault.newer }
    }

    private static func onlyMigrations(_ database: Database) throws -> Bool {
        try String.fetchAll(database, sql: "SELECT tbl_name FROM sqlite_master").allSatisfy { $0 == "grdb_migrations" }
    }

    /// Instants are texts in ISO 8601 as they were handed in; `place` orders dossiers by their last change.
    ///
    /// An answer is kept as a sheet writes it. Its position never changes and is never given to another: those of the sheet
    /// have 0 and less, later ones the number of the change that brought them.
    private static let dossiers = """
        CREATE TABLE dossier (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            municipality TEXT NOT NULL,
            area TEXT NOT NULL,
            created TEXT NOT NULL,
            changed TEXT NOT NULL,
            closed TEXT,
            sheet INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            answered INTEGER NOT NULL,
            place INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX dossier_place ON dossier (place);
        CREATE TABLE sheet (
            dossier TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            text BLOB NOT NULL,
            PRIMARY KEY (dossier, number)
        ) STRICT;
        CREATE TABLE answer (
            dossier TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            question TEXT NOT NULL,
            skipped INTEGER NOT NULL,
            line TEXT NOT NULL,
            PRIMARY KEY (dossier, position)
        ) STRICT;
        CREATE INDEX answer_question ON answer (dossier, question);
        CREATE TABLE change (
            dossier TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            instant TEXT NOT NULL,
            author TEXT,
            kind TEXT NOT NULL,
            question TEXT,
            position INTEGER,
            former TEXT,
            latter TEXT,
            former_sheet INTEGER,
            undoes INTEGER,
            name TEXT,
            PRIMARY KEY (dossier, number)
        ) STRICT;
        CREATE TABLE version (
            dossier TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            sheet INTEGER NOT NULL,
            answered INTEGER NOT NULL,
            lines TEXT NOT NULL,
            PRIMARY KEY (dossier, number)
        ) STRICT;
        CREATE TABLE chore (name TEXT NOT NULL PRIMARY KEY) STRICT;
        CREATE TRIGGER change_stays BEFORE UPDATE ON change
        BEGIN SELECT raise(ABORT, 'the history only grows'); END;
        CREATE TRIGGER change_goes_with_its_dossier BEFORE DELETE ON change
        WHEN EXISTS (SELECT 1 FROM dossier WHERE id = OLD.dossier)
        BEGIN SELECT raise(ABORT, 'the history only grows'); END;
        """

    private static let links = """
        CREATE TABLE link (
            hash TEXT NOT NULL PRIMARY KEY,
            dossier TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
            perspective TEXT,
            created TEXT NOT NULL,
            author TEXT,
            expires TEXT NOT NULL,
            revoked TEXT
        ) STRICT;
        CREATE INDEX link_dossier ON link (dossier);
        """

    /// A lock lasts until a number of seconds since 1970. The log names no dossier that is deleted, and loses no line.
    private static let team = """
        CREATE TABLE user (
            name TEXT NOT NULL PRIMARY KEY,
            roles TEXT NOT NULL,
            created TEXT NOT NULL,
            password TEXT NOT NULL,
            failures INTEGER NOT NULL DEFAULT 0,
            locked INTEGER
        ) STRICT;
        CREATE TABLE audit (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            instant TEXT NOT NULL,
            user TEXT,
            action TEXT NOT NULL,
            subject TEXT,
            dossier TEXT REFERENCES dossier (id) ON DELETE SET NULL
        ) STRICT;
        CREATE INDEX audit_dossier ON audit (dossier);
        CREATE TRIGGER audit_stays BEFORE UPDATE OF number, instant, user, action, subject ON audit
        BEGIN SELECT raise(ABORT, 'the log only grows'); END;
        CREATE TRIGGER audit_keeps_its_dossier BEFORE UPDATE OF dossier ON audit WHEN NEW.dossier IS NOT NULL
        BEGIN SELECT raise(ABORT, 'the log only grows'); END;
        CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
        BEGIN SELECT raise(ABORT, 'the log only grows'); END;
        """

    /// Of trainer and trainee only the hash of a word is kept; what trainees write goes with the session.
    private static let training = """
        CREATE TABLE training (
            id TEXT NOT NULL PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            casebook TEXT NOT NULL,
            case_id TEXT NOT NULL,
            created TEXT NOT NULL,
            expires TEXT NOT NULL,
            shown TEXT
        ) STRICT;
        CREATE TABLE participation (
            id TEXT NOT NULL PRIMARY KEY,
            training TEXT REFERENCES training (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            pseudonym TEXT NOT NULL,
            casebook TEXT NOT NULL,
            case_id TEXT NOT NULL,
            created TEXT NOT NULL,
            changed TEXT NOT NULL,
            expires TEXT NOT NULL,
            answers TEXT NOT NULL
        ) STRICT;
        CREATE INDEX participation_training ON participation (training, number);
        """
}
