import Foundation
import Testing

/// Compares with a committed text; `UPDATE_GOLDEN=1` writes it anew, to be read as a diff.
enum Golden {
    static func expect(_ text: String, equals path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
            path: path)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        let (new, old) = (
            text.split(separator: "\n", omittingEmptySubsequences: false),
            golden.split(separator: "\n", omittingEmptySubsequences: false)
        )
        let changed = zip(new, old).first { $0 != $1 }
        #expect(
            text == golden, "\(path) differs, first at: \(changed.map { "\($0.0)" } ?? "the end")",
            sourceLocation: sourceLocation)
    }
}
