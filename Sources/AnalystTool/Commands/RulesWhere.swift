import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst rules where`: where a name of the rules is declared and used.
struct RulesWhere: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "where",
        abstract: "Toon waar een naam vastligt en wordt gebruikt. / Show where a name is declared and used.",
        discussion: """
            analyst rules where problem:leegstand
            analyst rules where grens_corporatiewoningen

            Een naam is die van een regel, parameter, cijfer, vraag, code, soort feit of bron; een bevinding is soort:code.
            A name is that of a rule, parameter, figure, question, code, kind of fact or source; a finding is kind:code.
            """)

    @Argument(help: "De naam. / The name.")
    var name: String

    @Option(help: "Vorm: text of json. / Format: text or json.")
    var format: AnswerFormat = .text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let library = try common.unchecked(named: common.rules)
        let usage = RuleUsage(name, in: RuleIndex(library.reading), cases: try common.cases(library))
        switch format {
        case .text where usage.entries.isEmpty: Console.error(usage.text(in: common.language))
        case .text: Console.output(usage.text(in: common.language))
        case .json: Console.output(usage.json(in: common.language).text + "\n")
        }
        if usage.entries.isEmpty { throw ExitCode(ExitStatus.findings) }
    }
}
