package import Foundation
package import RuleEngine

/// The rule files of a folder, with what is wrong with the folder itself.
///
/// A rule file ends in `.yaml`; a file with cases (`.cases.yaml`) holds none. What looks like rules and cannot be read is
/// an error; what is no rule file is skipped, and a note says so.
package struct RuleFolder: Sendable {
    package private(set) var files: [SourceFile] = []
    /// Recipes of tables, which stand in a folder of their own and hold no rules.
    package private(set) var importFiles: [SourceFile] = []
    package private(set) var identities: [FileStatus.Identity] = []
    /// Of each rule file whose bytes could be read, by its path from the folder on, in the order of paths.
    package private(set) var digests: [FileDigest] = []
    package private(set) var diagnostics: [Diagnostic] = []
    /// What could not be read, with the reason.
    package private(set) var omissions: [RuleOmission] = []
    private let name: String

    /// - Parameters:
    ///   - given: as messages name the folder; `nil`: by its last name.
    ///   - list: see `FolderTree`.
    /// - Throws: why the folder itself cannot be looked into.
    package init(
        _ folder: URL, named given: String? = nil,
        list: (_ path: String) throws(FileFault) -> [String] = FolderTree.names
    ) throws(FileFault) {
        name = given ?? folder.lastPathComponent
        var others: [String] = []
        for entry in try FolderTree(of: folder, list: list).entries {
            let name = "\(name)/\(entry.path)"
            let ending = URL(filePath: entry.path).pathExtension
            let looksLikeRules = ["yaml", "yml"].contains(ending.lowercased())
            switch entry.kind {
            case _ where entry.path.hasSuffix(RuleLibrary.caseEnding): break
            case .hidden where looksLikeRules: diagnostics.append(.hidden(name))
            case .hidden: break
            case .folder: if looksLikeRules { diagnostics.append(.folderNamedLikeFile(name)) }
            case .linkedFolder: leaveOut(name, .linkedFolder(name))
            case .unreadableFolder(let fault): leaveOut(name, .unreadable(name, fault))
            case .unreadable(let fault):
                // A name without an ending may be that of a folder.
                if looksLikeRules || ending.isEmpty {
                    leaveOut(name, .unreadable(name, fault))
                } else {
                    others.append(name)
                }
            case .file where ending == "yaml":
                read(folder.appending(path: entry.path), name, path: entry.path)
            case .file where looksLikeRules: leaveOut(name, .wrongEnding(name))
            case .special where looksLikeRules: leaveOut(name, .noPlainFile(name))
            case .file, .special: others.append(name)
            }
        }
        if !others.isEmpty { diagnostics.append(.otherFiles(others)) }
    }

    /// The rules, sources and recipes of a package; its casebooks and what it says of itself hold no rules.
    package init(package folder: URL, named name: String) throws(FileFault) {
        try self.init(folder, named: name) { path throws(FileFault) in
            let names = try FolderTree.names(in: path)
            return path == folder.path ? names.filter(Self.foldersOfPackages.contains) : names
        }
    }

    private static let foldersOfPackages = ["rules", "sources", "imports"]

    /// The folder of recipes, as paths begin with it.
    private static let recipes = "imports/"

    private mutating func read(_ url: URL, _ name: String, path: String) {
        let isRecipe = path.hasPrefix(Self.recipes)
        do {
            let file = try TextFile.read(url, name: name) { bytes in
                if !isRecipe { digests.append(FileDigest(file: path, of: bytes)) }
            }
            if isRecipe { importFiles.append(file) } else { files.append(file) }
            if let identity = InputFile(url.path).identity { identities.append(identity) }
        } catch {
            for diagnostic in error.diagnostics { leaveOut(name, diagnostic) }
        }
    }

    private mutating func leaveOut(_ name: String, _ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
        omissions.append(RuleOmission(file: name, rules: nil, cause: diagnostic.message))
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func linkedFolder(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "file/linked-folder",
            message: LocalizedText(
                nl: "\(name) is een koppeling naar een map; de regels daarin zijn niet gelezen",
                en: "\(name) is a link to a folder; the rules in it are not read"),
            at: nil,
            hint: LocalizedText(
                nl: "zet de map zelf op deze plaats, of haal de koppeling weg",
                en: "put the folder itself in this place, or remove the link"))
    }

    fileprivate static func wrongEnding(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "file/ending",
            message: LocalizedText(
                nl: "\(name) is niet gelezen: een regelbestand eindigt op .yaml",
                en: "\(name) is not read: the name of a rule file ends in .yaml"),
            at: nil,
            hint: LocalizedText(
                nl: "geef het bestand een naam die eindigt op .yaml", en: "give the file a name that ends in .yaml"))
    }

    static func noPlainFile(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "file/not-plain",
            message: LocalizedText(
                nl: "\(name) is geen gewoon bestand en is niet gelezen",
                en: "\(name) is no plain file and is not read"),
            at: nil,
            hint: LocalizedText(
                nl: "haal het weg uit de map met regels", en: "remove it from the folder of rules"))
    }

    fileprivate static func hidden(_ name: String) -> Diagnostic {
        Diagnostic(
            .note, code: "file/skipped",
            message: LocalizedText(
                nl: "\(name) is overgeslagen: de naam begint met een punt",
                en: "\(name) is skipped: its name begins with a point"),
            at: nil)
    }

    fileprivate static func folderNamedLikeFile(_ name: String) -> Diagnostic {
        Diagnostic(
            .note, code: "file/skipped",
            message: LocalizedText(
                nl: "\(name) is een map, geen regelbestand; de regelbestanden daarin tellen mee",
                en: "\(name) is a folder, no rule file; the rule files in it count"),
            at: nil)
    }

    fileprivate static func otherFiles(_ names: [String]) -> Diagnostic {
        let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
        return Diagnostic(
            .note, code: "file/skipped",
            message: LocalizedText(
                nl: names.count == 1
                    ? "1 bestand is geen regelbestand en is overgeslagen: \(shown)"
                    : "\(names.count) bestanden zijn geen regelbestand en zijn overgeslagen: \(shown)",
                en: names.count == 1
                    ? "1 file is no rule file and is skipped: \(shown)"
                    : "\(names.count) files are no rule files and are skipped: \(shown)"),
            at: nil)
    }
}
