package import Foundation

/// When the files below some places were changed, to see that one was.
package struct FolderState: Hashable, Sendable {
    private struct File: Hashable {
        let path: String
        let size: Int
        let changed: FileStatus.Moment
    }

    private var files: [File] = []

    /// - Parameter places: folders and files; what cannot be looked at counts as not there.
    package init(of places: [URL]) {
        for place in places {
            add(place.path)
            do {
                for entry in try FolderTree(of: place).entries { add("\(place.path)/\(entry.path)") }
            } catch {
                // A file, or nothing: looked at above.
            }
        }
    }

    private mutating func add(_ path: String) {
        do {
            let status = try FileStatus(of: path)
            files.append(File(path: path, size: status.size, changed: status.changed))
        } catch {
            // It comes back as a change when it can be looked at.
        }
    }
}
