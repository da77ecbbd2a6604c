import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst rules mutate`: small changes of the rules that no case notices.
struct RulesMutate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate",
        abstract: "Verander regels en kijk of een geval het merkt. / Change rules and see whether a case notices.",
        discussion: """
            analyst rules mutate --filter wonen/wonen
            analyst rules mutate --at-least 90

            Elke soort wijziging staat in docs/regels-testen.md. De regelbestanden zelf veranderen niet.
            Each kind of change is in docs/rule-tests.md. The rule files themselves do not change.
            """)

    @Option(
        help:
            "Alleen regels en grenzen waarvan naam of bestand deze tekst bevat. / Only rules and parameters of which name or file holds this text."
    )
    var filter: String?

    @Option(
        parsing: .upToNextOption,
        help:
            "Alleen deze soorten: threshold, boundary, reversal, connective, condition, absence, conclusion, row. / Only these kinds."
    )
    var operations: [MutationName] = []

    @Option(
        name: .customLong("at-least"),
        help:
            "Eindig met code 1 als de score lager is, in procent. / End with code 1 when the score is lower, in percent."
    )
    var least: Double?

    @Option(help: "Vorm: text of json. / Format: text or json.")
    var format: AnswerFormat = .text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let library = try common.library()
        let wanted = operations.isEmpty ? RuleMutant.Operation.allCases : operations.map(\.operation)
        let run = MutationRun(
            library, try common.cases(library), filter: RuleTestFilter(filter), operations: Set(wanted))
        let report = MutationReport(run: run, language: common.language)
        switch format {
        case .text: Console.output(report.text)
        case .json: Console.output(report.json.text + "\n")
        }
        if let least, run.score * 100 < least { throw ExitCode(ExitStatus.findings) }
    }
}

/// The name of a kind of change on the command line.
struct MutationName: ExpressibleByArgument {
    let operation: RuleMutant.Operation

    init?(argument: String) {
        guard let operation = RuleMutant.Operation(rawValue: argument) else { return nil }
        self.operation = operation
    }

    static var allValueStrings: [String] { RuleMutant.Operation.allCases.map(\.rawValue) }
}
