import Foundation

/// Where this machine keeps what can be fetched again.
enum CacheFolder {
    /// The program's own folder: that of `XDG_CACHE_HOME`, else `.cache` of the user; `nil` where neither is known.
    static func url(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> URL? {
        // A path that is not whole must be left aside (XDG Base Directory Specification).
        if let path = environment["XDG_CACHE_HOME"], path.hasPrefix("/") { return folder(path).appending(path: name) }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return folder(home).appending(path: ".cache", directoryHint: .isDirectory).appending(path: name)
    }

    private static let name = "analyst"

    private static func folder(_ path: String) -> URL {
        URL(filePath: path, directoryHint: .isDirectory)
    }
}
