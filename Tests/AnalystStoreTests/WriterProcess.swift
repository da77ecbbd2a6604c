import Foundation
import Testing

/// A run of the program that answers questions in a dossier, one after the other.
final class WriterProcess {
    private let process = Process()
    private let output = Pipe()

    /// - Parameter count: how many questions it answers; it begins at once.
    init(_ file: StoreFile, _ dossier: String, perspective: String, count: Int) throws {
        let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let places = [products, root.appending(path: ".build/debug")].map { $0.appending(path: "StoreWriter") }
        let program: URL = try #require(places.first { FileManager.default.isExecutableFile(atPath: $0.path) })
        process.executableURL = program
        process.arguments = [file.path, dossier, perspective, "\(count)"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// Ends it as a power cut would: without a word.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
    }

    /// What it said, after it has ended.
    func words() throws -> [String] {
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        // A line that was cut off is no word.
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// What it says first; it goes on meanwhile.
    func firstWord() -> String {
        String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }

    var status: Int32 { process.terminationStatus }
}
