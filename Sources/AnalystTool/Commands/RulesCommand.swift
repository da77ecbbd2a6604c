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
        commandName: "check", abstract: "Controleer de regels. / Check the rules.")

    @Argument(help: "Map met regels. / Folder of rules.")
    var folder: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let library = try common.attempt { () throws(BadInput) in
            try RuleLibrary(folder: RuleLibrary.folder(folder ?? common.rules))
        }
        let diagnostics = RuleChecks(library: library).diagnostics
        if !diagnostics.isEmpty {
            Console.error(DiagnosticRenderer(language: common.language, sources: library.files).render(diagnostics))
        }
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count { $0.severity == .warning }
        let rules = library.ruleBase.rules.count
        Console.output(
            common.language == .nl
                ? "\(library.files.count) bestanden, \(rules) regels: \(errors) fouten, \(warnings) waarschuwingen\n"
                : "\(library.files.count) files, \(rules) rules: \(errors) errors, \(warnings) warnings\n")
        if errors > 0 { throw ExitCode(1) }
    }
}
