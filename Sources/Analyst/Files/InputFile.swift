import Foundation

/// A file that a command is given to read; `-` is standard input.
///
/// Pipes and devices are read as well. The size is looked at before the first byte is read.
package struct InputFile: Sendable {
    /// How standard input is written.
    package static let standardInputName = "-"

    /// As the user wrote it.
    package let name: String

    package init(_ name: String) {
        self.name = name
    }

    package var isStandardInput: Bool { name == Self.standardInputName }

    /// Whether it is standard input or a pipe, which has no name that tells what it holds.
    package var isStream: Bool {
        do {
            return try isStandardInput || FileStatus(of: name).kind == .pipe
        } catch {
            return false
        }
    }

    /// Which file it is; `nil` when there is none.
    package var identity: FileStatus.Identity? {
        do {
            return isStandardInput
                ? try FileStatus(ofDescriptor: FileDescriptor.standardInput.number).identity
                : try FileStatus(of: name).identity
        } catch {
            return nil
        }
    }

    /// All bytes.
    package func bytes(limit: Int) throws(FileFault) -> [UInt8] {
        guard !isStandardInput else { return try FileDescriptor.standardInput.bytes(limit: limit) }
        let file = try FileDescriptor(opening: name, O_RDONLY)
        defer { file.close() }
        return try file.bytes(limit: limit)
    }
}
