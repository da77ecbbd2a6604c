import Foundation

/// A file that only its owner may read, such as one that holds what people answered.
package enum PrivateFile {
    /// Makes an empty file where there is none, with the folders that lead to it. What is there already stays as it is.
    package static func make(_ path: String) throws(FileFault) {
        try makeFolder(of: path)
        try FileDescriptor(opening: path, O_RDWR | O_CREAT, mode: 0o600).close()
    }

    private static func makeFolder(of path: String) throws(FileFault) {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
        let folder = String(path[..<slash])
        guard mkdir(folder, 0o700) != 0 else { return }
        switch errno {
        case EEXIST: return
        case ENOENT:
            try makeFolder(of: folder)
            // Another run may have made it meanwhile.
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw FileFault(errno) }
        case let number: throw FileFault(number)
        }
    }
}
