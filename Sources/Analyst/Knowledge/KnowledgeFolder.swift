package import Foundation
package import RuleEngine

/// A folder in which packages of knowledge are joined: the lock, the files of the packages below `packages/`, and what the user
/// asks and fills in.
///
///     kennis/knowledge.lock
///     kennis/knowledge-settings.yaml     what the user asks of signatures
///     kennis/knowledge-values.yaml       values of open parameters
///     kennis/packages/kamerverhuur/rules/…
package struct KnowledgeFolder: Sendable {
    /// The folder of the files of packages.
    package static let packages = "packages"

    package let place: URL
    /// As messages name the folder.
    package let name: String
    package let lock: KnowledgeLock
    /// `nil` where there is no lock yet.
    package let lockFile: SourceFile?
    package let settings: KnowledgeSettings
    package let values: KnowledgeValues?

    /// Whether packages were taken over in a folder.
    package static func isAt(_ place: URL) -> Bool {
        InputFile(place.appending(path: KnowledgeLock.fileName).path).identity != nil
    }

    /// A folder with a lock or without one.
    ///
    /// - Throws: what is wrong with lock, settings or values.
    package init(at given: URL) throws(BadInput) {
        let place = given.resolvingSymlinksInPath()
        self.place = place
        let folder = place.lastPathComponent
        name = folder
        func file(_ name: String) throws(BadInput) -> SourceFile? {
            let url = place.appending(path: name)
            guard InputFile(url.path).identity != nil else { return nil }
            return try TextFile.read(url, name: "\(folder)/\(name)")
        }
        lockFile = try file(KnowledgeLock.fileName)
        lock = try lockFile.map { file throws(BadInput) in try KnowledgeLock.read(file) } ?? KnowledgeLock([])
        settings =
            try file(KnowledgeSettings.fileName).map { file throws(BadInput) in try KnowledgeSettings.read(file) }
            ?? KnowledgeSettings()
        values = try file(KnowledgeValues.fileName).map { file throws(BadInput) in try KnowledgeValues.read(file) }
    }

    /// The same folder as it would be with other packages, whose files are elsewhere for now.
    package init(_ folder: KnowledgeFolder, with lock: KnowledgeLock, at place: URL) {
        self.place = place
        name = folder.name
        self.lock = lock
        lockFile = nil
        settings = folder.settings
        values = folder.values
    }

    package func folder(of id: String) -> URL { place.appending(path: Self.packages).appending(path: id) }

    /// As messages name the folder of a package: from this folder on, so that a report in which a place of a rule is told is the
    /// same wherever the folder stands and whatever it is called.
    package func name(of id: String) -> String { "\(Self.packages)/\(id)" }

    // MARK: Verifying

    /// The packages, each file of which is what the lock says.
    ///
    /// - Throws: `knowledge/changed-file`, `knowledge/missing-file`, `knowledge/added-file`, `knowledge/link`, and what is wrong
    ///   with what packages say of themselves.
    package func verified() throws(BadInput) -> [KnowledgePackage] {
        let faults = self.faults
        guard faults.isEmpty else { throw BadInput(faults, sources: lockFile.map { [$0] } ?? []) }
        var packages: [KnowledgePackage] = []
        for entry in lock.entries {
            guard entry.origin != .program else {
                packages.append(KnowledgePackage(entry: entry, manifest: nil))
                continue
            }
            let path = PackageManifest.fileName
            let file = try TextFile.read(
                folder(of: entry.id).appending(path: path), name: "\(name(of: entry.id))/\(path)")
            let manifest = try PackageManifest.read(file)
            guard manifest.id == entry.id, manifest.version.value == entry.version,
                manifest.licence.value == entry.licence
            else { throw BadInput([.otherThanLocked(manifest, entry)], sources: [file]) }
            packages.append(KnowledgePackage(entry: entry, manifest: manifest))
        }
        return packages
    }

    /// What in the files is not as the lock says, in the order of packages and paths.
    package var faults: [Diagnostic] {
        var faults: [Diagnostic] = []
        let root = place.appending(path: Self.packages)
        var found: [String: Set<String>] = [:]
        do {
            if try FileStatus(of: root.path, followsLinks: false).kind == .link {
                return [.link(root.path)]
            }
            for entry in try FolderTree(of: root).entries {
                let place = "\(Self.packages)/\(entry.path)"
                let parts = entry.path.split(separator: "/", maxSplits: 1)
                let isLink = Self.isLink(root.appending(path: entry.path))
                switch entry.kind {
                case .hidden, .folder: break
                case .file where !isLink && parts.count == 2:
                    found[String(parts[0]), default: []].insert(String(parts[1]))
                case .file where !isLink, .special: faults.append(.addedFile(place))
                case .file, .linkedFolder: faults.append(.link(place))
                case .unreadable(let fault), .unreadableFolder(let fault):
                    faults.append(isLink ? .link(place) : .unreadable(place, fault))
                }
            }
        } catch .missing {
            // Each package is missing, which is told below.
        } catch {
            faults.append(.unreadable(root.path, error))
        }
        for entry in lock.entries {
            let present = found.removeValue(forKey: entry.id) ?? []
            guard !present.isEmpty || entry.files.isEmpty else {
                faults.append(.missingPackage(name(of: entry.id), at: entry.span))
                continue
            }
            let locked = Set(entry.files.map(\.file))
            for digest in entry.files {
                let (path, span) = ("\(name(of: entry.id))/\(digest.file)", entry.places[digest.file])
                guard present.contains(digest.file) else {
                    faults.append(.missingFile(path, at: span))
                    continue
                }
                do {
                    let bytes = try InputFile(folder(of: entry.id).appending(path: digest.file).path)
                        .bytes(limit: PackageLimits.standard.file)
                    if FileDigest.sha256(of: bytes) != digest.sha256 { faults.append(.changedFile(path, at: span)) }
                } catch {
                    faults.append(.unreadable(path, error))
                }
            }
            faults += present.subtracting(locked).sorted().map { .addedFile("\(name(of: entry.id))/\($0)") }
        }
        for (id, paths) in found.sorted(by: { $0.key < $1.key }) {
            faults += paths.sorted().prefix(1).map { .addedFile("\(name(of: id))/\($0)") }
        }
        return faults
    }

    static func isLink(_ place: URL) -> Bool {
        do {
            return try FileStatus(of: place.path, followsLinks: false).kind == .link
        } catch {
            return false
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func changedFile(_ path: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "knowledge/changed-file",
            message: LocalizedText(
                nl: "\(path) is veranderd na het overnemen", en: "\(path) was changed after it was taken over"),
            at: span,
            hint: .restore)
    }

    fileprivate static func missingFile(_ path: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "knowledge/missing-file",
            message: LocalizedText(nl: "\(path) ontbreekt", en: "\(path) is missing"), at: span, hint: .restore)
    }

    fileprivate static func missingPackage(_ path: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "knowledge/missing-file",
            message: LocalizedText(
                nl: "het pakket \(path) ontbreekt", en: "the package \(path) is missing"), at: span, hint: .restore)
    }

    fileprivate static func addedFile(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/added-file",
            message: LocalizedText(
                nl: "\(path) staat niet in \(KnowledgeLock.fileName)", en: "\(path) is not in \(KnowledgeLock.fileName)"
            ),
            at: nil,
            hint: LocalizedText(
                nl: "haal het weg; eigen regels horen in een eigen pakket (analyst knowledge new)",
                en: "remove it; rules of your own belong in a package of your own (analyst knowledge new)"))
    }

    fileprivate static func otherThanLocked(_ manifest: PackageManifest, _ entry: KnowledgeLock.Entry) -> Diagnostic {
        Diagnostic(
            code: "knowledge/lock",
            message: LocalizedText(
                nl: "naam, versie of licentie van het pakket is anders dan \(KnowledgeLock.fileName) zegt",
                en: "name, version or licence of the package is not what \(KnowledgeLock.fileName) says"),
            at: manifest.span, hint: .restore)
    }
}

extension LocalizedText {
    fileprivate static let restore = LocalizedText(
        nl: "haal de vastgelegde bestanden opnieuw op: analyst knowledge update --locked",
        en: "fetch the locked files again: analyst knowledge update --locked")
}
