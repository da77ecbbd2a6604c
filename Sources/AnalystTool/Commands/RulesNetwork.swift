import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst rules network`: the compiled plan of the rules, for whoever wants to know what runs.
struct RulesNetwork: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, dot }

    static let configuration = CommandConfiguration(
        commandName: "network", abstract: "Toon hoe de regels worden uitgevoerd. / Show how the rules are run.",
        discussion: "analyst rules network rules --format dot | dot -Tsvg -o rules.svg")

    @Argument(help: "Map of bestand met regels. / Folder or file of rules.")
    var path: String?

    @Option(help: "Vorm: text of dot (Graphviz). / Format: text or dot (Graphviz).")
    var format: Format = .text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let library = try common.library(named: path ?? common.rules)
        let systems = library.ruleBase.productionSets.map { ProductionNetwork($0) }
        let summary = common.compiled(library).network.summary
        // A folder with nothing but production systems has no plan of other rules.
        let isPlanned = !library.ruleBase.rules.isEmpty || systems.isEmpty
        switch format {
        case .text:
            let plans =
                (isPlanned ? [summary.text(in: common.language)] : [])
                + systems.map { $0.summary(in: common.language) }
            Console.output(plans.joined(separator: "\n"))
        case .dot: Console.output((isPlanned ? summary.graph : "") + systems.map(\.graph).joined())
        }
    }
}
