package import Foundation

/// The folder with public test suites that stand outside the package; `nil` when it is not there.
///
/// It is the folder named by the environment variable `ANALYST_SHARED`, else `shared` beside the package.
package func sharedFolder() -> URL? {
    let folder: URL
    if let path = ProcessInfo.processInfo.environment["ANALYST_SHARED"] {
        folder = URL(filePath: path, directoryHint: .isDirectory)
    } else {
        let packageRoot = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        folder = packageRoot.deletingLastPathComponent().appending(path: "shared", directoryHint: .isDirectory)
    }
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: folder.path, isDirectory: &isDirectory)
    return exists && isDirectory.boolValue ? folder : nil
}
