package import Analyst
import Foundation
import GRDB

/// Dossiers in one SQLite file.
///
/// The file is private to its owner. Each change is one transaction that is on disk before the function returns; readers
/// never wait for a writer. Several programs may have it open.
package final class SQLiteDossierStore: DossierStore {
    let pool: DatabasePool

    /// Opens the file, or makes it with the folders that lead to it; an older one is brought up to date.
    package convenience init(path: String) throws(StorageFault) {
        try self.init(path: path, patience: Self.patience)
    }

    /// - Parameters:
    ///   - pageLimit: how many pages the file may have, as on a full disk; for tests.
    ///   - patience: how many seconds to wait for another program that writes.
    init(path: String, pageLimit: Int? = nil, patience: Int) throws(StorageFault) {
        do {
            try PrivateFile.make(path)
        } catch {
            throw .file(error)
        }
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration(patience: patience))
            try pool.read { database in try StoreSchema.check(database) }
            try StoreSchema.migrator.migrate(pool)
            try pool.writeWithoutTransaction { database in
                // A pool sets NORMAL for the writer, with which the last changes may be lost when the power fails.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                if let pageLimit { try database.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
            }
        } catch {
            throw StorageFault(error)
        }
        wipeLeftovers()
    }

    /// Ten programs that write without a pause take turns within it, on a slow machine too.
    private static let patience = 20

    private static func configuration(patience: Int) -> Configuration {
        var configuration = Configuration()
        configuration.label = "dossiers"
        // SQLite's own way of waiting asks less and less often, so that who waits longest comes last.
        configuration.busyMode = .callback { tries in
            usleep(5_000)
            return tries < patience * 200
        }
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            // What is deleted is overwritten, and nothing goes to temporary files.
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    // MARK: Access

    /// Reads in one snapshot.
    func reading<Value>(_ body: (Database) throws -> Value) throws(DossierFault) -> Value {
        do {
            return try pool.read(body)
        } catch {
            throw DossierFault(error)
        }
    }

    /// Changes in one transaction; with an error nothing is changed.
    func writing<Value>(_ body: (Database) throws -> Value) throws(DossierFault) -> Value {
        do {
            return try pool.write(body)
        } catch {
            throw DossierFault(error)
        }
    }
}

extension DossierFault {
    /// What went wrong in an access to the database.
    fileprivate init(_ error: any Error) {
        self =
            switch error {
            case let fault as DossierFault: fault
            case let input as BadInput: .bad(input)
            default: .storage(StorageFault(error))
            }
    }
}
