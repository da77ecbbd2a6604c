import Foundation
import RuleEngine

/// A file that a command writes.
///
/// A plain file is replaced as a whole: the new text goes to a temporary file beside it that then takes its name, so that
/// the file is whole at every moment. Its rights and owner stay; a link stays, and what it leads to is replaced. A pipe or
/// a device cannot be replaced and is written into.
package struct OutputFile: Sendable {
    /// As the user wrote it.
    package let name: String

    package init(_ name: String) {
        self.name = name
    }

    /// Whether the file is one of those, by whatever path, link or second name.
    package func isOne(of inputs: some Sequence<FileStatus.Identity>) -> Bool {
        guard let identity = InputFile(name).identity else { return false }
        // A device such as /dev/null is read and written without harm.
        return inputs.contains(identity) && status?.kind == .plain
    }

    /// Whether both names lead to one file, also where there is none yet.
    package func isSame(as other: OutputFile) -> Bool {
        guard !isStream else { return false }
        if let identity = InputFile(other.name).identity, isOne(of: [identity]) { return true }
        return Self.place(of: name) == Self.place(of: other.name)
    }

    private static func place(of name: String) -> String {
        URL(filePath: target(of: name) ?? name).standardizedFileURL.path
    }

    /// Whether it is a pipe or a device: nothing can stand beside it.
    package var isStream: Bool { [.pipe, .device].contains(status?.kind) }

    /// Removes temporary files that a run which was killed left in the folder.
    package func sweep() {
        guard let target = Self.target(of: name) else { return }
        TemporaryFile.sweep(URL(filePath: target).deletingLastPathComponent().path)
    }

    /// Writes a report, harmless to whoever looks at it.
    package func write(report: String) throws(FileFault) {
        try write(Array(HarmlessText.of(report, lineBreaks: .kept).utf8))
    }

    /// Writes bytes as they are.
    package func write(_ bytes: [UInt8]) throws(FileFault) {
        switch status?.kind {
        case .folder: throw .isFolder
        case .pipe, .device:
            let file = try FileDescriptor(opening: name, O_WRONLY | O_NOCTTY)
            defer { file.close() }
            do {
                try file.put(bytes)
            } catch .readerLeft {
                // Whoever reads has seen enough.
            }
        case .plain, .link, nil: try replace(bytes)
        }
    }

    private func replace(_ bytes: [UInt8]) throws(FileFault) {
        guard let target = Self.target(of: name) else { throw .linkLoop }
        let former = status
        guard former == nil || access(target, W_OK) == 0 else { throw FileFault(errno) }
        let temporary = try TemporaryFile(beside: target)
        do {
            try temporary.fill(bytes)
            try temporary.take(nameOf: target, keeping: former)
        } catch {
            temporary.remove()
            throw error
        }
    }

    /// What the name leads to; `nil` when there is nothing.
    private var status: FileStatus? {
        do {
            return try FileStatus(of: name)
        } catch {
            return nil
        }
    }

    /// The path that a chain of links ends in, there or not; `nil` when it does not end.
    private static func target(of name: String) -> String? {
        var path = name
        for _ in 0..<40 {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let count = readlink(path, &buffer, buffer.count)
            guard count >= 0 else { return path }
            let next = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
            path = next.hasPrefix("/") ? next : folder + next
        }
        return nil
    }
}
