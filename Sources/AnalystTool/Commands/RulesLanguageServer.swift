import Analyst
import AnalystLanguageServer
internal import ArgumentParser
import Dispatch
import Foundation
import RuleEngine
import Synchronization

/// `analyst rules language-server`: help in an editor, over standard input and output.
struct RulesLanguageServer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language-server",
        abstract: "Help een editor bij het schrijven van regels. / Help an editor with writing rules.",
        discussion: """
            analyst rules language-server --sheet sheets/areas/rotterdam-zuid.yaml

            Uw editor start dit programma zelf; hoe u dat instelt staat in docs/editors-nl.md.
            Your editor starts this program by itself; docs/editors.md tells how to set it up.
            """)

    @Option(help: "Feitenblad waarop bevindingen te zien zijn. / Fact sheet on which findings are shown.")
    var sheet: String?

    @Option(
        help:
            "Map met tabellen van het land, om veranderingen in te tellen. / Folder with tables of the country, to count changes in."
    )
    var tables: String?

    @Option(
        help:
            "Map met casusboeken; zonder: die naast de regels. / Folder of casebooks; without it the one beside the rules."
    )
    var casebooks: String?

    @Flag(help: "Wordt door sommige editors meegegeven; dit is altijd zo. / Given by some editors; it is always so.")
    var stdio = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let folder = common.rulesFolder.resolvingSymlinksInPath().standardizedFileURL
        let library = try common.unchecked(named: common.rules)
        let cases = try common.attempt { () throws(BadInput) in try RuleCaseFiles([], rules: folder) }
        let workspace = RuleWorkspace(
            folder: folder.path, files: library.files, caseFiles: cases.cases, casebooks: try casebooks(beside: folder)
        ) { path in
            do {
                return try TextFile.read(URL(filePath: path)).text
            } catch {
                // A file that is gone, or no text any more, is no rule file.
                return nil
            }
        }
        let setting = LensSetting(
            sheet: try sheet.map { try common.sheet($0, for: library.ruleBase) }, areas: try areas(folder),
            tables: try country(library), date: try common.analysisDate())
        let server = LanguageServer(workspace, language: common.language, setting: setting)
        Foundation.exit(LanguageServerLoop(server).run() ? 0 : ExitStatus.findings)
    }

    /// The casebooks that are named, or those beside the rules; none where there are none.
    private func casebooks(beside rules: URL) throws -> CasebookFiles {
        let named = casebooks.map { URL(filePath: $0).resolvingSymlinksInPath().standardizedFileURL }
        let folder = named ?? rules.deletingLastPathComponent().appending(path: "casebooks")
        guard named != nil || RuleLibrary.isFolder(folder) else { return CasebookFiles() }
        return CasebookFiles(
            folder: folder.path, files: try common.attempt { () throws(BadInput) in try Casebook.sources(in: folder) })
    }

    /// The sheets beside the rules; none where there are none.
    private func areas(_ folder: URL) throws -> [FactSheet] {
        let sheets = folder.deletingLastPathComponent().appending(path: "sheets/areas")
        guard RuleLibrary.isFolder(sheets) else { return [] }
        return try common.attempt { () throws(BadInput) in try SheetFiles.read([sheets.path]) }
    }

    private func country(_ library: RuleLibrary) throws -> TableCollection? {
        guard let tables else { return nil }
        let recipes = try common.recipes(library)
        return try common.attempt { () throws(BadInput) in
            let content = try TableFolder(url: URL(filePath: tables), recipes: recipes).content()
            return try ScreeningTables.collection(content.tables)
        }
    }
}

/// Hands what an editor writes to the server, and what the server says to the editor; lets work go on beside it, the newest
/// alone.
private final class LanguageServerLoop: Sendable {
    private let state: Mutex<LanguageServer>
    /// The number of the newest work: older work stops.
    private let newest = Atomic<Int>(0)
    private let queue = DispatchQueue(label: "lenses", qos: .utility)
    /// What goes out goes out whole.
    private let writing = Mutex<Void>(())

    init(_ server: LanguageServer) { state = Mutex(server) }

    /// - Returns: whether the editor said good-bye as it must.
    func run() -> Bool {
        while let bytes = FileDescriptor.standardInput.some() {
            let output = state.withLock { $0.receive(bytes) }
            write(output.bytes)
            if let end = output.end { return end }
            if let work = output.work { start(work) }
        }
        return false
    }

    private func write(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        writing.withLock { _ in _ = Console.output(bytes) }
    }

    private func start(_ work: LensWork) {
        let number = newest.add(1, ordering: .sequentiallyConsistent).newValue
        // Work that waits is left out when newer work comes; a moment of rest keeps typing free of it.
        queue.asyncAfter(deadline: .now() + .milliseconds(300)) { [self] in
            let isStopped: @Sendable () -> Bool = { [self] in
                newest.load(ordering: .sequentiallyConsistent) != number
            }
            guard !isStopped(), let lenses = work.run(isStopped: isStopped) else { return }
            write(state.withLock { $0.finish(lenses) }.bytes)
        }
    }
}
