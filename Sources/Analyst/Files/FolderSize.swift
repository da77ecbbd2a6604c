import Foundation

/// How much room the files of a folder take.
package enum FolderSize {
    /// The bytes of all plain files below a folder, hidden ones too; what vanishes meanwhile counts for nothing.
    package static func bytes(below path: String) -> Int {
        var open = [path]
        var bytes = 0
        while let folder = open.popLast() {
            // A folder that cannot be looked into has no files that count.
            for name in (try? FolderTree.names(in: folder)) ?? [] {
                let place = "\(folder)/\(name)"
                // A file that is gone again is no more room.
                guard let status = try? FileStatus(of: place, followsLinks: false) else { continue }
                if status.kind == .folder { open.append(place) }
                if status.kind == .plain { bytes += status.size }
            }
        }
        return bytes
    }
}
