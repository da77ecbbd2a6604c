import Analyst
import GRDB

extension StorageFault {
    /// What the database reports.
    init(_ error: any Error) {
        if let fault = error as? StorageFault {
            self = fault
            return
        }
        guard let error = error as? DatabaseError else {
            self = .other("\(error)")
            return
        }
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .file(.isFull)
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .file(.notAllowed)
            case .SQLITE_CANTOPEN: .file(.notAllowed)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_IOERR: .disk
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: .damaged
            default: .other(error.message ?? "SQLite \(error.extendedResultCode.rawValue)")
            }
    }
}
