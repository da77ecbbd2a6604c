package import Foundation
package import RuleEngine

/// The folder of rule files.
package struct RuleLibrary: Sendable {
    package let files: [SourceFile]
    package let reading: RuleBaseReader.Reading
    /// Offsets of named time zones, handed in by the commands, for sessions that run the rules.
    package var timeZones: (any TimeZoneRules)?

    package var ruleBase: RuleBase { reading.ruleBase }
    package var hasErrors: Bool { reading.hasErrors }

    /// Reads one file of rules, or all of a folder.
    package init(path given: URL) throws(BadInput) {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: given.path, isDirectory: &isFolder)
        if exists, !isFolder.boolValue {
            guard !Self.holdsCases(given.path) else { throw BadInput([.casesAreNoRules(given.relativePath)]) }
            self.init(files: [try TextFile.read(given)])
        } else {
            try self.init(folder: given)
        }
    }

    /// Reads texts that are at hand.
    package init(files: [SourceFile]) {
        self.files = files
        reading = RuleBaseReader.read(files)
    }

    /// Reads all `.yaml` files below a folder, in the order of their paths.
    package init(folder given: URL) throws(BadInput) {
        let folder = given.resolvingSymlinksInPath()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
            throw BadInput([.noRuleFolder(folder.path)])
        }
        let paths = (FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []).compactMap { $0 as? String }
        var files: [SourceFile] = []
        for path in paths.sorted() where path.hasSuffix(".yaml") && !Self.holdsCases(path) {
            files.append(try TextFile.read(folder.appending(path: path), name: "\(folder.lastPathComponent)/\(path)"))
        }
        guard !files.isEmpty else { throw BadInput([.noRuleFolder(folder.path)]) }
        self.files = files
        reading = RuleBaseReader.read(files)
    }

    /// How the names of files with cases end; such a file holds no rules.
    package static let caseEnding = ".cases.yaml"

    private static func holdsCases(_ path: String) -> Bool { path.hasSuffix(caseEnding) }

    /// The version of the rules: a hash of all their text.
    package var hash: String { files.reduce(Fingerprint()) { $0.adding($1.name).adding($1.text) }.text }

    /// The folder of rules: the one given, else `rules` in the working folder, else the one of the package that the program was built in.
    package static func folder(_ given: String?) -> URL {
        if let given { return URL(filePath: given) }
        let here = URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "rules")
        if FileManager.default.fileExists(atPath: here.path) { return here }
        var place = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
            .deletingLastPathComponent()
        while place.path.count > 1 {
            let candidate = place.appending(path: "rules/templates")
            if FileManager.default.fileExists(atPath: candidate.path) { return place.appending(path: "rules") }
            place = place.deletingLastPathComponent()
        }
        return here
    }
}

/// Reading text files with a diagnostic for what can go wrong.
package enum TextFile {
    package static func read(_ url: URL, name: String? = nil) throws(BadInput) -> SourceFile {
        let data: Data
        do {
            data = try Data(contentsOf: url)
        } catch {
            throw BadInput([.unreadable(name ?? url.relativePath)])
        }
        do {
            return try SourceFile(name: name ?? url.relativePath, utf8: Array(data))
        } catch {
            throw BadInput([error])
        }
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

    fileprivate static func casesAreNoRules(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "file/cases",
            message: LocalizedText(nl: "\(path) bevat gevallen, geen regels", en: "\(path) holds cases, no rules"),
            at: nil,
            hint: LocalizedText(
                nl: "toets de gevallen met: analyst rules test \(path)",
                en: "try the cases with: analyst rules test \(path)"))
    }

    fileprivate static func unreadable(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "file/unreadable",
            message: LocalizedText(nl: "\(path) kan niet gelezen worden", en: "\(path) cannot be read"),
            at: nil,
            hint: LocalizedText(
                nl: "controleer de naam en of u het bestand mag lezen",
                en: "check the name, and whether you may read the file"))
    }
}
