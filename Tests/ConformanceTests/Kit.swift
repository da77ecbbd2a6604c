import Foundation
import TestSupport

/// The DMN test kit, where one is at hand.
struct Kit {
    /// Holds `TestCases/`.
    let folder: URL
    /// The folder was unpacked for this run, and goes afterwards.
    let isTemporary: Bool

    /// A folder that the environment variable `KIT` names, else the archive in the shared folder.
    private static let named = ProcessInfo.processInfo.environment["KIT"].flatMap { $0.isEmpty ? nil : $0 }
    private static let archive = sharedFolder().map { $0.appending(path: "conformance/dmn-tck.tar.gz") }

    static var isThere: Bool { named != nil || archive.map { FileManager.default.fileExists(atPath: $0.path) } == true }

    /// - Returns: `nil` when there is no kit.
    static func open() throws -> Kit? {
        if let named { return Kit(folder: URL(filePath: named, directoryHint: .isDirectory), isTemporary: false) }
        guard let archive, isThere else { return nil }
        let place = FileManager.default.temporaryDirectory.appending(path: "dmn-tck-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["tar", "xzf", archive.path, "-C", place.path]
        try tar.run()
        tar.waitUntilExit()
        return Kit(folder: place.appending(path: "dmn-tck"), isTemporary: true)
    }

    func close() throws {
        if isTemporary { try FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    }

    /// The folders of both levels in which this engine takes part, in order.
    func folders() throws -> [KitFolder] {
        try ["compliance-level-2", "compliance-level-3"].flatMap { level in
            let url = folder.appending(path: "TestCases/\(level)")
            let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
            return names.sorted().map { KitFolder(level: level, name: $0, url: url.appending(path: $0)) }
        }
    }
}
