internal import ArgumentParser

/// `analyst`: the command line of the product.
@main
struct AnalystCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyst",
        abstract: "Integrale probleemanalyse van een gebied. / Integral problem analysis of an area.",
        subcommands: [
            AnalyseCommand.self, WhyCommand.self, WhyNotCommand.self, AskCommand.self, ImportCommand.self,
            RulesCommand.self, CasebookCommand.self, FEELCommand.self,
        ])
}
