package import Foundation
package import RuleEngine

/// The versions of rules that lie beside a folder of rules: reads and writes them. Files stay the truth, so that they can be
/// read, compared and kept with any other program.
///
/// Whoever writes holds a lock on the folder; two people at one text never overwrite each other.
package struct RuleVersionShelf: Sendable {
    /// The rules in use.
    package let rules: URL
    /// The folder of versions; there need not be one yet.
    package let folder: URL

    /// - Parameter folder: without it `rule-versions` beside the rules.
    package init(rules: URL, folder: URL? = nil) {
        self.rules = rules.resolvingSymlinksInPath()
        self.folder =
            folder?.standardizedFileURL
            ?? self.rules.deletingLastPathComponent().appending(path: "rule-versions")
    }

    /// The name of a rule file in messages.
    package func name(of path: RuleFilePath) -> String { "\(rules.lastPathComponent)/\(path)" }

    // MARK: Reading

    /// All versions, the newest first, and what is wrong with those that cannot be read.
    package func versions() -> (versions: [RuleVersion], faults: [Diagnostic]) {
        let names: [String]
        do {
            names = try FolderTree.names(in: folder.path)
        } catch {
            // Without a folder there are no versions yet.
            return ([], [])
        }
        var versions: [RuleVersion] = []
        var faults: [Diagnostic] = []
        for name in names.sorted(by: >) where RuleVersion.isID(name) {
            do throws(RuleVersionFault) {
                versions.append(try version(name))
            } catch {
                if case .bad(let input) = error { faults += input.diagnostics }
            }
        }
        return (versions, faults)
    }

    package func version(_ id: String) throws(RuleVersionFault) -> RuleVersion {
        guard RuleVersion.isID(id) else { throw .noSuchVersion }
        let url = place(id).appending(path: RuleVersion.fileName)
        guard InputFile(url.path).identity != nil else { throw .noSuchVersion }
        do throws(BadInput) {
            let file = try TextFile.read(url, name: "\(folder.lastPathComponent)/\(id)/\(RuleVersion.fileName)")
            var version = try RuleVersion(file, id: id)
            version.files = paths(in: place(id).appending(path: Self.textFolder))
            return version
        } catch {
            throw .bad(error)
        }
    }

    /// The text of a file in a version; `nil` where the version leaves the file as it is.
    package func text(_ path: RuleFilePath, in id: String) throws(RuleVersionFault) -> SourceFile? {
        try read(path, below: place(id).appending(path: Self.textFolder))
    }

    /// The text that was in use when the work on a file began; `nil` where there was no such file.
    package func before(_ path: RuleFilePath, in id: String) throws(RuleVersionFault) -> SourceFile? {
        try read(path, below: place(id).appending(path: Self.beforeFolder))
    }

    /// The text in use; `nil` where there is no such file.
    package func inUse(_ path: RuleFilePath) throws(RuleVersionFault) -> SourceFile? { try read(path, below: rules) }

    /// All texts of a version.
    package func texts(in version: RuleVersion) throws(RuleVersionFault) -> [SourceFile] {
        var texts: [SourceFile] = []
        for path in version.files {
            if let text = try text(path, in: version.id) { texts.append(text) }
        }
        return texts
    }

    /// Which text it is.
    package static func mark(of file: SourceFile?) -> String {
        file.map { FileDigest.sha256(of: Array($0.text.utf8)) } ?? "none"
    }

    /// Which texts they are.
    package static func mark(of files: [SourceFile]) -> String {
        FileDigest.sha256(of: Array(files.map { "\($0.name)\n\(mark(of: $0))\n" }.joined().utf8))
    }

    // MARK: Writing

    package func create(
        _ title: String, by author: String?, on day: FEELDate
    ) throws(RuleVersionFault) -> RuleVersion {
        try makeFolder(folder)
        return try locked { () throws(RuleVersionFault) in
            let known = Set(names)
            let version = RuleVersion(
                id: RuleVersion.id(title, on: day, besides: known), title: title,
                steps: [.init(.concept, on: day, by: author)])
            try makeFolder(place(version.id))
            try write(version)
            return version
        }
    }

    /// Puts the text of a file into a version. A version that was checked becomes a draft again, as this text was not.
    ///
    /// - Parameter seen: the mark of the text that was before whoever writes.
    package func put(
        _ text: String, _ path: RuleFilePath, in id: String, seen: String, by author: String?, on day: FEELDate
    ) throws(RuleVersionFault) {
        try change(path, in: id, by: author, on: day) { version throws(RuleVersionFault) in
            let current = try self.text(path, in: id)
            let inUse = try inUse(path)
            guard Self.mark(of: current ?? inUse) == seen else { throw .textChanged(current ?? inUse) }
            let former = current == nil ? inUse : try before(path, in: id)
            guard text != former?.text else { return remove(path, in: id) }
            if current == nil, let former { try write(former.text, path, below: Self.beforeFolder, in: id) }
            try write(text, path, below: Self.textFolder, in: id)
        }
    }

    /// Takes a file out of a version: it leaves the text in use as it is.
    package func drop(
        _ path: RuleFilePath, from id: String, by author: String?, on day: FEELDate
    ) throws(RuleVersionFault) {
        try change(path, in: id, by: author, on: day) { version throws(RuleVersionFault) in
            guard version.files.contains(path) else { throw .noSuchFile }
            remove(path, in: id)
        }
    }

    /// Says that the text in use now is what the work on a file goes on from: whoever says so saw what others changed.
    ///
    /// - Parameter seen: the mark of the text in use that was before whoever says so.
    package func goOn(
        from seen: String, _ path: RuleFilePath, in id: String, by author: String?, on day: FEELDate
    ) throws(RuleVersionFault) {
        try change(path, in: id, by: author, on: day) { version throws(RuleVersionFault) in
            guard version.files.contains(path) else { throw .noSuchFile }
            let inUse = try inUse(path)
            guard Self.mark(of: inUse) == seen else { throw .textChanged(inUse) }
            guard let inUse else { return take(path, from: Self.beforeFolder, in: id) }
            try write(inUse.text, path, below: Self.beforeFolder, in: id)
        }
    }

    /// Brings a version into another state: one that is open is checked, made a draft again, or ended; one that is in use can
    /// be ended by another one alone.
    ///
    /// - Parameter seen: the mark of the texts that were looked at; `nil` where that does not matter.
    package func move(
        _ id: String, to state: RuleVersion.State, seen: String? = nil, by author: String?, on day: FEELDate,
        note: String? = nil
    ) throws(RuleVersionFault) {
        try locked { () throws(RuleVersionFault) in
            var version = try version(id)
            guard version.state.isOpen, state != .active, state != .checked || !version.files.isEmpty else {
                throw .wrongState(version.state)
            }
            if let seen, seen != Self.mark(of: try texts(in: version)) { throw .textChanged(nil) }
            if state != .checked { version.from = nil }
            version.steps.append(.init(state, on: day, by: author, note: note))
            try write(version)
        }
    }

    /// Has a checked version come into use from a day on.
    package func plan(
        _ id: String, from planned: FEELDate, by author: String?, on day: FEELDate
    ) throws(RuleVersionFault) {
        try locked { () throws(RuleVersionFault) in
            var version = try version(id)
            guard version.state == .checked, !version.files.isEmpty else { throw .wrongState(version.state) }
            version.from = planned
            version.steps.append(.init(.checked, on: day, by: author))
            try write(version)
        }
    }

    // MARK: Within

    static let textFolder = "rules"
    static let beforeFolder = "before"

    func place(_ id: String) -> URL { folder.appending(path: id) }

    private var names: [String] {
        do {
            return try FolderTree.names(in: folder.path)
        } catch {
            return []
        }
    }

    private func change(
        _ path: RuleFilePath, in id: String, by author: String?, on day: FEELDate,
        _ body: (RuleVersion) throws(RuleVersionFault) -> Void
    ) throws(RuleVersionFault) {
        try locked { () throws(RuleVersionFault) in
            var version = try version(id)
            guard version.state.isOpen else { throw .wrongState(version.state) }
            try body(version)
            guard version.state == .checked else { return }
            version.from = nil
            version.steps.append(.init(.concept, on: day, by: author))
            try write(version)
        }
    }

    /// The rule files below a folder.
    private func paths(in place: URL) -> [RuleFilePath] {
        do {
            return try FolderTree(of: place).entries.filter { $0.kind == .file }.compactMap { RuleFilePath($0.path) }
                .sorted()
        } catch {
            // Without a folder no file is changed yet.
            return []
        }
    }

    private func read(_ path: RuleFilePath, below place: URL) throws(RuleVersionFault) -> SourceFile? {
        let file = place.appending(path: path.description)
        guard Self.isPlain(path, below: place), InputFile(file.path).identity != nil else { return nil }
        do {
            return try TextFile.read(file, name: name(of: path))
        } catch {
            throw .bad(error)
        }
    }

    /// Whether no link stands on the way, which could lead elsewhere.
    static func isPlain(_ path: RuleFilePath, below place: URL) -> Bool {
        for step in path.folders + [path.description] {
            do {
                let status = try FileStatus(of: place.appending(path: step).path, followsLinks: false)
                guard status.kind == (step == path.description ? .plain : .folder) else { return false }
            } catch {
                // What is not there is no link.
                return true
            }
        }
        return true
    }

    func write(_ version: RuleVersion) throws(RuleVersionFault) {
        try write(Array(version.text.utf8), to: place(version.id).appending(path: RuleVersion.fileName))
    }

    private func write(
        _ text: String, _ path: RuleFilePath, below part: String, in id: String
    ) throws(RuleVersionFault) {
        let root = place(id).appending(path: part)
        guard Self.isPlain(path, below: root) else { throw .unwritable(path.description, .linkLoop) }
        let file = root.appending(path: path.description)
        try makeFolder(file.deletingLastPathComponent())
        try write(Array(text.utf8), to: file)
    }

    private func write(_ bytes: [UInt8], to file: URL) throws(RuleVersionFault) {
        do {
            try OutputFile(file.path).write(bytes)
        } catch {
            throw .unwritable(file.path, error)
        }
    }

    func makeFolder(_ place: URL) throws(RuleVersionFault) {
        do {
            try FolderMaker.make(place.path)
        } catch {
            throw .unwritable(place.path, error)
        }
    }

    private func remove(_ path: RuleFilePath, in id: String) {
        take(path, from: Self.textFolder, in: id)
        take(path, from: Self.beforeFolder, in: id)
    }

    private func take(_ path: RuleFilePath, from part: String, in id: String) {
        let root = place(id).appending(path: part)
        guard Self.isPlain(path, below: root) else { return }
        // What is not there need not be taken away.
        try? FileManager.default.removeItem(at: root.appending(path: path.description))
    }

    /// Does something while nobody else writes a version.
    func locked<Value>(_ body: () throws(RuleVersionFault) -> Value) throws(RuleVersionFault) -> Value {
        let result: Result<Value, RuleVersionFault>
        do {
            result = try FolderLock.hold(around: folder.appending(path: "lock").path) { Result(catching: body) }
        } catch {
            let fault = error as? FileFault ?? .missing
            guard fault != .missing else { throw .noSuchVersion }
            throw .unwritable(folder.path, fault)
        }
        return try result.get()
    }
}
