import Foundation

/// The package's own files, found from where this file stands.
enum SourceTree {
    /// The folder that holds `Package.swift`.
    static let root: URL = (0..<4).reduce(URL(filePath: #filePath)) { folder, _ in folder.deletingLastPathComponent() }

    /// Paths of all files with this extension below a folder, relative to the package and in order of name.
    static func paths(under folder: String, withExtension fileExtension: String) throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        return names.filter { $0.hasSuffix("." + fileExtension) }.map { folder + "/" + $0 }.sorted()
    }

    static func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// All Swift files below a folder.
    static func swiftFiles(under folder: String) throws -> [SwiftSource] {
        try paths(under: folder, withExtension: "swift").map { SwiftSource(path: $0, text: try text(of: $0)) }
    }

    /// Names of the folders directly in a folder.
    static func folders(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            at: root.appending(path: folder), includingPropertiesForKeys: [.isDirectoryKey]
        )
        .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
        .map(\.lastPathComponent).sorted()
    }

    /// The files that git tracks; `nil` where there is no git or the folder is no clone.
    static let trackedFiles: [String]? = {
        let git = Process()
        let output = Pipe()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "-C", root.path, "ls-files"]
        git.standardOutput = output
        git.standardError = FileHandle.nullDevice
        do {
            try git.run()
            let data = try output.fileHandleForReading.readToEnd() ?? Data()
            git.waitUntilExit()
            guard git.terminationStatus == 0 else { return nil }
            return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
        } catch {
            return nil
        }
    }()
}
