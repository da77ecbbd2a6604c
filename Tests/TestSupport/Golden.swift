package import Foundation

/// Texts that somebody read and approved, and that lie beside the tests.
package enum Golden {
    /// `UPDATE_GOLDEN=1` writes approved texts anew, to be read as a difference before they are committed.
    package static let isUpdated = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

    /// How a text differs from the approved one in a file, first of all; `nil` when it does not.
    package static func difference(_ text: String, from file: URL) throws -> String? {
        if isUpdated {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file, options: .atomic)
            return nil
        }
        guard FileManager.default.fileExists(atPath: file.path) else {
            return "\(file.lastPathComponent) is not there: UPDATE_GOLDEN=1 writes it"
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        guard golden != text else { return nil }
        let new = text.split(separator: "\n", omittingEmptySubsequences: false)
        let old = golden.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(new, old).enumerated().first { $0.element.0 != $0.element.1 }
        guard let line else { return "\(file.lastPathComponent) has \(old.count) lines, the text \(new.count)" }
        return "\(file.lastPathComponent):\(line.offset + 1): ‘\(line.element.0)’, approved is ‘\(line.element.1)’"
    }
}
