import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// The folder in which packages are joined.
struct KnowledgeOptions: ParsableArguments {
    @Option(help: "Map met kennispakketten; zonder: de werkmap. / Folder of packages; without it: the working folder.")
    var folder: String?

    var place: URL { URL(filePath: folder ?? FileManager.default.currentDirectoryPath) }

    /// The folder, with a lock or without one.
    func knowledge(_ common: CommonOptions) throws -> KnowledgeFolder {
        try common.attempt { () throws(BadInput) in try KnowledgeFolder(at: place) }
    }

    /// A folder that has a lock, and the rules of its packages, each of which is as the lock says.
    func locked(_ common: CommonOptions) throws -> (folder: KnowledgeFolder, library: RuleLibrary) {
        let folder = try knowledge(common)
        return try common.attempt { () throws(BadInput) in
            guard folder.lockFile != nil else { throw BadInput([.noLock(folder.place.path)]) }
            return (folder, try RuleLibrary(joined: folder))
        }
    }

    /// Packages that are named are there.
    func check(_ ids: [String], in lock: KnowledgeLock, _ common: CommonOptions) throws {
        let known = lock.entries.map(\.id)
        try common.attempt { () throws(BadInput) in
            let unknown = ids.filter { !known.contains($0) }
            guard unknown.isEmpty else { throw BadInput(unknown.map { .unknownPackage($0, among: known) }) }
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noLock(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/no-lock",
            message: LocalizedText(
                nl: "er zijn geen kennispakketten in \(path)", en: "there are no packages of knowledge in \(path)"),
            at: nil,
            hint: LocalizedText(
                nl: "noem de map met --folder, of voeg een pakket toe met analyst knowledge add",
                en: "name the folder with --folder, or add a package with analyst knowledge add"))
    }

    fileprivate static func unknownPackage(_ id: String, among known: [String]) -> Diagnostic {
        Diagnostic(
            code: "knowledge/unknown-package",
            message: LocalizedText(nl: "er is geen pakket ‘\(id)’", en: "there is no package ‘\(id)’"), at: nil,
            hint: Suggestion.nearest(to: id, among: known).map {
                LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?")
            }
                ?? LocalizedText(
                    nl: "bekend zijn: \(known.joined(separator: ", "))", en: "known: \(known.joined(separator: ", "))"))
    }
}
