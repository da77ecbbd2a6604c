import Foundation

/// A file that is written beside another and then takes its name.
///
/// It is private from its first byte: it may hold what people answered. Its writer holds a lock on it, which the system
/// lets go when the writer ends in whatever way; a file with such a name and no lock is a leftover, and `sweep` removes it.
struct TemporaryFile: ~Copyable {
    let path: String
    private let file: FileDescriptor

    /// `.analyst-0123456789abcdef.tmp`
    private static let prefix = ".analyst-"
    private static let suffix = ".tmp"
    private static let digits = 16

    init(beside target: String) throws(FileFault) {
        let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
        while true {
            let number = String(UInt64.random(in: .min ... .max), radix: 16)
            let name = Self.prefix + String(repeating: "0", count: Self.digits - number.count) + number + Self.suffix
            let file = try FileDescriptor(opening: folder + name, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
            // Where the file system knows no locks, nothing is swept either.
            _ = flock(file.number, LOCK_EX)
            // Another run may have taken it for a leftover before it was locked.
            if try FileStatus(ofDescriptor: file.number).names > 0 {
                path = folder + name
                self.file = file
                return
            }
            file.close()
        }
    }

    deinit {
        file.close()
    }

    /// Writes the whole content to the device itself.
    func fill(_ bytes: [UInt8]) throws(FileFault) {
        try file.put(bytes)
        guard fsync(file.number) == 0 || errno == EINVAL else { throw FileFault(errno) }
    }

    /// Puts the file in the place of another, with the rights and owner of that one, or those of any new file.
    func take(nameOf target: String, keeping former: FileStatus?) throws(FileFault) {
        if let former {
            // Giving a file to another owner is allowed to few; the rights below are kept in any case.
            _ = fchown(file.number, former.owner, former.group)
        }
        guard fchmod(file.number, former?.mode ?? Self.modeOfNewFiles) == 0 else { throw FileFault(errno) }
        guard rename(path, target) == 0 else { throw FileFault(errno) }
        Self.secure(target)
    }

    func remove() {
        unlink(path)
    }

    /// Makes the new name last when the power fails.
    private static func secure(_ target: String) {
        let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// What the user's mask leaves of reading and writing for all.
    private static var modeOfNewFiles: mode_t {
        let mask = umask(0)
        umask(mask)
        return 0o666 & ~mask
    }

    /// Removes the leftovers in a folder: temporary files of this user that nobody is writing.
    static func sweep(_ folder: String) {
        guard let names = try? FolderTree.names(in: folder) else { return }  // What cannot be read cannot be swept.
        for name in names where isTemporary(name) {
            let path = "\(folder)/\(name)"
            let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0 else { continue }
            if let status = try? FileStatus(ofDescriptor: descriptor),  // Without it the file is left alone.
                status.kind == .plain, status.owner == geteuid(), flock(descriptor, LOCK_EX | LOCK_NB) == 0
            {
                unlink(path)
            }
            close(descriptor)
        }
    }

    private static func isTemporary(_ name: String) -> Bool {
        guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
        let number = name.dropFirst(prefix.count).dropLast(suffix.count)
        return number.utf8.count == digits && number.allSatisfy(\.isHexDigit)
    }
}
