-- A database of the first version, with one dossier: the output of sqlite3's .dump, and the mark of the program.
PRAGMA application_id = 1095004019;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1 dossiers');
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
INSERT INTO dossier VALUES('2fvx6c73scuzmkeynh9n','Dorp','Plaats','dorp','2026-11-01T12:00:00+01:00','2026-11-01T12:00:00+01:00',NULL,1,5,2,4);
CREATE TABLE sheet (
    dossier TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    text BLOB NOT NULL,
    PRIMARY KEY (dossier, number)
) STRICT;
INSERT INTO sheet VALUES('2fvx6c73scuzmkeynh9n',1,X'232045656e20646f72702e0a73686565743a20646f72700a7469746c653a207b206e6c3a20446f72702c20656e3a2056696c6c616765207d0a617265613a207b206d756e69636970616c6974793a207b20636f64653a20474d303030312c206e616d653a20506c61617473207d207d0a666967757265733a207b7d0a616e73776572733a0a20202d207b207175657374696f6e3a206f7665726c6173742c2070657273706563746976653a206265776f6e6572732c2076616c75653a20747275652c20646174653a20323032362d31302d3031207d202023204765767261616764206f70207374726161742e0a');
CREATE TABLE answer (
    dossier TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    skipped INTEGER NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (dossier, position)
) STRICT;
INSERT INTO answer VALUES('2fvx6c73scuzmkeynh9n',0,'bewoners.overlast',0,'{ question: overlast, perspective: bewoners, value: true, date: 2026-10-01 }');
INSERT INTO answer VALUES('2fvx6c73scuzmkeynh9n',2,'bewoners.overlast',0,'{ question: overlast, perspective: bewoners, value: false, date: 2026-11-01 }');
INSERT INTO answer VALUES('2fvx6c73scuzmkeynh9n',3,'ondernemers.leegstand',0,'{ question: leegstand, perspective: ondernemers, value: 12, date: 2026-11-01 }');
INSERT INTO answer VALUES('2fvx6c73scuzmkeynh9n',5,'bewoners.lawaai',1,'{ question: lawaai, perspective: bewoners, value: skipped, date: 2026-11-01 }');
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
INSERT INTO change VALUES('2fvx6c73scuzmkeynh9n',1,'2026-11-01T12:00:00+01:00','Anna','created',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO change VALUES('2fvx6c73scuzmkeynh9n',2,'2026-11-01T12:00:00+01:00','Bert','answered','bewoners.overlast',2,NULL,'{ question: overlast, perspective: bewoners, value: false, date: 2026-11-01 }',NULL,NULL,NULL);
INSERT INTO change VALUES('2fvx6c73scuzmkeynh9n',3,'2026-11-01T12:00:00+01:00','Cas','answered','ondernemers.leegstand',3,NULL,'{ question: leegstand, perspective: ondernemers, value: 12, date: 2026-11-01 }',NULL,NULL,NULL);
INSERT INTO change VALUES('2fvx6c73scuzmkeynh9n',4,'2026-11-01T12:00:00+01:00','Anna','named',NULL,NULL,NULL,NULL,NULL,NULL,'Versie 1');
INSERT INTO change VALUES('2fvx6c73scuzmkeynh9n',5,'2026-11-01T12:00:00+01:00','Bert','answered','bewoners.lawaai',5,NULL,'{ question: lawaai, perspective: bewoners, value: skipped, date: 2026-11-01 }',NULL,NULL,NULL);
CREATE TABLE version (
    dossier TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    sheet INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    lines TEXT NOT NULL,
    PRIMARY KEY (dossier, number)
) STRICT;
INSERT INTO version VALUES('2fvx6c73scuzmkeynh9n',4,1,2,replace('{ question: overlast, perspective: bewoners, value: true, date: 2026-10-01 }\n{ question: overlast, perspective: bewoners, value: false, date: 2026-11-01 }\n{ question: leegstand, perspective: ondernemers, value: 12, date: 2026-11-01 }','\n',char(10)));
CREATE TABLE chore (name TEXT NOT NULL PRIMARY KEY) STRICT;
CREATE UNIQUE INDEX dossier_place ON dossier (place);
CREATE INDEX answer_question ON answer (dossier, question);
CREATE TRIGGER change_stays BEFORE UPDATE ON change
BEGIN SELECT raise(ABORT, 'the history only grows'); END;
CREATE TRIGGER change_goes_with_its_dossier BEFORE DELETE ON change
WHEN EXISTS (SELECT 1 FROM dossier WHERE id = OLD.dossier)
BEGIN SELECT raise(ABORT, 'the history only grows'); END;
COMMIT;
