import Analyst
internal import ArgumentParser
import Foundation

/// `analyst`: the command line of the product.
@main
struct AnalystCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyst",
        abstract: "Integrale probleemanalyse van een gebied. / Integral problem analysis of an area.",
        discussion: """
            Eindcodes: 0 goed, 1 een controle vond iets, 2 verkeerd gebruik, 3 verkeerde invoer, 4 niet afgemaakt, \
            5 niet te schrijven.
            Exit codes: 0 fine, 1 a check found something, 2 wrong usage, 3 bad input, 4 incomplete, 5 cannot be written.
            """,
        version: ProgramVersion.text,
        subcommands: [
            AnalyseCommand.self, ReplayCommand.self, WhyCommand.self, WhyNotCommand.self, WhatIfCommand.self,
            CompareCommand.self,
            QuestionsCommand.self, AskCommand.self, RequestsCommand.self, InterviewCommand.self, SheetCommand.self,
            DossierCommand.self,
            ImportCommand.self,
            ScreenCommand.self, RunCommand.self, RulesCommand.self, KnowledgeCommand.self, DMNCommand.self,
            CasebookCommand.self,
            FEELCommand.self,
            ExplainCommand.self, ServeCommand.self, UserCommand.self,
        ])

    static func main() async {
        Console.prepare()
        let words = HelpPage.words
        func description() -> CommandDescription? { CommandDescription.of(AnalystCommand.self) }
        if let path = HelpPage.asked(by: words, in: description) { return showHelp(path) }
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            if code == .success, text.hasPrefix("OVERVIEW:"), let description = description() {
                // A command that only holds others was called by itself.
                showHelp(description.path(of: words))
            } else if code == .success {
                Console.output(text + "\n")
            } else if !text.isEmpty {
                Console.error(UsageFault.text(text, in: .asked))
            }
            Foundation.exit(code == .validationFailure ? ExitStatus.usage : code.rawValue)
        }
    }

    private static func showHelp(_ path: [CommandDescription]) {
        Console.output(HelpPage(path, language: .asked, width: StandardTerminal.width).text)
    }
}
