package import Foundation
import RuleEngine

/// A folder of packages as it would become, made whole beside the one that is there: it is read, checked and shown before
/// anything is taken over, and takes its place in one step.
package struct KnowledgeStaging: Sendable {
    /// The files of a package to take over.
    package struct Addition: Sendable {
        package let entry: KnowledgeLock.Entry
        package let files: [(path: String, bytes: [UInt8])]

        package init(entry: KnowledgeLock.Entry, files: [(path: String, bytes: [UInt8])]) {
            self.entry = entry
            self.files = files
        }

        package init(_ package: IncomingPackage) {
            self.init(entry: package.entry, files: package.files)
        }

        /// The rules that come with the program, as a package.
        ///
        /// - Parameters:
        ///   - folder: the usual folder of rules.
        ///   - version: of the program.
        package init(programAt folder: URL, version: String) throws(BadInput) {
            var files: [(path: String, bytes: [UInt8])] = []
            let place = folder.resolvingSymlinksInPath()
            do {
                for entry in try FolderTree(of: place).entries
                where entry.kind == .file && entry.path.hasSuffix(".yaml") {
                    let bytes = try InputFile(place.appending(path: entry.path).path).bytes(
                        limit: PackageLimits.standard.file)
                    // Recipes stand beside the rules in a package.
                    files.append((entry.path.hasPrefix("imports/") ? entry.path : "rules/\(entry.path)", bytes))
                }
            } catch {
                throw BadInput([.unreadable(place.path, error)])
            }
            files.sort { $0.path < $1.path }
            let entry = KnowledgeLock.Entry(
                id: PackageName.program, origin: .program, version: PackageVersion(version) ?? .zero,
                licence: Self.licence,
                signer: nil, files: files.map { FileDigest(file: $0.path, of: $0.bytes) })
            self.init(entry: entry, files: files)
        }

        /// A package as its author has it at hand, before it is published.
        ///
        /// - Throws: what is wrong with `knowledge.yaml`, and files that cannot be read.
        package init(workingAt folder: URL) throws(BadInput) {
            let place = folder.resolvingSymlinksInPath()
            var files: [(path: String, bytes: [UInt8])] = []
            // What whoever adds it would refuse, its author hears first.
            var published: [PackageTree.Entry] = []
            do {
                for entry in try FolderTree(of: place).entries
                where entry.kind == .file && PackagePath.isTaken(entry.path) {
                    if KnowledgeFolder.isLink(place.appending(path: entry.path)) {
                        published.append(.init(mode: "120000", object: "", size: nil, path: entry.path))
                        continue
                    }
                    let bytes = try InputFile(place.appending(path: entry.path).path).bytes(
                        limit: PackageLimits.standard.file)
                    files.append((entry.path, bytes))
                    published.append(.init(mode: "100644", object: "", size: bytes.count, path: entry.path))
                }
            } catch {
                throw BadInput([.unreadable(place.path, error)])
            }
            _ = try PackageTree(published, of: place.lastPathComponent)
            files.sort { $0.path < $1.path }
            let name = PackageManifest.fileName
            let file = try TextFile.read(place.appending(path: name), name: "\(place.lastPathComponent)/\(name)")
            let manifest = try PackageManifest.read(file)
            // Nothing of this is kept: it is for one reading.
            let origin = KnowledgeLock.Entry.Origin.repository(url: place.path, tag: "v0", commit: "")
            self.init(
                entry: KnowledgeLock.Entry(
                    id: manifest.id, origin: origin, version: manifest.version.value, licence: manifest.licence.value,
                    signer: nil, files: files.map { FileDigest(file: $0.path, of: $0.bytes) }), files: files)
        }

        /// Under which the rules of the program are published.
        private static let licence = "EUPL-1.2"
    }

    package let folder: KnowledgeFolder
    /// What the folder becomes.
    package let next: KnowledgeFolder
    private let place: URL

    /// Writes all files of the packages that stay and come into a hidden folder.
    ///
    /// - Throws: files that cannot be read or written; nothing is left behind then.
    package init(
        _ folder: KnowledgeFolder, adding additions: [Addition], removing gone: Set<String> = []
    ) throws(BadInput) {
        self.folder = folder
        let lock = folder.lock.replacing(with: additions.map(\.entry), removing: gone)
        place = folder.place.appending(path: ".knowledge-\(UUID().uuidString)")
        next = KnowledgeFolder(folder, with: lock, at: place)
        do throws(BadInput) {
            let new = Dictionary(additions.map { ($0.entry.id, $0) }, uniquingKeysWith: { _, last in last })
            try makeFolder(place.appending(path: KnowledgeFolder.packages))
            for entry in lock.entries {
                let files = if let new = new[entry.id] { new.files } else { try Self.kept(entry, folder) }
                for file in files {
                    let target = next.folder(of: entry.id).appending(path: file.path)
                    try makeFolder(target.deletingLastPathComponent())
                    try write(file.bytes, to: target)
                }
            }
        } catch {
            discard()
            throw error
        }
    }

    /// The files of a package that stays as it is.
    private static func kept(
        _ entry: KnowledgeLock.Entry, _ folder: KnowledgeFolder
    ) throws(BadInput) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        for digest in entry.files {
            let place = folder.folder(of: entry.id).appending(path: digest.file)
            do {
                files.append((digest.file, try InputFile(place.path).bytes(limit: PackageLimits.standard.file)))
            } catch {
                throw BadInput([.unreadable("\(folder.name(of: entry.id))/\(digest.file)", error)])
            }
        }
        return files
    }

    /// Takes the place of what is there.
    ///
    /// - Throws: when somebody else changed the lock meanwhile, and what cannot be written. The lock is written last, so that a
    ///   break in between is found by `verified`.
    package func takePlace() throws(BadInput) {
        defer { discard() }
        let target = folder.place.appending(path: KnowledgeFolder.packages)
        let lockPlace = folder.place.appending(path: KnowledgeLock.fileName)
        do {
            try FolderLock.hold(around: lockPlace.path) {
                let now = try KnowledgeFolder(at: folder.place)
                guard now.lockFile?.text == folder.lockFile?.text else {
                    throw BadInput([.changedMeanwhile(folder.name)])
                }
                try exchange(target, lockPlace)
            }
        } catch let fault as BadInput {
            throw fault
        } catch {
            let reason = (error as? FileFault)?.reason ?? LocalizedText(verbatim: error.localizedDescription)
            throw BadInput([.cannotTakeOver(target.path, reason)], isUnwritable: true)
        }
    }

    /// Puts the packages in the place of those that are there, and the lock beside them; where one of both cannot be written,
    /// what was there comes back.
    private func exchange(_ target: URL, _ lockPlace: URL) throws {
        let manager = FileManager.default
        let former = place.appending(path: "former")
        let isThere = InputFile(target.path).identity != nil
        if isThere { try manager.moveItem(at: target, to: former) }
        do {
            try manager.moveItem(at: place.appending(path: KnowledgeFolder.packages), to: target)
            try write(Array(next.lock.text.utf8), to: lockPlace)
        } catch {
            // The fault that stopped it is told; that nothing stands in the place is one of its kinds.
            try? manager.removeItem(at: target)
            if isThere { try manager.moveItem(at: former, to: target) }
            throw error
        }
    }

    /// Leaves all as it was.
    package func discard() {
        // What stays behind is hidden, and read by nobody.
        try? FileManager.default.removeItem(at: place)
    }

    private func makeFolder(_ url: URL) throws(BadInput) {
        do {
            try FolderMaker.make(url.path)
        } catch {
            throw BadInput([.cannotTakeOver(url.path, error.reason)], isUnwritable: true)
        }
    }

    private func write(_ bytes: [UInt8], to url: URL) throws(BadInput) {
        do {
            try OutputFile(url.path).write(bytes)
        } catch {
            throw BadInput([.cannotTakeOver(url.path, error.reason)], isUnwritable: true)
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func changedMeanwhile(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/changed-meanwhile",
            message: LocalizedText(
                nl: "iemand anders veranderde intussen de pakketten in \(name)",
                en: "somebody else changed the packages in \(name) meanwhile"), at: nil,
            hint: LocalizedText(nl: "geef de opdracht opnieuw", en: "give the command again"))
    }

    fileprivate static func cannotTakeOver(_ path: String, _ reason: LocalizedText) -> Diagnostic {
        Diagnostic(
            code: "knowledge/unwritable",
            message: LocalizedText(
                nl: "\(path) kan niet worden geschreven: \(reason.nl)",
                en: "\(path) cannot be written: \(reason.en)"),
            at: nil,
            hint: LocalizedText(
                nl: "er is niets overgenomen; controleer of u in deze map mag schrijven",
                en: "nothing is taken over; check whether you may write in this folder"))
    }
}
