/// What a file of a package may be called, and which files are taken over.
package enum PackagePath {
    /// The folders of a package.
    package static let folders = ["casebooks", "imports", "rules", "sources"]
    /// Files beside the folders.
    private static let beside: Set = [
        PackageManifest.fileName, "README.md", "LEESMIJ.md", "LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE",
        "LICENCE.md", "CHANGELOG.md",
    ]
    /// Kinds of file in the folders.
    private static let endings: Set = ["yaml", "md", "txt", "csv"]
    private static let longest = 200

    /// Whether a path stays within the package and means the same on every machine.
    package static func isSafe(_ path: String) -> Bool {
        guard !path.isEmpty, path.utf8.count <= longest else { return false }
        guard
            !path.unicodeScalars.contains(where: {
                $0.value < 0x20 || $0.value == 0x7F || "\\:".unicodeScalars.contains($0)
            })
        else { return false }
        return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part != "." && part != ".." && part.lowercased() != ".git" && part.first != "-"
        }
    }

    /// Whether a file is part of what is shared. Hidden ones, and what is neither rules nor text, are left in the repository.
    package static func isTaken(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard let first = parts.first, !parts.contains(where: { $0.hasPrefix(".") }) else { return false }
        if parts.count == 1 { return beside.contains(path) }
        guard folders.contains(String(first)), let name = parts.last, let point = name.lastIndex(of: ".") else {
            return false
        }
        return endings.contains(String(name[name.index(after: point)...]))
    }
}
