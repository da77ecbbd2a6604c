import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst rules findings`: every finding of the sources, with the rules that rest on it or the reason why none does.
struct RulesFindings: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, md, json }

    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "Toon welke regels op welke bevinding steunen. / Show which rules rest on which finding.",
        discussion: "analyst rules findings")

    @Argument(help: "Map met regels. / Folder of rules.")
    var folder: String?

    @Option(help: "Vorm: text, md of json. / Format: text, md or json.")
    var format: Format = .text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let library = try common.library(named: folder ?? common.rules)
        let table = FindingTable(library.ruleBase)
        switch format {
        case .text: Console.output(table.text(in: common.language))
        case .md: Console.output(table.markdown(in: common.language))
        case .json: Console.output(table.json(in: common.language))
        }
        if table.rows.contains(where: { !$0.isAccounted }) { throw ExitCode(1) }
    }
}
