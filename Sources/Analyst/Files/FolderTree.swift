package import Foundation

/// All that lies below a folder, in the order of paths.
///
/// Hidden folders, such as those of version control, are not entered; nor are linked ones, which may lead in a circle or
/// out of the folder. Both are named, and so is what cannot be looked into: nothing is left out in silence.
package struct FolderTree: Sendable {
    package struct Entry: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            /// A file with content, or a link to one.
            case file
            /// A folder; what lies in it follows.
            case folder
            case linkedFolder
            /// A pipe or a device.
            case special
            /// A file or folder with a name that begins with a point.
            case hidden
            case unreadableFolder(FileFault)
            /// A file that is not there to be looked at, such as a link that leads nowhere.
            case unreadable(FileFault)
        }

        /// From the folder on.
        package let path: String
        package let kind: Kind
    }

    package private(set) var entries: [Entry] = []

    /// - Parameter list: gives the names in a folder, in any order; another one stands in for the system in tests.
    /// - Throws: why the folder itself cannot be looked into.
    package init(
        of folder: URL, list: (_ path: String) throws(FileFault) -> [String] = FolderTree.names
    ) throws(FileFault) {
        var open: [(path: String, names: [String])] = [("", try list(folder.path).sorted(by: >))]
        while var (path, names) = open.popLast() {
            guard let name = names.popLast() else { continue }
            open.append((path, names))
            path = path.isEmpty ? name : "\(path)/\(name)"
            let kind = Self.kind(of: "\(folder.path)/\(path)", name: name)
            guard kind == .folder else {
                entries.append(Entry(path: path, kind: kind))
                continue
            }
            do {
                let inside = try list("\(folder.path)/\(path)").sorted(by: >)
                entries.append(Entry(path: path, kind: .folder))
                open.append((path, inside))
            } catch {
                entries.append(Entry(path: path, kind: .unreadableFolder(error)))
            }
        }
        entries.sort { $0.path < $1.path }
    }

    private static func kind(of path: String, name: String) -> Entry.Kind {
        guard !name.hasPrefix(".") else { return .hidden }
        do throws(FileFault) {
            let status = try FileStatus(of: path)
            switch status.kind {
            case .plain, .link: return .file
            case .folder: return try FileStatus(of: path, followsLinks: false).kind == .link ? .linkedFolder : .folder
            case .pipe, .device: return .special
            }
        } catch {
            return .unreadable(error)
        }
    }

    /// The names in a folder as the system gives them.
    package static func names(in path: String) throws(FileFault) -> [String] {
        guard let folder = opendir(path) else { throw FileFault(errno) }
        defer { closedir(folder) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(folder) else {
                guard errno == 0 else { throw FileFault(errno) }
                return names
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
    }
}
