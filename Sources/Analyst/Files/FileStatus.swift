package import Foundation

/// What the system tells of a file before it is read or written.
package struct FileStatus: Sendable {
    package enum Kind: Hashable, Sendable {
        case plain, folder, link, pipe, device
    }

    /// Which file it is, whatever name or link leads to it.
    package struct Identity: Hashable, Sendable {
        private let device: UInt64
        private let number: UInt64

        fileprivate init(_ status: stat) {
            device = UInt64(truncatingIfNeeded: status.st_dev)
            number = UInt64(truncatingIfNeeded: status.st_ino)
        }
    }

    /// A point in time, only to be compared.
    struct Moment: Hashable, Sendable {
        private let seconds: Int
        private let nanoseconds: Int

        fileprivate init(_ time: timespec) {
            seconds = Int(time.tv_sec)
            nanoseconds = Int(time.tv_nsec)
        }
    }

    package let kind: Kind
    package let identity: Identity
    /// In bytes; of plain files only.
    package let size: Int
    /// The rights, as `chmod` writes them.
    package let mode: mode_t
    /// When the content was last written.
    let changed: Moment
    let owner: uid_t
    let group: gid_t
    /// The number of names that the file has; 0 when it was taken away.
    let names: Int

    /// - Parameter followsLinks: whether a link stands for what it leads to.
    /// - Throws: the reason, such as a name that does not exist or links that lead in a circle.
    package init(of path: String, followsLinks: Bool = true) throws(FileFault) {
        var status = stat()
        let result = path.withCString { followsLinks ? stat($0, &status) : lstat($0, &status) }
        guard result == 0 else { throw FileFault(errno) }
        self.init(status)
    }

    /// Of a file that is open.
    package init(ofDescriptor descriptor: Int32) throws(FileFault) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileFault(errno) }
        self.init(status)
    }

    private init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .plain
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO, S_IFSOCK: .pipe
            default: .device
            }
        identity = Identity(status)
        size = Int(status.st_size)
        mode = status.st_mode & 0o7777
        changed = Moment(status.st_mtim)
        owner = status.st_uid
        group = status.st_gid
        names = Int(status.st_nlink)
    }
}
