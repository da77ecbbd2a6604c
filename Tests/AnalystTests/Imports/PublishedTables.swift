import Foundation
import TestSupport

/// The published tables, which stand outside the package: in the folder named by `ANALYST_DATA`, else in `data` of the shared
/// folder; `nil` where they are absent.
func publishedTables() -> URL? {
    let folder =
        ProcessInfo.processInfo.environment["ANALYST_DATA"].map { URL(filePath: $0) }
        ?? sharedFolder()?.appending(path: "data")
    guard let folder, FileManager.default.fileExists(atPath: folder.appending(path: "areas16.csv").path) else {
        return nil
    }
    return folder
}
