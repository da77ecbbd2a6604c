import Analyst
import Foundation
package import RuleEngine

/// A folder of rules as somebody edits it: the files on disk, and in place of some of them the text in the editor.
package struct RuleWorkspace: Sendable {
    /// The folder, whole and without a stroke at its end.
    package let folder: String
    /// Reads a file anew; `nil` where there is none or it is no text.
    private let readFile: @Sendable (_ path: String) -> String?
    /// By name as messages show it.
    private(set) var files: [String: SourceFile]
    private(set) var caseFiles: [String: SourceFile]
    /// By name, files whose text is in the editor.
    private(set) var open: [String: OpenFile] = [:]
    private(set) var casebooks: CasebookFiles
    private var cache = RuleReadingCache()
    private(set) var reading: RuleBaseReader.Reading
    /// Grows with each reading.
    private(set) var version = 0
    private var knownIndex: (version: Int, index: RuleIndex)?
    private var whole: RuleIndex?
    /// The texts changed since the last reading.
    private(set) var isStale = false

    /// A file whose text is in the editor.
    package struct OpenFile: Sendable {
        let uri: String
        var version: Int?
        var lines: DocumentLines
    }

    /// - Parameters:
    ///   - folder: the path of the folder of rules.
    ///   - files: its rule files, named from the last component of the path on.
    ///   - casebooks: the casebooks beside it.
    ///   - readFile: reads a file of the folder anew.
    package init(
        folder: String, files: [SourceFile], caseFiles: [SourceFile], casebooks: CasebookFiles = CasebookFiles(),
        readFile: @escaping @Sendable (_ path: String) -> String?
    ) {
        self.folder = folder
        self.readFile = readFile
        self.casebooks = casebooks
        self.files = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.caseFiles = Dictionary(caseFiles.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        reading = cache.read(files)
        whole = RuleIndex(reading)
    }

    package var ruleBase: RuleBase { reading.ruleBase }
    var ruleFiles: [SourceFile] { files.values.sorted { $0.name < $1.name } }
    var library: RuleLibrary { RuleLibrary(files: ruleFiles, reading: reading) }

    // MARK: Names

    private var folderName: String { folder.split(separator: "/").last.map(String.init) ?? "" }

    /// The name of a file in messages; `nil` where it is no rule file, and no file with cases, of the folder, and none of a
    /// casebook.
    func name(ofURI uri: String) -> String? {
        guard let path = URL(string: uri)?.path(percentEncoded: false), uri.hasPrefix("file:"), path.hasSuffix(".yaml")
        else { return nil }
        guard path.hasPrefix(folder + "/") else { return casebooks.name(ofPath: path) }
        let rest = path.dropFirst(folder.count + 1)
        return rest.hasPrefix("imports/") ? nil : "\(folderName)/\(rest)"
    }

    func path(of name: String) -> String {
        casebooks.path(of: name) ?? folder + name.dropFirst(folderName.count)
    }

    func uri(of name: String) -> String {
        open[name]?.uri ?? URL(filePath: path(of: name)).absoluteString
    }

    /// The text of a file as it is now.
    func source(_ name: String) -> SourceFile? { files[name] ?? caseFiles[name] ?? casebooks[name] }

    func lines(_ name: String) -> DocumentLines? {
        open[name]?.lines ?? source(name).map { DocumentLines($0.text) }
    }

    // MARK: Changes

    mutating func opened(_ name: String, uri: String, version: Int?, text: String) {
        open[name] = OpenFile(uri: uri, version: version, lines: DocumentLines(text))
        put(name, text)
    }

    mutating func changed(_ name: String, version: Int?, text: String) {
        guard open[name] != nil else { return }
        open[name]?.version = version
        open[name]?.lines = DocumentLines(text)
        put(name, text)
    }

    /// The editor lets go of a file: what is on disk counts again.
    mutating func closed(_ name: String) {
        open[name] = nil
        refresh(name)
    }

    /// A file that is not in the editor was changed by somebody else.
    mutating func refresh(_ name: String) {
        guard open[name] == nil else { return }
        put(name, readFile(path(of: name)))
    }

    private mutating func put(_ name: String, _ text: String?) {
        if casebooks.kind(of: name) != nil {
            casebooks.put(name, text)
        } else if name.hasSuffix(RuleLibrary.caseEnding) {
            caseFiles[name] = text.map { SourceFile(name: name, text: $0) }
        } else if files[name]?.text != text {
            files[name] = text.map { SourceFile(name: name, text: $0) }
            isStale = true
        }
    }

    /// Reads what changed.
    mutating func read() {
        guard isStale else { return }
        reading = cache.read(Array(files.values))
        isStale = false
        version += 1
    }

    /// What is wrong with a file when it holds another text. Nothing is kept of it.
    func diagnostics(of name: String, holding text: String) -> [Diagnostic] {
        if let kind = casebooks.kind(of: name) {
            return CasebookFiles.faults(in: SourceFile(name: name, text: text), kind)
        }
        var (cache, files) = (cache, files)
        files[name] = SourceFile(name: name, text: text)
        return cache.read(Array(files.values)).diagnostics.filter { $0.span?.file == name }
    }

    /// Where names are declared and used, after the last reading.
    mutating func index() -> RuleIndex {
        read()
        if let knownIndex, knownIndex.version == version { return knownIndex.index }
        let index = RuleIndex(reading)
        knownIndex = (version, index)
        return index
    }

    /// The names to choose from: those of the last reading in which all files were YAML, as what is half typed often is none.
    mutating func choices() -> RuleIndex {
        let index = index()
        let isBroken = reading.diagnostics.contains { $0.severity == .error && $0.code.hasPrefix("yaml/") }
        if isBroken, let whole { return whole }
        whole = index
        return index
    }

    /// What is wrong with a file of a casebook, as `analyst casebook check` says it.
    ///
    /// - Parameter rules: `nil`: the rules have faults, and only the form of the file is looked at.
    func casebookDiagnostics(_ name: String, under rules: CompiledRules?) -> [Diagnostic] {
        casebooks.diagnostics(of: name, under: rules, readFile: readFile)
    }

    /// What is wrong with a file of cases.
    func caseDiagnostics(_ name: String) -> [Diagnostic] {
        guard let file = caseFiles[name] else { return [] }
        do {
            _ = try RuleCaseReader.read([file], ruleBase, date: RuleCaseGiven.standardDay)
            return []
        } catch {
            return error.diagnostics
        }
    }
}
