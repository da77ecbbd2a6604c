import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst rules`: work on rule files.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Werk aan regels. / Work on rules.",
        subcommands: [RulesCheck.self, RulesTest.self, RulesFindings.self, RulesNetwork.self])
}

/// `analyst rules check`: everything that is wrong with the rules, in one run.
struct RulesCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Controleer de regels. / Check the rules.",
        discussion: "analyst rules check")

    @Argument(help: "Map of bestand met regels. / Folder or file of rules.")
    var path: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let (library, file) = try common.attempt { () throws(BadInput) in try checked() }
        var diagnostics = library.notes + RuleChecks(library: library, on: LocalDay.today).diagnostics
        diagnostics += ImportRecipes(library).diagnostics
        if let file { diagnostics = diagnostics.filter { $0.span?.file == file } }
        if !diagnostics.isEmpty {
            Console.error(
                DiagnosticRenderer(
                    language: common.language, sources: library.files + library.importFiles
                ).render(diagnostics))
        }
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count { $0.severity == .warning }
        let files = file == nil ? library.files.count : 1
        let rules = library.ruleBase.rules.count { file == nil || $0.span.file == file }
        Console.output(
            common.language == .nl
                ? "\(files) \(files == 1 ? "bestand" : "bestanden"), \(rules) regels: \(errors) fouten, \(warnings) waarschuwingen\n"
                : "\(files) \(files == 1 ? "file" : "files"), \(rules) rules: \(errors) errors, \(warnings) warnings\n")
        if errors > 0 { throw ExitCode(ExitStatus.findings) }
    }

    /// The rules to check. A file within the usual folder of rules is read with all others of that folder, because it uses
    /// their names; only what is wrong with the file itself is then told.
    private func checked() throws(BadInput) -> (RuleLibrary, file: String?) {
        guard let path else { return (try RuleLibrary(path: common.rulesFolder), nil) }
        guard !InputFile(path).isStandardInput else { return (try RuleLibrary(argument: path), nil) }
        let place = URL(filePath: path)
        let folder = common.rulesFolder.resolvingSymlinksInPath()
        let resolved = place.resolvingSymlinksInPath().path
        guard resolved.hasPrefix(folder.path + "/"), !RuleLibrary.isFolder(place) else {
            return (try RuleLibrary(path: place), nil)
        }
        let library = try RuleLibrary(path: folder)
        let name = folder.lastPathComponent + resolved.dropFirst(folder.path.count)
        guard library.files.contains(where: { $0.name == name }) else { return (try RuleLibrary(path: place), nil) }
        return (library, name)
    }
}
