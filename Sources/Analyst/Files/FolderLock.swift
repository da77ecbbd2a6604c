import Foundation

/// Keeps others who ask for it out of a folder's files while something is done. Nothing is left behind, as it is the folder
/// itself that is locked; the system lets it go when the holder ends in whatever way.
enum FolderLock {
    /// Waits until nobody holds the lock on the folder of a file, and holds it while the body runs. Where the file system
    /// knows no locks, nobody waits.
    static func hold<Value>(around file: String, _ body: () throws -> Value) throws -> Value {
        let name = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "."
        let folder = try FileDescriptor(opening: name, O_RDONLY)
        defer { folder.close() }
        while flock(folder.number, LOCK_EX) != 0, errno == EINTR {}
        return try body()
    }
}
