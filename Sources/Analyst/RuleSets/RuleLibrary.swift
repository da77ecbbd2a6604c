package import Foundation
package import RuleEngine

/// The rule files that are at hand, read together.
package struct RuleLibrary: Sendable {
    package let files: [SourceFile]
    package let reading: RuleBaseReader.Reading
    /// Recipes of tables, beside the rules.
    package private(set) var importFiles: [SourceFile] = []
    /// Which files were read, whatever their names: none of them may be written over.
    package private(set) var identities: [FileStatus.Identity] = []
    /// Of each rule file whose bytes could be read, by its path from the folder on.
    package private(set) var digests: [FileDigest]
    /// The packages of knowledge that the rules come from.
    package private(set) var packages = JoinedPackages.none
    /// What is wrong with the folder: files that cannot be read, and notes on what was skipped.
    private var remarks: [Diagnostic] = []
    private var unread: [RuleOmission] = []

    package var ruleBase: RuleBase { reading.ruleBase }
    package var hasErrors: Bool { reading.hasErrors || !unread.isEmpty }

    /// All that is wrong: first with the folder, then with what was read, in the order of places.
    package var diagnostics: [Diagnostic] { remarks.filter { $0.severity == .error } + reading.diagnostics }

    /// What was skipped in the folder because it is no rule file.
    package var notes: [Diagnostic] { remarks.filter { $0.severity == .note } }

    /// What is not in the rules for its faults: files that could not be read, and rules that are wrong.
    package var omissions: [RuleOmission] { unread + RuleOmission.all(in: reading) }

    /// Reads one file of rules, all of a folder, or standard input (`-`).
    package init(argument: String) throws(BadInput) {
        guard InputFile(argument).isStandardInput else {
            try self.init(path: URL(filePath: argument))
            return
        }
        var digests: [FileDigest] = []
        self.init(
            files: [try TextFile.read(argument: argument) { digests.append(FileDigest(file: argument, of: $0)) }])
        self.digests = digests
        identities = [InputFile(argument).identity].compactMap { $0 }
    }

    /// Reads one file of rules, or all of a folder.
    package init(path given: URL) throws(BadInput) {
        let exists = FileManager.default.fileExists(atPath: given.path)
        if exists, !Self.isFolder(given) {
            guard !Self.holdsCases(given.path) else { throw BadInput([.casesAreNoRules(given.relativePath)]) }
            var digests: [FileDigest] = []
            let file = try TextFile.read(given) {
                digests.append(FileDigest(file: given.lastPathComponent, of: $0))
            }
            if let kind = Self.otherKind(of: file) { throw BadInput([.noRules(file, kind)]) }
            self.init(files: [file])
            self.digests = digests
            identities = [InputFile(given.path).identity].compactMap { $0 }
        } else if !exists, given.pathExtension == "yaml" {
            throw BadInput([.noFile(given.relativePath)])
        } else {
            try self.init(folder: given)
        }
    }

    /// Whether there is a folder, itself or by a link.
    package static func isFolder(_ place: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// What a file holds that is known and holds no rules, by its first key.
    private static func otherKind(of file: SourceFile) -> LocalizedText? {
        switch YAMLParser.parseSingle(file).root?.mapping?.first?.name.value {
        case "sheet": LocalizedText(nl: "een feitenblad", en: "a fact sheet")
        case "casebook": LocalizedText(nl: "een casusboek", en: "a casebook")
        case "case": LocalizedText(nl: "een casus van een casusboek", en: "a case of a casebook")
        default: nil
        }
    }

    /// Reads texts that are at hand.
    package init(files: [SourceFile]) {
        self.init(files: files, reading: RuleBaseReader.read(files, by: AllCores()))
    }

    /// Texts that are at hand and were read already.
    package init(files: [SourceFile], reading: RuleBaseReader.Reading) {
        self.files = files
        digests = files.map { FileDigest(file: $0.name, of: Array($0.text.utf8)) }
        self.reading = reading
    }

    /// Reads the files of a folder as they were, told by their paths from the folder on.
    ///
    /// - Parameter revision: as messages name the state of the folder.
    package init(
        earlier files: [(path: String, bytes: [UInt8])], folder: String, revision: String
    ) throws(BadInput) {
        let rules = files.filter { !Self.holdsCases($0.path) && !$0.path.hasPrefix("imports/") }
        var read: [SourceFile] = []
        for (path, bytes) in rules {
            do {
                read.append(try SourceFile(name: "\(folder)/\(path)", utf8: bytes))
            } catch {
                throw BadInput([error])
            }
        }
        guard !read.isEmpty else { throw BadInput([.noRuleFolder("\(folder) (\(revision))")]) }
        self.init(files: read)
    }

    /// Reads all `.yaml` files below a folder, in the order of their paths.
    ///
    /// - Throws: `file/no-rules` when there is nothing to read; what else cannot be read is in `diagnostics`.
    package init(folder given: URL) throws(BadInput) {
        let place = given.resolvingSymlinksInPath()
        if KnowledgeFolder.isAt(place) {
            try self.init(joined: KnowledgeFolder(at: place))
        } else {
            self.init(try Self.open(given))
        }
    }

    /// The same, where many readings of nearly the same files follow.
    package init(folder given: URL, _ cache: inout RuleReadingCache) throws(BadInput) {
        let place = given.resolvingSymlinksInPath()
        if KnowledgeFolder.isAt(place) {
            try self.init(joined: KnowledgeFolder(at: place))
        } else {
            let folder = try Self.open(given)
            self.init(folder, cache.read(folder.files))
        }
    }

    private static func open(_ given: URL) throws(BadInput) -> RuleFolder {
        let place = given.resolvingSymlinksInPath()
        let folder: RuleFolder
        do {
            folder = try RuleFolder(place)
        } catch .missing {
            throw BadInput([.noRuleFolder(place.path)])
        } catch {
            throw BadInput([.unreadable(place.path, error)])
        }
        guard !folder.files.isEmpty else { throw BadInput([.noRuleFolder(place.path)] + folder.diagnostics) }
        return folder
    }

    /// Reads the rules of joined packages, each of which is as its lock says.
    ///
    /// - Throws: what differs from the lock, and what keeps packages from being joined.
    package init(joined knowledge: KnowledgeFolder) throws(BadInput) {
        let packages = try knowledge.verified()
        var folders: [RuleFolder] = []
        for package in packages {
            let place = knowledge.folder(of: package.id)
            do {
                folders.append(try RuleFolder(package: place, named: knowledge.name(of: package.id)))
            } catch {
                throw BadInput([.unreadable(place.path, error)])
            }
        }
        let join = try KnowledgeJoin(packages, files: folders.flatMap(\.files), values: knowledge.values)
        self.init(files: join.files, reading: join.reading)
        self.packages = join.packages
        importFiles = folders.flatMap(\.importFiles)
        identities = folders.flatMap(\.identities)
        remarks = folders.flatMap(\.diagnostics)
        unread = folders.flatMap(\.omissions)
        // What decides on the rules, and nothing else: what packages say of themselves, and what users filled in.
        digests = packages.flatMap { package in
            package.entry.files.filter { Self.decides($0.file) }.map {
                FileDigest(file: "\(package.id)/\($0.file)", sha256: $0.sha256)
            }
        }
        if let file = knowledge.values?.file {
            digests.append(FileDigest(file: KnowledgeValues.fileName, of: Array(file.text.utf8)))
        }
    }

    private static func decides(_ path: String) -> Bool {
        path == PackageManifest.fileName
            || (path.hasSuffix(".yaml") && !holdsCases(path)
                && (path.hasPrefix("rules/") || path.hasPrefix("sources/")))
    }

    /// Reads what a folder holds.
    package init(_ folder: RuleFolder) { self.init(folder, RuleBaseReader.read(folder.files)) }

    private init(_ folder: RuleFolder, _ reading: RuleBaseReader.Reading) {
        self.init(files: folder.files, reading: reading)
        importFiles = folder.importFiles
        digests = folder.digests
        identities = folder.identities
        remarks = folder.diagnostics
        unread = folder.omissions
    }

    /// The same library with other texts in the places of some, and new ones beside them, as somebody edits them. Nothing is
    /// read from disk.
    ///
    /// - Parameters:
    ///   - texts: rules and recipes, named as messages name the files of the library.
    ///   - cache: holds what was read before.
    package func replacing(_ texts: [SourceFile], _ cache: inout RuleReadingCache) -> RuleLibrary {
        func merged(_ files: [SourceFile], with new: [SourceFile]) -> [SourceFile] {
            let names = Set(new.map(\.name))
            return (files.filter { !names.contains($0.name) } + new).sorted { $0.name < $1.name }
        }
        let isRecipe = { (file: SourceFile) in file.name.drop { $0 != "/" }.hasPrefix("/imports/") }
        let files = merged(files, with: texts.filter { !Self.holdsCases($0.name) && !isRecipe($0) })
        var library = RuleLibrary(files: files, reading: cache.read(files))
        library.importFiles = merged(importFiles, with: texts.filter(isRecipe))
        let known = Dictionary(digests.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
        let changed = Set(texts.map(\.name))
        library.digests = files.map { file in
            // From the folder on, as the digests of a folder are.
            let path =
                file.name.firstIndex(of: "/").map { String(file.name[file.name.index(after: $0)...]) } ?? file.name
            guard !changed.contains(file.name), let same = known[path] else {
                return FileDigest(file: path, of: Array(file.text.utf8))
            }
            return same
        }
        library.identities = identities
        library.remarks = remarks
        library.unread = unread
        return library
    }

    /// How the names of files with cases end; such a file holds no rules.
    package static let caseEnding = ".cases.yaml"

    private static func holdsCases(_ path: String) -> Bool { path.hasSuffix(caseEnding) }

    /// The version of the rules: the SHA-256 of the list of their files, each with its own.
    package var hash: String { FileDigest.sha256(of: digests) }

    /// The folder of rules: the one given, else the working folder where packages are joined in it, else the usual one.
    ///
    /// - Parameter program: the file of the running program, where the system tells.
    package static func folder(_ given: String?, program: URL?) -> URL {
        if let given { return URL(filePath: given) }
        let here = URL(filePath: FileManager.default.currentDirectoryPath)
        return KnowledgeFolder.isAt(here) ? here : usualFolder(program: program)
    }

    /// The usual folder of rules: `rules` in the working folder, else the one that the working folder lies in,
    /// else the one of the package that the program was built in.
    ///
    /// - Parameter program: the file of the running program, where the system tells.
    package static func usualFolder(program: URL?) -> URL {
        let here = URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "rules")
        if FileManager.default.fileExists(atPath: here.path) { return here }
        var around = here.deletingLastPathComponent().standardizedFileURL
        while around.path.count > 1 {
            if around.lastPathComponent == "rules", isFolder(around.appending(path: "templates")) { return around }
            around = around.deletingLastPathComponent()
        }
        guard let program else { return here }
        var place = program.resolvingSymlinksInPath().deletingLastPathComponent()
        while place.path.count > 1 {
            let candidate = place.appending(path: "rules/templates")
            if FileManager.default.fileExists(atPath: candidate.path) { return place.appending(path: "rules") }
            place = place.deletingLastPathComponent()
        }
        return here
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noRuleFolder(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "file/no-rules",
            message: LocalizedText(
                nl: "er is geen map met regels: \(path)", en: "there is no folder of rules: \(path)"),
            at: nil,
            hint: LocalizedText(
                nl: "geef de map op met --rules, of start in de map van het project",
                en: "name the folder with --rules, or start in the project's folder"))
    }

    fileprivate static func noFile(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "file/no-rules",
            message: LocalizedText(nl: "er is geen bestand \(path)", en: "there is no file \(path)"),
            at: nil,
            hint: LocalizedText(
                nl: "controleer de naam en de map waarin het zou staan",
                en: "check the name and the folder in which it should be"))
    }

    fileprivate static func noRules(_ file: SourceFile, _ kind: LocalizedText) -> Diagnostic {
        Diagnostic(
            code: "file/other-kind",
            message: LocalizedText(
                nl: "\(file.name) is \(kind.nl); daarin staan geen regels",
                en: "\(file.name) is \(kind.en); it holds no rules"),
            at: nil,
            hint: LocalizedText(
                nl: "geef een bestand of map met regels", en: "name a file or folder of rules"))
    }

    fileprivate static func casesAreNoRules(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "file/cases",
            message: LocalizedText(nl: "\(path) bevat gevallen, geen regels", en: "\(path) holds cases, no rules"),
            at: nil,
            hint: LocalizedText(
                nl: "toets de gevallen met: analyst rules test \(path)",
                en: "try the cases with: analyst rules test \(path)"))
    }
}
