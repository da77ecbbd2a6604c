internal import ArgumentParser
import Foundation

/// `analyst`: the command line of the product.
@main
struct AnalystCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyst",
        abstract: "Integrale probleemanalyse van een gebied. / Integral problem analysis of an area.",
        subcommands: [
            AnalyseCommand.self, WhyCommand.self, WhyNotCommand.self, WhatIfCommand.self, CompareCommand.self,
            QuestionsCommand.self, AskCommand.self, ImportCommand.self,
            ScreenCommand.self, RunCommand.self, RulesCommand.self, CasebookCommand.self, FEELCommand.self,
        ])

    /// Exit code for a command that is not given as it should be.
    static let usage: Int32 = 2

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            Console.error(fullMessage(for: error))
            Foundation.exit(usage)
        }
    }
}
