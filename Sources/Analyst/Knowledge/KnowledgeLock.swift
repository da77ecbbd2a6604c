package import RuleEngine

/// The packages that were taken over, each with its version, commit and the SHA-256 of every file: the file `knowledge.lock`.
///
/// Whoever has the same lock has the same rules to the byte, or is told which file is another.
package struct KnowledgeLock: Sendable {
    package struct Entry: Sendable {
        /// Where it came from.
        package enum Origin: Hashable, Sendable {
            /// The rules that came with the program.
            case program
            case repository(url: String, tag: String, commit: String)
        }

        package let id: String
        package let origin: Origin
        package let version: PackageVersion
        package let licence: String
        /// Who signed the version, where the user's settings asked for it.
        package let signer: String?
        /// By the path within the package, in the order of paths.
        package let files: [FileDigest]
        /// Where the lock names it, and each file.
        package let span: SourceSpan?
        package let places: [String: SourceSpan]

        package init(
            id: String, origin: Origin, version: PackageVersion, licence: String, signer: String?, files: [FileDigest],
            span: SourceSpan? = nil, places: [String: SourceSpan] = [:]
        ) {
            self.id = id
            self.origin = origin
            self.version = version
            self.licence = licence
            self.signer = signer
            self.files = files.sorted { $0.file < $1.file }
            self.span = span
            self.places = places
        }
    }

    package static let fileName = "knowledge.lock"
    private static let format = 1

    /// In the order of their names.
    package let entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries.sorted { $0.id < $1.id }
    }

    package subscript(id: String) -> Entry? { entries.first { $0.id == id } }

    /// The same with entries in place of those of the same name.
    package func replacing(with new: [Entry], removing gone: Set<String> = []) -> KnowledgeLock {
        let names = Set(new.map(\.id)).union(gone)
        return KnowledgeLock(entries.filter { !names.contains($0.id) } + new)
    }

    // MARK: Writing

    /// The file.
    package var text: String {
        var lines = [
            "# Gemaakt door analyst knowledge; niet zelf wijzigen. / Made by analyst knowledge; not to be changed by hand.",
            "lock: \(Self.format)", entries.isEmpty ? "packages: []" : "packages:",
        ]
        func scalar(_ text: String) -> String { YAMLWriter.scalar(text, flow: false) }
        for entry in entries {
            lines.append("  - package: \(entry.id)")
            switch entry.origin {
            case .program: lines.append("    from: program")
            case .repository(let url, let tag, let commit):
                lines += ["    from: \(scalar(url))", "    tag: \(scalar(tag))", "    commit: \(commit)"]
            }
            lines += ["    version: \(entry.version)", "    licence: \(scalar(entry.licence))"]
            if let signer = entry.signer { lines.append("    signer: \(scalar(signer))") }
            lines.append("    files:")
            lines += entry.files.map { "      \(scalar($0.file)): \($0.sha256)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Reading

    /// - Throws: all that is wrong with it.
    package static func read(_ file: SourceFile) throws(BadInput) -> KnowledgeLock {
        let result = YAMLParser.parseSingle(file)
        var diagnostics = result.diagnostics
        var entries: [Entry] = []
        if let root = result.root {
            var reader = MappingReader(root, of: LocalizedText(nl: "een slotbestand", en: "a lock file"))
            let format = reader.required("lock", as: .integer)
            let packages = reader.required("packages", as: .list(of: .node)) ?? []
            diagnostics += reader.finish()
            if let format, format.value != Self.format { diagnostics.append(.badLock(at: format.span)) }
            entries = packages.compactMap { entry($0, into: &diagnostics) }
            for (index, entry) in entries.enumerated() where entries[..<index].contains(where: { $0.id == entry.id }) {
                diagnostics.append(.badLock(at: entry.span))
            }
        }
        guard result.root != nil, !diagnostics.contains(where: { $0.severity == .error }) else {
            throw BadInput(diagnostics.isEmpty ? [.badLock(at: file.span(0..<0))] : diagnostics, sources: [file])
        }
        return KnowledgeLock(entries)
    }

    private static func entry(_ node: YAMLNode, into diagnostics: inout [Diagnostic]) -> Entry? {
        var reader = MappingReader(node, of: LocalizedText(nl: "een vastgelegd pakket", en: "a locked package"))
        let id = reader.required("package", as: .text)
        let from = reader.required("from", as: .text)
        let tag = reader.optional("tag", as: .text)
        let commit = reader.optional("commit", as: .text)
        let version = reader.required("version", as: .text)
        let licence = reader.required("licence", as: .text)
        let signer = reader.optional("signer", as: .text)
        let files = reader.required("files", as: .mapping(of: .text)) ?? []
        diagnostics += reader.finish()
        guard let id, let from, let version, let licence else { return nil }
        func refuse(_ span: SourceSpan) -> Entry? {
            diagnostics.append(.badLock(at: span))
            return nil
        }
        guard PackageName.isPackage(id.value) else { return refuse(id.span) }
        guard let number = PackageVersion(version.value) else { return refuse(version.span) }
        var origin = Entry.Origin.program
        if from.value != "program" {
            guard let tag, PackageAddress.isTag(tag.value), let commit, isCommit(commit.value) else {
                return refuse(from.span)
            }
            let address: PackageAddress
            do {
                address = try PackageAddress(from.value, from: "/")
            } catch {
                diagnostics += error.diagnostics
                return refuse(from.span)
            }
            guard address.url == from.value else { return refuse(from.span) }
            origin = .repository(url: from.value, tag: tag.value, commit: commit.value)
        }
        guard (id.value == PackageName.program) == (origin == .program) else { return refuse(from.span) }
        for file in files
        where !PackagePath.isSafe(file.name.value) || !PackagePath.isTaken(file.name.value)
            || !FileDigest.isDigest(file.value.value)
        { return refuse(file.name.span) }
        return Entry(
            id: id.value, origin: origin, version: number, licence: licence.value, signer: signer?.value,
            files: files.map { FileDigest(file: $0.name.value, sha256: $0.value.value) }, span: id.span,
            places: Dictionary(files.map { ($0.name.value, $0.name.span) }, uniquingKeysWith: { first, _ in first }))
    }

    /// The name of a commit as git gives it, by SHA-1 or SHA-256.
    package static func isCommit(_ text: String) -> Bool {
        [40, 64].contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func badLock(at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "knowledge/lock",
            message: LocalizedText(
                nl: "dit slotbestand is niet door dit programma geschreven",
                en: "this lock file is not as this program writes it"),
            at: span,
            hint: LocalizedText(
                nl:
                    "zet een eerdere \(KnowledgeLock.fileName) terug, of voeg de pakketten opnieuw toe met analyst knowledge add",
                en: "restore an earlier \(KnowledgeLock.fileName), or add the packages again with analyst knowledge add"
            ))
    }
}
