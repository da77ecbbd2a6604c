import Foundation

/// Where the running program stands, however it was found.
enum ProgramFile {
    /// The file of the program: as the system tells, else as the program was called. `nil` where neither says.
    static var url: URL? {
        let system = URL(filePath: "/proc/self/exe")
        let resolved = system.resolvingSymlinksInPath()
        if resolved != system { return resolved }
        guard let name = CommandLine.arguments.first else { return nil }
        if name.contains("/") { return URL(filePath: name) }
        return find(name).map { URL(filePath: $0) }
    }

    /// The path of a program that can be called by its name; `nil` where there is none.
    static func find(_ name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { URL(filePath: String($0)).appending(path: name).path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
