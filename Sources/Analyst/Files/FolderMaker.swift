import Foundation

/// Makes folders that are to be written into.
package enum FolderMaker {
    /// Makes a folder with those around it; one that is there already is as good.
    package static func make(_ path: String) throws(FileFault) {
        if mkdir(path, 0o777) == 0 { return }
        switch errno {
        case EEXIST:
            guard try FileStatus(of: path).kind == .folder else { throw .notAllowed }
        case ENOENT:
            let outer = URL(filePath: path).deletingLastPathComponent().path
            guard outer != path, outer.count > 1 else { throw .missing }
            try make(outer)
            guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileFault(errno) }
        case let number: throw FileFault(number)
        }
    }
}
