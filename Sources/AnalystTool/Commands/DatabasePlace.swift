import Foundation

/// Where the dossiers of this user are kept.
enum DatabasePlace {
    /// The file that is named, else that of `ANALYST_DATABASE`, else one in the folder for what programs keep; `nil` where
    /// none of them is known.
    static func path(
        _ given: String?, _ environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> String? {
        if let path = given ?? environment["ANALYST_DATABASE"], !path.isEmpty { return path }
        // A path that is not whole must be left aside (XDG Base Directory Specification).
        if let folder = environment["XDG_STATE_HOME"], folder.hasPrefix("/") { return "\(folder)/\(name)" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return "\(home)/.local/state/\(name)"
    }

    private static let name = "analyst/dossiers.sqlite"
}
