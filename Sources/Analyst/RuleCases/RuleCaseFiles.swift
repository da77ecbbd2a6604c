package import Foundation
package import RuleEngine

/// The rules to test and the files with cases, from what a user names.
///
/// A folder or file within the folder of rules chooses cases: those below it, or beside it (`x.cases.yaml` beside
/// `x.yaml`). A case file chooses itself. Any other folder or file holds rules, and its cases are those below or beside it.
package struct RuleCaseFiles {
    /// Folder or file of the rules.
    package let rules: URL
    /// In the order of their paths, or of the arguments.
    package let cases: [SourceFile]

    /// - Parameter standard: the folder of rules when none is named.
    /// - Throws: `case/two-folders`, and all that cannot be read.
    package init(_ paths: [String], rules standard: URL) throws(BadInput) {
        let standard = standard.resolvingSymlinksInPath()
        var root: URL?
        // Nothing chosen is not the same as a choice without cases.
        var chosen: [URL]?
        for path in paths {
            let url = URL(filePath: path).resolvingSymlinksInPath()
            if path.hasSuffix(RuleLibrary.caseEnding) {
                chosen = (chosen ?? []) + [url]
            } else if url.path.hasPrefix(standard.path + "/") {
                chosen = (chosen ?? []) + (try Self.cases(at: url))
            } else if root == nil || root == url {
                root = url
            } else {
                throw BadInput([.twoFolders(path)])
            }
        }
        let rules = root ?? standard
        var files: [SourceFile] = []
        var faults: [Diagnostic] = []
        let places = if let chosen { chosen } else { try Self.cases(at: rules) }
        for url in places {
            do {
                files.append(try TextFile.read(url, name: Self.name(of: url, in: rules)))
            } catch {
                faults += error.diagnostics
            }
        }
        guard faults.isEmpty else { throw BadInput(faults) }
        self.rules = rules
        cases = files
    }

    /// The case files below a folder, or the one beside a file of rules.
    private static func cases(at url: URL) throws(BadInput) -> [URL] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return [url] }
        guard isFolder.boolValue else {
            let file = url.deletingPathExtension().path + RuleLibrary.caseEnding
            return FileManager.default.fileExists(atPath: file) ? [URL(filePath: file)] : []
        }
        let entries: [FolderTree.Entry]
        do {
            entries = try FolderTree(of: url).entries
        } catch {
            throw BadInput([.unreadable(url.path, error)])
        }
        let unseen = entries.compactMap { entry -> Diagnostic? in
            switch entry.kind {
            // It may hold cases.
            case .unreadableFolder(let fault): .unreadable(entry.path, fault)
            // Reading it would wait for somebody who writes.
            case .special where entry.path.hasSuffix(RuleLibrary.caseEnding): .noPlainFile(entry.path)
            default: nil
            }
        }
        guard unseen.isEmpty else { throw BadInput(unseen) }
        return entries.filter { $0.kind != .hidden && $0.kind != .folder && $0.path.hasSuffix(RuleLibrary.caseEnding) }
            .map { url.appending(path: $0.path) }
    }

    /// The name of the file with the cases of a file of rules.
    package static func name(beside file: String) -> String {
        (file.hasSuffix(".yaml") ? String(file.dropLast(".yaml".count)) : file) + RuleLibrary.caseEnding
    }

    /// As messages name a file: from the folder of rules on, where it lies there.
    private static func name(of url: URL, in rules: URL) -> String {
        guard url.path.hasPrefix(rules.path + "/") else { return url.relativePath }
        return rules.lastPathComponent + url.path.dropFirst(rules.path.count)
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func twoFolders(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "case/two-folders",
            message: LocalizedText(
                nl: "er is al een andere map met regels genoemd dan \(path)",
                en: "another folder of rules than \(path) is named already"),
            at: nil,
            hint: LocalizedText(
                nl: "test één map met regels tegelijk", en: "test one folder of rules at a time"))
    }
}
