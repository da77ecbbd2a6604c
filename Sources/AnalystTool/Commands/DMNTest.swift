import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst dmn test`: cases of models.
struct DMNTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Toets beslismodellen met gevallen. / Test decision models with cases.",
        discussion: """
            analyst dmn test lening-test-01.xml
            analyst dmn test lening.cases.yaml
            analyst dmn test gevallen.csv --model lening.dmn

            XML is in de vorm van de testset van DMN; in een tabel heet een verwachte uitkomst ‘= beslissing’.
            XML is in the form of the test kit of DMN; in a table an expected result is headed ‘= decision’.
            """)

    @Argument(help: "Bestanden met gevallen: xml, yaml of csv. / Files with cases: xml, yaml or csv.")
    var files: [String]

    @Option(help: "Het model, als het bestand het niet noemt. / The model, where the file does not name it.")
    var model: String?

    @OptionGroup var options: DMNOptions

    func run() throws {
        var isRight = true
        for path in files {
            let trial = try options.attempt { () throws(BadInput) in
                try ModelTrial(argument: path, model: model, timeZones: SystemTimeZones(), now: LocalDay.now)
            }
            options.tell(trial.diagnostics.filter { $0.severity == .error }, trial.sources)
            Console.output(trial.text(in: options.language))
            if trial.passed < trial.count { isRight = false }
        }
        if !isRight { throw ExitCode(ExitStatus.findings) }
    }
}
